"""Bearers: which of the many that bear one full name are one person.

In go the Traits of each bearer, out come groups. It is one decision over all of them, whatever their order. Those whom `namesake` finds too unlike are never one; a
bearer who fits several of these goes to the one for whom more speaks, or whom nearly all mean, and else to none of them: what is told of it does not say whom it means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from watchfloor.record.actor.introduction import Traits, together
from watchfloor.record.actor.namesake import FLOOR, compare_bearers, may_be_two
from watchfloor.record.linking.clustering import Pair, cluster, pair

_MAIN = 3
"""Times that one person must be met as often as all namesakes together to be meant wherever nothing tells: a word misread in one of many articles
does not leave a president's other articles without him."""

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    """Bearers that are one, what they are told of together, and the names beside them."""

    names: tuple[str, ...]
    traits: Traits
    beside: frozenset[str]


def told_apart(
    told: Mapping[str, Traits],
    prior: float,
    beside: Callable[[str], frozenset[str]],
    two: Iterable[Pair] = (),
) -> list[Group]:
    """The groups of bearers that are one, each sorted; all in one group where nothing speaks against it.

    `prior` is that of `namesake`. `beside` gives, for a bearer, the names that it is told of with and few others are; `two` are pairs that are two for certain.
    """
    certain = {pair(a, b) for a, b in two}
    units = _units(told, {name for p in certain for name in p})
    traits = {unit: together(told[name] for name in names) for unit, names in units.items()}
    doubted = [
        p for p in combinations(sorted(units), 2) if p in certain or may_be_two(traits[p[0]], traits[p[1]], prior)
    ]
    people = {unit: _person(units[unit], traits[unit], beside) for unit in {unit for p in doubted for unit in p}}
    apart = {p for p in doubted if p in certain or _score(people[p[0]], people[p[1]], prior) < FLOOR}
    if not apart:
        return [tuple(sorted(told))]
    core = {unit: people[unit] for p in apart for unit in p}
    scores = {p: _score(core[p[0]], core[p[1]], prior) for p in combinations(sorted(core), 2) if p not in apart}
    groups = [_joined([core[unit] for unit in group]) for group in cluster(core, scores, FLOOR, apart=apart)]
    found = {group: list(group.names) for group in groups}
    unsaid: list[str] = []
    for name in sorted(told.keys() - {name for group in groups for name in group.names}):
        meant = _meant(_Person((name,), told[name], beside(name)), groups, prior)
        (found[meant] if meant else unsaid).append(name)
    return sorted(tuple(sorted(names)) for names in (*found.values(), unsaid) if names)


def _units(told: Mapping[str, Traits], alone: set[str]) -> dict[str, tuple[str, ...]]:
    """Bearers of whom the same is told that could make two, under the first of them: they are compared once, however many they are."""
    same: dict[object, list[str]] = defaultdict(list)
    for name in sorted(told):
        t = told[name]
        same[name if name in alone else (t.homes, t.occupations, t.ties, t.ages, t.genders)].append(name)
    return {names[0]: tuple(names) for names in same.values()}


def _person(names: tuple[str, ...], traits: Traits, beside: Callable[[str], frozenset[str]]) -> _Person:
    return _Person(names, traits, frozenset[str]().union(*(beside(name) for name in names)))


def _joined(parts: Sequence[_Person]) -> _Person:
    names = tuple(sorted(name for part in parts for name in part.names))
    return _Person(names, together(p.traits for p in parts), frozenset[str]().union(*(p.beside for p in parts)))


def _score(a: _Person, b: _Person, prior: float) -> float:
    return compare_bearers(a.traits, b.traits, prior, a.beside & b.beside).score


def _meant(one: _Person, groups: Sequence[_Person], prior: float) -> _Person | None:
    """Which of the people, who are not one, a bearer is; None where that is not told."""
    scores = {group: _score(one, group, prior) for group in groups}
    best = max(scores.values())
    nearest = [group for group, score in scores.items() if score == best]
    if best > prior and len(nearest) == 1:
        return nearest[0]
    main = max(groups, key=lambda group: (len(group.names), group.names))
    others = sum(len(group.names) for group in groups if group is not main)
    return main if len(main.names) >= _MAIN * others and scores[main] >= FLOOR else None
