"""An invented record of incidents for tests: exercise events by type, day and first blame."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from invented import document
from watchfloor.model.claim import NARRATOR, Blame, Hedge, IncidentReport, Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Incident, Record
from watchfloor.model.span import Span
from watchfloor.model.when import Precision, When

Event = tuple[IncidentType, date | None, int | None]
"""A type, the day it happened (None: unknown), and after how many days somebody was blamed (None: nobody was)."""


def record(*events: Event, status: Status = Status.OCCURRED, specific: bool = True) -> Record:
    """A record with one report for each event, printed on the day of the blame or a day after the event."""
    documents, reports, incidents = [], [], []
    for number, (kind, day, blamed) in enumerate(events):
        printed = (day or date(2025, 1, 1)) + timedelta(days=1 if blamed is None else blamed)
        text = f"EXERCISE. Event number {number}."
        one = document(text, published=datetime.combine(printed, datetime.min.time(), UTC))
        span = Span(one.id, 0, 8)
        blame = () if blamed is None else (Blame(actor="torvan", by=NARRATOR, hedge=Hedge.SUSPECTED, span=span),)
        when = When.days(day, day, Precision.DAY) if day else None
        documents.append(one)
        reports.append(
            IncidentReport(
                id=f"r{number}",
                document_id=one.id,
                reader="exercise",
                confidence=1,
                type=kind,
                status=status,
                specific=specific,
                triggers=(span,),
                when=when,
                blamed=blame,
            )
        )
        incidents.append(Incident(f"i{number}", kind, specific, status, (f"r{number}",), when))
    return Record(reader="exercise", documents=tuple(documents), reports=tuple(reports), incidents=tuple(incidents))


def cleared(found: Record) -> Record:
    """The same record in which every blame is a denial."""
    reports = tuple(
        replace(one, blamed=tuple(replace(blame, hedge=Hedge.DENIED) for blame in one.blamed)) for one in found.reports
    )
    return replace(found, reports=reports)
