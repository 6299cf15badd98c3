"""Rulings: what people decided, in the form in which the record applies it.

In go judgements, out come the pairs that must and must not stand together and the ids that are rejected. A later judgement
undoes an earlier one on the same ids; the judgements themselves stay where they are kept. Corrections of a value are not applied here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import Self

from watchfloor.model.judgement import Decision, Judgement
from watchfloor.record.clustering import Pair, pair


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of ids that a person joined or kept apart, and ids of claims or contradictions that a person rejected."""

    together: frozenset[Pair] = field(default_factory=frozenset)
    apart: frozenset[Pair] = field(default_factory=frozenset)
    rejected: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Self:
        """The rulings that stand once all `judgements` are taken in the order in which they were made."""
        pairs: dict[Pair, Decision] = {}
        rejected: set[str] = set()
        for judgement in sorted(judgements, key=lambda j: (j.made_at, j.id)):
            match judgement.decision:
                case Decision.MERGE | Decision.SPLIT:
                    pairs |= {pair(a, b): judgement.decision for a, b in combinations(set(judgement.subject), 2)}
                case Decision.REJECT:
                    rejected |= set(judgement.subject)
                case Decision.ACCEPT:
                    rejected -= set(judgement.subject)
                case Decision.CORRECT:
                    pass
        return cls(
            frozenset(p for p, decision in pairs.items() if decision is Decision.MERGE),
            frozenset(p for p, decision in pairs.items() if decision is Decision.SPLIT),
            frozenset(rejected),
        )

    def joined(self, ids: Container[str]) -> list[Pair]:
        """The pairs within `ids` that must stand together."""
        return sorted(p for p in self.together if p[0] in ids and p[1] in ids)

    def parted(self, ids: Container[str]) -> list[Pair]:
        """The pairs within `ids` that must not stand together."""
        return sorted(p for p in self.apart if p[0] in ids and p[1] in ids)
