"""What is established: the few facts that most independent sources carry, and nobody denies.

In go the ground and the documents of one story, out come at most seven facts in the words of one of their documents,
each with the documents whose own claims carry those words.
The choice is by coverage and never by taste; a fact that is part of a contradiction is left to the panel of disagreements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from watchfloor.model.claim import Claim, Figure, IncidentReport, Statement, Status
from watchfloor.model.record import Contradiction, ContradictionKind, Strength
from watchfloor.model.span import hull
from watchfloor.products.brief.ground import Ground, flat
from watchfloor.products.brief.shape import Fact, Line, Piece
from watchfloor.products.brief.sourcing import sourcing
from watchfloor.products.brief.telling import Telling, best_telling

_MOST = 7
"""Lines of the top third: what somebody with two minutes reads (design/visual: three to seven)."""
_ENOUGH = 2
"""Independent sources below which nothing is called established."""
_EVEN = 0.5
"""Calibrated confidence below which a claim is rather misread than read, and vouches for nothing here."""
_LESS = frozenset({Status.ALLEGED, Status.PLANNED, Status.HYPOTHETICAL})
"""Ways of reporting an event that do not vouch for it, and do not deny it either."""
_HARMLESS = frozenset(
    {ContradictionKind.WORDING, ContradictionKind.VENUE, ContradictionKind.ROLE, ContradictionKind.POLARITY}
)
"""Tensions that leave the fact itself as it is: that it was said, or took place."""
_DETAILS = {
    ContradictionKind.DATE: "date",
    ContradictionKind.PLACE: "place",
    ContradictionKind.ATTRIBUTION: "who is responsible",
}
"""Disagreements about an event that leave it an event, with how the line names them: it took place, and the accounts differ in this."""
_TELLS = 2
"""Words that a saying has at least: what it says of somebody is then more than a name."""
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
    groups: list[tuple[str, ...]] = [u.statements for u in record.utterances]
    groups += [i.reports for i in record.incidents if i.status is Status.OCCURRED and i.type.is_hybrid]
    groups += [g.figures for g in record.figure_groups]
    for ids in groups:
        claims = [c for c in ground.chosen(ids) if c.document_id in documents]
        if ground.independent(claims) >= _ENOUGH and (fact := _fact(ground, claims)):
            yield fact, isinstance(claims[0], IncidentReport) and not any(_is_specific(c) for c in claims)


def _fact(ground: Ground, claims: list[Claim]) -> Fact | None:
    """The fact in words that enough independent sources carry, as a fact; None where there are none, or they differ about it."""
    vouched, alleged = _vouched(claims)
    if not vouched or len(alleged) >= len({c.document_id for c in vouched}) or _contradicted(ground, vouched):
        return None
    sure = [c for c in vouched if c.confidence >= _EVEN]
    telling = best_telling(ground, sure)
    if telling is None or _is_a_mere_name(ground, telling.claim):
        return None
    carried = [c for c in sure if c.document_id in telling.documents]
    independent = ground.independent(carried)
    if independent < _ENOUGH or (any(_is_specific(c) for c in carried) and not _is_pinned(carried)):
        return None
    line = _line(ground, telling, carried, len(alleged))
    reach = ground.reach(telling.documents, independent)
    return Fact(line, reach, independent, len(telling.carriers), sourcing(ground, carried, summary=reach))


def _vouched(claims: list[Claim]) -> tuple[list[Claim], frozenset[str]]:
    """The claims of documents that report the event as a fact, and the documents that only report it as alleged. What is denied is left in, for it contradicts."""
    reports = [c for c in claims if isinstance(c, IncidentReport)]
    sure = {c.document_id for c in reports if c.status is Status.OCCURRED}
    alleged = frozenset(c.document_id for c in reports if c.status is Status.ALLEGED) - sure
    kept = [
        c for c in claims if not (isinstance(c, IncidentReport) and c.status in _LESS and c.document_id not in sure)
    ]
    return [c for c in kept if not (isinstance(c, IncidentReport) and c.status is Status.ALLEGED)], alleged


def _contradicted(ground: Ground, claims: list[Claim]) -> bool:
    """Whether the claims differ in more than words, or one of them does not report as a fact what the others do."""
    if any(isinstance(c, IncidentReport) and c.status is not Status.OCCURRED for c in claims):
        return True
    harmless = _HARMLESS | (_DETAILS.keys() if isinstance(claims[0], IncidentReport) else frozenset())
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


def _is_a_mere_name(ground: Ground, claim: Claim) -> bool:
    """Whether all that is known of a saying is one word: "hinting at Torvania" establishes nothing."""
    return isinstance(claim, Statement) and len(flat(ground.words(claim)).split()) < _TELLS


def _is_specific(claim: Claim) -> bool:
    return isinstance(claim, IncidentReport) and claim.specific


def _is_pinned(claims: list[Claim]) -> bool:
    """Whether one of the sources dates the event: undated reports alone are too easily taken for one."""
    return any(isinstance(c, IncidentReport) and c.when is not None for c in claims)


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


def _line(ground: Ground, telling: Telling, claims: list[Claim], alleged: int) -> Line:
    shown = telling.claim
    label = ground.name(shown.speaker) if isinstance(shown, Statement) and shown.speaker else None
    if isinstance(shown, IncidentReport):
        label = shown.type.label.capitalize()
    tensions = dict.fromkeys(_DETAILS.get(x.kind, x.kind.value) for x in _between(ground, claims))
    notes = [f"the accounts differ in {' and '.join(tensions)}"] if tensions else []
    notes += [f"{alleged} report{'s' if alleged == 1 else ''} it as alleged"] if alleged else []
    return Line(
        (Piece(telling.text),),
        ground.each_document(telling.carriers),
        label=label,
        quoted=telling.quoted,
        disputed=bool(tensions),
        note="; ".join(notes) or None,
    )


def _same_words(one: Line, other: Line) -> bool:
    """Whether one line repeats the other."""
    a, b = flat(one.text).casefold(), flat(other.text).casefold()
    return a in b or b in a
