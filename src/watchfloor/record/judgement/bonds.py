"""Bonds: what must and must not stand together, once everybody's merges and splits are taken together.

In go merges and splits, out come pairs, what is left of each judgement, and where judgements are at odds. The later one wins: a merge
holds among those of its parts that no later judgement keeps apart, directly or through others that were merged later; a split holds for
the pairs that nothing later joins. What of a merge hangs together only against a later split is left to the machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from watchfloor.model.judgement import Conflict, ConflictKind, Decision, Judgement, Standing, in_order
from watchfloor.record.judgement.outcome import Outcome, quarrel
from watchfloor.record.linking.clustering import Pair, pair


@dataclass(frozen=True, slots=True)
class Bonds:
    """Pairs of parts that stand together and apart. Of those together each group's smallest is paired with the others."""

    together: frozenset[Pair]
    apart: frozenset[Pair]
    outcomes: dict[str, Outcome]
    conflicts: tuple[Conflict, ...]


def bonds(judgements: Iterable[Judgement]) -> Bonds:
    """The bonds of all merges and splits among `judgements`, none of which is undone."""
    found = _Found()
    relevant = [j for j in judgements if j.decision in {Decision.MERGE, Decision.SPLIT}]
    for judgement in sorted(relevant, key=in_order, reverse=True):
        if judgement.decision is Decision.MERGE:
            found.merge(judgement)
        else:
            found.split(judgement)
    wholes = {frozenset(group) for group in found.group_of.values()}
    together = {pair(min(whole), part) for whole in wholes for part in whole if part != min(whole)}
    return Bonds(frozenset(together), frozenset(found.apart), found.outcomes, tuple(found.conflicts.values()))


@dataclass(slots=True)
class _Found:
    """What holds so far; judgements come in latest first, so that nothing that holds is ever taken back."""

    groups: list[tuple[Judgement, frozenset[str]]] = field(default_factory=list)
    """Parts that a merge joined."""
    group_of: dict[str, set[str]] = field(default_factory=dict)
    """Everything that is one with a part, itself included, through any number of merges."""
    apart: dict[Pair, list[Judgement]] = field(default_factory=dict)
    enemies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    conflicts: dict[tuple[str, ...], Conflict] = field(default_factory=dict)

    def merge(self, judgement: Judgement) -> None:
        parts = set(judgement.parts)
        if len(parts) < 2:  # noqa: PLR2004 - of two things one is not there any more
            self.outcomes[judgement.id] = Outcome(Standing.ADRIFT)
            return
        kept: list[frozenset[str]] = []
        by: list[Judgement] = [j for p in self._within(parts) for j in self.apart[p]]
        for group in self._connected(parts):
            clashes = self._within({one for part in group for one in self._one_with(part)})
            if clashes:
                by += self._told(judgement, group, clashes)
            elif len(group) > 1:
                kept.append(frozenset(group))
        self._differ(judgement, self._within(parts))
        for whole in kept:
            self.groups.append((judgement, whole))
            joined = {one for part in whole for one in self._one_with(part)}
            self.group_of |= dict.fromkeys(joined, joined)
        self.outcomes[judgement.id] = Outcome(_share(sum(map(len, kept)), len(parts), len(kept)), _ids(by))

    def split(self, judgement: Judgement) -> None:
        sides = [set(subject.parts) for subject in judgement.subject]
        pairs = {pair(x, y) for a, b in combinations(sides, 2) for x, y in product(a, b) if x != y}
        by: list[Judgement] = []
        refused: set[Pair] = set()
        for a, b in sorted(pairs):
            if b not in self._one_with(a):
                self.apart.setdefault((a, b), []).append(judgement)
                self.enemies[a].add(b)
                self.enemies[b].add(a)
                continue
            refused.add((a, b))
            direct = [j for j, group in self.groups if {a, b} <= group]
            path = direct or self._path(a, b, self.groups)
            by += path
            if not direct:
                self._note(quarrel(ConflictKind.CHAIN, [judgement, *path]))
            elif judgement.who not in {j.who for j in direct}:
                self._note(quarrel(ConflictKind.OPPOSITE, [judgement, max(direct, key=in_order)]))
        left = len(pairs) - len(refused)
        self.outcomes[judgement.id] = Outcome(_share(left, len(pairs), 1), _ids(by))

    def _one_with(self, part: str) -> set[str]:
        return self.group_of.get(part, {part})

    def _within(self, parts: set[str]) -> list[Pair]:
        """The pairs of `parts` that are kept apart."""
        return sorted({pair(a, b) for a in parts & self.enemies.keys() for b in self.enemies[a] & parts})

    def _connected(self, parts: set[str]) -> list[set[str]]:
        """`parts` in groups that no line of pairs joins which are not kept apart, in the order of their first."""
        left, found = set(parts), []
        while left:
            group, ahead = set(), [min(left)]
            left.discard(ahead[0])
            while ahead:
                part = ahead.pop()
                group.add(part)
                near = left - self.enemies.get(part, set())
                left -= near
                ahead += near
            found.append(group)
        return found

    def _told(self, judgement: Judgement, group: set[str], clashes: Sequence[Pair]) -> list[Judgement]:
        """Who keeps apart what the judgement's group would join; where that takes a chain of merges, the chain is noted."""
        by = []
        for a, b in clashes:
            by += self.apart[a, b]
            if not {a, b} <= group:
                path = self._path(a, b, [*self.groups, (judgement, frozenset(group))])
                self._note(quarrel(ConflictKind.CHAIN, [*path, *self.apart[a, b]]))
        return by

    def _differ(self, judgement: Judgement, clashes: Sequence[Pair]) -> None:
        """Note who split what the judgement merges; not where its author is among them, who has changed their mind."""
        for p in clashes:
            if judgement.who not in {j.who for j in self.apart[p]}:
                self._note(quarrel(ConflictKind.OPPOSITE, [judgement, max(self.apart[p], key=in_order)]))

    @staticmethod
    def _path(a: str, b: str, groups: Sequence[tuple[Judgement, frozenset[str]]]) -> list[Judgement]:
        """The fewest merges that lead from `a` to `b`."""
        came: dict[int, int | None] = {i: None for i, (_, group) in enumerate(groups) if a in group}
        ahead = list(came)
        for i in ahead:
            if b in groups[i][1]:
                path: list[Judgement] = []
                step: int | None = i
                while step is not None:
                    path.append(groups[step][0])
                    step = came[step]
                return path
            near = [j for j in range(len(groups)) if j not in came and groups[j][1] & groups[i][1]]
            came |= dict.fromkeys(near, i)
            ahead += near
        return []

    def _note(self, conflict: Conflict) -> None:
        self.conflicts.setdefault((conflict.kind, *conflict.judgements), conflict)


def _ids(judgements: Iterable[Judgement]) -> tuple[str, ...]:
    return tuple(j.id for j in sorted({j.id: j for j in judgements}.values(), key=in_order))


def _share(left: int, whole: int, pieces: int) -> Standing:
    """What `left` of `whole` in so many pieces is; of a merge the whole must be one piece."""
    if not left:
        return Standing.UNDONE if whole else Standing.ADRIFT
    return Standing.APPLIED if left == whole and pieces == 1 else Standing.PARTLY
