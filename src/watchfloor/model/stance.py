"""Stance: where one actor stands on one issue, according to everybody who says so.

A row of the table actors by issues. Its entries are claims of documents and stay apart: two that differ make it a change or a
contradiction, never a mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watchfloor.model.claim import Polarity
from watchfloor.model.span import Span
from watchfloor.model.when import When


class Voicing(StrEnum):
    """Who says where the actor stands."""

    OWN = "own"
    """The actor, in words that a document gives to it."""
    REPORTED = "reported"
    """A document in its own voice ("Norland is weighing sanctions"), or a source that it does not name."""
    ASCRIBED = "ascribed"
    """Another actor ("Norland wants war, the ambassador said")."""


@dataclass(frozen=True, slots=True)
class StanceEntry:
    """One claim's word on where an actor stands.

    `claim` is the id of a position or of a statement, `spans` the words that show it. `when` is the time that the text gives with the
    words in `dated`, else the document's publication (no later than its fetching), None where neither is known. `by` is the actor who ascribes the stand, `group` the
    actor of whom it was said where that is a group to which this one belongs; `statement` the id of the statement that tells it.
    """

    claim: str
    document_id: str
    polarity: Polarity
    spans: tuple[Span, ...]
    voicing: Voicing
    when: When | None = None
    dated: Span | None = None
    by: str | None = None
    group: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An actor who stood one way and later another: the last entry of the one and the first of the other, whose times exclude each other."""

    before: StanceEntry
    after: StanceEntry


@dataclass(frozen=True, slots=True)
class Stance:
    """One row: an actor, an issue, and every entry in order of time.

    `actor` is the id of an actor of the record, or `state:<ISO code>` for a member of a group that no document names by itself; `toward` a
    code of `watchfloor.model.issue` or `other:<short name>`.
    """

    actor: str
    name: str
    toward: str
    entries: tuple[StanceEntry, ...]
    changes: tuple[Change, ...] = ()

    @property
    def polarities(self) -> tuple[Polarity, ...]:
        """Every way in which the actor is said to stand, for before against before open before mixed."""
        return tuple(p for p in Polarity if any(e.polarity is p for e in self.entries))

    @property
    def own(self) -> tuple[StanceEntry, ...]:
        """The entries that are of the actor itself and of no group to which it belongs."""
        return tuple(e for e in self.entries if e.group is None)
