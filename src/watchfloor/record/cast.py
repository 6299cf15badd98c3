"""Cast: the record's actors, out of those that each story has for itself.

In go drafts of stories, out come the actors and, for every actor of a reading, the one it is part of. Across stories only the same full
name of a person (their own, or the one that the register has for their office that day), or the same name of a body, makes two one, unless what is
told of two persons does not fit (`bearers`): a surname, an office or a spelling that is nearly right tells who somebody is within one story and
not beyond it. People may rule otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from watchfloor.model.actor import Actor
from watchfloor.record.actor import actors
from watchfloor.record.actor.bearers import told_apart
from watchfloor.record.actor.companions import Companions
from watchfloor.record.actor.introduction import Traits
from watchfloor.record.actor.namesake import WITHIN, may_be_two, prior_of
from watchfloor.record.draft import Draft
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.clustering import Pair, pair
from watchfloor.record.linking.identity import identify
from watchfloor.record.linking.seam import Knot, Seam, joined


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors in the order of their names, and under each key of a reading's actor the id of the one it is part of."""

    actors: tuple[Actor, ...]
    belongs: Mapping[str, str]
    parts: Mapping[str, tuple[Sequence[str], ...]]
    """The groups of keys that make up each actor."""
    ids: Mapping[str, str]
    """The id made from each name or key."""
    seam: Seam


def cast(drafts: Sequence[Draft], rulings: Rulings, before: Cast | None = None) -> Cast:
    """The actors of all stories; those made up as in the cast `before`, of which these drafts are a continuation, are taken from there."""
    members = {group[0]: group for d in drafts for group in d.actors}
    knots: dict[str, Knot] = {}
    told: dict[str, Traits] = {}
    for d in drafts:
        knots.update(d.knots)
        told.update(d.told)
    together, apart = _ruled(rulings, drafts)
    story_of = {group[0]: d.key for d in drafts for group in d.actors} if together or apart else {}
    ruled = {name: Knot(story_of[name], ()) for p in together | apart for name in p if name not in knots}
    seam = joined(
        knots | ruled, together, (apart | _namesakes(knots, told)) - together, before.seam if before else None
    )
    named = _named(seam.groups, knots, members.keys())
    ids = identify("A", named.values(), before.ids if before else {})
    whole = {names[0]: names for names in seam.groups}
    parts = {
        ids[key]: tuple(members[name] for name in whole[first]) if first in whole else (members[first],)
        for first, key in named.items()
    }
    fresh = {actor: groups for actor, groups in parts.items() if before is None or before.parts.get(actor) != groups}
    belongs = dict(before.belongs if before else {})  # keys stay; those of an actor that is no more are another's now
    belongs |= {key: actor for actor, groups in fresh.items() for group in groups for key in group}
    kept = [a for a in before.actors if a.id in parts and a.id not in fresh] if before else []
    return Cast(actors.with_more(kept, _actors(fresh, drafts)), belongs, parts, ids, seam)


def _actors(parts: Mapping[str, tuple[Sequence[str], ...]], drafts: Iterable[Draft]) -> list[Actor]:
    """The actors that have these parts."""
    keys = {key for groups in parts.values() for group in groups for key in group}
    stories = {key.partition("|")[0] for key in keys}
    people = {p.key: p for d in drafts if not stories.isdisjoint(d.texts.documents) for p in d.people if p.key in keys}
    return [
        actors.joined(actor, [people[key] for key in sorted(key for group in groups for key in group)])
        for actor, groups in parts.items()
    ]


def _namesakes(knots: Mapping[str, Knot], told: Mapping[str, Traits]) -> set[Pair]:
    """The pairs of stories' persons who share a name and are two, as far as what is told of them shows."""
    beside = Companions.of(knots, told)
    found: set[Pair] = set()
    for names in beside.called.values():
        if sum(told[name].may_part for name in names) > 1:
            own = {name: told[name] for name in names}
            groups = told_apart(own, prior_of(len(own)), beside, _of_one_story(names, knots, told))
            found |= {pair(x, y) for a, b in combinations(groups, 2) for x in a for y in b}
    return found


def _of_one_story(names: Iterable[str], knots: Mapping[str, Knot], told: Mapping[str, Traits]) -> list[Pair]:
    """The pairs of namesakes whom a story tells apart itself."""
    by_story: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_story[knots[name].story].append(name)
    return [p for own in by_story.values() for p in combinations(own, 2) if may_be_two(told[p[0]], told[p[1]], WITHIN)]


def _named(across: Iterable[Sequence[str]], knots: Mapping[str, Knot], firsts: Iterable[str]) -> dict[str, str]:
    """What each actor's id is made from: the name that most of its stories use, of those that no other actor's stories use more, which one more document seldom changes; else the smallest of its keys."""
    inner = {name for names in across for name in names}
    used = {names[0]: _counted(knots[name].keys for name in names if name in knots) for names in across}

    def rank(first: str, name: str) -> tuple[int, str]:
        return (-used[first][name] if first in used else -1), first

    owner: dict[str, str] = {}
    alone = ((name, knot.keys) for name, knot in knots.items() if name not in inner)
    for first, names in chain(alone, used.items()):
        for name in names:
            rival = owner.setdefault(name, first)
            if rival != first and rank(first, name) < rank(rival, name):
                owner[name] = first
    own: dict[str, list[str]] = defaultdict(list)
    for name, first in owner.items():
        own[first].append(name)
    named = {first: first for first in firsts if first not in inner} | {names[0]: names[0] for names in across}
    return named | {first: min(names, key=lambda n: (rank(first, n), n)) for first, names in own.items()}


def _counted(keys: Iterable[Sequence[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for own in keys:
        for key in own:
            found[key] = found.get(key, 0) + 1
    return found


def _ruled(rulings: Rulings, drafts: Iterable[Draft]) -> tuple[set[Pair], set[Pair]]:
    """The pairs of stories' actors that people joined and kept apart."""
    asked = {actor for p in (*rulings.together, *rulings.apart) for actor in p}
    holders: dict[str, set[str]] = defaultdict(set)
    for d in drafts if asked else ():
        first_of = {key: group[0] for group in d.actors for key in group}
        for p in d.people:
            for actor in p.actors:
                if actor.id in asked:
                    holders[actor.id].add(first_of[p.key])
    together, apart = (
        {pair(x, y) for a, b in pairs for x in holders[a] for y in holders[b] if x != y}
        for pairs in (rulings.joined(holders), rulings.parted(holders))
    )
    return together, apart
