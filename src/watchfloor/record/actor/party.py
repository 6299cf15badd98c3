"""Party: the states and bodies for which an actor stands, as far as its name and offices tell.

In go actors and texts, out come folded names, demonyms as the country. "China", "the Chinese ministry" and "Hua, spokeswoman of
China's ministry" share one. Who speaks for whom in a dispute is for `contradiction`; nothing is merged here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.model.actor import Actor
from watchfloor.reading.actor.register import Bloc, metonym, state_named, state_of_adjective
from watchfloor.record.actor.names import GENERIC, TITLES, body, country
from watchfloor.record.text.wording import fold

_NAME = re.compile(r"\b[^\W\d_a-z][\w.-]*(?:['’]s)?")
_PEOPLE = re.compile(r"(?<=ia)n$")
"""The ending of an adjective made from a state's name, for states that no register holds: an exercise's, a breakaway's."""
_MANY = frozenset(
    {
        "united nations",
        "nations",
        "united",
        "north",
        "south",
        "east",
        "west",
        "eastern",
        "western",
        "northern",
        "southern",
        "korea",
    }
)
"""Words of many states' and bodies' names; they name no party alone."""


def party(actor: Actor) -> frozenset[str]:
    """The names in the actor's own name and in the offices that documents give it."""
    return frozenset(n for text in (actor.name, *(role.text for role in actor.roles)) for n in parties_in(text))


@lru_cache(maxsize=20_000)
def parties_in(text: str) -> frozenset[str]:
    """The names of states and bodies among the capitalised words of a text."""
    found = {_plain(word) for word in _NAME.findall(text)}
    states = {key for key in body(text) if " " in key}
    return frozenset((found | states) - _NOBODY)


@lru_cache(maxsize=20_000)
def states_in(text: str) -> frozenset[str]:
    """The ISO codes of the states among the capitalised words of a text, in whatever form: "Poland", "Polish", "Warsaw"."""
    found = [re.sub(r"['’]s$", "", word) for word in _NAME.findall(text)]
    named = (state_named(word) or state_of_adjective(word) or metonym(word) for word in found)
    return frozenset(state.code for state in named if state and not isinstance(state, Bloc))


def states_of(actor: Actor) -> frozenset[str]:
    """The ISO codes of the states in the actor's name and offices: "Kremlin spokesman" and "Russia" share one."""
    return frozenset(code for text in (actor.name, *(role.text for role in actor.roles)) for code in states_in(text))


def _plain(word: str) -> str:
    bare = re.sub(r"['’]s$", "", word)
    return country(bare) or _PEOPLE.sub("", fold(bare).rstrip(".").replace(".", ""))


_NOBODY = GENERIC | TITLES | _MANY
