"""Outcome: what is left of a judgement once all later ones are taken too, and the sentence for those at odds.

In go judgements, out come outcomes and conflicts. What a judgement does is for `bonds` and `votes`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from watchfloor.model.judgement import Conflict, ConflictKind, Decision, Judgement, Standing, in_order


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a judgement stands, and the ids of later ones that keep it from standing whole."""

    standing: Standing
    undone_by: tuple[str, ...] = ()


_DID = {
    Decision.MERGE: "merged",
    Decision.SPLIT: "split",
    Decision.ACCEPT: "accepted",
    Decision.REJECT: "rejected",
    Decision.CORRECT: "corrected",
    Decision.UNDO: "undid",
}


def done(judgement: Judgement) -> str:
    """Who did what, in a few words: "Ada Voss merged (J-12ab34cd56)"."""
    value = f" to {judgement.value}" if judgement.value else ""
    return f"{judgement.author} {_DID[judgement.decision]}{value} ({judgement.id})"


def quarrel(kind: ConflictKind, judgements: Iterable[Judgement]) -> Conflict:
    """The conflict of `judgements`, told in the order in which they were made."""
    ordered = sorted({j.id: j for j in judgements}.values(), key=in_order)
    told = "; ".join(done(j) for j in ordered)
    match kind:
        case ConflictKind.OPPOSITE:
            what = f"Two people disagree: {told}. The later one is applied."
        case ConflictKind.VALUES:
            what = f"Two people give one value differently: {told}. The later one is applied."
        case ConflictKind.CHAIN:
            what = f"Taken together these can't hold: {told}. The latest are applied, the earliest is set aside where it contradicts them."
    return Conflict(kind, tuple(j.id for j in ordered), what)
