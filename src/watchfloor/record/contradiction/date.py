"""Date: one event that documents date to times which exclude each other.

In go incidents with their reports, out come findings. Patterns have no date; an interval too long to date an event
("this year") contradicts nothing, nor does a day after the publication, nor the same sentence printed on two days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.claim import IncidentReport
from watchfloor.model.record import ContradictionKind, Incident, Strength
from watchfloor.model.when import When
from watchfloor.record.contradiction.finding import Finding, Setting, capital, shortened, side
from watchfloor.record.event.happened import told_before
from watchfloor.record.event.sighting import is_dated


def find(incidents: Iterable[Incident], reports: Mapping[str, IncidentReport], setting: Setting) -> list[Finding]:
    """Events with datings that exclude each other, with one side for each dating."""
    events = ([reports[key] for key in incident.reports] for incident in incidents if incident.specific)
    return [finding for event in events if (finding := _disagreement(event, setting))]


def _disagreement(reports: Sequence[IncidentReport], setting: Setting) -> Finding | None:
    dated = [(r, r.when) for r in reports if r.when and r.when_span and is_dated(r.when) and _told(r, setting)]
    disputed: dict[str, IncidentReport] = {}
    strength = Strength.TENSION
    for (a, when), (b, other) in combinations(dated, 2):
        if a.document_id != b.document_id and not when.may_overlap(other) and not _printed_again(a, b, setting):
            disputed |= {a.id: a, b.id: b}
            strength = Strength.CONTRADICTION
    if not disputed:
        return None
    by_date: dict[str, list[IncidentReport]] = defaultdict(list)
    for r, when in sorted(dated, key=lambda item: (item[1].first_day, item[0].id)):
        if r.id in disputed:
            by_date[_days(when)].append(r)
    told = [f"to {days} in {setting.labels(r.document_id for r in rs)}" for days, rs in by_date.items()]
    named = setting.excerpt(next(iter(disputed.values())).triggers[:1])
    sides = tuple(side(days, rs, [s for r in rs for s in (r.when_span,) if s]) for days, rs in by_date.items())
    return Finding(ContradictionKind.DATE, strength, capital(f'"{named}" is dated {", ".join(shortened(told))}'), sides)


def _printed_again(a: IncidentReport, b: IncidentReport, setting: Setting) -> bool:
    """Whether both dates stand on the very same sentence: "on Sunday" printed again a week later dates nothing anew."""
    return bool(
        a.when_span and b.when_span and setting.texts.sentence(a.when_span) == setting.texts.sentence(b.when_span)
    )


def _told(report: IncidentReport, setting: Setting) -> bool:
    return told_before(report, setting.texts.documents[report.document_id])


def _days(when: When) -> str:
    """The days of an interval in ISO form."""
    first, last = when.first_day, when.last_day
    return f"{first}" if first == last else f"{first} to {last}"
