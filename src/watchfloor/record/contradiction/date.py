"""Date: one event that documents date to times which exclude each other.

In go incidents with their reports, out come findings. Patterns have no date; an interval too long to date an event
("this year") contradicts nothing, nor does a day after the publication, a day whose year the document leaves out, in another year, nor another night of "three nights in a row". The same sentence printed on two days gives the day that it gave first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.claim import IncidentReport
from watchfloor.model.record import ContradictionKind, Incident, Strength
from watchfloor.model.when import When
from watchfloor.record.contradiction.finding import Finding, Setting, capital, shortened, side
from watchfloor.record.event.dating import Dating, first_told
from watchfloor.record.event.happened import told_before
from watchfloor.record.event.sighting import is_dated, is_in_series

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\byear\b", re.IGNORECASE)
"""Words that tell the year, by number or as "last year"."""


def find(incidents: Iterable[Incident], reports: Mapping[str, IncidentReport], setting: Setting) -> list[Finding]:
    """Events with datings that exclude each other, with one side for each dating."""
    events = ([reports[key] for key in incident.reports] for incident in incidents if incident.specific)
    return [finding for event in events if (finding := _disagreement(event, setting))]


def _disagreement(reports: Sequence[IncidentReport], setting: Setting) -> Finding | None:
    held = (r for r in reports if _told(r, setting))
    first = first_told(dating for r in held if (dating := Dating.of(r, setting.texts)))
    dated = [(r, first[r.id]) for r in reports if r.id in first and is_dated(first[r.id])]
    disputed: dict[str, IncidentReport] = {}
    strength = Strength.TENSION
    for (a, when), (b, other) in combinations(dated, 2):
        if a.document_id == b.document_id or _is_one_day_of_a_year(a, when, b, other, setting):
            continue
        if not when.may_overlap(other):
            disputed |= {a.id: a, b.id: b}
            strength = Strength.CONTRADICTION
    if not disputed or any(is_in_series(r, setting.texts) for r in reports):
        return None
    by_date: dict[str, list[IncidentReport]] = defaultdict(list)
    for r, when in sorted(dated, key=lambda item: (item[1].first_day, item[0].id)):
        if r.id in disputed:
            by_date[_days(when)].append(r)
    told = [f"to {days} in {setting.labels(r.document_id for r in rs)}" for days, rs in by_date.items()]
    named = setting.excerpt(next(iter(disputed.values())).triggers[:1])
    sides = tuple(side(days, rs, [s for r in rs for s in (r.when_span,) if s]) for days, rs in by_date.items())
    return Finding(ContradictionKind.DATE, strength, capital(f'"{named}" is dated {", ".join(shortened(told))}'), sides)


def _told(report: IncidentReport, setting: Setting) -> bool:
    return told_before(report, setting.texts.documents[report.document_id])


def _is_one_day_of_a_year(a: IncidentReport, when: When, b: IncidentReport, other: When, setting: Setting) -> bool:
    """Whether both mean one day of a year, and one leaves the year to be guessed: the guess contradicts nobody."""
    first, second = when.first_day, other.first_day
    guessed = any(r.when_span and not _YEAR.search(setting.texts.quote(r.when_span)) for r in (a, b))
    return bool(first and second and (first.month, first.day) == (second.month, second.day) and guessed)


def _days(when: When) -> str:
    """The days of an interval in ISO form."""
    first, last = when.first_day, when.last_day
    return f"{first}" if first == last else f"{first} to {last}"
