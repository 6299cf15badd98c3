"""Names: what a form names, and whether two can be one person's. All persons are invented (exercise), save office holders' forms of address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.record.actor.names import body, compare_persons, person, rivals


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Admiral Jonas Vel Marik", ("jonas", "vel", "marik")),
        ("Captain Marik", ("marik",)),
        ("Palace spokesman Ilja Dorn", ("ilja", "dorn")),
        ("Minister of Foreign Affairs Sera Lund", ("sera", "lund")),
        ("Sera J. Lund (pictured)", ("sera", "j", "lund")),
        ("Ursel von der Heide", ("ursel", "von", "der", "heide")),
        ("President of Russia Ilja Dorn", ("ilja", "dorn")),
        ("Secretary of State Sera Lund", ("sera", "lund")),
        ("the commander of the Northern Watch", ()),
        ("head of Nordic Rail", ()),
        ("the admiral", ()),
        ("Norway's ambassador to Belgium", ()),
        ("he", ()),
        ("a local doctor", ()),
        ("", ()),
    ],
)
def test_titles_and_offices_are_no_part_of_a_name(form: str, name: tuple[str, ...]) -> None:
    """A name is what is left once titles go; an office alone names nobody."""
    assert person(form) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Russian Foreign Ministry", "Russia's foreign ministry"),
        ("the Russian Foreign Ministry", "Ministry of Foreign Affairs of Russia"),
        ("the U.S.", "United States"),
        ("the UN Security Council", "U.N. Security Council"),
        ("Halvex Inc.", "Halvex"),
    ],
)
def test_bodies_have_one_name_under_several_spellings(one: str, other: str) -> None:
    """Demonyms, short forms and legal forms do not make two bodies."""
    assert body(one) == body(other) != frozenset()


@pytest.mark.parametrize(
    "form", ["the ministry", "The company", "It", "Foreign Ministry", "officials", "The Security Council"]
)
def test_common_nouns_name_no_body(form: str) -> None:
    """What any document may call its own ministry is no name to compare."""
    assert body(form) == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jonas Vel Marik", "Marik"),
        ("Vel Marik", "Jonas Vel Marik"),
        ("J. Marik", "Jonas Marik"),
        ("Kim Tae Ro", "Kim"),
        ("Zabihullah Kerimi", "Zabiullah Kerimi"),
    ],
)
def test_names_that_can_be_one_person(one: str, other: str) -> None:
    """A surname, an initial, a family name in front and a transliteration fit the full name."""
    assert compare_persons(person(one), person(other)).score >= 0.7


@pytest.mark.parametrize(
    ("one", "other"), [("Jonas Marik", "Anna Marik"), ("Maria Lund", "Marie Lund"), ("Kim Tae Ro", "Kim Su Jin")]
)
def test_names_that_are_two_people(one: str, other: str) -> None:
    """Two first names with one surname, and two full names of one family, are never one."""
    assert compare_persons(person(one), person(other)).score == 0


def test_rivals_share_a_surname() -> None:
    """Only one surname with two first names makes rivals; strangers are none."""
    assert rivals(person("Jonas Marik"), person("Anna Marik"))
    assert not rivals(person("Jonas Marik"), person("Anna Lund"))


@given(st.text(), st.text())
def test_comparing_is_symmetric_and_never_raises(a: str, b: str) -> None:
    """Any two texts compare, the same both ways."""
    assert compare_persons(person(a), person(b)) == compare_persons(person(b), person(a))
    assert isinstance(body(a), frozenset)


def test_a_name_may_be_written_family_first() -> None:
    """The same words in another order are one name; a word more or less of two given names is not."""
    assert compare_persons(("orla", "venn"), ("venn", "orla")).score > 0.5
    assert not compare_persons(("orla", "venn"), ("venn", "ida")).score
