"""Introductions: what stands right beside a name. The sentences are an exercise, and nobody in them exists."""

from __future__ import annotations

import pytest

from desk import Desk
from watchfloor.record.actor.introduction import Age, Traits, together, traits
from watchfloor.record.actor.names import person


def told(text: str, *roles: str, name: str = "Anna Berg") -> Traits:
    """What an article says of the person of that name."""
    desk = Desk(f"EXERCISE. {text}", published="2031-05-02")
    actor = desk.actor(name, roles=roles)
    [found] = [a for a in desk.reading.actors if a.id == actor]
    return traits(found, person(name), desk.document)


@pytest.mark.parametrize(
    ("text", "occupations"),
    [
        ("The cable was cut, harbour master Anna Berg said.", {"harbour master"}),
        ("Surgeon Dr. Anna Berg asked for blood.", {"surgeon"}),
        ("We operated all night, said Anna Berg, 34, a trauma surgeon at Westholm hospital.", {"surgeon"}),
        ("Anna Berg, harbour master of Port Amber, saw it.", {"harbour master"}),
        ("Anna Berg is a teacher and poet from Westholm.", {"teacher", "poet"}),
        ("The surgeon told Anna Berg to wait.", set()),
        ("It is not for us to judge Anna Berg.", set()),
        ("Anna Berg, whose father was a surgeon, saw it.", set()),
        ("Anna Berg, the surgeon’s wife, saw it.", set()),
        ("Anna Berg, Surgeon Olaf Venn and a nurse saw it.", set()),
        ("Anna Berg, head of the choir, saw it.", set()),
        ("Anna Berg, who met a surgeon, saw it.", set()),
    ],
)
def test_an_occupation_stands_beside_the_name(text: str, occupations: set[str]) -> None:
    """Before the name, behind a comma or after "is", and only as its bearer's own."""
    assert told(text).occupations == occupations


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("“It was dark,” said Anna Berg, 52.", {52}),
        ("Anna Berg (34) asked for blood.", {34}),
        ("The 61-year-old teacher Anna Berg was hurt.", {61}),
        ("Anna Berg, aged 7, was found.", {7}),
        ("Anna Berg, 52 metres below, saw it.", set()),
        ("Anna Berg, 2029 winner, saw it.", set()),
    ],
)
def test_an_age_stands_beside_the_name(text: str, years: set[int]) -> None:
    """An age has the year of its document; other numbers are none."""
    assert told(text).ages == {Age(number, 2031) for number in years}


def test_courtesy_tells_mr_from_ms() -> None:
    """Only the bearer's own titles count."""
    assert told("Ms Anna Berg spoke.").genders == {"she"}
    assert told("Mr. Anna Berg spoke.").genders == {"he"}
    assert told("Mr Olaf Venn and Anna Berg spoke.").genders == set()
    assert told("The Norwegian chairwoman Anna Berg spoke.", "The Norwegian chairwoman").genders == {"she"}


def test_a_role_counts_only_beside_the_name() -> None:
    """What an article calls somebody further on may have been taken for another's."""
    near = told("The Norwegian minister Anna Berg spoke.", "The Norwegian minister")
    far = told("Anna Berg spoke. Nobody had asked the Norwegian minister.", "the Norwegian minister")
    assert near.homes == {"Norway"}
    assert near.occupations == {"minister"}
    assert not far.homes | far.occupations


def test_places_and_bodies_are_ties() -> None:
    """The names in an introduction, without the bearer's own."""
    assert told("Anna Berg, harbour master of Port Amber, saw it.").ties == {"port", "amber"}
    assert told("Anna Berg of Westholm saw it.").ties == {"westholm"}


def test_what_several_say_is_said_together() -> None:
    """No trait is lost, whatever the order."""
    one, other = told("Ms Anna Berg, 52, spoke."), told("Surgeon Anna Berg spoke.")
    assert together([one, other]) == together([other, one])
    assert together([one, other]).occupations == {"surgeon"}
    assert together([one, other]).ages == one.ages
