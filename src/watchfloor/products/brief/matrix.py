"""The coverage matrix: which outlet carries which fact, and which is silent.

In go the ground and the documents of one story, out comes a table of the facts that at least two documents carry.
Documents of one outlet share a column; silence is an empty cell and no judgement.
"""

from __future__ import annotations

from collections import Counter

from watchfloor.model.claim import Claim, Figure, IncidentReport, Statement, StatementKind
from watchfloor.products.brief.ground import Ground, shortened
from watchfloor.products.brief.shape import Line, Matrix, Piece, Row
from watchfloor.record.independence import outlet_key

_COLUMNS = 12
"""Outlets side by side that a page still holds; the ones that carry most are shown."""
_FACT = 150
"""Characters of a fact at the head of its row."""


def matrix(ground: Ground, documents: tuple[str, ...]) -> Matrix:
    """The facts that several documents of the story carry, the most carried first."""
    column_of = _columns(ground, documents)
    facts = [(subject, claims) for subject, claims in _facts(ground, frozenset(documents)) if _several(claims)]
    carries = Counter(column_of[d] for _, claims in facts for d in {c.document_id for c in claims})
    every = list(dict.fromkeys(column_of.values()))
    shown = set(sorted(every, key=lambda c: -carries[c])[:_COLUMNS])
    columns = tuple(c for c in every if c in shown)
    rows = [_row(ground, subject, claims, columns, column_of) for subject, claims in facts]
    rows.sort(key=lambda row: -sum(cell is not None for cell in row.cells))
    return Matrix(columns, tuple(rows), len(every) - len(columns))


def _facts(ground: Ground, documents: frozenset[str]) -> list[tuple[str, list[Claim]]]:
    record = ground.record
    groups = [(u.id, u.statements) for u in record.utterances]
    groups += [(i.id, i.reports) for i in record.incidents]
    groups += [(g.id, g.figures) for g in record.figure_groups]
    return [(subject, [c for c in ground.chosen(ids) if c.document_id in documents]) for subject, ids in groups]


def _several(claims: list[Claim]) -> bool:
    return len({c.document_id for c in claims}) > 1


def _columns(ground: Ground, documents: tuple[str, ...]) -> dict[str, str]:
    """The column of each document: one an outlet, as its first document spells it; a document without outlet has its own."""
    spelled: dict[str, str] = {}
    column_of = {}
    for d in documents:
        source, key = ground.sources[d], outlet_key(ground.documents[d].outlet)
        column_of[d] = spelled.setdefault(key, source.outlet.removeprefix("www.")) if key else source.label
    return column_of


def _row(ground: Ground, subject: str, claims: list[Claim], columns: tuple[str, ...], column_of: dict[str, str]) -> Row:
    firsts: dict[str, Claim] = {}
    for claim in claims:
        firsts.setdefault(column_of[claim.document_id], claim)
    coverage = ground.coverage.get(subject)
    return Row(
        line=_line(ground, claims),
        cells=tuple(ground.evidence(firsts[c]) if c in firsts else None for c in columns),
        independent=coverage.independent if coverage else ground.independent(c.document_id for c in claims),
    )


def _line(ground: Ground, claims: list[Claim]) -> Line:
    first = claims[0]
    evidence = (ground.evidence(first),)
    if isinstance(first, Statement):
        label = ground.name(first.speaker) if first.speaker else None
        quoted = first.kind is StatementKind.DIRECT
        return Line((Piece(ground.reported(first, _FACT)),), evidence, label=label, quoted=quoted)
    label = first.type.label.capitalize() if isinstance(first, IncidentReport) else None
    label = first.unit.capitalize() if isinstance(first, Figure) else label
    return Line((Piece(shortened(ground.sentence(first.spans[0]), _FACT)),), evidence, label=label)
