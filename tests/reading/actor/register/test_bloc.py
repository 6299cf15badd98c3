"""The register of blocs and seats: what each surface form names or may stand for."""

from datetime import date

import pytest

from watchfloor.reading.actor.register import bloc_named, blocs, metonym, state_of_code
from watchfloor.reading.actor.register.table import rows


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("NATO", "NATO"),
        ("Nato", "NATO"),
        ("the EU", "European Union"),
        ("The Baltics", "Baltic states"),
        ("the Baltic states", "Baltic states"),
        ("G-7", "G7"),
        ("UN", "United Nations"),
    ],
)
def test_a_bloc_is_found_under_each_of_its_names(form: str, name: str) -> None:
    """Abbreviations, full names and articles lead to one bloc."""
    found = bloc_named(form)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("seat", "name"),
    [
        ("Moscow", "Russia"),
        ("the Kremlin", "Russia"),
        ("The Kremlin", "Russia"),
        ("Washington", "United States"),
        ("the White House", "United States"),
        ("Downing Street", "United Kingdom"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Pyongyang", "North Korea"),
        ("Brussels", "European Union"),
    ],
)
def test_a_seat_may_stand_for_its_actor(seat: str, name: str) -> None:
    """Capitals, buildings and streets lead to the state, and Brussels to the union seated there."""
    found = metonym(seat)
    assert found is not None
    assert found.name == name


def test_a_town_that_is_no_seat_stands_for_nobody() -> None:
    """An ordinary town is no metonym."""
    assert metonym("Hamburg") is None


def test_every_member_is_a_state_of_the_register() -> None:
    """Membership names states by codes that the register knows, each once."""
    for bloc in blocs():
        assert len(bloc.members) == len(set(bloc.members))
        assert [m.state for m in bloc.memberships if state_of_code(m.state) is None] == []
        assert all(m.until is None or m.since is None or m.since <= m.until for m in bloc.memberships)


def test_every_membership_is_of_a_bloc_of_the_register() -> None:
    """No row of the memberships is lost because its bloc is spelled otherwise in the table of blocs."""
    assert {row["bloc"] for row in rows("memberships.csv")} <= {bloc.name for bloc in blocs()}


@pytest.mark.parametrize(
    ("name", "state", "day", "member"),
    [
        ("NATO", "FI", date(2023, 4, 3), False),
        ("NATO", "FI", date(2023, 4, 4), True),
        ("European Union", "GB", date(2020, 1, 31), True),
        ("European Union", "GB", date(2020, 2, 1), False),
        ("G8", "RU", date(2013, 6, 17), True),
        ("G7", "RU", date(2013, 6, 17), False),
        ("BRICS", "EG", date(2023, 8, 24), False),
        ("Baltic states", "LV", date(1995, 1, 1), True),
    ],
)
def test_membership_is_of_a_day(name: str, state: str, day: date, member: bool) -> None:
    """Who had not joined yet or had left is no member on that day; an empty first day is long ago."""
    found = bloc_named(name)
    assert found is not None
    assert (state in found.members_on(day)) is member


def test_a_bloc_of_the_past_has_no_members_left() -> None:
    """Where every membership has ended, nobody is a member now."""
    found = bloc_named("G8")
    assert found is not None
    assert found.members == ()


def test_the_great_blocs_have_all_their_members() -> None:
    """The counts that anybody can look up: NATO 32, EU 27, UN 193, OSCE 57, Council of Europe 46, G7 7."""
    counts = {bloc.name: len(bloc.members) for bloc in blocs()}
    expected = {"NATO": 32, "European Union": 27, "United Nations": 193, "OSCE": 57, "Council of Europe": 46, "G7": 7}
    assert {name: counts[name] for name in expected} == expected
