"""Actors: which mentions of many documents are one person, body or state.

In go personas, out come the groups that are one, and of each group one actor. Surface forms and roles are kept as
they stand, conflicting ones side by side. An unnamed source is never merged with a named person, two first names
with one surname never are one, nor are namesakes of whom too much is told that does not fit; people may rule otherwise.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.actor import Actor
from watchfloor.model.span import in_order
from watchfloor.record.actor import names
from watchfloor.record.actor.bearers import told_apart
from watchfloor.record.actor.namesake import FLOOR, WITHIN
from watchfloor.record.actor.persona import Persona, are_two, compare
from watchfloor.record.actor.roles import office
from watchfloor.record.actor.spelling import spelled
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.blocking import propose
from watchfloor.record.linking.clustering import Pair, cluster, pair
from watchfloor.record.text.wording import fold

_WORDS = 40
"""Words of its names and offices that an actor is entered under: one with many roles must still be met under each."""

_FEW = 50
"""Times that the ordered outnumber the others from which on putting these in their places costs less than sorting all."""


def merge(people: Sequence[Persona], rulings: Rulings, also: Iterable[Pair] = ()) -> list[tuple[str, ...]]:
    """The groups of keys that are one actor each. `also` are pairs of keys that something else has shown to be one."""
    by_actor_id: dict[str, list[str]] = defaultdict(list)
    for p in people:
        by_actor_id[p.actors[0].id].append(p.key)
    joined, parted = _ruled(rulings.joined(by_actor_id), by_actor_id), _ruled(rulings.parted(by_actor_id), by_actor_id)
    nodes, apart = _certain(people, {key for ruled in (*joined, *parted) for key in ruled})
    node_of = {key: p.key for p in nodes for key in p.keys}
    scores, two = _weigh({p.key: p for p in nodes})
    apart |= two | parted
    together = {pair(node_of[a], node_of[b]) for a, b in {*also, *joined} - parted}
    keys = {p.key: p.keys for p in nodes}
    groups = cluster(keys, scores, FLOOR, together=together - parted, apart=apart)
    return sorted(tuple(sorted(key for node in group for key in keys[node])) for group in groups)


def with_more(ordered: Sequence[Actor], more: Sequence[Actor]) -> tuple[Actor, ...]:
    """Actors in the order of their names: those that are in it already, and more in any order."""
    if len(more) * _FEW > len(ordered):
        return tuple(sorted((*ordered, *more), key=_place))
    found = list(ordered)
    for actor in more:
        insort(found, actor, key=_place)
    return tuple(found)


def _place(actor: Actor) -> tuple[str, str]:
    return fold(actor.name), actor.id


def _certain(people: Iterable[Persona], ruled: set[str]) -> tuple[list[Persona], set[Pair]]:
    """Personas of one identity as one, so that a name in a thousand documents is compared once, and the pairs of namesakes; those ruled on stay alone."""
    alike: dict[tuple[str, ...], list[Persona]] = defaultdict(list)
    for p in sorted(people, key=lambda p: p.key):
        alike[("ruled", p.key) if p.key in ruled else p.identity].append(p)
    nodes: list[Persona] = []
    apart: set[Pair] = set()
    for own in alike.values():
        found = [_whole(part) for part in _namesakes(own)]
        nodes += found
        apart |= {pair(a.key, b.key) for a, b in combinations(found, 2)}
    return nodes, apart


def _namesakes(alike: Sequence[Persona]) -> list[list[Persona]]:
    """The personas of one identity in groups that are one: more than one group only where what is told of them does not fit."""
    if len(alike) == 1 or len(alike[0].name) < 2:  # noqa: PLR2004 - no full name
        return [list(alike)]
    known = {p.key: p for p in alike}
    groups = told_apart({key: p.traits for key, p in known.items()}, WITHIN, lambda _: frozenset())
    return [[known[key] for key in group] for group in groups]


def _whole(parts: Sequence[Persona]) -> Persona:
    first, *rest = parts
    for p in rest:
        first = first.with_(p)
    return first


def _weigh(nodes: Mapping[str, Persona]) -> tuple[dict[Pair, float], set[Pair]]:
    """The scores of the pairs worth comparing, and the pairs that are two for certain.

    A name or office that fits two people who can't be one ("Kim" beside two full names) says nothing about either.
    """
    scores = {p: c.score for p in sorted(_candidates(nodes)) if (c := compare(nodes[p[0]], nodes[p[1]])).score}
    partners: dict[str, set[str]] = defaultdict(set)
    for a, b in scores:
        partners[a].add(b)
        partners[b].add(a)
    apart: set[Pair] = set()
    for key, others in partners.items():
        two = {p for p in combinations(sorted(others), 2) if are_two(nodes[p[0]], nodes[p[1]])}
        apart |= two
        for other in {k for p in two for k in p} if len(nodes[key].name) < 2 else ():  # noqa: PLR2004 - no full name of its own
            scores.pop(pair(key, other), None)
    return scores, apart


def _candidates(nodes: Mapping[str, Persona]) -> set[Pair]:
    """The pairs worth comparing: those that share a word of their names (an office's, its holder's in the register) or, within a story, of their offices."""
    words = {key: _index_words(p) for key, p in nodes.items()}
    counts = Counter(word for found in words.values() for word in found)
    return propose(words, lambda word: -float(counts[word]), rare=_WORDS)


def _index_words(p: Persona) -> set[str]:
    if p.is_anonymous:
        return set()
    if not p.is_person:
        return {f"body {word}" for b in p.bodies for word in b - names.GENERIC}
    offices = {f"office {story} {s}" for story in p.stories for text in p.described for s in office(text)}
    held = {
        f"name {spelled(word)}"
        for k in p.posts
        if not p.name
        for t in k.tenures
        for n in t.names
        for word in names.person(n)
    }
    sent = {f"mission {story} {m.sender}" for story in p.stories for m in p.missions}
    return {f"name {spelled(word)}" for word in p.name} | offices | held | sent


def _ruled(pairs: Iterable[Pair], by_actor_id: Mapping[str, Sequence[str]]) -> set[Pair]:
    return {pair(x, y) for a, b in pairs for x in by_actor_id[a] for y in by_actor_id[b]}


def joined(actor_id: str, parts: Sequence[Persona]) -> Actor:
    """One actor of the record out of its parts."""
    actors = [p.actors[0] for p in parts]
    types = Counter(a.type for a in actors)
    return Actor(
        id=actor_id,
        name=_canonical(parts),
        type=min(types, key=lambda t: (-types[t], t)),
        aliases=tuple(sorted({form for a in actors for form in (a.name, *a.aliases)})),
        roles=tuple(sorted({r for a in actors for r in a.roles}, key=lambda r: (in_order(r.span), r.text))),
        mentions=tuple(sorted({m for a in actors for m in a.mentions}, key=in_order)),
        members=tuple(sorted({a.id for a in actors})),
    )


def _canonical(parts: Sequence[Persona]) -> str:
    """The name that most documents give, as written: of persons the fullest, without its titles."""
    named = [p for p in parts if p.is_person and p.name]
    forms = Counter(f for p in named for a in p.actors for f in {a.name, *a.aliases} if names.person(f))
    if not forms:
        forms = Counter(p.actors[0].name for p in parts)
        return min(forms, key=lambda f: (-forms[f], len(f), f))
    fullest = max(len(p.name) for p in named)
    bare = Counter(_untitled(f) for f in forms.elements() if len(names.person(f)) == fullest)
    return min(bare, key=lambda f: (-bare[f], len(f), f))


def _untitled(form: str) -> str:
    """The form from the first word of its name on ("Admiral Giuseppe Cavo Dragone" from "Giuseppe"), or whole where only a surname follows."""
    words, bare = form.split(), names.person(form)
    starts = [i for i in range(len(words)) if names.person(" ".join(words[i:])) == bare]
    return " ".join(words[max(starts, default=0) :]) if len(bare) > 1 else form
