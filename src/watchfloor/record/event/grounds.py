"""Grounds: what is known of an incident, and from whom: its status with the voices behind it, and its figures.

In go an incident with what its documents say, and figures with their scenes; out comes the incident with both. A report is in the words of
the innermost speaker around the trigger that comes first, else in the document's own. Nothing is weighed: a status is what reports say, and a figure is a claim like any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from watchfloor.model.claim import NARRATOR, IncidentReport, Status
from watchfloor.model.record import Grounds, Incident
from watchfloor.record.contradiction.finding import Testimony
from watchfloor.record.count.figures import Count
from watchfloor.record.event.incidents import STRONGEST


def grounded(incidents: Iterable[Incident], told: Testimony, counts: Iterable[Count]) -> tuple[Incident, ...]:
    """The incidents with what their status stands on, and with the figures that are counted at them."""
    figures: dict[str, list[str]] = defaultdict(list)
    for c in counts:
        for incident in c.scene.at if c.noun is not None else ():
            figures[incident].append(c.id)
    return tuple(
        replace(i, grounds=grounds(i, told), figures=tuple(sorted(figures[i.id])) if i.specific else ())
        for i in incidents
    )


def grounds(incident: Incident, told: Testimony) -> tuple[Grounds, ...]:
    """For each status that a report gives, its reports and in whose words they are."""
    by_status: Mapping[Status, list[IncidentReport]] = {
        status: found
        for status in STRONGEST
        if (found := [r for r in told.of_incident(incident) if r.status is status])
    }
    return tuple(
        Grounds(status, tuple(r.id for r in found), tuple(dict.fromkeys(_voice(r, told) for r in found)))
        for status, found in by_status.items()
    )


def _voice(report: IncidentReport, told: Testimony) -> str:
    first = report.triggers[0]
    around = [
        (p.end - p.start, v.speaker)
        for v in told.said.get(report.document_id, ())
        for p in v.statement.content
        if v.speaker and p.start <= first.start and first.end <= p.end
    ]
    return min(around)[1] if around else NARRATOR
