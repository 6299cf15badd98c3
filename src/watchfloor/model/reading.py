"""Reading: everything that one reader found in one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim, Figure, IncidentReport, Position, Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """One document's claims and the actors they speak of, as one version of one reader found them.

    `reader` names the reader and its version ("rules 1"). `not_read` gives the reason where the document was left unread
    ("language: de"); such a reading holds no claim. Actors' ids are unique to the document.
    """

    document_id: str
    reader: str
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    incidents: tuple[IncidentReport, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    not_read: str | None = None

    @property
    def claims(self) -> Iterator[Claim]:
        """Every claim: statements, then incidents, positions, figures."""
        yield from self.statements
        yield from self.incidents
        yield from self.positions
        yield from self.figures
