"""Cast: the record's actors, out of those that each story has for itself.

In go drafts of stories, out come the actors and, for every actor of a reading, the one it is part of. Across stories only the same full
name of a person (their own, or the one that the register has for their office that day), or the same name of a body, makes two one, unless
they are of different states: a surname, an office or a spelling that is nearly right tells who somebody is within one story and
not beyond it. People may rule otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from watchfloor.model.actor import Actor
from watchfloor.record.actor import actors
from watchfloor.record.actor.persona import Persona
from watchfloor.record.draft import Draft
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.clustering import Pair, pair
from watchfloor.record.linking.identity import identify
from watchfloor.record.linking.seam import Knot, joined

_FULL = 3
"""Parts of a person's identity, its kind among them, from which it is a full name."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors in the order of their names, and under each key of a reading's actor the id of the one it is part of."""

    actors: tuple[Actor, ...]
    belongs: Mapping[str, str]
    parts: Mapping[str, tuple[Sequence[str], ...]]
    """The groups of keys that make up each actor."""


def cast(drafts: Sequence[Draft], rulings: Rulings, before: Cast | None = None) -> Cast:
    """The actors of all stories; those made up as in the cast `before`, of which these drafts are a continuation, are taken from there."""
    people = {p.key: p for d in drafts for p in d.people}
    knots = {group[0]: Knot(d.key, _names(group, people)) for d in drafts for group in d.actors}
    members = {group[0]: group for d in drafts for group in d.actors}
    together, apart = _ruled(rulings, people, members)
    homes = {name: frozenset[str]().union(*(people[key].homes for key in members[name])) for name in knots}
    across = joined(knots, together, (apart | _namesakes(knots, homes)) - together)
    whole = {names[0]: names for names in across}
    inner = {name for names in across for name in names}
    whole |= {name: (name,) for name in knots if name not in inner}
    named = _named(whole, knots)
    ids = identify("A", named.values())
    parts = {ids[named[first]]: tuple(members[name] for name in names) for first, names in whole.items()}
    known = {a.id: a for a in before.actors if parts.get(a.id) == before.parts[a.id]} if before else {}
    for actor, groups in parts.items():
        if actor not in known:
            known[actor] = actors.joined(
                actor, [people[key] for key in sorted(key for group in groups for key in group)]
            )
    belongs = {key: actor for actor, groups in parts.items() for group in groups for key in group}
    return Cast(actors.in_order(known.values()), belongs, parts)


def _names(group: Iterable[str], people: Mapping[str, Persona]) -> tuple[str, ...]:
    """The names of a story's actor that name it in any story."""
    found = {people[key].found_as for key in group}
    return tuple(sorted("|".join(n) for n in found if n[0] == "body" or (n[0] == "person" and len(n) >= _FULL)))


def _namesakes(knots: Mapping[str, Knot], homes: Mapping[str, frozenset[str]]) -> set[Pair]:
    """The pairs of stories' persons who share a name and nothing else: one story calls the one by one state, another by others."""
    called: dict[str, dict[frozenset[str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in sorted(knots):
        for key in knots[name].keys if homes[name] else ():
            called[key][homes[name]].append(name)
    return {
        pair(x, y)
        for by_home in called.values()
        for a, b in combinations(by_home, 2)
        if not a & b
        for x in by_home[a]
        for y in by_home[b]
    }


def _named(whole: Mapping[str, Sequence[str]], knots: Mapping[str, Knot]) -> dict[str, str]:
    """What each actor's id is made from: the name that most of its stories use, of those that no other actor's stories use more, which one more document seldom changes; else the smallest of its keys."""
    used = {first: Counter(key for name in group for key in knots[name].keys) for first, group in whole.items()}
    owner: dict[str, str] = {}
    for first in sorted(used):
        for name, stories in used[first].items():
            if name not in owner or stories > used[owner[name]][name]:
                owner[name] = first
    own: dict[str, list[str]] = defaultdict(list)
    for name, first in owner.items():
        own[first].append(name)
    return {first: min(own[first], key=lambda n: (-used[first][n], n), default=first) for first in whole}


def _ruled(
    rulings: Rulings, people: Mapping[str, Persona], members: Mapping[str, Sequence[str]]
) -> tuple[set[Pair], set[Pair]]:
    """The pairs of stories' actors that people joined and kept apart."""
    asked = {actor for p in (*rulings.together, *rulings.apart) for actor in p}
    holders: dict[str, set[str]] = defaultdict(set)
    for first, group in members.items() if asked else ():
        for actor in (a.id for key in group for a in people[key].actors if a.id in asked):
            holders[actor].add(first)
    together, apart = (
        {pair(x, y) for a, b in pairs for x in holders[a] for y in holders[b] if x != y}
        for pairs in (rulings.joined(holders), rulings.parted(holders))
    )
    return together, apart
