"""Expansion: whose members a group's name spells out. The names of states are real, what they do is not told."""

from __future__ import annotations

from datetime import date

import pytest

from watchfloor.model.actor import Actor, ActorType
from watchfloor.record.position.expansion import Roster


def members(name: str, kind: ActorType = ActorType.GROUP, *others: Actor, day: date | None = None) -> list[str]:
    """The names of the members of a group of that name, among other actors."""
    return [m.name for m in Roster.of(others).members(Actor("G", name, kind), day)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Baltic states", ["Estonia", "Latvia", "Lithuania"]),
        ("Baltic leaders", ["Estonia", "Latvia", "Lithuania"]),
        ("France, Spain, Portugal and Italy", ["France", "Italy", "Portugal", "Spain"]),
        ("France, Spain, Portugal, and Italy", ["France", "Italy", "Portugal", "Spain"]),
        ("Poland and the Baltic states", ["Estonia", "Latvia", "Lithuania", "Poland"]),
        ("Leaders from the Baltics and Poland", ["Estonia", "Latvia", "Lithuania", "Poland"]),
        ("Nordic members of the EU", ["Denmark", "Finland", "Sweden"]),
    ],
)
def test_a_name_that_spells_out_its_members(name: str, expected: list[str]) -> None:
    """Groups of the register, the part of a bloc that a region names, and lists expand, each member once."""
    assert members(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Some Baltic states",
        "several eastern members",
        "some allies",
        "EU capitals",
        "NATO members",
        "France and some of its allies",
        "Diplomats from Eastern Europe",
        "Bosnia and Herzegovina",
        "Poland",
        "",
    ],
)
def test_a_name_that_leaves_open_who_is_meant(name: str) -> None:
    """Who is meant by some, several or a bloc's capitals nobody can say; one state is no group."""
    assert members(name) == []


def test_what_nato_says_nato_says() -> None:
    """A bloc that decides by its own bodies does not expand, and a person with a list for a name neither."""
    assert members("NATO", ActorType.ALLIANCE) == members("European Union", ActorType.ORGANISATION) == []
    assert members("Spain and Italy", ActorType.PERSON) == []


def test_european_members_of_an_alliance() -> None:
    """The European members are those on that side of the ocean, however the name is put."""
    found = members("European NATO members")
    assert {"France", "Poland"} <= set(found)
    assert not {"United States", "Canada"} & set(found)
    assert members("NATO's European nations") == members("the European members of NATO") == found


def test_members_are_those_of_the_day() -> None:
    """Who joined later was no member then."""
    assert "Finland" in members("European NATO members", day=date(2025, 6, 1))
    assert "Finland" not in members("European NATO members", day=date(2019, 6, 1))


def test_members_are_found_among_the_actors() -> None:
    """A member that the record knows keeps its id, also one that no register knows; a list with an unknown part does not expand."""
    roster = Roster.of(
        [Actor("A1", "Estonia", ActorType.STATE), Actor("A2", "Norland", ActorType.STATE), Actor("A3", "Vale", ActorType.STATE)]
    )  # fmt: skip
    ids = [m.actor for m in roster.members(Actor("G", "Norland, Estonia and Latvia", ActorType.GROUP))]
    assert ids == ["A1", "state:LV", "A2"]
    assert [m.actor for m in roster.members(Actor("G", "Norland and Vale", ActorType.GROUP))] == ["A2", "A3"]
    assert roster.members(Actor("G", "Norland and Elsewhere", ActorType.GROUP)) == ()
