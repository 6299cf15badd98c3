"""Posts: the register's holders, diplomatic missions, and whose somebody is."""

from __future__ import annotations

from datetime import date

import pytest

from watchfloor.reading.actor.office import shipped
from watchfloor.record.actor.names import person
from watchfloor.record.actor.posts import (
    compare_known,
    compare_missions,
    compare_to_register,
    holder,
    homes,
    known,
    mission,
    missions,
)

DAY = date(2019, 6, 1)


@pytest.mark.parametrize("name", ["Vladimir Putin", "President Vladimir Putin"])
def test_an_office_is_its_holder_on_that_day(name: str) -> None:
    """The comparison says which office, who and when."""
    found = compare_to_register(known(["the Russian president"], DAY, shipped()), person(name))
    assert found.score > 0.5
    assert "Vladimir Putin" in found.why
    assert "2019-06-01" in found.why


@pytest.mark.parametrize("name", ["Dmitry Medvedev", "Putin", "Igor Putin"])
def test_nobody_else_is(name: str) -> None:
    """Another's name, a bare family name and a relative's are no evidence."""
    assert not compare_to_register(known(["the Russian president"], DAY, shipped()), person(name)).score


def test_without_a_day_and_on_a_day_of_change_nobody_is() -> None:
    """A document without a date tells of no holder, and two holders on one day of neither."""
    assert not known(["the US president"], None, shipped())
    assert not compare_to_register(
        known(["the US president"], date(2025, 1, 20), shipped()), person("Donald Trump")
    ).score


def test_a_day_after_the_last_check_says_so() -> None:
    """Whoever relies on a table must see how old it is."""
    found = compare_to_register(known(["the French president"], date(2026, 6, 1), shipped()), person("Emmanuel Macron"))
    assert "as last checked on 2026-01-15" in found.why


def test_two_wordings_of_one_office_are_one_person() -> None:
    """The Kremlin chief and the Russian president on one day are the same; on days of two presidents they are not."""
    a, b = known(["the Russian president"], DAY, shipped()), known(["the Kremlin chief"], DAY, shipped())
    assert compare_known(a, b).score > 0.5
    c, d = (known(["the US president"], day, shipped()) for day in (DAY, date(2023, 6, 1)))
    assert not compare_known(c, d).score
    assert holder(c | d) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway’s ambassador to Poland", "Oslo’s man in Warsaw"),
        ("the Norwegian ambassador to Poland", "Norway's envoy to Warsaw"),
    ],
)
def test_one_mission_in_two_wordings(one: str, other: str) -> None:
    """Sender and host by name, adjective or seat."""
    found = compare_missions(missions([one]), missions([other]))
    assert found.score > 0.5
    assert "Norway" in found.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway’s ambassador to Poland", "Norway’s ambassador to Latvia"),
        ("Norway’s ambassador to Poland", "Sweden’s ambassador to Poland"),
        ("Norway’s ambassador to Poland", "Norway’s former ambassador to Poland"),
        ("Norway’s ambassador to Poland", "Norway’s deputy ambassador to Poland"),
        ("Norway’s ambassador to Poland", "an ambassador"),
    ],
)
def test_two_missions_are_two(one: str, other: str) -> None:
    """Another host, another sender, a predecessor, a deputy, and an ambassador of nowhere."""
    assert not compare_missions(missions([one]), missions([other])).score


def test_a_town_may_be_the_seat_of_a_state_and_of_a_bloc() -> None:
    """A man in Brussels may be sent to Belgium or to the Union."""
    found = mission("Norway’s man in Brussels")
    assert found is not None
    assert found.hosts == {"Belgium", "European Union"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("the Norwegian prime minister", {"Norway"}),
        ("president of Poland", {"Poland"}),
        ("envoy to Poland", set()),
        ("NATO secretary general", set()),
        ("Norway's ambassador to Poland", {"Norway"}),
    ],
)
def test_whose_somebody_is(text: str, states: set[str]) -> None:
    """Where somebody is sent is not whose he is, and a bloc is no state."""
    assert homes([text]) == states
