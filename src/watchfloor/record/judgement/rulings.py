"""Rulings: what people decided, in the form in which the record applies it.

In go judgements, out come the pairs that must and must not stand together, the votes on single claims and contradictions, and how every
judgement stands. The later one wins; one that was undone counts for nothing; where two people are at odds, that is told. The judgements themselves
stay where they are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from watchfloor.model.judgement import Conflict, Decision, Judgement, Standing, SubjectKind, in_order
from watchfloor.record.judgement.bonds import bonds
from watchfloor.record.judgement.outcome import Outcome
from watchfloor.record.judgement.votes import Topic, Vote, votes
from watchfloor.record.linking.clustering import Pair, pair


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of ids that a person joined or kept apart, the votes that count, and what became of each judgement."""

    together: frozenset[Pair] = field(default_factory=frozenset)
    apart: frozenset[Pair] = field(default_factory=frozenset)
    votes: Mapping[Topic, Vote] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    _partners: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """For each part the firsts of the groups that it is joined to, itself where it is one."""
    _enemies: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        hubs = {(part, hub) for hub, other in self.together for part in (hub, other)}
        object.__setattr__(self, "_partners", _listed(hubs))
        object.__setattr__(self, "_enemies", _listed(self.apart))

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Self:
        """The rulings that stand once all `judgements` are taken in the order in which they were made."""
        every = sorted(judgements, key=in_order)
        undone = _undone(every)
        standing = [j for j in every if j.id not in undone]
        linked, voted = bonds(standing), votes(standing)
        outcomes = {**linked.outcomes, **voted.outcomes}
        outcomes |= {j.id: Outcome(Standing.APPLIED) for j in standing if j.decision is Decision.UNDO}
        outcomes |= {key: Outcome(Standing.UNDONE, (by,)) for key, by in undone.items()}
        conflicts = sorted({*linked.conflicts, *voted.conflicts}, key=lambda c: (c.judgements, c.kind))
        return cls(linked.together, linked.apart, voted.counted, outcomes, tuple(conflicts))

    @property
    def rejected(self) -> frozenset[str]:
        """The ids of the claims that a person rejected."""
        return self._voted(Decision.REJECT)

    @property
    def upheld(self) -> frozenset[str]:
        """The ids of the claims that a person accepted or corrected, which no doubt of the machine's leaves out."""
        corrected = {topic[0] for topic, vote in self.votes.items() if vote.judgement.decision is Decision.CORRECT}
        return (self._voted(Decision.ACCEPT) | corrected) - self.rejected

    @property
    def accepted(self) -> frozenset[str]:
        """The ids of the claims that a person accepted."""
        return self._voted(Decision.ACCEPT)

    def joined(self, ids: Collection[str]) -> list[Pair]:
        """The pairs within `ids` that must stand together.

        Of a group that people joined, all that are among `ids` are joined, also where those between them are not.
        """
        groups: dict[str, list[str]] = {}
        for part in sorted(one for one in ids if one in self._partners) if self._partners else ():
            for hub in self._partners[part]:
                groups.setdefault(hub, []).append(part)
        return sorted({pair(found[0], part) for found in groups.values() for part in found[1:]})

    def parted(self, ids: Collection[str]) -> list[Pair]:
        """The pairs within `ids` that must not stand together."""
        asked = (one for one in ids if one in self._enemies) if self._enemies else ()
        return sorted((one, enemy) for one in asked for enemy in self._enemies[one] if enemy in ids)

    def _voted(self, decision: Decision) -> frozenset[str]:
        return frozenset(
            topic[0]
            for topic, vote in self.votes.items()
            if vote.judgement.decision is decision and vote.subject.kind is not SubjectKind.CONTRADICTION
        )


def _listed(pairs: Iterable[Pair]) -> dict[str, tuple[str, ...]]:
    """Under each first of a pair its seconds."""
    found: dict[str, list[str]] = {}
    for one, other in sorted(pairs):
        found.setdefault(one, []).append(other)
    return {one: tuple(others) for one, others in found.items()}


NO_RULINGS = Rulings()
"""Nobody decided anything."""


def _undone(judgements: list[Judgement]) -> dict[str, str]:
    """The ids of judgements that were taken back, each with the one that did it; an undo that was undone itself does nothing."""
    undone: dict[str, str] = {}
    earlier = {j.id: place for place, j in enumerate(judgements)}
    for place in range(len(judgements) - 1, -1, -1):
        judgement = judgements[place]
        if judgement.decision is Decision.UNDO and judgement.id not in undone:
            undone |= {
                part: judgement.id
                for part in judgement.parts
                if part not in undone and earlier.get(part, place) < place
            }
    return undone
