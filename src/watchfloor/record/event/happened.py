"""Happened: whether a document can have told of an event on the day that is read in it.

In go a report and its document, out comes yes or no. Nobody reports today what happened tomorrow: a date after publication is a
misprint or a misreading, and proves neither two events nor a disagreement. A document that is dated after it was fetched can't tell of what happened after that either.
"""

from __future__ import annotations

from datetime import date, timedelta

from watchfloor.model.claim import IncidentReport, Status
from watchfloor.model.document import Document

_AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
"""How a document presents what may yet come."""
_AHEAD_OF_US = timedelta(days=1)
"""Somewhere it is tomorrow already when a document is fetched."""


def told_before(report: IncidentReport, document: Document) -> bool:
    """Whether the report's first day is one of which the document can tell; always, for what is yet to come."""
    if report.status in _AHEAD or report.when is None or report.when.first_day is None:
        return True
    return report.when.first_day <= last_told(document)


def last_told(document: Document) -> date:
    """The last day of which the document can tell: that of publication or, whatever date it bears, that of fetching."""
    published = document.published.last_day if document.published else None
    fetched = _fetched(document)
    return min(published or fetched, fetched)


def is_dated_ahead(document: Document) -> bool:
    """Whether the document bears a date after that of its fetching, which can't be right."""
    first = document.published.first_day if document.published else None
    return first is not None and first > _fetched(document)


def _fetched(document: Document) -> date:
    return document.fetched_at.date() + _AHEAD_OF_US
