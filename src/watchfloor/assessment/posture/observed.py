"""Observed: what a record holds of attacks, as counts a scenario can be filled from.

In goes a Record, out come counts of hybrid events by type and half of the period, and days from event to first blame. An
incident counts once, however many reports it has; patterns, denied, planned and hypothetical events don't count, and neither
do events without a date. A record holds what was fed to it: counts are of coverage first, and of attacks only through it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from watchfloor.errors import ScenarioError
from watchfloor.model.claim import Hedge, IncidentReport, Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Incident, Record

DAYS_A_MONTH = 365.2425 / 12
SHORTEST = 3.0
"""Months below which a record's events make no rate: articles are gathered because something happened."""
_HAPPENED = frozenset({Status.OCCURRED, Status.ALLEGED})
_WIDEST = 92
"""Days that an event's date may span: "this spring" can still be put into a half of a period, "since 2022" can't."""


@dataclass(frozen=True, slots=True)
class Observed:
    """Counts from `first` to `last`.

    `halves` are the events in the earlier and later half of that time, by the middle of each event's date. `delays` are
    days from an event to the first publication that blames somebody for it; events that nobody is blamed for yet are
    not among them, so attribution looks quicker than it is. `undated` events are counted nowhere else.
    """

    first: date
    last: date
    by_type: Mapping[IncidentType, int]
    halves: tuple[int, int]
    delays: tuple[float, ...]
    undated: int

    @property
    def events(self) -> int:
        """How many events were counted."""
        return sum(self.by_type.values())

    @property
    def months(self) -> float:
        """The length of the period."""
        return ((self.last - self.first).days + 1) / DAYS_A_MONTH

    @property
    def long_enough(self) -> bool:
        """Whether the period is long enough to say anything of how often attacks happen."""
        return self.months >= SHORTEST


def observed(record: Record, first: date | None = None, last: date | None = None) -> Observed:
    """What `record` holds from `first` to `last`; unless given, from its earliest event to its latest publication or event.

    Raises:
        ScenarioError: the days are the wrong way round, or there is no dated hybrid event between them.
    """
    reports = {one.id: one for one in record.reports}
    hybrid = [one for one in record.incidents if one.specific and one.type.is_hybrid and one.status in _HAPPENED]
    dated = [(one, _middle(one)) for one in hybrid]
    days = [middle for _, middle in dated if middle]
    published = [one.published.last_day for one in record.documents if one.published and one.published.last_day]
    first = first or min(days, default=None)
    last = last or max([*days, *published], default=None)
    if first is None or last is None:
        raise ScenarioError(
            "The record holds no hybrid event with a date, so there is nothing to fill a scenario with."
        )
    if first > last:
        raise ScenarioError(f"The period must begin before it ends; {first} is after {last}.")
    inside = [(one, middle) for one, middle in dated if middle and first <= middle <= last]
    if not inside:
        raise ScenarioError(f"The record holds no hybrid event dated from {first} to {last}.")
    half = first + (last - first) / 2
    later = sum(middle > half for _, middle in inside)
    delays = [_delay(record, one, reports) for one, _ in inside]
    return Observed(
        first=first,
        last=last,
        by_type=Counter(one.type for one, _ in inside),
        halves=(len(inside) - later, later),
        delays=tuple(one for one in delays if one is not None),
        undated=sum(middle is None for _, middle in dated),
    )


def _middle(incident: Incident) -> date | None:
    """The middle of an event's date, where it is known closely enough."""
    if incident.when is None or incident.when.first_day is None or incident.when.last_day is None:
        return None
    width = incident.when.last_day - incident.when.first_day
    return incident.when.first_day + timedelta(days=width.days // 2) if width.days <= _WIDEST else None


def _delay(record: Record, incident: Incident, reports: Mapping[str, IncidentReport]) -> float | None:
    """Days from an event to the first publication in which somebody is blamed for it, and not only cleared of it."""
    published = {one.id: one.published for one in record.documents}
    blaming = []
    for report in (reports[one] for one in incident.reports if one in reports):
        when = published.get(report.document_id)
        if when and when.first_day and any(one.hedge is not Hedge.DENIED for one in report.blamed):
            blaming.append(when.first_day)
    happened = _middle(incident)
    return float(max((min(blaming) - happened).days, 0)) if blaming and happened else None
