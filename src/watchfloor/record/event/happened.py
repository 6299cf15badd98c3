"""Happened: whether a document can have told of an event on the day that is read in it.

In go a report and its document, out comes yes or no. Nobody reports today what happened tomorrow: a date after publication is a
misprint or a misreading, and proves neither two events nor a disagreement. A document that is dated after it was fetched can't tell of what happened after that either.
"""

from __future__ import annotations

from datetime import timedelta

from watchfloor.model.claim import IncidentReport, Status
from watchfloor.model.document import Document

_AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
"""How a document presents what may yet come."""
_AHEAD_OF_US = timedelta(days=1)
"""Somewhere it is tomorrow already when a document is fetched."""


def told_before(report: IncidentReport, document: Document) -> bool:
    """Whether the report's first day is neither after that of publication nor, whatever date the document bears, after that of fetching; always, for what is yet to come."""
    if report.status in _AHEAD or report.when is None or report.when.first_day is None:
        return True
    published = document.published.last_day if document.published else None
    fetched = document.fetched_at.date() + _AHEAD_OF_US
    return report.when.first_day <= min(published or fetched, fetched)
