"""Credibility: the Admiralty grade of an item, from what independent sources confirm and contradict and from nothing else.

In go an item's claims, the record's contradictions and where claims come from, out comes a Grade with the sentence that says what was counted. The rule is published in
`docs/explanation/credibility.md`. It looks neither at who the outlets are (that is reliability, which a person sets) nor at how sure the reader
is. Of a saying it grades that it was said so, not that it is so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchfloor.model.claim import Claim, Figure, IncidentReport, Statement, Status
from watchfloor.model.record import Contradiction, ContradictionKind, Strength
from watchfloor.model.sourcing import Credibility, Grade
from watchfloor.record.source.independence import Origins

_TOUCHES = {
    Statement: frozenset({ContradictionKind.SPEAKER, ContradictionKind.WORDING, ContradictionKind.STATUS}),
    IncidentReport: frozenset({ContradictionKind.STATUS}),
    Figure: frozenset({ContradictionKind.NUMBER}),
}
"""Disagreements that bear on the item itself; all others are about its details and leave a doubt, but for a role, which is about its speaker."""
_CONFIRMED = 2
"""Independent sources from which something is confirmed: the doctrine asks for another source, not for many."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Independent sources: that say it as a fact, that only allege it, that contradict it, that differ from it in a detail; how many of the first state their outlet; and those that say something like it, which changes no grade."""

    say: int
    allege: int = 0
    contradict: int = 0
    differ: int = 0
    stated: int = 0
    loose: int = 0


def grade(tally: Tally) -> Grade:
    """The grade of what was counted."""
    return Grade(_credibility(tally), _why(tally))


def tallied(
    claims: Sequence[Claim],
    contradictions: Mapping[str, Sequence[Contradiction]],
    known: Mapping[str, Claim],
    origins: Origins,
    loose: Sequence[Claim] = (),
) -> Tally:
    """What speaks for the item of `claims` and what against it; `contradictions` maps a claim's id to those it is part of, `known` all claims' ids to claims.

    `loose` are claims beside them that the record joins to the item and that do not tell the same: they are counted by themselves. Where the item's own claims contradict one another, the side of its first claim is graded.
    """
    found = {x.id: x for c in claims for x in contradictions.get(c.id, ())}
    denied = [c for c in claims if isinstance(c, IncidentReport) and c.status is Status.DENIED]
    strong = [x for x in found.values() if _bears(x, claims[0])]
    against = {c.id: c for c in (*denied, *(c for x in strong for c in _others(x, claims, known)))}
    of_another = [c for c in claims if _is_of_another(c, claims)]
    own = [c for c in claims if c.id not in against and c not in of_another]
    sure = [c for c in own if not isinstance(c, IncidentReport) or c.status is Status.OCCURRED]
    vouching = {c.document_id for c in sure}
    alleging = [c for c in own if isinstance(c, IncidentReport) and c.status is Status.ALLEGED]
    weak = (x for x in found.values() if x not in strong and x.kind is not ContradictionKind.ROLE)
    contrary = {c.document_id for c in against.values()}
    differing = [
        *(c for x in weak for c in _others(x, claims, known) if c.document_id not in contrary),
        *(c for c in of_another if c.document_id not in contrary | vouching),
    ]
    return Tally(
        say=_count(sure, origins),
        allege=_count([c for c in alleging if c.document_id not in vouching], origins),
        contradict=_count([c for c in against.values() if c.document_id not in vouching], origins),
        differ=_count(differing, origins),
        stated=_count([c for c in sure if origins.sources.outlet[c.document_id]], origins),
        loose=_count([c for c in loose if c.document_id not in {*vouching, *contrary}], origins),
    )


def _count(claims: Sequence[Claim], origins: Origins) -> int:
    return origins.count(claims) if claims else 0


def _is_of_another(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a version gives the saying to another speaker than the first version that names one."""
    first = next((c.speaker for c in claims if isinstance(c, Statement) and c.speaker), None)
    return isinstance(claim, Statement) and claim.speaker is not None and claim.speaker != first


def _bears(x: Contradiction, claim: Claim) -> bool:
    return x.strength is Strength.CONTRADICTION and x.kind in _TOUCHES.get(type(claim), frozenset())


def _others(x: Contradiction, claims: Sequence[Claim], known: Mapping[str, Claim]) -> list[Claim]:
    """The claims on the sides other than the item's own, of documents that are not on that one too.

    The own side is that of the item's first claim that is on one.
    """
    own = next((s for c in claims for s in x.sides if c.id in s.claims), None)
    mine = {known[c].document_id for c in own.claims if c in known} if own else set()
    found = (known[c] for side in x.sides if side is not own for c in side.claims if c in known)
    return [c for c in found if c.document_id not in mine]


def _credibility(t: Tally) -> Credibility:
    if t.contradict:
        if t.contradict > t.say:
            return Credibility.IMPROBABLE
        return Credibility.DOUBTFUL if t.contradict == t.say else Credibility.POSSIBLE
    if t.say >= _CONFIRMED:
        sure = t.stated >= _CONFIRMED and not t.differ
        return Credibility.CONFIRMED if sure else Credibility.PROBABLE
    if t.say + t.allege >= _CONFIRMED or (t.say and t.differ):
        return Credibility.POSSIBLE
    return Credibility.UNJUDGED


def _why(t: Tally) -> str:
    said = f"{_sources(t.say)} {'says' if t.say == 1 else 'say'} it" if t.say else "no source says it as a fact"
    parts = [said]
    if t.allege:
        parts.append(f"{_sources(t.allege)} only {'alleges' if t.allege == 1 else 'allege'} it")
    parts.append(
        f"{_sources(t.contradict)} {'contradicts' if t.contradict == 1 else 'contradict'} it"
        if t.contradict
        else "none contradicts it"
    )
    if t.differ:
        parts.append(f"{_sources(t.differ)} {'differs' if t.differ == 1 else 'differ'} in a detail")
    if not t.contradict and t.say >= _CONFIRMED > t.stated:
        parts.append("fewer than two of them state their outlet, so that their independence cannot be checked")
    if t.loose:
        parts.append(f"{_sources(t.loose)} {'says' if t.loose == 1 else 'say'} something like it, which is not counted")
    if _credibility(t) is Credibility.UNJUDGED:
        parts.append("so there is nothing to compare it with")
    whole = "; ".join(parts)
    return f"{whole[:1].upper()}{whole[1:]}."


def _sources(count: int) -> str:
    return f"{count} independent source{'s' if count != 1 else ''}"
