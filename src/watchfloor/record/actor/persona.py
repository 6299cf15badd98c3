"""Persona: an actor of a reading as the record compares it, and whether two of them are one.

In go actors of readings, out come personas and comparisons of two. Who ends up with whom is decided in `actors`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.document import Document
from watchfloor.model.reading import Reading
from watchfloor.reading.actor.office import Offices
from watchfloor.record.actor import names
from watchfloor.record.actor.introduction import UNTOLD, Traits, traits
from watchfloor.record.actor.namesake import FLOOR, WITHIN, compare_bearers, may_be_two
from watchfloor.record.actor.posts import (
    Known,
    Mission,
    compare_known,
    compare_missions,
    compare_to_register,
    holder,
    known,
    missions,
)
from watchfloor.record.actor.roles import compare_offices
from watchfloor.record.actor.spelling import spelled
from watchfloor.record.linking.comparison import NOTHING, Comparison

_LONGEST_NAME = 5
"""Words of a personal name; a longer capitalised form is a headline."""


def key_of(document_id: str, actor_id: str) -> str:
    """The one key of an actor of a reading, since readings may number their actors alike."""
    return f"{document_id}|{actor_id}"


@dataclass(frozen=True, slots=True)
class Persona:
    """One actor, or several that certainly are one, prepared for comparison.

    `name` is the fullest personal name among its forms, `bodies` the comparable names of a state or organisation,
    `described` the forms and roles that describe an office, `stories` where it occurs. `generation` is "jr" or "sr" where a form says so;
    `posts` are the offices whose holder the register knows on the document's day, `missions` the diplomatic ones, `traits` what is told of them beside the name,
    all of persons only.
    """

    keys: tuple[str, ...]
    actors: tuple[Actor, ...]
    stories: frozenset[str]
    name: names.Name
    bodies: frozenset[frozenset[str]]
    described: frozenset[str]
    generation: str = ""
    posts: frozenset[Known] = frozenset()
    missions: frozenset[Mission] = frozenset()
    traits: Traits = UNTOLD

    @property
    def key(self) -> str:
        """The smallest of its keys, which stands for it."""
        return self.keys[0]

    @property
    def is_anonymous(self) -> bool:
        """Whether the documents do not name it."""
        return self.actors[0].type is ActorType.ANONYMOUS

    @property
    def is_person(self) -> bool:
        """Whether it is a person whom a document may name."""
        return self.actors[0].type is ActorType.PERSON

    @property
    def is_named(self) -> bool:
        """Whether its document calls it by a name of its own: "police" and "a senior official" are none."""
        return self.is_person or (not self.is_anonymous and bool(self.bodies))

    @property
    def identity(self) -> tuple[str, ...]:
        """Equal for two personas only where they are one without a doubt: one full name, or one surname in one story."""
        if self.is_person and self.name:
            return ("person", *self.name, *self._generation, *(() if len(self.name) > 1 else sorted(self.stories)))
        own = names.body(self.actors[0].name)
        return ("alone", self.key) if self.is_person or self.is_anonymous or not own else ("body", *sorted(own))

    @property
    def found_as(self) -> tuple[str, ...]:
        """The identity under which it is met in any story: its own, whatever the spelling; where no document names it, that of whom the register has in its office."""
        name = self.name or holder(self.posts) if self.is_person else ()
        return ("person", *map(spelled, name), *self._generation) if len(name) > 1 else self.identity

    @property
    def _generation(self) -> tuple[str, ...]:
        return (self.generation,) if self.generation else ()

    def with_(self, other: Persona) -> Persona:
        """Both as one."""
        parts = sorted(zip(self.keys + other.keys, self.actors + other.actors, strict=True), key=lambda part: part[0])
        return replace(
            self,
            keys=tuple(key for key, _ in parts),
            actors=tuple(actor for _, actor in parts),
            stories=self.stories | other.stories,
            bodies=self.bodies | other.bodies,
            described=self.described | other.described,
            posts=self.posts | other.posts,
            missions=self.missions | other.missions,
            traits=self.traits.with_(other.traits),
        )


def personas(
    readings: Iterable[Reading],
    stories: Mapping[str, str],
    documents: Mapping[str, Document],
    offices: Offices,
) -> list[Persona]:
    """Every actor of every reading, prepared, sorted by key.

    `stories` maps a document's id to its story's; `documents` give the days for which `offices` are asked who held one.
    """
    days = {key: day for key, document in documents.items() if (day := _day(document)) is not None}
    found = [
        _persona(
            stories.get(reading.document_id, reading.document_id),
            actor,
            documents[reading.document_id],
            days.get(reading.document_id),
            offices,
        )
        for reading in readings
        for actor in reading.actors
    ]
    return sorted(found, key=lambda p: p.key)


def compare(a: Persona, b: Persona) -> Comparison:
    """Whether two are one, by name, and where a document names nobody, by office. The unnamed are compared with nobody."""
    if a.is_anonymous or b.is_anonymous or a.is_person != b.is_person:
        return NOTHING
    if not a.is_person:
        return _compare_bodies(a, b)
    if a.name and b.name:
        if are_two(a, b):
            return NOTHING
        found = names.compare_persons(a.name, b.name)
        # A bare surname is a full name's only within one story; elsewhere it is anybody's.
        return found if a.stories & b.stories or min(len(a.name), len(b.name)) > 1 else NOTHING
    return max(_compare_described(a, b), key=lambda c: (c.score, c.why))


def are_two(a: Persona, b: Persona) -> bool:
    """Whether two persons can't be one: both have full names, and the names do not fit, or one is the son's, or what is told of them does not fit."""
    if len(a.name) < 2 or len(b.name) < 2:  # noqa: PLR2004 - a single name is no full one
        return False
    if a.generation != b.generation or not names.compare_persons(a.name, b.name).score:
        return True
    return may_be_two(a.traits, b.traits, WITHIN) and compare_bearers(a.traits, b.traits, WITHIN).score < FLOOR


def _compare_described(a: Persona, b: Persona) -> list[Comparison]:
    """The reasons why two are one of which a document names at most one: the register of offices and, within a story, what they are called."""
    found = [NOTHING]
    if a.name or b.name:
        unnamed, named = (b, a) if a.name else (a, b)
        found.append(compare_to_register(unnamed.posts, named.name))
    else:
        found.append(compare_known(a.posts, b.posts))
    if a.stories & b.stories:
        found.append(compare_missions(a.missions, b.missions))
        found += [compare_offices(x, y) for x in sorted(a.described) for y in sorted(b.described)]
    return found


def _day(document: Document) -> date | None:
    """The day of publication, where it is known as exactly as that."""
    published = document.published
    if published is None or published.earliest is None or published.latest is None:
        return None
    return published.earliest.date() if published.latest - published.earliest <= timedelta(days=1) else None


def _persona(story: str, actor: Actor, document: Document, day: date | None, offices: Offices) -> Persona:
    forms = sorted({actor.name, *actor.aliases})
    is_person = actor.type is ActorType.PERSON
    found = [n for f in forms if is_person and 0 < len(n := names.person(f)) <= _LONGEST_NAME]
    described = frozenset({r.text for r in actor.roles} | {f for f in forms if is_person and not names.person(f)})
    name = min(found, key=lambda n: (-len(n), n), default=())
    return Persona(
        keys=(key_of(document.id, actor.id),),
        actors=(actor,),
        stories=frozenset({story}),
        name=name,
        bodies=frozenset() if is_person else frozenset(b for f in forms if (b := names.body(f))),
        described=described,
        generation=max((names.generation(f) for f in forms), default="") if is_person else "",
        posts=known(described, day, offices) if is_person else frozenset(),
        missions=missions(described) if is_person else frozenset(),
        traits=traits(actor, name, document) if is_person else UNTOLD,
    )


def _compare_bodies(a: Persona, b: Persona) -> Comparison:
    shared = a.bodies & b.bodies
    if not shared:
        return NOTHING
    return Comparison(0.9, f"both are called {' '.join(sorted(min(shared, key=sorted)))}")
