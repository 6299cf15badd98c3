"""Belonging: claims with the actors of their reading replaced by those of the record.

In go readings and which actor of the record each of theirs is part of, out come the same claims with the record's ids. Nothing else of
a claim is changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from watchfloor.model.claim import NARRATOR, Claim, Figure, IncidentReport, Position, Statement
from watchfloor.model.reading import Reading
from watchfloor.record.actor.persona import key_of


def statements(reading: Reading, belongs: Mapping[str, str]) -> list[Statement]:
    """The reading's statements with the record's speakers."""
    return [
        replace(s, speaker=None if s.speaker is None else actor(reading, s.speaker, belongs))
        for s in reading.statements
    ]


def reports(reading: Reading, belongs: Mapping[str, str]) -> list[IncidentReport]:
    """The reading's incident reports with the record's actors as blamed and blaming."""
    return [
        replace(
            r,
            blamed=tuple(
                replace(b, actor=actor(reading, b.actor, belongs), by=actor(reading, b.by, belongs)) for b in r.blamed
            ),
        )
        for r in reading.incidents
    ]


def positions(reading: Reading, belongs: Mapping[str, str]) -> list[Position]:
    """The reading's positions with the record's actors."""
    return [replace(p, actor=actor(reading, p.actor, belongs)) for p in reading.positions]


def figures(reading: Reading, belongs: Mapping[str, str]) -> list[Figure]:
    """The reading's figures with the record's actors as those who assert them."""
    return [replace(f, asserted_by=actor(reading, f.asserted_by, belongs)) for f in reading.figures]


def actor(reading: Reading, actor_id: str, belongs: Mapping[str, str]) -> str:
    """The record's actor of which the reading's is part; the narrator stays the narrator.

    Raises:
        ValueError: the reading has no such actor.
    """
    if actor_id == NARRATOR:
        return NARRATOR
    found = belongs.get(key_of(reading.document_id, actor_id))
    if found is None:
        raise ValueError(
            f"a claim of document {reading.document_id[:12]} names actor {actor_id!r}, whom its reading lacks"
        )
    return found


def claim(one: Claim, home: Mapping[str, str]) -> Claim:
    """A claim with the actors in it replaced by those of `home`, whose keys are actors of readings; one that is not there stays."""
    match one:
        case Statement():
            return replace(one, speaker=home.get(one.speaker, one.speaker) if one.speaker else None)
        case IncidentReport():
            blamed = (replace(b, actor=home.get(b.actor, b.actor), by=home.get(b.by, b.by)) for b in one.blamed)
            return replace(one, blamed=tuple(blamed))
        case Position():
            return replace(one, actor=home.get(one.actor, one.actor))
        case Figure():
            return replace(one, asserted_by=home.get(one.asserted_by, one.asserted_by))
