"""The coverage matrix: which outlet carries which fact, and which is silent.

In go the ground and the documents of one story, out comes a table of the facts that at least two documents carry.
Documents of one outlet share a column; a cell is filled only where the document's own words carry the fact as it is shown, and silence is an empty
cell and no judgement.
"""

from __future__ import annotations

from collections import Counter

from watchfloor.model.claim import Claim, Figure, IncidentReport, Statement
from watchfloor.products.brief.ground import Ground, shortened
from watchfloor.products.brief.shape import Line, Matrix, Piece, Row
from watchfloor.products.brief.sourcing import sourcing
from watchfloor.products.brief.telling import Telling, best_telling
from watchfloor.record.source.independence import outlet_key

_COLUMNS = 12
"""Outlets side by side that a page still holds; the ones that carry most are shown."""
_SEVERAL = 2
"""Documents below which a fact has no row: of one outlet's own facts all others are silent."""
_LABEL = 40
"""Characters of what is counted before a figure's words."""
_FACT = 150
"""Characters of a fact at the head of its row."""


def matrix(ground: Ground, documents: tuple[str, ...]) -> Matrix:
    """The facts that several documents of the story carry, the most carried first."""
    column_of = _columns(ground, documents)
    facts = [(s, claims, t) for s, claims in _facts(ground, frozenset(documents)) if (t := _told(ground, claims))]
    carries = Counter(column_of[d] for _, _, told in facts for d in told.documents)
    every = list(dict.fromkeys(column_of.values()))
    shown = set(sorted(every, key=lambda c: -carries[c])[:_COLUMNS])
    columns = tuple(c for c in every if c in shown)
    rows = [_row(ground, subject, claims, told, columns, column_of) for subject, claims, told in facts]
    rows.sort(key=lambda row: (-row.independent, -sum(cell is not None for cell in row.cells)))
    return Matrix(columns, tuple(rows), len(every) - len(columns))


def _told(ground: Ground, claims: list[Claim]) -> Telling | None:
    """The fact in the words that most documents carry; None where only one document carries any."""
    if len({c.document_id for c in claims}) < _SEVERAL:
        return None
    told = best_telling(ground, claims)
    return told if told and len(told.carriers) >= _SEVERAL else None


def _facts(ground: Ground, documents: frozenset[str]) -> list[tuple[str, list[Claim]]]:
    record = ground.record
    groups = [(u.id, u.statements) for u in record.utterances]
    groups += [(i.id, i.reports) for i in record.incidents]
    groups += [(g.id, g.figures) for g in record.figure_groups]
    return [(subject, [c for c in ground.chosen(ids) if c.document_id in documents]) for subject, ids in groups]


def _columns(ground: Ground, documents: tuple[str, ...]) -> dict[str, str]:
    """The column of each document: one an outlet, as its first document spells it; a document without outlet has its own."""
    spelled: dict[str, str] = {}
    column_of = {}
    for d in documents:
        source, key = ground.sources[d], outlet_key(ground.documents[d].outlet)
        column_of[d] = spelled.setdefault(key, source.outlet.removeprefix("www.")) if key else source.label
    return column_of


def _row(
    ground: Ground,
    subject: str,
    claims: list[Claim],
    told: Telling,
    columns: tuple[str, ...],
    column_of: dict[str, str],
) -> Row:
    backed = sourcing(ground, [c for c in claims if c.document_id in told.documents], graded=False)
    firsts: dict[str, Claim] = {}
    for claim in told.carriers:
        firsts.setdefault(column_of[claim.document_id], claim)
    return Row(
        line=_line(ground, subject, told),
        cells=tuple(ground.evidence(firsts[c]) if c in firsts else None for c in columns),
        independent=backed.independent,
        sourcing=backed,
    )


def _line(ground: Ground, subject: str, told: Telling) -> Line:
    """The words of the row under what they are about: a speaker, a type of event, what is counted."""
    shown = told.claim
    label = ground.name(shown.speaker) if isinstance(shown, Statement) and shown.speaker else None
    if isinstance(shown, IncidentReport):
        label = shown.type.label.capitalize()
    if isinstance(shown, Figure):
        counted = next((g.of for g in ground.record.figure_groups if g.id == subject), shown.of)
        counted = shortened(counted.strip() or shown.unit, _LABEL)
        label = counted[:1].upper() + counted[1:]
    text = shortened(told.text, _FACT)
    return Line((Piece(text),), (ground.evidence(shown),), label=label, quoted=told.quoted)
