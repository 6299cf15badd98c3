"""Scene: at which event and in which place a figure is counted, as far as its document says.

In go figures, the record's incidents with their reports, and the texts; out comes one Scene a figure. The event is the one whose trigger
stands in the figure's sentence, else the last one told before it; within a sentence nothing told to date another event is of that one ("a month
after two cables were cut"). Whether two figures count one thing is for `figures`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from watchfloor.model.claim import Figure, IncidentReport
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Incident
from watchfloor.model.span import Span
from watchfloor.model.where import PlacePrecision
from watchfloor.reading.event.aside import Aside, aside_of
from watchfloor.record.event.deed import SEVERAL_DEEDS
from watchfloor.record.text.texts import Texts
from watchfloor.record.text.wording import fold, stem

_REACH = 900
"""Characters back to the trigger of the event that a figure is still of: about five sentences."""
_LEAKS = frozenset({IncidentType.DATA_LEAK, IncidentType.CYBER_INTRUSION, IncidentType.RANSOMWARE})
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
    events: frozenset[str] = frozenset()
    """The specific incident, of whatever type, that the figure stands with: whose dead are counted."""
    leaks: frozenset[str] = frozenset()
    """The leaks and intrusions of which the figure's own sentence tells."""
    aside: bool = False
    """Whether its words tell of an event only to date another one by it; then the figure is of no event but that."""

    @property
    def at(self) -> frozenset[str]:
        """Every incident that it may be at."""
        return self.incidents | self.events | self.leaks

    def may_be(self, other: Scene) -> bool:
        """Whether both are at one event, and not in two places."""
        if not self.at & other.at:
            return False
        pairs = [(a, b) for a in self.places for b in other.places]
        return not pairs or any(a <= b or b <= a for a, b in pairs)


def scenes(
    figures: Iterable[Figure], incidents: Iterable[Incident], reports: Mapping[str, IncidentReport], texts: Texts
) -> dict[str, Scene]:
    """The scene of each figure, under the figure's id."""
    told: dict[str, list[Told]] = defaultdict(list)
    events: dict[str, list[Told]] = defaultdict(list)
    leaks: dict[str, list[Told]] = defaultdict(list)
    named: dict[str, frozenset[str]] = {}
    places: dict[str, frozenset[str]] = {}
    for incident in incidents:
        if incident.type.is_hybrid and incident.type not in SEVERAL_DEEDS:
            mine = [reports[key] for key in incident.reports]
            spans = [t for r in mine for t in (*r.triggers, *r.targets)]
            named[incident.id] = frozenset(stem(w) for s in spans for w in _WORD.findall(fold(texts.quote(s))))
            for t in (t for r in mine for t in r.triggers):
                told[t.document_id].append((t.end, incident.id))
        for t in (t for key in incident.reports for t in reports[key].triggers):
            events[t.document_id].append((t.end, incident.id if incident.specific else ""))
            if incident.type in _LEAKS:
                leaks[t.document_id].append((t.end, incident.id))
        for where in (w for key in incident.reports for w in reports[key].where if w.precision in _EXACT):
            plain = fold(where.name).removeprefix("the ")
            places[plain] = frozenset(plain.split())
    ordered = {document: sorted(found) for document, found in told.items()}
    found = {f.id: (f, _scene(f, ordered.get(f.document_id, []), named, places, texts)) for f in figures}
    return {
        key: replace(
            scene, events=_event(f, sorted(events[f.document_id]), texts), leaks=_here(f, leaks[f.document_id], texts)
        )
        for key, (f, scene) in found.items()
    }


def _here(figure: Figure, told: Iterable[Told], texts: Texts) -> frozenset[str]:
    """The incidents whose triggers stand in the figure's sentence."""
    return frozenset(incident for _, incident in _with(figure, told, texts))


def _event(figure: Figure, told: list[Told], texts: Texts) -> frozenset[str]:
    """The event told last before the figure in its sentence, else first behind it there, else last before it, else first in the opening; none where that is a pattern."""
    here = _with(figure, told, texts)
    before = bisect_right(told, (figure.span.start, "\U0010ffff")) - 1
    opening = [item for item in told if item[1] and item[0] <= _REACH]
    if here:
        found = max((i for i in here if i[0] <= figure.span.start), default=here[0])
    elif _aside(figure.span.start, figure, texts):
        return frozenset()
    elif before >= 0:
        found = told[before] if figure.span.start - told[before][0] <= _REACH else (0, "")
    else:
        found = opening[0] if opening else (0, "")
    return frozenset({found[1]}) - {""}


def _scene(
    figure: Figure,
    told: list[Told],
    named: Mapping[str, frozenset[str]],
    places: Mapping[str, frozenset[str]],
    texts: Texts,
) -> Scene:
    start, end = _sentence(figure.span, texts)
    here = _here(figure, told, texts)
    aside = _aside(figure.span.start, figure, texts) is not None
    if not here and not aside:
        before = bisect_right(told, (figure.span.start, "")) - 1
        near = before >= 0 and figure.span.start - told[before][0] <= _REACH
        here = frozenset({told[before][1]}) if near else frozenset()
    text = texts.documents[figure.document_id].text
    around = _named_in(text[start:end], places) or _named_in(text[max(0, start - _REACH) : start], places)
    return Scene(here, frozenset(s for key in here for s in named[key]), around, aside=aside)


def _with(figure: Figure, told: Iterable[Told], texts: Texts) -> list[Told]:
    """What is told in the figure's sentence, and not only to date what that tells; of a figure in such words what they tell."""
    start, end = _sentence(figure.span, texts)
    mine = _aside(figure.span.start, figure, texts)
    return [item for item in told if start < item[0] <= end and _aside(item[0] - 1, figure, texts) == mine]


def _aside(position: int, figure: Figure, texts: Texts) -> Aside | None:
    around = texts.around(figure.span)
    return aside_of(texts.documents[figure.document_id].text, around, position) if around else None


def _sentence(span: Span, texts: Texts) -> tuple[int, int]:
    around = texts.around(span) or span
    return around.start, around.end


def _named_in(text: str, places: Mapping[str, frozenset[str]]) -> frozenset[frozenset[str]]:
    folded = fold(text)
    return frozenset(words for name, words in places.items() if name in folded)
