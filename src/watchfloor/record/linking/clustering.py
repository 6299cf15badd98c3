"""Clustering: which of many things are one, from scores of some of their pairs.

In go the things, the scored pairs, and pairs that must or must not stand together; out come the groups, every thing in
exactly one. It is no chain of merges: two groups join by how alike they are as wholes, so that one shared phrase
can't pull strangers together, and a pair that must not stand together keeps its groups apart for good. The result does
not depend on the order of the input. What the things are is not known here.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]
"""Two keys, the smaller first."""


def pair(a: str, b: str) -> Pair:
    """The pair of `a` and `b` in the one order in which pairs are written."""
    return (a, b) if a <= b else (b, a)


def cluster(
    things: Iterable[str],
    scores: Mapping[Pair, float],
    floor: float,
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    best: float = 0.5,
) -> list[tuple[str, ...]]:
    """The groups, each sorted, in the order of their first things.

    Two groups join while the mean of their best pair's score, which weighs `best` (0 to 1), and their average pair's score is at least `floor`;
    a pair without a score counts as 0. The average alone would tear a full text from its two excerpts, which share no word;
    the best pair alone would chain. `together` is joined first whatever the scores; `apart` yields only to it.
    """
    groups = _Groups({thing: {thing} for thing in sorted(set(things))}, best)
    for a, b in sorted(set(apart)):
        groups.forbid(a, b)
    for a, b in sorted(set(together)):
        groups.join(groups.of[a], groups.of[b])
    for (a, b), score in sorted(scores.items()):
        groups.relate(groups.of[a], groups.of[b], score)
    groups.settle(floor)
    return sorted(tuple(sorted(members)) for members in groups.members.values())


@dataclass(slots=True)
class _Groups:
    """Groups under the name of their smallest thing; changes in place while `cluster` runs."""

    members: dict[str, set[str]]
    best: float
    of: dict[str, str] = field(init=False)
    ties: dict[str, dict[str, tuple[float, float]]] = field(init=False)
    """For each pair of groups with a score: the sum of their pairs' scores, and the best."""
    enemies: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.of = {thing: thing for thing in self.members}
        self.ties = {thing: {} for thing in self.members}
        self.enemies = {thing: set() for thing in self.members}

    def forbid(self, a: str, b: str) -> None:
        self.enemies[self.of[a]].add(self.of[b])
        self.enemies[self.of[b]].add(self.of[a])

    def relate(self, a: str, b: str, score: float) -> None:
        if a != b:
            total, best = self.ties[a].get(b, (0.0, 0.0))
            self.ties[a][b] = self.ties[b][a] = (total + score, max(best, score))

    def linkage(self, a: str, b: str) -> float:
        total, best = self.ties[a][b]
        return self.best * best + (1 - self.best) * total / (len(self.members[a]) * len(self.members[b]))

    def join(self, a: str, b: str) -> str:
        """Join two groups and return the name of what they are now."""
        if a == b:
            return a
        keep, gone = min(a, b), max(a, b)
        self.members[keep] |= self.members.pop(gone)
        for thing in self.members[keep]:
            self.of[thing] = keep
        for other, (total, best) in self.ties.pop(gone).items():
            del self.ties[other][gone]
            if other != keep:
                mine = self.ties[keep].get(other, (0.0, 0.0))
                self.ties[keep][other] = self.ties[other][keep] = (mine[0] + total, max(mine[1], best))
        for enemy in self.enemies.pop(gone):
            self.enemies[enemy].discard(gone)
            if enemy != keep:
                self.enemies[enemy].add(keep)
                self.enemies[keep].add(enemy)
        self.enemies[keep].discard(gone)
        return keep

    def settle(self, floor: float) -> None:
        """Join the closest two groups until none are close enough; of equals, the pair that sorts first."""
        heap = [(-self.linkage(a, b), a, b) for a in self.ties for b in self.ties[a] if a < b]
        heapq.heapify(heap)
        while heap and -heap[0][0] >= floor:
            closeness, a, b = heapq.heappop(heap)
            stale = a not in self.members or b not in self.ties.get(a, {}) or -self.linkage(a, b) != closeness
            if stale or b in self.enemies[a]:
                continue
            joined = self.join(a, b)
            for other in self.ties[joined]:
                heapq.heappush(heap, (-self.linkage(joined, other), min(joined, other), max(joined, other)))
