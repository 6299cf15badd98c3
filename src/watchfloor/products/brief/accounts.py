"""Accounts: one event as those tell it who report it as a fact, in whatever words they do.

In go the ground and the reports that the record takes for one event, out comes a fact of the form "subsea cable damage, Bornholm (DK), 8 March 2026", with
what the accounts agree on, what they differ on, and one sentence of each document. A link of the record alone is not enough: a document is counted only where its own
report gives the day, or the place more exactly than a country, that another counted document gives too; of events of no known type, both. An event that
somebody denies is no fact, and what is only alleged is told apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from watchfloor.model.claim import Claim, Figure, IncidentReport, Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Contradiction, ContradictionKind, Incident
from watchfloor.model.span import Span
from watchfloor.model.when import When
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.products.brief import dating
from watchfloor.products.brief.disagreement import in_words
from watchfloor.products.brief.ground import Ground, flat, shortened
from watchfloor.products.brief.shape import Accounts, Fact, Line, Piece, Point
from watchfloor.products.brief.sourcing import sourcing
from watchfloor.products.brief.telling import Telling, best_telling, inside_a_quotation
from watchfloor.products.brief.vouching import ENOUGH, EVEN, alleged_note, is_in_dispute, vouched

_POINT = {
    ContradictionKind.DATE: "the day",
    ContradictionKind.PLACE: "the place",
    ContradictionKind.NUMBER: "how many",
    ContradictionKind.ATTRIBUTION: "who is responsible",
    ContradictionKind.WORDING: "what it was",
}
"""Disagreements about an event that leave it an event, with how the line names them."""
_WHOSE = frozenset({ContradictionKind.SPEAKER, ContradictionKind.STATUS})
"""Disagreements about words that take an event which they tell from whoever told it."""
_AS_ONE_DAY = 3
"""Days that a date may be long and still tell one event from another: a weekend and the night after."""
_FINE = frozenset({PlacePrecision.CITY, PlacePrecision.SITE, PlacePrecision.REGION, PlacePrecision.UNKNOWN})
"""Places that tell one event from another; many things happen in a country or a sea. Of an unknown kind are names that no gazetteer has."""
_ORDER = (*PlacePrecision,)
_SHORT, _LONG = 40, 260
"""Characters of a sentence that says enough, and of one that is still read at a glance."""
_BOTH = 2
"""A day and a place; more of them make a sentence no clearer."""
_THIS = re.compile(r"\b(?:this|that|these|those|such|its)\s$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_VALUE = 60
"""Characters of one side's value in a line that many stand in."""
_PLACES = 2
"""Places named at the head of an event: the two ends of a cable."""

Key = tuple[object, ...]


def accounts(ground: Ground, incident: Incident, claims: Sequence[Claim]) -> Fact | None:
    """The event as a fact; None where too few sources give its day or place, where it is denied, or where as many only allege it."""
    sure, alleged = vouched(claims)
    reports = [c for c in sure if isinstance(c, IncidentReport)]
    if not incident.specific or any(c.status is not Status.OCCURRED for c in reports) or _is_denied(ground, reports):
        return None
    reports = [c for c in reports if c.specific and c.confidence >= EVEN and not is_in_dispute(ground, c, _WHOSE)]
    counted = _counted(ground, reports)
    independent = ground.independent(counted) if counted else 0
    documents = tuple(dict.fromkeys(c.document_id for c in counted))
    if independent < ENOUGH or len(alleged) >= len(documents):
        return None
    by_document: dict[str, list[IncidentReport]] = defaultdict(list)
    for report in counted:
        by_document[report.document_id].append(report)
    told = {d: _told(ground, by_document[d]) for d in documents}
    points = _differ(ground, incident, counted)
    found = _heads(ground, counted, {p.what for p in points})
    lines = _side_by_side(told.values())
    shown = _shown(ground, counted, told)
    reach = ground.reach(documents, independent)
    return Fact(
        accounts=Accounts(_agree(ground, incident, counted, found), points, lines, shown),
        line=Line(
            shown.pieces,
            tuple(e for line in lines for e in line.evidence),
            label=_head(ground, counted, *found),
            disputed=bool(points),
            note="; ".join(alleged_note(len(alleged))) or None,
        ),
        reach=reach,
        independent=independent,
        documents=len(documents),
        sourcing=sourcing(ground, counted, summary=reach),
    )


def _is_denied(ground: Ground, reports: Iterable[Claim]) -> bool:
    """Whether a contradiction about whether it is so has one of the reports on a side."""
    return any(x.kind is ContradictionKind.STATUS for r in reports for x in ground.disputed.get(r.id, ()))


def _counted(ground: Ground, reports: list[IncidentReport]) -> list[IncidentReport]:
    """The most independent reports that stand in one chain of common days and places, and give no other day unless the record says that they do."""
    best: list[IncidentReport] = []
    dated = dict.fromkeys(days for r in reports if (days := _days(r.when)))
    for day in dated or [()]:
        fitting = [r for r in reports if _fits(ground, r, day)]
        for chained in _chains(fitting):
            if (ground.independent(chained), len(chained)) > (ground.independent(best) if best else 0, len(best)):
                best = chained
    return best


def _fits(ground: Ground, report: IncidentReport, day: tuple[date, ...]) -> bool:
    own = _days(report.when)
    disclosed = any(x.kind is ContradictionKind.DATE for x in ground.disputed.get(report.id, ()))
    return not own or not day or bool(set(own) & set(day)) or disclosed


def _chains(reports: list[IncidentReport]) -> list[list[IncidentReport]]:
    """The reports in groups; in each, every report has a day or place in common with another of it."""
    holders: dict[Key, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for key in _keys(report):
            holders[key].append(number)
    group = list(range(len(reports)))
    for several in holders.values():
        joined = {group[n] for n in several}
        group = [min(joined) if g in joined else g for g in group]
    chains: dict[int, list[IncidentReport]] = defaultdict(list)
    for number, report in enumerate(reports):
        chains[group[number]].append(report)
    return list(chains.values())


def _keys(report: IncidentReport) -> list[Key]:
    """By what the report is known as one of this event."""
    days: list[Key] = [("day", d) for d in _days(report.when)]
    places: list[Key] = [("place", *_place(w)) for w in report.where if w.precision in _FINE]
    if report.type is IncidentType.OTHER:
        return [(*d, *p) for d, p in product(days, places)]
    return days + places


def _days(when: When | None) -> tuple[date, ...]:
    """The days that a date may mean; none where they are too many to tell one event by."""
    first, last = (when.first_day, when.last_day) if when else (None, None)
    if first is None or last is None or (last - first).days >= _AS_ONE_DAY:
        return ()
    return tuple(first + timedelta(n) for n in range((last - first).days + 1))


def _place(where: Where) -> tuple[str, str | None]:
    """What a place is known by: its entry in the gazetteer, else its name."""
    return where.gazetteer_id or where.name.casefold(), where.country


def _heads(ground: Ground, counted: list[IncidentReport], disputed: set[str]) -> tuple[list[str], str | None]:
    """The places, finest first, and the day that enough independent sources give, unless they differ on it."""
    day = None
    dated = [r for r in counted if _days(r.when)]
    common = [d for d in sorted({d for r in dated for d in _days(r.when)}) if all(d in _days(r.when) for r in dated)]
    if "the day" not in disputed and common and ground.independent(dated) >= ENOUGH:
        day = dating.span(common[0], common[-1])
    return ([] if "the place" in disputed else _places(ground, counted)), day


def _places(ground: Ground, counted: list[IncidentReport]) -> list[str]:
    """What most sources name, of the finest kind that enough of them name."""
    naming: dict[tuple[str, str | None], list[IncidentReport]] = defaultdict(list)
    shown: dict[tuple[str, str | None], Where] = {}
    for report in counted:
        for key, where in {_place(w): w for w in report.where}.items():
            naming[key].append(report)
            shown.setdefault(key, where)
    often = {key: ground.independent(by) for key, by in naming.items()}
    enough = [key for key in naming if often[key] >= ENOUGH]
    fine = [key for key in enough if shown[key].precision in _FINE] or enough
    most = max((often[key] for key in fine), default=0)
    best = sorted((k for k in fine if often[k] == most), key=lambda k: _ORDER.index(shown[k].precision))
    return [f"{shown[k].name} ({shown[k].country})" if shown[k].country else shown[k].name for k in best[:_PLACES]]


def _agree(
    ground: Ground, incident: Incident, counted: list[IncidentReport], found: tuple[list[str], str | None]
) -> tuple[Point, ...]:
    places, day = found
    points = [Point("the day", (day,))] if day else []
    points += [Point("the place", tuple(places))] if places else []
    return (*points, *_amounts(ground, incident, {r.document_id for r in counted}))


def _amounts(ground: Ground, incident: Incident, documents: set[str]) -> Iterator[Point]:
    """The numbers counted at the event that enough independent sources give alike and none of the documents otherwise."""
    mine = set(incident.figures)
    for group in ground.record.figure_groups:
        figures = [
            c
            for c in ground.chosen(f for f in group.figures if f in mine)
            if isinstance(c, Figure) and c.document_id in documents
        ]
        one_value = len({(f.value, f.value_high, f.unit) for f in figures}) == 1
        calm = not any(f.id in ground.disputed or is_in_dispute(ground, f) for f in figures)
        if one_value and calm and ground.independent(figures) >= ENOUGH:
            written = flat(ground.documents[figures[0].document_id].quote(figures[0].span))
            yield Point("how many", (shortened(written, _VALUE),), ground.each_document(figures))


def _differ(ground: Ground, incident: Incident, counted: list[IncidentReport]) -> tuple[Point, ...]:
    """The disagreements of which two sides speak of this event, each with its sides."""
    mine = {r.id for r in counted} | set(incident.reports) | set(incident.figures)
    found: dict[str, Contradiction] = {}
    for claim in (*incident.reports, *incident.figures):
        for x in ground.disputed.get(claim, ()):
            sides = sum(bool(mine.intersection(side.claims)) for side in x.sides)
            # Who denies having done it speaks of the event and not in a report of it.
            if x.kind in _POINT and (sides > 1 or x.kind is ContradictionKind.ATTRIBUTION):
                found.setdefault(x.id, x)
    order = [*_POINT]
    return tuple(
        Point(_POINT[x.kind], tuple(shortened(in_words(x.kind, s.value), _VALUE) for s in x.sides), dispute=x.id)
        for x in sorted(found.values(), key=lambda x: order.index(x.kind))
    )


def _head(ground: Ground, counted: list[IncidentReport], places: list[str], day: str | None) -> str:
    """The type of the event, where it has none the words that name it; its places and its day."""
    first = counted[0]
    named = f"Event (“{flat(ground.documents[first.document_id].quote(first.triggers[0]))}”)"
    kind = named if first.type is IncidentType.OTHER else first.type.label[:1].upper() + first.type.label[1:]
    return ", ".join((kind, *places, *([day] if day else [])))


def _shown(ground: Ground, counted: list[IncidentReport], told: Mapping[str, Line]) -> Line:
    """A sentence whose words several carry, else the clearest of one; with its own document's evidence."""
    telling = best_telling(ground, counted)
    carried = telling and ground.independent(telling.carriers) >= ENOUGH
    if telling and carried and telling.text[:1].isupper() and not _is_headline(ground, telling):
        return replace(told[telling.claim.document_id], pieces=(Piece(telling.text),))
    return told[max(told, key=lambda d: _clear(ground, [c for c in counted if c.document_id == d], told[d]))]


def _clear(ground: Ground, reports: list[IncidentReport], line: Line) -> tuple[bool, int]:
    """How well a sentence tells of the event alone: whole, with day and place; of equals the one published first is shown."""
    spans = [(r, t) for r in reports for t in r.triggers if (t.start, t.end) in line.evidence[0].spans]
    return _is_whole(line.text), min(max((len(_beside(ground, r, t)) for r, t in spans), default=0), _BOTH)


def _is_headline(ground: Ground, telling: Telling) -> bool:
    return telling.text in flat(ground.documents[telling.claim.document_id].headline or "")


def _told(ground: Ground, reports: list[IncidentReport]) -> Line:
    """One document's sentence that names the event: by preference in its own voice, whole, and with the day and places; of equals the first."""
    found = [(report, trigger) for report in reports for trigger in report.triggers]
    report, trigger = max(found, key=lambda pair: _standing(ground, *pair))
    apart = [s for s in _beside(ground, report, trigger) if not s.overlaps(trigger)]
    return Line((Piece(ground.sentence(trigger)),), (ground.evidence(report, sorted((trigger, *apart))),))


def _standing(ground: Ground, report: IncidentReport, trigger: Span) -> tuple[bool, bool, int]:
    """How well the sentence of one trigger tells of the event alone."""
    before = ground.documents[trigger.document_id].text[: trigger.start]
    # "the attack" may open an article; where it is named again it stands for what was said before.
    back = _THIS.search(before) or (trigger != report.triggers[0] and _THE.search(before))
    own = not back and not inside_a_quotation(ground, trigger)
    return own, _is_whole(ground.sentence(trigger)), len(_beside(ground, report, trigger))


def _beside(ground: Ground, report: IncidentReport, trigger: Span) -> list[Span]:
    """Where the sentence of a trigger names the day and the places of the event."""
    low, high = ground.bounds(trigger)
    named = dict.fromkeys(s for s in (report.when_span, *(w.span for w in report.where)) if s)
    return [s for s in named if s.document_id == trigger.document_id and low <= s.start and s.end <= high]


def _is_whole(sentence: str) -> bool:
    return _SHORT <= len(sentence) <= _LONG and sentence[-1] in '.!?”"'


def _side_by_side(told: Iterable[Line]) -> tuple[Line, ...]:
    """The sentences, those of the same words once with the evidence of all."""
    same: dict[str, list[Line]] = {}
    for line in told:
        same.setdefault(line.text, []).append(line)
    return tuple(replace(alike[0], evidence=tuple(e for a in alike for e in a.evidence)) for alike in same.values())
