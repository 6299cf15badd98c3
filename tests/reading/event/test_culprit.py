"""Who can be blamed at all. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from claim_exercise import document, span
from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.where import Where
from watchfloor.reading.event.culprit import can_have_done_it, culprits

DOC = document("Torhaven blamed the crew.")


@pytest.mark.parametrize(
    "name",
    ["GPS", "Suderland GPS", "Exerlink 2", "Exerconnector", "the North Cable", "Sorvik Airport", "the Exer website"],
)
def test_things_are_no_culprits(name: str) -> None:
    """A cable, a navigation system or an airport does nothing, whatever stands in front of an accusing word."""
    assert culprits([Actor("A1", name, ActorType.ORGANISATION)], ()) == ()


@pytest.mark.parametrize(("kind", "kept"), [(ActorType.ORGANISATION, 0), (ActorType.STATE, 1)])
def test_a_town_is_no_culprit_but_for_its_state(kind: ActorType, kept: int) -> None:
    """Where a place stands it is no actor, unless the place stands for a state."""
    where = span(DOC, "Torhaven")
    (actor,) = culprits([Actor("A1", "Torhaven", kind, mentions=(where,))], [Where("Torhaven", where)])
    assert len(actor.mentions) == kept


@pytest.mark.parametrize(
    ("name", "can"), [("other customers", False), ("two victims", False), ("the drug users", True), ("Norland", True)]
)
def test_those_whom_it_befell_have_not_done_it(name: str, can: bool) -> None:
    """Victims and customers may accuse, but are not accused."""
    assert can_have_done_it(Actor("A1", name, ActorType.GROUP)) is can
