"""The register: states and the blocs they belong to, with the names, adjectives and seats by which texts mean them."""

from watchfloor.reading.actor.register.bloc import Bloc, bloc_named, blocs, metonym, seated_at
from watchfloor.reading.actor.register.membership import Membership
from watchfloor.reading.actor.register.state import (
    State,
    state_named,
    state_of_adjective,
    state_of_code,
    state_seated_at,
    states,
)

__all__ = [
    "Bloc",
    "Membership",
    "State",
    "bloc_named",
    "blocs",
    "metonym",
    "seated_at",
    "state_named",
    "state_of_adjective",
    "state_of_code",
    "state_seated_at",
    "states",
]
