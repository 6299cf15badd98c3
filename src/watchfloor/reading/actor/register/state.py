"""States under their names, adjectives and seats of government.

In comes a surface form as it stands in a text ("the United States", "Polish", "the Kremlin"), out goes the State it
names, belongs to or may stand for. What a form means in its sentence (Georgia the state of the union, Moscow the town)
is not decided here.

`states.csv` was written for this project; the codes are ISO 3166-1 alpha-2, with XK for Kosovo as the European
Union uses it. It lists members and observers of the United Nations, Kosovo and Taiwan; to list is not to recognise.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from watchfloor.reading.actor.register.form import index, listed, lookup
from watchfloor.reading.actor.register.table import rows

_REMEMBERED = 8192
"""Forms kept with their answer: readers ask about the same few thousand names in every document."""


@dataclass(frozen=True, slots=True)
class State:
    """One state: its ISO code and English name, other names, the adjectives and nouns for its people, its seats.

    `demonyms` holds adjectives and nouns together ("Polish", "Pole", "Poles"). `capital` is the seat by law or
    custom; `metonyms` are names that stand for the government beside it: buildings, streets, other spellings of the capital and seats
    other than it.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """Every state of the register, by code."""
    return tuple(
        State(
            code=row["code"],
            name=row["name"],
            aliases=listed(row["aliases"]),
            demonyms=listed(row["demonyms"]),
            capital=row["capital"],
            metonyms=listed(row["metonyms"]),
        )
        for row in rows("states.csv")
    )


def state_of_code(code: str) -> State | None:
    """The state of an ISO 3166-1 alpha-2 code in capitals."""
    return _by_code().get(code)


@lru_cache(maxsize=_REMEMBERED)
def state_named(text: str) -> State | None:
    """The state that `text` names, with or without "the": "Russia", "the United States", "U.S.", "Britain".

    Capital letters count, so that "us" is no state; a text all in capitals ("RUSSIA") is read as a headline would be.
    """
    return lookup(_by_name(), text)


@lru_cache(maxsize=_REMEMBERED)
def state_of_adjective(text: str) -> State | None:
    """The state whose adjective or people `text` is: "Russian", "Poles", "South Korean"."""
    return lookup(_by_demonym(), text)


@lru_cache(maxsize=_REMEMBERED)
def state_seated_at(text: str) -> State | None:
    """The state whose government `text` may stand for: its capital, or a building or street ("the Kremlin")."""
    return lookup(_by_seat(), text)


@cache
def _by_code() -> dict[str, State]:
    return {state.code: state for state in states()}


@cache
def _by_name() -> dict[str, State]:
    return index((name, state) for state in states() for name in (state.name, *state.aliases))


@cache
def _by_demonym() -> dict[str, State]:
    return index((name, state) for state in states() for name in state.demonyms)


@cache
def _by_seat() -> dict[str, State]:
    return index((name, state) for state in states() for name in (state.capital, *state.metonyms))
