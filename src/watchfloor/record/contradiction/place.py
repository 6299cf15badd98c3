"""Place: one event that documents put in places which exclude each other, and one place that they call an island and a town.

In go an incident, or a story, with what its documents say; out come findings. Spots within a hundred kilometres are one, a wider place
holds a narrower, and a country excludes nothing here. Of what a place is called, only kinds that no one place can be are compared, and
not where a town of that name is known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.claim import Claim, IncidentReport
from watchfloor.model.record import ContradictionKind, Incident, Strength
from watchfloor.model.span import Span
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.apart import places_apart
from watchfloor.reading.place.gazetteer import cities, folded
from watchfloor.record.contradiction.finding import Finding, Setting, Testimony, capital, listed, shortened, side

_SPOTS = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
_KINDS = {
    "town": "town city village hamlet suburb",
    "island": "island isle islet",
    "water": "sea gulf strait lake bay",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_PROPER = r"(?P<name>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)?)"
_CALLED = re.compile(rf"\b(?P<kind>(?i:{'|'.join(_KIND_OF)}))\s+(?:of\s+)?(?:the\s+)?{_PROPER}")

Called = tuple[Span, str]
"""The words that call a place something, and what."""


def find(incident: Incident, told: Testimony, setting: Setting) -> list[Finding]:
    """One event put in two places, with one side for each."""
    if not incident.specific:
        return []
    finding = _two_places(told.of_incident(incident), told, setting)
    return [finding] if finding else []


def find_kinds(told: Testimony, setting: Setting) -> list[Finding]:
    """Places called two things that exclude each other, with one side for each."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for document, said in told.said.items():
        claims[document] += [v.statement for v in said]
    for document, reports in told.reports.items():
        claims[document] += reports
    return _two_kinds(claims, setting)


def _two_places(reports: Sequence[IncidentReport], told: Testimony, setting: Setting) -> Finding | None:
    spots = {r.id: spots for r in reports if (spots := _spots(r, [t for t, _ in told.triggers[r.document_id]]))}
    disputed = {
        r.id: r
        for a, b in combinations((r for r in reports if r.id in spots), 2)
        if a.document_id != b.document_id and places_apart(spots[a.id], spots[b.id])
        for r in (a, b)
    }
    if not disputed:
        return None
    by_place: dict[str, list[IncidentReport]] = defaultdict(list)
    for r in disputed.values():
        by_place[listed(dict.fromkeys(w.name for w in spots[r.id]))].append(r)
    if len(by_place) == 1:
        return None
    outlets = [f"in {name} according to {setting.labels(r.document_id for r in rs)}" for name, rs in by_place.items()]
    event = setting.excerpt(next(iter(disputed.values())).triggers[:1])
    return Finding(
        ContradictionKind.PLACE,
        Strength.CONTRADICTION,
        capital(f'"{event}" was {", ".join(shortened(outlets))}'),
        tuple(side(name, rs, [w.span for r in rs for w in spots[r.id]]) for name, rs in by_place.items()),
    )


def _spots(report: IncidentReport, triggers: Sequence[Span]) -> list[Where]:
    """The towns and sites of a report to which no other event of its document stands nearer."""

    def distance(trigger: Span, where: Where) -> int:
        return max(where.span.start - trigger.end, trigger.start - where.span.end, 0)

    return [
        w
        for w in report.where
        if w.precision in _SPOTS and min(triggers, key=lambda t: (distance(t, w), t)) in report.triggers
    ]


def _two_kinds(claims: Mapping[str, Sequence[Claim]], setting: Setting) -> list[Finding]:
    called: dict[tuple[str, str], dict[str, list[Called]]] = defaultdict(lambda: defaultdict(list))
    for document, held in sorted(claims.items()):
        text = setting.texts.documents[document].text
        for words in _CALLED.finditer(text) if held else ():
            name = re.sub(r"['’]s?$", "", words["name"].split()[0])
            kind = _KIND_OF[words["kind"].lower()]
            span = setting.texts.documents[document].span(words.start(), words.start("name") + len(name))
            called[setting.stories[document], folded(name)][kind].append((span, words["kind"].lower()))
    found = []
    for (_, name), kinds in sorted(called.items()):
        documents = {kind: {span.document_id for span, _ in places} for kind, places in kinds.items()}
        apart = any(not a & b for a, b in combinations(documents.values(), 2))
        if apart and not cities(name):
            found += [finding] if (finding := _kinds_finding(kinds, claims, setting)) else []
    return found


def _kinds_finding(
    kinds: Mapping[str, Sequence[Called]], claims: Mapping[str, Sequence[Claim]], setting: Setting
) -> Finding | None:
    sides = []
    told = []
    for kind, places in sorted(kinds.items()):
        spans = [span for span, _ in places]
        standing = [c for span in spans for c in _told_around(span, claims[span.document_id], setting)]
        if not standing:
            return None
        sides.append(side(kind, standing, spans))
        told.append(f'"{setting.texts.quote(spans[0])}" in {setting.labels(s.document_id for s in spans)}')
    return Finding(
        ContradictionKind.PLACE,
        Strength.CONTRADICTION,
        capital(f"one place is called {', but '.join(told)}"),
        tuple(sides),
    )


def _told_around(span: Span, claims: Iterable[Claim], setting: Setting) -> list[Claim]:
    """The claims of the sentence in which the place is called something."""
    sentence = setting.texts.around(span)
    if sentence is None:
        return []
    return [c for c in claims if any(s.start < sentence.end and sentence.start < s.end for s in c.spans)]
