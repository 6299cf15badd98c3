"""Regrouping: groups that a machine made, once people have joined and parted some of their members.

In go groups and rulings, out come groups. Joined members stand in the group where most of them were; a group of which they are more than half
comes with them whole, so that whoever joins it later comes too. Of parted members each side stands alone; who was
not named stays with the largest side. Groups that nobody ruled on are left as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.clustering import Pair

Group = tuple[str, ...]


def regrouped(groups: Sequence[Group], rulings: Rulings) -> list[Group]:
    """The groups as ruled, each sorted, in the order of their first members."""
    group_of = {member: group for group in groups for member in group}
    joined, parted = rulings.joined(group_of), rulings.parted(group_of)
    if not joined and not parted:
        return sorted(tuple(sorted(group)) for group in groups)
    moved = _join([set(group) for group in groups], _components(joined))
    return sorted(tuple(sorted(side)) for group in moved for side in _sides(group, joined, parted))


def _components(pairs: Iterable[Pair]) -> list[set[str]]:
    """What the pairs connect, in the order of their first members."""
    of: dict[str, set[str]] = {}
    for a, b in pairs:
        whole = of.get(a, {a}) | of.get(b, {b})
        of |= dict.fromkeys(whole, whole)
    return sorted({min(whole): whole for whole in of.values()}.values(), key=min)


def _join(groups: list[set[str]], components: Iterable[set[str]]) -> list[set[str]]:
    for component in components:
        touched = [group for group in groups if group & component]
        home = max(touched, key=lambda group: (len(group & component), len(group), min(group)))
        for group in touched:
            if group is home:
                continue
            taken = set(group) if 2 * len(group & component) > len(group) else group & component
            group.difference_update(taken)
            home.update(taken)
        groups = [group for group in groups if group]
    return groups


def _sides(group: set[str], joined: Iterable[Pair], parted: Iterable[Pair]) -> list[set[str]]:
    """The group in sides that hold nobody kept apart from another there; each takes the first side that takes them."""
    enemies: dict[str, set[str]] = defaultdict(set)
    for a, b in parted:
        if a in group and b in group:
            enemies[a].add(b)
            enemies[b].add(a)
    if not enemies:
        return [group]
    tied = {member: whole for whole in _components(p for p in joined if group.issuperset(p)) for member in whole}
    sides: list[set[str]] = []
    for member in sorted(enemies):
        whole = tied.get(member, {member})
        if any(member in side for side in sides):
            continue
        against = {other for one in whole for other in enemies.get(one, ())}
        side = next((side for side in sides if not side & against), None)
        if side is None:
            sides.append(set(whole))
        else:
            side |= whole
    rest = group.difference(*sides)
    largest = max(sides, key=lambda side: (len(side), min(side)))
    largest |= rest
    return sides
