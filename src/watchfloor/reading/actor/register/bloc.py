"""Blocs under their names and seats: alliances, organisations of states, and groups of states.

In comes a surface form ("NATO", "the Baltics", "G7"), out goes the Bloc with its memberships. `blocs.csv`
was written for this project. An organisation without listed members (the Security Council, whose members change) has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, cast

from watchfloor.reading.actor.register.form import index, listed, lookup
from watchfloor.reading.actor.register.membership import Membership, memberships
from watchfloor.reading.actor.register.state import State, state_seated_at
from watchfloor.reading.actor.register.table import rows

BlocType = Literal["alliance", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class Bloc:
    """States that act or are named together: an alliance by treaty of defence, an organisation, or a mere group."""

    name: str
    aliases: tuple[str, ...]
    type: BlocType
    memberships: tuple[Membership, ...]
    metonyms: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """The ISO codes of those who have not left, in their order."""
        return tuple(m.state for m in self.memberships if m.until is None)

    def members_on(self, day: date) -> tuple[str, ...]:
        """The ISO codes of those who were members on that day, in their order."""
        return tuple(m.state for m in self.memberships if m.holds_on(day))


@cache
def blocs() -> tuple[Bloc, ...]:
    """Every bloc of the register."""
    return tuple(
        Bloc(
            name=row["name"],
            aliases=listed(row["aliases"]),
            type=cast("BlocType", row["type"]),
            memberships=memberships(row["name"]),
            metonyms=listed(row["metonyms"]),
        )
        for row in rows("blocs.csv")
    )


def bloc_named(text: str) -> Bloc | None:
    """The bloc that `text` names: "NATO", "the EU", "the Baltic states"."""
    return lookup(_by_name(), text)


def metonym(text: str) -> State | Bloc | None:
    """Whom the name of a seat may stand for: "the Kremlin" for Russia, "Brussels" for the European Union.

    A bloc's seat goes before a state's, as Brussels in international news seldom means Belgium. Whether the seat is meant or the
    town itself is for the sentence to say.
    """
    return lookup(_by_seat(), text) or state_seated_at(text)


def seated_at(text: str) -> tuple[State | Bloc, ...]:
    """All for whom the name of a seat may stand, the likeliest first: Brussels for the European Union, NATO and Belgium."""
    state = state_seated_at(text)
    return (*(lookup(_all_by_seat(), text) or ()), *((state,) if state else ()))


@cache
def _by_name() -> dict[str, Bloc]:
    return index((name, bloc) for bloc in blocs() for name in (bloc.name, *bloc.aliases))


@cache
def _by_seat() -> dict[str, Bloc]:
    return index((name, bloc) for bloc in blocs() for name in bloc.metonyms)


@cache
def _all_by_seat() -> dict[str, tuple[Bloc, ...]]:
    seats = {name for bloc in blocs() for name in bloc.metonyms}
    return {seat: tuple(bloc for bloc in blocs() if seat in bloc.metonyms) for seat in seats}
