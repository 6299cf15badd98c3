"""Scene: at which event and in which place a figure is counted, as far as its document says.

In go figures, the record's incidents with their reports, and the texts; out comes one Scene a figure. The event is the one whose trigger
stands in the figure's sentence, else the last one told before it. Whether two figures count one thing is for `figures`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchfloor.model.claim import Figure, IncidentReport
from watchfloor.model.record import Incident
from watchfloor.model.span import Span
from watchfloor.model.where import PlacePrecision
from watchfloor.record.deed import SEVERAL_DEEDS
from watchfloor.record.texts import Texts
from watchfloor.record.wording import fold, stem

_REACH = 900
"""Characters back to the trigger of the event that a figure is still of: about five sentences."""
_EXACT = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
_WORD = re.compile(r"[^\W\d_]+")

Told = tuple[int, str]
"""Where a trigger ends in its document, and the incident that it tells of."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The hybrid incidents of one deed told around a figure ("ships" are counted for many reasons where ships are held), the stems of the words by which all documents name them, and the places named with it."""

    incidents: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    places: frozenset[frozenset[str]] = frozenset()

    def may_be(self, other: Scene) -> bool:
        """Whether both are at one event, and not in two places."""
        if not self.incidents & other.incidents:
            return False
        pairs = [(a, b) for a in self.places for b in other.places]
        return not pairs or any(a <= b or b <= a for a, b in pairs)


def scenes(
    figures: Iterable[Figure], incidents: Iterable[Incident], reports: Mapping[str, IncidentReport], texts: Texts
) -> dict[str, Scene]:
    """The scene of each figure, under the figure's id."""
    told: dict[str, list[Told]] = defaultdict(list)
    named: dict[str, frozenset[str]] = {}
    places: dict[str, frozenset[str]] = {}
    for incident in incidents:
        if incident.type.is_hybrid and incident.type not in SEVERAL_DEEDS:
            mine = [reports[key] for key in incident.reports]
            spans = [t for r in mine for t in (*r.triggers, *r.targets)]
            named[incident.id] = frozenset(stem(w) for s in spans for w in _WORD.findall(fold(texts.quote(s))))
            for t in (t for r in mine for t in r.triggers):
                told[t.document_id].append((t.end, incident.id))
        for where in (w for key in incident.reports for w in reports[key].where if w.precision in _EXACT):
            plain = fold(where.name).removeprefix("the ")
            places[plain] = frozenset(plain.split())
    ordered = {document: sorted(found) for document, found in told.items()}
    return {f.id: _scene(f, ordered.get(f.document_id, []), named, places, texts) for f in figures}


def _scene(
    figure: Figure,
    told: list[Told],
    named: Mapping[str, frozenset[str]],
    places: Mapping[str, frozenset[str]],
    texts: Texts,
) -> Scene:
    start, end = _sentence(figure.span, texts)
    here = frozenset(incident for at, incident in told if start < at <= end)
    if not here:
        before = bisect_right(told, (figure.span.start, "")) - 1
        near = before >= 0 and figure.span.start - told[before][0] <= _REACH
        here = frozenset({told[before][1]}) if near else frozenset()
    text = texts.documents[figure.document_id].text
    around = _named_in(text[start:end], places) or _named_in(text[max(0, start - _REACH) : start], places)
    return Scene(here, frozenset(s for key in here for s in named[key]), around)


def _sentence(span: Span, texts: Texts) -> tuple[int, int]:
    found = texts.sentences[span.document_id]
    index = bisect_right(found, span.start, key=lambda s: s.start) - 1
    inside = index >= 0 and found[index].end > span.start
    return (found[index].start, found[index].end) if inside else (span.start, span.end)


def _named_in(text: str, places: Mapping[str, frozenset[str]]) -> frozenset[frozenset[str]]:
    folded = fold(text)
    return frozenset(words for name, words in places.items() if name in folded)
