"""Referents: what "this" and "such a step" mean where somebody takes a stand on it.

In go what a document has told so far, with where, out comes what was told last before. Whether the words mean it is for whoever asks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from watchfloor.model.claim import IncidentReport
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.reading.stance.own_issue import own_issue

_REACH = 900
"""Characters back over which "this" may mean something told: two or three paragraphs."""
_SAYS_LITTLE = frozenset({IncidentType.OTHER, IncidentType.OTHER_HYBRID})
"""Types of incident that say too little to name an issue; the words of the trigger do."""

Told = tuple[int, str]
"""Where something begins that was told, and the issue that it makes."""


def events(document: Document, incidents: Iterable[IncidentReport]) -> list[Told]:
    """Every mention of an incident, by its type or, where that says too little, its words."""
    return [
        (span.start, name)
        for incident in incidents
        for span in incident.triggers
        if (name := _issue(incident.type, document.quote(span)))
    ]


def last_before(told: Sequence[Told], start: int, end: int) -> str | None:
    """What is told first between `start` and `end`, else last before `start`; None if that lies far back. `told` is in order."""
    at = bisect_left(told, (start, ""))
    if at < len(told) and told[at][0] < end:
        return told[at][1]
    return told[at - 1][1] if at and start - told[at - 1][0] <= _REACH else None


def _issue(kind: IncidentType, words: str) -> str | None:
    return own_issue(words) if kind in _SAYS_LITTLE else f"other:{kind.value}"
