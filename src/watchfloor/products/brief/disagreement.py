"""Where they disagree: the sides of each contradiction next to each other, in the documents' own words.

In go the ground and the documents of one story, out come its disputes: contradictions before tensions, the most
carried first. Nothing is averaged or summed up; the words that differ are marked.
"""

from __future__ import annotations

from dataclasses import replace

from watchfloor.model.claim import Claim, Statement, StatementKind
from watchfloor.model.record import Contradiction, ContradictionKind, Side, Strength
from watchfloor.products.brief import dating
from watchfloor.products.brief.difference import compared
from watchfloor.products.brief.ground import Ground, flat, shortened
from watchfloor.products.brief.shape import Column, Dispute, Line, Piece
from watchfloor.products.brief.sourcing import counted, sourcing, sourcing_of_documents

_QUESTION = {
    ContradictionKind.SPEAKER: "Who said it",
    ContradictionKind.WORDING: "In which words",
    ContradictionKind.ROLE: "Who they are",
    ContradictionKind.DATE: "When",
    ContradictionKind.PLACE: "Where",
    ContradictionKind.NUMBER: "How many",
    ContradictionKind.POLARITY: "For or against",
    ContradictionKind.STATUS: "Whether it is so",
    ContradictionKind.ATTRIBUTION: "Whose it is",
    ContradictionKind.VENUE: "On which occasion",
}
_WORD_BY_WORD = frozenset({ContradictionKind.SPEAKER, ContradictionKind.WORDING})
"""Disagreements about one text, whose versions are compared; of the others the words that a side stands on are marked."""
_OUTLETS_OWN = frozenset({ContradictionKind.ROLE, ContradictionKind.VENUE})
"""Disagreements about what outlets say in their own voice around a saying: whom they rest on for the saying says nothing of it."""
_NEARLY_ALL = 0.7
"""The share of a sentence above which marking words in it points at nothing."""
_TELLING = 60
"""Characters of a side's heading: what is read at a glance."""


def disputes(ground: Ground, documents: frozenset[str]) -> tuple[Dispute, ...]:
    """The story's disagreements; those between more independent sources come first."""
    mine = [x for x in ground.record.contradictions if _carriers(ground, x) & documents]
    mine.sort(key=lambda x: (x.strength is not Strength.CONTRADICTION, -_sources(ground, x)))
    found = (_dispute(ground, x) for x in mine)
    return tuple(dispute for dispute in found if len(dispute.columns) > 1)


def _sources(ground: Ground, x: Contradiction) -> int:
    return ground.independent(ground.claims[c] for c in x.claims if c in ground.claims)


def _carriers(ground: Ground, x: Contradiction) -> frozenset[str]:
    return frozenset(ground.claims[c].document_id for c in x.claims if c in ground.claims)


def _dispute(ground: Ground, x: Contradiction) -> Dispute:
    sides = [(side, ground.chosen(dict.fromkeys(side.claims))) for side in x.sides]
    columns = tuple(_column(ground, x.kind, side, claims) for side, claims in sides if claims)
    if x.kind in _WORD_BY_WORD or not any(p.differs for c in columns for p in c.lines[0].pieces):
        columns = _compared(columns)
    return Dispute(x.id, _QUESTION[x.kind], x.strength, in_words(x.kind, x.explain), columns)


def _column(ground: Ground, kind: ContradictionKind, side: Side, claims: list[Claim]) -> Column:
    outlets = dict.fromkeys(ground.sources[c.document_id].label for c in claims)
    found = (_line(ground, side, claim) for claim in claims)
    lines = tuple(replace(line, label=None) if line.label == side.value else line for line in found)
    if kind in _OUTLETS_OWN:
        documents = tuple(dict.fromkeys(c.document_id for c in claims))
        independent = ground.origins.of_documents(documents).count
        backed = sourcing_of_documents(ground, documents, counted(independent, len(documents)))
    else:
        backed = sourcing(ground, claims, graded=False)
    return Column(
        shortened(in_words(kind, side.value), _TELLING), tuple(outlets), _carried(ground, claims), lines, backed
    )


def in_words(kind: ContradictionKind, words: str) -> str:
    """The record's own words; its days in words where they are what is disputed, and not quoted from a document."""
    return dating.readable(words) if kind is ContradictionKind.DATE else words


def _carried(ground: Ground, claims: list[Claim]) -> tuple[str, ...]:
    """Each document's outlet with the day of publication."""
    found = []
    for document in dict.fromkeys(c.document_id for c in claims):
        label, published = ground.sources[document].label, ground.documents[document].published
        found.append(f"{label}, {dating.interval(published)}" if published else label)
    return tuple(found)


def _line(ground: Ground, side: Side, claim: Claim) -> Line:
    """The claim's words; the sentence instead where the side stands on words outside of them (a role, a date)."""
    spans = [s for s in side.spans if s.document_id == claim.document_id]
    inside = [s for s in spans if any(own.overlaps(s) for own in claim.spans)]
    evidence = (ground.evidence(claim, inside or spans),)
    if isinstance(claim, Statement) and (inside or not spans):
        quoted = claim.kind is StatementKind.DIRECT
        label = ground.name(claim.speaker) if claim.speaker else None
        return Line(ground.line(claim, ground.reported(claim)).pieces, evidence, label=label, quoted=quoted)
    place = (inside or spans or list(claim.spans))[0]
    words = flat(ground.documents[claim.document_id].quote(place))
    return Line(_around(ground.sentence(place), words), evidence)


def _around(sentence: str, words: str) -> tuple[Piece, ...]:
    """The sentence with the words marked on which this side stands; unmarked where they are nearly all of it."""
    before, found, after = sentence.partition(words)
    if not found or len(words) > len(sentence) * _NEARLY_ALL:
        return (Piece(sentence),)
    return tuple(p for p in (Piece(before), Piece(words, differs=True), Piece(after)) if p.text)


def _compared(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with the words marked in which their first lines differ."""
    pieces = compared([column.lines[0].text for column in columns])
    return tuple(
        replace(column, lines=(replace(column.lines[0], pieces=marked), *column.lines[1:]))
        for column, marked in zip(columns, pieces, strict=True)
    )
