"""For whom an actor stands. All names are an exercise."""

from __future__ import annotations

import pytest

from watchfloor.model.actor import Actor, ActorType, Role
from watchfloor.model.span import Span
from watchfloor.record.actor.party import parties_in, party, states_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China", "the Chinese foreign ministry"),
        ("Torvania", "Torvanian sailors"),
        ("the U.S. Navy", "American ships"),
    ],
)
def test_a_state_and_its_people_share_a_name(one: str, other: str) -> None:
    """Demonyms are the country, also those of states that no register holds."""
    assert parties_in(one) & parties_in(other)


def test_what_many_share_names_nobody() -> None:
    """Offices, compass points and the words of many bodies' names are no party."""
    assert parties_in("the Foreign Ministry of the North") == frozenset()


def test_a_spokeswoman_stands_for_her_office() -> None:
    """A person's party is in the offices that documents give her."""
    span = Span("d", 0, 4)
    orla = Actor(
        "a",
        "Orla Venn",
        ActorType.PERSON,
        roles=(Role("spokeswoman of Torvania's foreign ministry", span),),
        mentions=(span,),
    )
    assert "torvania" in party(orla)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Polish drones over Warsaw", {"PL"}),
        ("Norway’s cable and the Swedish one", {"NO", "SE"}),
        ("NATO was targeted", set()),
        ("the harbour of Torvania", set()),
    ],
)
def test_states_are_known_in_every_form(text: str, codes: set[str]) -> None:
    """A state, its people and its capital give its code; an alliance and what no register holds give none."""
    assert states_in(text) == codes
