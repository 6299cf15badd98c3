"""Happened: whether a document can have told of an event on the day that is read in it.

In go a report and its document, out comes yes or no. Nobody reports today what happened tomorrow: a date after publication is a
misprint or a misreading, and proves neither two events nor a disagreement.
"""

from __future__ import annotations

from watchfloor.model.claim import IncidentReport, Status
from watchfloor.model.document import Document

_AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
"""How a document presents what may yet come."""


def told_before(report: IncidentReport, document: Document) -> bool:
    """Whether the report's first day is not after that of publication, or where that is unknown, of fetching; always, for what is yet to come."""
    if report.status in _AHEAD or report.when is None or report.when.first_day is None:
        return True
    published = document.published.last_day if document.published else None
    return report.when.first_day <= (published or document.fetched_at.date())
