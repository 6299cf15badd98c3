"""Voices: the record's actors as far as what they say and do is compared by, and what depends on them.

In go the record's actors, out comes each without the places where it is mentioned: its name, what it is, and once each the words for its roles. One
more document that names a person often changes the actor and seldom the voice; what was made of the same parts and voices
before is kept. What is made is for others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import is_
from typing import Generic, TypeVar

from watchfloor.model.actor import Actor
from watchfloor.record.made import Made

P = TypeVar("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Heard(Generic[T]):
    """Something, the parts that it was made of, and the actors that were looked at for it, None where there was none of that id."""

    parts: tuple[object, ...]
    asked: Mapping[str, Actor | None]
    result: T


@dataclass(slots=True)
class Voices(Mapping[str, Actor]):
    """The voices of `actors`, those of `before` where they have not changed. It notes who is looked up."""

    actors: Mapping[str, Actor]
    before: Mapping[str, Made[Actor]]
    known: dict[str, Made[Actor]] = field(default_factory=dict)
    asked: dict[str, Actor | None] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Actor:
        """The voice of the actor with that id."""
        self.asked[key] = None
        if key not in self.known:
            actor, old = self.actors[key], self.before.get(key)
            same = old is not None and old.parts[0] is actor
            self.known[key] = old if old and same else Made((actor,), _voice(actor, old.result if old else None))
        found = self.known[key].result
        self.asked[key] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.actors)

    def __len__(self) -> int:
        return len(self.actors)

    def heard(
        self,
        wanted: Mapping[tuple[str, ...], tuple[P, ...]],
        make: Callable[[tuple[P, ...]], T],
        before: Mapping[tuple[str, ...], Heard[T]],
    ) -> dict[tuple[str, ...], Heard[T]]:
        """What is `wanted`, under its keys: what was made `before` of the very same parts and voices is kept, everything else is made."""
        return {
            key: old if (old := before.get(key)) is not None and self._still(old, parts) else self._made(parts, make)
            for key, parts in wanted.items()
        }

    def _still(self, old: Heard[T], parts: tuple[P, ...]) -> bool:
        same = len(parts) == len(old.parts) and all(map(is_, parts, old.parts))
        return same and all(self.get(key) is actor for key, actor in old.asked.items())

    def _made(self, parts: tuple[P, ...], make: Callable[[tuple[P, ...]], T]) -> Heard[T]:
        self.asked = {}
        result = make(parts)
        asked, self.asked = self.asked, {}
        return Heard(parts, asked, result)


def _voice(actor: Actor, old: Actor | None) -> Actor:
    """The actor without its mentions; the `old` one where nothing else is new, so that it can be told at sight that it is the same."""
    first = {role.text: role for role in reversed(actor.roles)}
    roles = tuple(first[text] for text in sorted(first))
    found = replace(actor, aliases=(), mentions=(), members=(), roles=roles)
    return old if old is not None and old == found else found
