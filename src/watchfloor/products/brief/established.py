"""What is established: the few facts that most independent sources carry, and nobody denies.

In go the ground and the documents of one story, out come at most seven facts in the words of one of their documents.
The choice is by coverage and never by taste; a fact that is part of a contradiction is left to the panel of disagreements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from watchfloor.model.claim import Claim, Figure, IncidentReport, Statement, StatementKind, Status
from watchfloor.model.record import Contradiction, ContradictionKind, Strength
from watchfloor.model.span import hull
from watchfloor.products.brief.ground import Ground, flat
from watchfloor.products.brief.passage import ELLIPSIS, sentence_around
from watchfloor.products.brief.shape import Fact, Line, Piece
from watchfloor.reading.text.quotation import quotations

_MOST = 7
"""Lines of the top third: what somebody with two minutes reads (design/visual: three to seven)."""
_ENOUGH = 2
"""Independent sources below which nothing is called established."""
_SHORT, _LONG = 40, 260
"""Characters between which a variant says enough and is still read at a glance."""


_HARMLESS = frozenset(
    {ContradictionKind.WORDING, ContradictionKind.VENUE, ContradictionKind.ROLE, ContradictionKind.POLARITY}
)
"""Tensions that leave the fact itself as it is: that it was said, or took place."""
_DETAILS = frozenset({ContradictionKind.DATE, ContradictionKind.PLACE})
"""Disagreements about an event that leave it an event: it took place, and the line says in what the accounts differ."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def established(ground: Ground, documents: frozenset[str]) -> tuple[Fact, ...]:
    """The most widely carried facts, the widest first; undisputed before those in tension."""
    events_and_words: list[Fact] = []
    patterns: list[Fact] = []
    for fact, is_pattern in _candidates(ground, documents):
        (patterns if is_pattern else events_and_words).append(fact)
    ranked = [*sorted(events_and_words, key=_rank), *sorted(patterns, key=_rank)]
    facts: list[Fact] = []
    for fact in ranked:
        if not any(_same_words(fact.line, taken.line) for taken in facts):
            facts.append(fact)
    return tuple(facts[:_MOST])


def _rank(fact: Fact) -> tuple[int, bool, int]:
    return -fact.independent, fact.line.disputed, -fact.documents


def _candidates(ground: Ground, documents: frozenset[str]) -> Iterator[tuple[Fact, bool]]:
    """Facts that enough sources carry, each with whether it is a pattern of events and no event."""
    record = ground.record
    groups = [(u.id, u.statements) for u in record.utterances]
    groups += [(i.id, i.reports) for i in record.incidents if i.status is Status.OCCURRED and i.type.is_hybrid]
    groups += [(g.id, g.figures) for g in record.figure_groups]
    for subject, ids in groups:
        claims = [c for c in ground.chosen(ids) if c.document_id in documents]
        carriers = list(dict.fromkeys(c.document_id for c in claims))
        coverage = ground.coverage.get(subject)
        independent = coverage.independent if coverage else ground.independent(carriers)
        if independent >= _ENOUGH and carriers and not _contradicted(ground, claims):
            fact = Fact(_line(ground, claims), ground.reach(carriers, independent), independent, len(carriers))
            yield fact, isinstance(claims[0], IncidentReport) and not any(_is_specific(c) for c in claims)


def _contradicted(ground: Ground, claims: list[Claim]) -> bool:
    """Whether the claims differ in more than words, or one of them does not report as a fact what the others do."""
    if any(isinstance(c, IncidentReport) and c.status is not Status.OCCURRED for c in claims):
        return True
    if any(_is_specific(c) for c in claims) and not _is_pinned(ground, claims):
        return True
    harmless = _HARMLESS | (_DETAILS if isinstance(claims[0], IncidentReport) else frozenset())
    if len({(c.value, c.value_high) for c in claims if isinstance(c, Figure)}) > 1:
        return True
    said = [c for c in claims if isinstance(c, Statement)]
    if len({ground.name(c.speaker) for c in said if c.speaker}) > 1 or _numbers_differ(ground, said):
        return True
    between = list(_between(ground, claims))
    if any(
        x.kind not in harmless or (x.strength is Strength.CONTRADICTION and x.kind not in _DETAILS) for x in between
    ):
        return True
    return any(_is_in_dispute(ground, claim) for claim in claims if not isinstance(claim, Statement))


def _is_specific(claim: Claim) -> bool:
    return isinstance(claim, IncidentReport) and claim.specific


def _is_pinned(ground: Ground, claims: list[Claim]) -> bool:
    """Whether enough sources date the event: reports without a date are too easily taken for one."""
    dated = {c.document_id for c in claims if isinstance(c, IncidentReport) and c.when is not None}
    return ground.independent(dated) >= _ENOUGH


def _numbers_differ(ground: Ground, said: list[Statement]) -> bool:
    """Whether two versions of one saying hold numbers of which each lacks one of the other's; one may well quote less."""
    numbers = {frozenset(_NUMBER.findall(ground.words(c))) for c in said}
    return any(one - other and other - one for one, other in combinations(numbers, 2) if one and other)


def _is_in_dispute(ground: Ground, claim: Claim) -> bool:
    """Whether a number or an event stands inside words that outlets contradict each other about: whose are they then?"""
    disputed = ((ground.claims.get(subject), against) for subject, against in ground.disputed.items())
    return any(
        hull(words.content).overlaps(hull(claim.spans))
        for words, against in disputed
        if isinstance(words, Statement) and words.document_id == claim.document_id
        if any(x.strength is Strength.CONTRADICTION for x in against)
    )


def _between(ground: Ground, claims: list[Claim]) -> Iterator[Contradiction]:
    """The disagreements that run between these very claims: at least two sides have one of them, in two documents."""
    mine = {c.id: c.document_id for c in claims}
    for claim in claims:
        for x in ground.disputed.get(claim.id, ()):
            sides = [frozenset(mine[c] for c in side.claims if c in mine) for side in x.sides]
            taking_part = [side for side in sides if side]
            if len(taking_part) > 1 and len(frozenset().union(*taking_part)) > 1:
                yield x


def _line(ground: Ground, claims: list[Claim]) -> Line:
    texts = {claim.id: _text(ground, claim) for claim in claims}
    readable = [c for c in claims if _is_quotation(c) or not _begins_quoted(ground, c)] or claims
    first = max(readable, key=lambda c: _fitness(c, texts))
    evidence = ground.each_document([first, *(c for c in claims if c is not first)])
    quoted = _is_quotation(first)
    label = ground.name(first.speaker) if isinstance(first, Statement) and first.speaker else None
    if label and not quoted and label.split()[-1] in texts[first.id]:
        label = None  # the sentence names its speaker itself
    if isinstance(first, IncidentReport):
        label = first.type.label.capitalize()
    tension = next(_between(ground, claims), None)
    note = f"the accounts differ in {tension.kind.value}" if tension else None
    return Line(
        (Piece(texts[first.id]),), evidence, label=label, quoted=quoted, disputed=tension is not None, note=note
    )


def _is_quotation(claim: Claim) -> bool:
    return isinstance(claim, Statement) and claim.kind is StatementKind.DIRECT


def _begins_quoted(ground: Ground, claim: Claim) -> bool:
    """Whether the claim's sentence begins in the middle of somebody's quotation, and so reads as if it were the outlet's."""
    document = ground.documents[claim.document_id]
    span = claim.spans[0]
    start, _ = sentence_around(document.text, span.start, span.end, ground.sentences[document.id])
    return any(s < start < e for quotation in quotations(document.text) for s, e in quotation.pieces)


def _text(ground: Ground, claim: Claim) -> str:
    """A quotation alone; of anything else the sentence it stands in, which says whose it is."""
    return ground.words(claim) if _is_quotation(claim) else ground.sentence(claim.spans[0])


def _fitness(claim: Claim, texts: dict[str, str]) -> tuple[bool, bool, float, int]:
    """Larger is fitter: readable, a direct quotation, close to the other versions' words, short."""
    mine = _word_set(texts[claim.id])
    others = [_word_set(text) for other, text in texts.items() if other != claim.id]
    close = sum(len(mine & other) / (len(mine | other) or 1) for other in others)
    size = len(texts[claim.id])
    text = texts[claim.id]
    alone = not isinstance(claim, Statement) and text.startswith(("“", '"', "„", "«"))
    whole = (
        not alone and not text.startswith(ELLIPSIS) and text.count("“") == text.count("”") and text.count('"') % 2 == 0
    )
    return (whole and _SHORT <= size <= _LONG, _is_quotation(claim), close, -size)


def _word_set(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def _same_words(one: Line, other: Line) -> bool:
    """Whether one line repeats the other."""
    a, b = flat(one.text).casefold(), flat(other.text).casefold()
    return a in b or b in a
