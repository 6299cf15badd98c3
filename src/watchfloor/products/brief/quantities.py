"""Figures: what is counted, and every number that is given for it, as written.

In go the ground and the documents of one story, out come its counts. Ranges stay ranges, nothing is averaged, and
numbers of several documents stand together only where the record says that they count the same thing.
"""

from __future__ import annotations

from watchfloor.model.claim import Figure
from watchfloor.model.record import ContradictionKind
from watchfloor.products.brief.ground import Ground, flat
from watchfloor.products.brief.shape import Amount, Count, Line, Piece
from watchfloor.products.brief.sourcing import sourcing


def counts(ground: Ground, documents: frozenset[str]) -> tuple[Count, ...]:
    """What most independent sources count first, then the rest in order of publication."""
    grouped = {f for group in ground.record.figure_groups for f in group.figures}
    groups = [(group.of, group.figures) for group in ground.record.figure_groups]
    groups += [(f.of, (f.id,)) for f in ground.record.figures if f.id not in grouped]
    found = []
    for of, ids in groups:
        figures = [c for c in ground.chosen(ids) if c.document_id in documents and isinstance(c, Figure)]
        if figures:
            found.append((ground.independent(figures), Count(of, _amounts(ground, figures))))
    return tuple(count for _, count in sorted(found, key=lambda pair: -pair[0]))


def _amounts(ground: Ground, figures: list[Figure]) -> tuple[Amount, ...]:
    """One amount for each value and voice; which of them are disputed is the record's to say: two numbers may well fit."""
    same: dict[tuple[float | None, float | None, str], list[Figure]] = {}
    for figure in figures:
        same.setdefault((figure.value, figure.value_high, figure.asserted_by), []).append(figure)
    return tuple(_amount(ground, group) for group in same.values())


def _amount(ground: Ground, figures: list[Figure]) -> Amount:
    first = figures[0]
    disputed = any(x.kind is ContradictionKind.NUMBER for f in figures for x in ground.disputed.get(f.id, ()))
    line = Line((Piece(ground.sentence(first.span)),), ground.each_document(figures), disputed=disputed)
    written = flat(ground.documents[first.document_id].quote(first.span))
    return Amount(written, first.unit, ground.name(first.asserted_by), line, sourcing(ground, figures))
