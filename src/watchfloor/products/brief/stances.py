"""Stances: where actors stand on the issues that have no column in the grid of positions, according to which document.

In go the ground and the documents of one story, out come its issues, the most contested first. An actor of whom
documents give different positions on one issue stands there with each of them, marked.
"""

from __future__ import annotations

from collections.abc import Collection

from watchfloor.model.claim import Polarity, Position
from watchfloor.model.issue import label
from watchfloor.products.brief.ground import Ground
from watchfloor.products.brief.shape import Issue, Line, Piece, Stance

_WORDS = 130
"""Characters of a position's words in its row: one line and a half; the whole stands in the note."""
_ORDER = tuple(Polarity)


def issues(ground: Ground, documents: frozenset[str], columns: Collection[str] = ()) -> tuple[Issue, ...]:
    """The issues on which most actors take a position first; within one, for before against before open before mixed."""
    by_issue: dict[str, dict[tuple[str, Polarity], list[Position]]] = {}
    for position in ground.chosen(p.id for p in ground.record.positions if p.toward not in columns):
        if position.document_id in documents and isinstance(position, Position):
            held = by_issue.setdefault(label(position.toward), {})
            held.setdefault((ground.name(position.actor), position.polarity), []).append(position)
    found = [Issue(name, _stances(ground, held)) for name, held in by_issue.items()]
    return tuple(sorted(found, key=lambda issue: -len(issue.stances)))


def _stances(ground: Ground, held: dict[tuple[str, Polarity], list[Position]]) -> tuple[Stance, ...]:
    polarities: dict[str, set[Polarity]] = {}
    for actor, polarity in held:
        polarities.setdefault(actor, set()).add(polarity)
    found = [
        Stance(actor, polarity, _line(ground, positions, both={Polarity.FOR, Polarity.AGAINST} <= polarities[actor]))
        for (actor, polarity), positions in held.items()
    ]
    return tuple(sorted(found, key=lambda s: (_ORDER.index(s.polarity), -len(s.line.evidence), s.actor)))


def _line(ground: Ground, positions: list[Position], *, both: bool) -> Line:
    first = min(positions, key=lambda p: len(p.span))
    evidence = ground.each_document([first, *(p for p in positions if p is not first)])
    note = "reported both for and against" if both else None
    return Line((Piece(ground.words(first, _WORDS)),), evidence, disputed=both, note=note)
