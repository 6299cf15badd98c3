"""Offices and who held them."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from watchfloor.reading.actor import register
from watchfloor.reading.actor.office import CHECKED, Post, Tenure, owner_of, shipped
from watchfloor.reading.actor.register.table import rows


@pytest.mark.parametrize(
    ("text", "owner", "office"),
    [
        ("the Russian president", "RU", "president"),
        ("Russia's current president", "RU", "president"),
        ("President of the Russian Federation", "RU", "president"),
        ("U.S. Secretary of State", "US", "foreign minister"),
        ("Britain's defence secretary", "GB", "defence minister"),
        ("the German chancellor", "DE", "prime minister"),
        ("the North Korean leader", "KP", "leader"),
        ("Kremlin spokesman", "RU", "presidential spokesperson"),
        ("NATO's secretary-general", "NATO", "secretary general"),
        ("the chair of NATO's military committee", "NATO", "chair of the military committee"),
        ("European Commission President", "European Union", "president of the Commission"),
    ],
)
def test_an_office_is_found_by_its_wordings(text: str, owner: str, office: str) -> None:
    """Demonyms, possessives, titles of one state alone and wordings that need no owner lead to one post."""
    assert shipped().post(text) == Post(owner, office)


@pytest.mark.parametrize(
    "text",
    [
        "the former Russian president",
        "the Russian vice-foreign minister",
        "Russia's deputy foreign minister",
        "the president",
        "the presidents of France and Germany",
        "a Russian diplomat",
        "the Russian president's adviser",
        "",
    ],
)
def test_what_is_no_present_office_of_one_owner_is_none(text: str) -> None:
    """Former holders, deputies, advisers, an office without an owner and several owners mean no post."""
    assert shipped().post(text) is None


@pytest.mark.parametrize(
    ("owner", "office", "day", "names"),
    [
        ("US", "president", date(2019, 6, 1), ["Donald Trump"]),
        ("US", "president", date(2023, 6, 1), ["Joe Biden"]),
        ("US", "president", date(2025, 1, 20), ["Joe Biden", "Donald Trump"]),
        ("NATO", "secretary general", date(2024, 9, 30), ["Jens Stoltenberg"]),
        ("RU", "president", date(1950, 1, 1), []),
        ("US", "foreign minister", date(2018, 4, 10), []),
    ],
)
def test_the_holder_is_of_the_day(owner: str, office: str, day: date, names: list[str]) -> None:
    """On a day of change there are two, in a gap and before the table begins none."""
    assert [tenure.names[0] for tenure in shipped().holders(Post(owner, office), day)] == names


def test_every_row_of_the_shipped_tables_is_sound() -> None:
    """Owners are in the register, offices have wordings, days are in order and not after the table was checked, no two tenures overlap for more than the day of change."""
    owners = {"", *(s.code for s in register.states()), *(b.name for b in register.blocs())}
    offices = {(row["owner"], row["office"]) for row in rows("offices.csv")}
    assert {owner for owner, _ in offices} <= owners
    for post, held in shipped().tenures.items():
        assert {(post.owner, post.office), ("", post.office)} & offices, post
        for tenure in held:
            assert tenure.since <= (tenure.until or CHECKED)
            assert tenure.since <= CHECKED
            assert tenure.source
        for one, following in itertools.pairwise(held):
            assert one.until is not None, post
            assert one.until <= following.since, post


def test_a_later_tenure_ends_one_without_an_end() -> None:
    """A new row needs no change of the shipped row before it."""
    post = Post("FR", "president")
    more = shipped().with_([Tenure(post, ("Orla Venn",), date(2031, 5, 14), None, "exercise")])
    assert [t.names[0] for t in more.holders(post, date(2031, 5, 13))] == ["Emmanuel Macron"]
    assert [t.names[0] for t in more.holders(post, date(2031, 5, 14))] == ["Orla Venn"]


def test_an_office_of_what_the_register_does_not_know_is_found_as_written() -> None:
    """A user's own body and office are found by the words of both."""
    post = Post("Harbour Union", "head of port security")
    more = shipped().with_([Tenure(post, ("Orla Venn",), date(2031, 1, 1), None, "exercise")])
    assert more.post("the Harbour Union's head of port security") == post
    assert shipped().post("the Harbour Union's head of port security") is None


@pytest.mark.parametrize(
    ("text", "owner"), [("France", "FR"), ("FR", "FR"), ("the EU", "European Union"), ("Norland", "Norland")]
)
def test_an_owner_may_be_written_in_several_ways(text: str, owner: str) -> None:
    """A state's name or code, a bloc's short name, or a name of the user's own."""
    assert owner_of(text) == owner
