"""What is established: the few facts that most independent sources carry, and nobody denies.

In go the ground and the documents of one story, out come at most seven facts: events that several sources report each in its own words
(see `accounts`), and sayings, figures and patterns in the words of one document, with the documents whose own claims carry those words.
The choice is by coverage and never by taste; a saying or figure that is part of a contradiction is left to the panel of disagreements, an event says in what its accounts differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from watchfloor.model.claim import Claim, Figure, IncidentReport, Statement, Status
from watchfloor.model.record import Contradiction, ContradictionKind, Strength
from watchfloor.products.brief.accounts import accounts
from watchfloor.products.brief.ground import Ground, flat
from watchfloor.products.brief.shape import Fact, Line, Piece
from watchfloor.products.brief.sourcing import sourcing
from watchfloor.products.brief.telling import Telling, best_telling
from watchfloor.products.brief.vouching import ENOUGH, EVEN, alleged_note, is_in_dispute, vouched

_MOST = 7
"""Lines of the top third: what somebody with two minutes reads (design/visual: three to seven)."""
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
    """The most widely carried facts, the widest first: of equals events before words, and hybrid events before others; patterns last."""
    hybrid, context, counted = _events(ground, documents)
    words, patterns = _words(ground, documents, counted)
    facts: list[Fact] = []
    for fact in [*sorted([*hybrid, *words], key=_rank), *sorted(context, key=_rank), *sorted(patterns, key=_rank)]:
        if not any(_same_words(fact.line, taken.line) for taken in facts):
            facts.append(fact)
    return tuple(facts[:_MOST])


def _rank(fact: Fact) -> tuple[int, bool, bool, int]:
    return -fact.independent, fact.accounts is None, fact.line.disputed, -fact.documents


def _events(ground: Ground, documents: frozenset[str]) -> tuple[list[Fact], list[Fact], frozenset[str]]:
    """The events that enough sources report as a fact: hybrid ones, the acts of open war and other events; and the figures counted at them."""
    found: tuple[list[Fact], list[Fact]] = ([], [])
    figures: set[str] = set()
    for incident in ground.record.incidents:
        claims = _of_story(ground, incident.reports, documents)
        if incident.status is Status.OCCURRED and ground.independent(claims) >= ENOUGH:
            fact = accounts(ground, incident, claims) or (incident.type.is_hybrid and _fact(ground, claims))
            if fact and _is_event(claims):
                found[not incident.type.is_hybrid].append(fact)
                figures |= set(incident.figures)
    return *found, frozenset(figures)


def _words(ground: Ground, documents: frozenset[str], counted: frozenset[str]) -> tuple[list[Fact], list[Fact]]:
    """Sayings and figures that enough sources carry, and hybrid patterns, all in the very words shown. What is `counted` at an event stands with the event."""
    record = ground.record
    said = [u.statements for u in record.utterances] + [
        g.figures for g in record.figure_groups if not counted.issuperset(g.figures)
    ]
    told = [i.reports for i in record.incidents if i.status is Status.OCCURRED and i.type.is_hybrid]
    patterns = [ids for ids in told if not _is_event(_of_story(ground, ids, documents))]
    return _facts(ground, said, documents), _facts(ground, patterns, documents)


def _facts(ground: Ground, groups: Iterable[tuple[str, ...]], documents: frozenset[str]) -> list[Fact]:
    found = (_of_story(ground, ids, documents) for ids in groups)
    facts = (_fact(ground, claims) for claims in found if ground.independent(claims) >= ENOUGH)
    return [fact for fact in facts if fact]


def _of_story(ground: Ground, ids: Iterable[str], documents: frozenset[str]) -> list[Claim]:
    return [c for c in ground.chosen(ids) if c.document_id in documents]


def _is_event(claims: Iterable[Claim]) -> bool:
    """Whether one of the reports is of an event; else they tell of a pattern."""
    return any(_is_specific(c) for c in claims)


def _fact(ground: Ground, claims: list[Claim]) -> Fact | None:
    """The fact in words that enough independent sources carry, as a fact; None where there are none, or they differ about it."""
    told, alleged = vouched(claims)
    if not told or len(alleged) >= len({c.document_id for c in told}) or _contradicted(ground, told):
        return None
    sure = [c for c in told if c.confidence >= EVEN]
    telling = best_telling(ground, sure)
    if telling is None or _is_a_mere_name(ground, telling.claim):
        return None
    carried = [c for c in sure if c.document_id in telling.documents]
    independent = ground.independent(carried)
    if independent < ENOUGH or (any(_is_specific(c) for c in carried) and not _is_pinned(carried)):
        return None
    line = _line(ground, telling, carried, len(alleged))
    reach = ground.reach(telling.documents, independent)
    backed = sourcing(ground, carried, summary=reach)
    return Fact(None, line, reach, independent, len(telling.carriers), backed)


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
    return any(is_in_dispute(ground, claim) for claim in claims if not isinstance(claim, Statement))


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
    notes += alleged_note(alleged)
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
