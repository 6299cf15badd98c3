"""Spokesman: for which state a person speaks by office. The persons are invented."""

from __future__ import annotations

import pytest

from watchfloor.model.actor import Actor, ActorType, Role
from watchfloor.model.span import Span
from watchfloor.record.actor.spokesman import state_spoken_for


def spoken(*roles: str, kind: ActorType = ActorType.PERSON) -> str | None:
    """The state for which somebody with these roles speaks."""
    return state_spoken_for(Actor("A1", "Orla Venn", kind, roles=tuple(Role(r, Span("d", 0, 1)) for r in roles)))


@pytest.mark.parametrize(
    ("role", "state"),
    [
        ("Kremlin spokesman", "RU"),
        ("Poland’s deputy spokesperson and foreign minister", None),
        ("Latvia’s foreign minister", "LV"),
        ("the Finnish defence minister", "FI"),
        ("Norway’s ambassador to Denmark", "NO"),
        ("former Latvian foreign minister", None),
        ("Latvian lawmaker", None),
        ("a spokesman for the shipping line", None),
    ],
)
def test_an_office_speaks_for_its_state(role: str, state: str | None) -> None:
    """Ministers, ambassadors and spokesmen in office speak for their state; former ones, deputies and members of parliament do not."""
    assert spoken(role) == state


def test_two_states_are_none() -> None:
    """Who is given offices of two states, or is no person, speaks for neither."""
    assert spoken("Latvia’s foreign minister", "Kremlin spokesman") is None
    assert spoken("Latvia’s foreign minister", kind=ActorType.ORGANISATION) is None
