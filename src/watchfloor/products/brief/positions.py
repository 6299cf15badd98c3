"""Positions: the table of actors by issues, as far as it fits on a page.

In go the ground and the documents of one story, out comes a grid: the issues with most actors as columns, whoever stands on any of them as rows, each
cell with every entry of the record's stance table, its words, outlet and date. A member of a group has a row where something is
told of it by name; whom a group stands for is told in the group's row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from watchfloor.model.claim import Claim, Polarity, Statement, StatementKind
from watchfloor.model.issue import ISSUES, label
from watchfloor.model.stance import Change, Stance, StanceEntry, Voicing
from watchfloor.products.brief import dating
from watchfloor.products.brief.bounds import ROWS, VERSIONS
from watchfloor.products.brief.ground import Ground, flat
from watchfloor.products.brief.shape import Cell, Grid, Holder, Line, Piece, Standing, Turn
from watchfloor.record.position.expansion import Roster

_COLUMNS = 6
"""Issues side by side that a page still holds beside the names."""
_WORDS = 260
"""Characters of an entry's sentence; the whole stands in the note."""
_AND = re.compile(r",|\band\b|&")
_LEADERS = re.compile(r"\b(?:leaders|governments|ministers|presidents)\b", re.IGNORECASE)
"""Of "leaders of France and Spain" the row stays, as they are not the states themselves."""


def columns_of(ground: Ground, documents: frozenset[str]) -> tuple[str, ...]:
    """The issues of the schema on which most actors stand, the first of the schema first among equals."""
    actors: dict[str, set[str]] = {}
    for row in _rows(ground, documents):
        actors.setdefault(row.toward, set()).add(row.actor)
    known = list(ISSUES)
    return tuple(sorted(actors, key=lambda t: (-len(actors[t]), known.index(t)))[:_COLUMNS])


def grid(ground: Ground, documents: frozenset[str], columns: Sequence[str], part: str) -> Grid:
    """The grid of these issues; `part` is the id under which its cells are found."""
    by_actor: dict[str, dict[str, Stance]] = {}
    for row in _rows(ground, documents):
        if row.toward in columns:
            by_actor.setdefault(row.actor, {})[row.toward] = row
    members = _members(ground)
    lists = _lists(members, ground)
    ordered = sorted(by_actor.items(), key=lambda item: _order(columns, item[1]))
    holders = tuple(
        Holder(
            actor=ground.namesakes.get(actor, next(iter(held.values())).name),
            members=members.get(actor, ()),
            cells=tuple(
                _cell(ground, held[t], documents, lists, f"{part}-stand-{number}-{n}") if t in held else None
                for n, t in enumerate(columns, start=1)
            ),
        )
        for number, (actor, held) in enumerate(ordered[:ROWS], start=1)
    )
    return Grid(tuple(_short(t) for t in columns), holders, max(len(ordered) - ROWS, 0))


def _order(columns: Sequence[str], held: Mapping[str, Stance]) -> tuple[object, ...]:
    """Who stands on most issues first; then by column, and within one those for it before those against it."""
    stands = [list(Polarity).index(held[t].polarities[0]) for t in columns if t in held]
    return (-len(held), *(t not in held for t in columns), stands, next(iter(held.values())).name)


def _rows(ground: Ground, documents: frozenset[str]) -> list[Stance]:
    """The rows on issues of the schema for which a document of the story tells something by name.

    The members of a list ("France and Spain") are told by name; the list itself then needs no row.
    """
    lists = _lists(_members(ground), ground)
    return [
        row
        for row in ground.record.stances
        if row.toward in ISSUES
        and row.actor not in lists
        and any(e.document_id in documents and (e.group is None or e.group in lists) for e in row.entries)
    ]


def _lists(members: Iterable[str], ground: Ground) -> frozenset[str]:
    """Those of the groups that are nothing but lists, which name their members."""
    return frozenset(a for a in members if _AND.search(ground.name(a)) and not _LEADERS.search(ground.name(a)))


def _short(toward: str) -> str:
    """The label without what it explains in brackets."""
    return label(toward).partition(" (")[0]


def _members(ground: Ground) -> dict[str, tuple[str, ...]]:
    """Whom each group of the table stands for, by name, on the day of what is first told of it."""
    roster = Roster.of(ground.record.actors)
    first = {row.actor: row.entries[0].when for row in reversed(ground.record.stances) if row.actor in ground.actors}
    found = {
        key: roster.members(ground.actors[key], when.last_day if when else None) for key, when in sorted(first.items())
    }
    return {key: tuple(m.name for m in members) for key, members in found.items() if members}


def _cell(ground: Ground, row: Stance, documents: frozenset[str], lists: frozenset[str], name: str) -> Cell:
    entries = [e for e in row.entries if e.document_id in documents]
    own = {e.polarity for e in entries if e.group is None or e.group in lists}
    turns = tuple(_turn(c) for c in row.changes if {c.before.document_id, c.after.document_id} & documents)
    told = tuple(_standing(ground, e) for e in _shown(entries))
    return Cell(
        name,
        _short(row.toward),
        tuple(p for p in Polarity if p in own),
        turns,
        told[:VERSIONS],
        max(len(told) - VERSIONS, 0),
    )


def _shown(entries: Sequence[StanceEntry]) -> list[StanceEntry]:
    """The entries without those of one document that say the same in the same voice: the first of them speaks for all."""
    first: dict[object, StanceEntry] = {}
    for e in entries:
        first.setdefault((e.document_id, e.polarity, e.voicing, e.group), e)
    return list(first.values())


def _turn(change: Change) -> Turn:
    then, now = (dating.interval(e.when) if e.when else "" for e in (change.before, change.after))
    return Turn(change.before.polarity, change.after.polarity, then, now)


def _standing(ground: Ground, entry: StanceEntry) -> Standing:
    claim = ground.claims[entry.claim]
    line = Line(_pieces(ground, claim), (ground.evidence(claim),))
    return Standing(entry.polarity, _how(ground, entry), dating.interval(entry.when) if entry.when else None, line)


def _pieces(ground: Ground, claim: Claim) -> tuple[Piece, ...]:
    """The sentence with the words that show the stand marked; the words alone where they are more than a sentence."""
    words = flat(ground.documents[claim.document_id].quote(claim.spans[0]))
    before, found, after = ground.sentence(claim.spans[0], _WORDS).partition(words)
    if not found or len(claim.spans) > 1:
        return (Piece(ground.words(claim, _WORDS)),)
    return tuple(p for p in (Piece(before), Piece(words, tells=bool(before or after)), Piece(after)) if p.text)


def _how(ground: Ground, entry: StanceEntry) -> str:
    """In whose words: in the actor's own, attributed to it, told by the outlet or by another, each with the group of which it is said."""
    told = f"according to {ground.name(entry.by)}"
    if entry.voicing is Voicing.REPORTED:
        told = "told by the outlet"
    elif entry.voicing is Voicing.OWN:
        said = ground.claims.get(entry.statement or "")
        quoted = isinstance(said, Statement) and said.kind is not StatementKind.INDIRECT
        told = "own words" if quoted else "attributed"
    return f"{told}, of {ground.name(entry.group)}" if entry.group else told
