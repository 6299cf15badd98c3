"""Spokesman: the state in whose name a person speaks by office.

In goes an actor of the record, out comes a state's code. It is read from the roles that documents give ("Norland's foreign minister", "Kremlin
spokesman"), never from a name. Former office-holders, members of a parliament and diplomats without a post speak for themselves.
"""

from __future__ import annotations

import re

from watchfloor.model.actor import Actor, ActorType
from watchfloor.reading.actor.register import Bloc, metonym, state_named, state_of_adjective

_OFFICE = re.compile(
    r"\b(?:spokes(?:man|woman|person)|(?:prime|foreign|defen[cs]e|interior) minister|minister of|president|chancellor|ambassador|secretary of (?:state|defen[cs]e)|premier)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:former|ex|then|late|deputy|vice|candidate|opposition|university|company|party)\b", re.IGNORECASE
)
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+")
_LONGEST = 3
"""Words in the longest name of a state that is looked for ("the United States", "Bosnia and Herzegovina")."""


def state_spoken_for(actor: Actor) -> str | None:
    """The ISO code of the state whose office the actor holds, None where the roles name none or several."""
    if actor.type is not ActorType.PERSON:
        return None
    codes = {code for role in actor.roles if (code := _state_of(role.text))}
    return codes.pop() if len(codes) == 1 else None


def _state_of(role: str) -> str | None:
    if not _OFFICE.search(role) or _PAST.search(role):
        return None
    lead = re.split(r"\s(?:to|at)\s", role, maxsplit=1)[0]  # "Norland's ambassador to Suderland" speaks for Norland
    words = _WORD.findall(re.sub(r"['’]s\b", "", lead))
    for size in range(_LONGEST, 0, -1):
        for start in range(len(words) - size + 1):
            form = " ".join(words[start : start + size])
            state = state_named(form) or state_of_adjective(form) or metonym(form)
            if state and not isinstance(state, Bloc):
                return state.code
    return None
