"""Seam: which groups of different stories are one because they share a key.

In go groups as each story made them, with their keys, and what people ruled; out come the groups that are one across stories.
Only equal keys join: no score reaches from one story into another, so that a story can be linked without looking at the others.
Two groups of one story are never joined here, for their own story kept them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from watchfloor.record.linking.clustering import Pair, cluster, pair

_SHARED = 1.0
"""Score of two groups with a key in common; the floor is half of it, so that one shared key is enough wherever nothing speaks against."""


@dataclass(frozen=True, slots=True)
class Knot:
    """One group of one story, and the keys under which it is found elsewhere."""

    story: str
    keys: tuple[str, ...]


def joined(
    knots: Mapping[str, Knot], together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[tuple[str, ...]]:
    """The names of knots that are one, each group sorted, groups of one left out. `together` and `apart` are pairs of names that a person ruled on."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name, knot in knots.items():
        for key in knot.keys:
            holders[key].append(name)
    shared = [names for names in holders.values() if len(names) > 1]
    ruled, parted = sorted(together), sorted(apart)
    bonds = [bond for names in shared for bond in pairwise(names)] + ruled
    components = _components(bonds)
    place = {name: number for number, members in enumerate(components) for name in members}
    kept_together, kept_apart = (_by_component(pairs, place) for pairs in (ruled, parted))
    found: list[tuple[str, ...]] = []
    for number, members in enumerate(components):
        if len({knots[name].story for name in members}) == len(members) and not kept_apart[number]:
            found.append(tuple(sorted(members)))
        else:
            inside = {name: knots[name] for name in members}
            found += _disputed(inside, kept_together[number], kept_apart[number])
    return sorted(found)


def _by_component(pairs: Iterable[Pair], place: Mapping[str, int]) -> Mapping[int, list[Pair]]:
    """The pairs within each component, under its number."""
    found: dict[int, list[Pair]] = defaultdict(list)
    for a, b in pairs:
        if a in place and place[a] == place.get(b):
            found[place[a]].append((a, b))
    return found


def _disputed(knots: Mapping[str, Knot], together: Iterable[Pair], apart: Iterable[Pair]) -> list[tuple[str, ...]]:
    """The same for knots of which some may not stand together: those that nothing speaks against are one beforehand, the others are clustered."""
    by_story: dict[str, list[str]] = defaultdict(list)
    for name in sorted(knots):
        by_story[knots[name].story].append(name)
    hostile = {pair(a, b) for names in by_story.values() for a, b in combinations(names, 2)} | set(apart)
    alone = {name for p in (*hostile, *together) for name in p}
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(knots):
        same[("alone", name) if name in alone else ("", *sorted(knots[name].keys))].append(name)
    nodes = {names[0]: names for names in same.values()}
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
