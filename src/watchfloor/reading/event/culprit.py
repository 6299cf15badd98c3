"""Culprits: which of the actors named in a text can be held responsible at all.

In go the actors with the places found in the text, out come the actors as far as they can act. Cables, navigation systems,
airports and towns are read as names like any other, but nobody blames them. Whether anybody is blamed is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.where import Where

_THING = re.compile(
    r"(?:\b(?:gps|gnss|ais|cables?|pipelines?|interconnectors?|airports?|air ?bases?|harbou?rs?|straits?|gulf|sea|ocean|bridge|grid|anchors?"
    r"|radars?|satellites?|airspace|islands?|railways?|depots?|warehouses?|power plants?|websites?|domains?|ip|urls?|documents?|google docs?|protocol|software|malware"
    r"|ransomware|servers?|databases?|portal|apps?|pcs?)|\w(?:link|connector))(?:\s?\d+)?$",
    re.IGNORECASE,
)
"""Names whose last word is a thing: no one acts under them, whatever word order makes of them."""
_SUFFERS = re.compile(
    r"\b(?:victims?|customers?|consumers?|(?<!drug )users?|hostages?|passengers?|residents|commuters|patients?|survivors?|evacuees|mourners)$",
    re.IGNORECASE,
)
"""Those whom events befall: they accuse, and are not accused."""
_STANDS_FOR_ITSELF = frozenset({ActorType.STATE, ActorType.ALLIANCE, ActorType.PERSON})
"""Types whose names may be places as well ("Moscow" is Russia); a town under any other type is a place."""


def culprits(actors: Sequence[Actor], places: Sequence[Where]) -> tuple[Actor, ...]:
    """The actors who can be blamed, without the mentions of them that are places."""
    spots = frozenset((place.span.start, place.span.end) for place in places)
    return tuple(
        actor
        if actor.type in _STANDS_FOR_ITSELF
        else replace(actor, mentions=tuple(m for m in actor.mentions if (m.start, m.end) not in spots))
        for actor in actors
        if not _THING.search(actor.name)
    )


def can_have_done_it(actor: Actor) -> bool:
    """Whether an actor may be accused, and is not one of those whom an event befell."""
    return _SUFFERS.search(actor.name) is None
