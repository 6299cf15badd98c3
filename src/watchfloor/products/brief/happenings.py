"""Incidents: what is reported to have happened, when and where as exactly as known and no more.

In go the ground and the documents of one story, out come its hybrid events, its hybrid patterns, and apart from both
the acts of open war and whatever else is context. A pattern is never counted as an event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from watchfloor.model.claim import IncidentReport, Status
from watchfloor.model.record import Incident
from watchfloor.model.when import When
from watchfloor.model.where import Where
from watchfloor.products.brief import dating
from watchfloor.products.brief.ground import Ground, flat
from watchfloor.products.brief.shape import Happening, Interval, Line, Piece
from watchfloor.products.brief.sourcing import sourcing

_EXPLICIT = 60
"""Characters of a time expression worth showing where no date can be computed from it."""
_WEIGHT = (Status.OCCURRED, Status.ALLEGED, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL)


@dataclass(frozen=True, slots=True)
class Happenings:
    """The incidents of one story in three groups, each with the most carried first."""

    events: tuple[Happening, ...]
    patterns: tuple[Happening, ...]
    context: tuple[Happening, ...]


def happenings(ground: Ground, documents: frozenset[str], period: tuple[date, date] | None) -> Happenings:
    """The story's incidents; `period` is what ranges of dates are drawn against, None where nothing is dated."""
    found: list[tuple[Incident, Happening]] = []
    for incident in ground.record.incidents:
        happening = _happening(ground, incident, documents, period)
        if happening:
            found.append((incident, happening))
    found.sort(
        key=lambda pair: (-pair[1].sourcing.independent, -len(pair[1].line.evidence), _WEIGHT.index(pair[1].status))
    )
    hybrid = [(i, h) for i, h in found if i.type.is_hybrid]
    return Happenings(
        tuple(h for i, h in hybrid if i.specific),
        tuple(h for i, h in hybrid if not i.specific),
        tuple(h for i, h in found if not i.type.is_hybrid),
    )


def _happening(
    ground: Ground, incident: Incident, documents: frozenset[str], period: tuple[date, date] | None
) -> Happening | None:
    chosen = ground.chosen(incident.reports)
    reports = [c for c in chosen if c.document_id in documents and isinstance(c, IncidentReport)]
    if not reports:
        return None
    first = min(reports, key=lambda r: (_WEIGHT.index(r.status), r.when is None, not r.where))
    evidence = ground.each_document([first, *(r for r in reports if r is not first)])
    statuses = {r.status for r in reports}
    disputed = Status.DENIED in statuses and len(statuses) > 1
    line = Line(_told(ground, first), evidence, disputed=disputed, note=_note(statuses))
    return Happening(
        id=incident.id,
        type=incident.type.label.capitalize(),
        specific=incident.specific,
        status=incident.status,
        when=_when(ground, incident, reports),
        interval=_interval(incident.when, period),
        where=_where(incident.where),
        line=line,
        sourcing=sourcing(ground, reports),
        reports=tuple(_report(ground, r) for r in reports) if len(reports) > 1 else (),
        also=tuple(s for s in (Status.ALLEGED, Status.DENIED) if s in statuses and s is not incident.status),
    )


def _told(ground: Ground, report: IncidentReport) -> tuple[Piece, ...]:
    """The sentence that first tells of the event, with the words that name it marked: one sentence may tell of several."""
    trigger = report.triggers[0]
    before, named, after = ground.sentence(trigger).partition(
        flat(ground.documents[trigger.document_id].quote(trigger))
    )
    return tuple(p for p in (Piece(before), Piece(named, tells=True), Piece(after)) if p.text)


def _note(statuses: set[Status]) -> str | None:
    """How the reports present it, where they do not all do so alike."""
    if len(statuses) == 1:
        return None
    return f"presented as {' and as '.join(s.value for s in _WEIGHT if s in statuses)}"


def _report(ground: Ground, report: IncidentReport) -> Line:
    when = dating.interval(report.when) if report.when else None
    known = [report.status.value, when or "", _where(report.where) or ""]
    return Line(
        _told(ground, report),
        (ground.evidence(report),),
        note=", ".join(word for word in known if word),
    )


def _when(ground: Ground, incident: Incident, reports: list[IncidentReport]) -> str | None:
    """The date in words; where none can be computed, the document's own expression in quotation marks."""
    if incident.when:
        return dating.interval(incident.when)
    for report in reports:
        if report.when_span:
            words = flat(ground.documents[report.document_id].quote(report.when_span))
            if len(words) <= _EXPLICIT:
                return f"“{words}”"
    return None


def _interval(when: When | None, period: tuple[date, date] | None) -> Interval | None:
    """What to draw: only a range, never a day that is known."""
    if when is None or period is None or (when.first_day is not None and when.first_day == when.last_day):
        return None
    return Interval(when.first_day, when.last_day, period)


def _where(places: tuple[Where, ...]) -> str | None:
    names = dict.fromkeys(f"{p.name} ({p.country})" if p.country else p.name for p in places)
    return ", ".join(names) or None
