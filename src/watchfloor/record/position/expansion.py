"""Expansion: a group of states, or a list of actors, as its members.

In goes an actor of the record, out come those of whom something is said when it is said of the group. Three kinds of group are spelt out by
their name and expand: groups of states in the register ("the Baltic states"), the part of a bloc that a region names ("the European members of
NATO"), and lists ("France, Spain and Italy"), also with "the leaders of" before them. Some, several or many do not expand, since nobody
can say which; nor does a bloc that decides by its own bodies: what NATO says, NATO says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from watchfloor.model.actor import Actor, ActorType
from watchfloor.reading.actor.register import Bloc, bloc_named, state_named, state_of_code

_COMMA = re.compile(r"\s*,\s*(?:and\s+|or\s+)?(?:the\s+)?|\s+(?:and|&)\s+(?:the\s+)?", re.IGNORECASE)
_LEADERS = re.compile(
    r"(?:the\s+)?(?:leaders|governments|foreign ministers|defen[cs]e ministers|prime ministers|presidents)\s+(?:of|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MEMBERS = r"(?:members?|member (?:states|countries)|nations|countries|states|allies)"
_OF_REGION = (
    re.compile(rf"(?:the\s+)?(?P<region>[A-Z]\w+)\s+(?P<bloc>.+?)\s+{_MEMBERS}"),
    re.compile(rf"(?:the\s+)?(?P<bloc>.+?)['’]s?\s+(?P<region>[A-Z]\w+)\s+{_MEMBERS}"),
    re.compile(rf"(?:the\s+)?(?P<region>[A-Z]\w+)\s+{_MEMBERS}\s+of\s+(?:the\s+)?(?P<bloc>.+)"),
)
_REGION = {"European": "Council of Europe", "Baltic": "Baltic states", "Nordic": "Nordic countries"}
"""The bloc of the register whose members lie in a region. The Council of Europe holds every European member of NATO and of the EU."""
_NO_MEMBER = frozenset({ActorType.GROUP, ActorType.ANONYMOUS})
_NO_STATE = _NO_MEMBER | {ActorType.PERSON}
_NEVER = frozenset({ActorType.PERSON, ActorType.ALLIANCE})


@dataclass(frozen=True, slots=True)
class Member:
    """An actor by id and name: one of the record, or a state that only its group brings in."""

    actor: str
    name: str


@dataclass(frozen=True)  # no slots, for by_name is made when first asked
class Roster:
    """Which actors of a record states and names mean, so that a group's members are found among them."""

    actors: Collection[Actor]
    by_code: Mapping[str, Member]

    @classmethod
    def of(cls, actors: Collection[Actor]) -> Self:
        """The roster of `actors`, whatever their order. Of two actors that are one state the one under its plain name stands for it."""
        states: dict[str, list[Actor]] = defaultdict(list)
        for actor in actors:
            if actor.type not in _NO_STATE and (state := state_named(actor.name)):
                states[state.code].append(actor)
        by_code = {
            code: min(own, key=lambda a: (a.name != _plain(code), *_prominence(a))) for code, own in states.items()
        }
        return cls(actors, {code: Member(a.id, a.name) for code, a in by_code.items()})

    @cached_property
    def by_name(self) -> Mapping[str, Member]:
        """Who is meant by a name: of several actors the most mentioned."""
        first: dict[str, Actor] = {}
        for actor in self.actors:
            if actor.type not in _NO_MEMBER:
                other = first.setdefault(actor.name, actor)
                if other is not actor and _prominence(actor) < _prominence(other):
                    first[actor.name] = actor
        return {name: Member(a.id, a.name) for name, a in first.items()}

    def members(self, actor: Actor, day: date | None = None) -> tuple[Member, ...]:
        """The members on that day of the group that `actor` is, by name; today's where no day is known.

        None where the actor is no group, or one of which nobody can say who belongs to it.
        """
        if actor.type in _NEVER or state_named(actor.name):
            return ()
        codes = _states_of(actor.name, day)
        if codes:
            return tuple(sorted((self._state(code) for code in codes), key=lambda m: m.name))
        return self._listed(_LEADERS.sub("", actor.name, count=1), day)

    def _state(self, code: str) -> Member:
        state = state_of_code(code)
        return self.by_code.get(code) or Member(f"state:{code}", state.name if state else code)

    def _listed(self, words: str, day: date | None) -> tuple[Member, ...]:
        """The members of a list whose every part is known by name; none where one is not, as half a list says who is left out."""
        parts = [part for part in _COMMA.split(words) if part]
        found = [self._part(part, day) for part in parts] if len(parts) > 1 else []
        if not all(found):
            return ()
        return tuple(sorted({member for members in found for member in members}, key=lambda m: m.name))

    def _part(self, words: str, day: date | None) -> tuple[Member, ...]:
        codes = _states_of(words, day)
        if codes:
            return tuple(self._state(code) for code in codes)
        state = state_named(words)
        if state:
            return (self._state(state.code),)
        return (self.by_name[words],) if words in self.by_name else ()


def _prominence(actor: Actor) -> tuple[int, str]:
    return -len(actor.mentions), actor.id


def _plain(code: str) -> str:
    state = state_of_code(code)
    return state.name if state else code


def _states_of(name: str, day: date | None) -> tuple[str, ...]:
    """The codes of the states that a group's name spells out; none for a bloc that is an actor by itself."""
    words = _LEADERS.sub("", name, count=1)
    bloc = bloc_named(words) or bloc_named(words.removesuffix(" leaders") + " states")
    if bloc:
        return _on(bloc, day) if bloc.type == "group" else ()
    for pattern in _OF_REGION:
        found = pattern.fullmatch(words)
        whole = bloc_named(found["bloc"]) if found else None
        region = bloc_named(_REGION.get(found["region"], "")) if found else None
        if whole and region:
            lying = _on(region, day)
            return tuple(code for code in _on(whole, day) if code in lying)
    return ()


def _on(bloc: Bloc, day: date | None) -> tuple[str, ...]:
    return bloc.members if day is None else bloc.members_on(day)
