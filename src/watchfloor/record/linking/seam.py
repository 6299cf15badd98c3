"""Seam: which groups of different stories are one because they share a key.

In go groups as each story made them, with their keys, and what people ruled; out come the groups that are one across stories.
Only equal keys join: no score reaches from one story into another, so that a story can be linked without looking at the others.
Two groups of one story are never joined here, for their own story kept them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, pairwise

from watchfloor.record.linking.clustering import Pair, cluster, pair
from watchfloor.record.made import Made, made

Group = tuple[str, ...]
"""The names of knots, sorted."""

_SHARED = 1.0
"""Score of two groups with a key in common; the floor is half of it, so that one shared key is enough wherever nothing speaks against."""


@dataclass(frozen=True, slots=True)
class Knot:
    """One group of one story, and the keys under which it is found elsewhere."""

    story: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seam:
    """The names of knots that are one, each group sorted, groups of one left out; and how those tied knots were parted of which some may not stand together, under the first name of each lot."""

    groups: tuple[Group, ...] = ()
    disputed: Mapping[str, Made[tuple[Group, ...]]] = field(default_factory=dict)


def joined(
    knots: Mapping[str, Knot], together: Iterable[Pair] = (), apart: Iterable[Pair] = (), before: Seam | None = None
) -> Seam:
    """Which knots are one. `together` and `apart` are pairs of names that a person ruled on; what was parted `before` in the same way is kept."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name, knot in knots.items():
        for key in knot.keys:
            holders[key].append(name)
    shared = [names for names in holders.values() if len(names) > 1]
    ruled, parted = sorted(together), sorted(apart)
    components = _components([bond for names in shared for bond in pairwise(names)] + ruled)
    place = {name: number for number, members in enumerate(components) for name in members}
    kept_together, kept_apart = (_by_component(pairs, place) for pairs in (ruled, parted))
    found: list[Group] = []
    hostile: dict[str, tuple[Group, tuple[Knot, ...], tuple[Pair, ...], tuple[Pair, ...]]] = {}
    for number, members in enumerate(components):
        group = tuple(sorted(members))
        if len({knots[name].story for name in members}) == len(members) and number not in kept_apart:
            found.append(group)
        else:
            own = tuple(knots[name] for name in group)
            hostile[group[0]] = (group, own, tuple(kept_together.get(number, ())), tuple(kept_apart.get(number, ())))
    disputed = made(hostile, lambda first: tuple(_disputed(*hostile[first])), before.disputed if before else None)
    return Seam(tuple(sorted(chain(found, *(own.result for own in disputed.values())))), disputed)


def _by_component(pairs: Iterable[Pair], place: Mapping[str, int]) -> Mapping[int, list[Pair]]:
    """The pairs within each component, under its number."""
    found: dict[int, list[Pair]] = defaultdict(list)
    for a, b in pairs:
        if a in place and place[a] == place.get(b):
            found[place[a]].append((a, b))
    return found


def _disputed(names: Group, tied: Sequence[Knot], together: Iterable[Pair], apart: Iterable[Pair]) -> list[Group]:
    """The same for knots of which some may not stand together: those that nothing speaks against are one beforehand, the others are clustered."""
    knots = dict(zip(names, tied, strict=True))
    by_story: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_story[knots[name].story].append(name)
    hostile = {pair(a, b) for own in by_story.values() for a, b in combinations(own, 2)} | set(apart)
    alone = {name for p in (*hostile, *together) for name in p}
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        same[("alone", name) if name in alone else ("", *sorted(knots[name].keys))].append(name)
    nodes = {alike[0]: alike for alike in same.values()}
    scores = {pair(a, b): _SHARED for a, b in combinations(sorted(nodes), 2) if set(knots[a].keys) & set(knots[b].keys)}
    ruled = set(together)
    groups = cluster(nodes, scores, _SHARED / 2, together=ruled, apart=hostile - ruled)
    whole = (tuple(sorted(name for node in group for name in nodes[node])) for group in groups)
    return [group for group in whole if len(group) > 1]


def _components(bonds: Iterable[Pair]) -> list[set[str]]:
    """The sets of names that bonds tie together."""
    of: dict[str, set[str]] = {}
    for a, b in bonds:
        one, other = of.setdefault(a, {a}), of.setdefault(b, {b})
        if one is not other:
            large, small = (one, other) if len(one) >= len(other) else (other, one)
            large |= small
            for name in small:
                of[name] = large
    return list({id(members): members for members in of.values()}.values())
