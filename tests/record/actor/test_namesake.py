"""Namesakes: what speaks for and against two bearers of a name. They are invented."""

from __future__ import annotations

import pytest

from watchfloor.record.actor.introduction import UNTOLD, Age, Traits
from watchfloor.record.actor.namesake import ACROSS, FLOOR, WELL_KNOWN, WITHIN, compare_bearers, may_be_two, prior_of

SURGEON = Traits(occupations=frozenset({"surgeon"}), ties=frozenset({"westholm"}))
MASTER = Traits(occupations=frozenset({"harbour master"}), ties=frozenset({"port amber"}))


def aged(years: int, year: int | None = 2031) -> Traits:
    """Of that age in that year."""
    return Traits(ages=frozenset({Age(years, year)}))


@pytest.mark.parametrize(
    ("a", "b", "across", "within"),
    [
        (UNTOLD, UNTOLD, True, True),
        (SURGEON, UNTOLD, True, True),
        (SURGEON, MASTER, False, False),
        (Traits(occupations=frozenset({"surgeon"})), Traits(occupations=frozenset({"priest"})), False, True),
        (Traits(occupations=frozenset({"minister"})), Traits(occupations=frozenset({"judge"})), True, True),
        (Traits(genders=frozenset({"he"})), Traits(genders=frozenset({"she"})), False, True),
        (Traits(genders=frozenset({"he"})), Traits(genders=frozenset({"he", "she"})), True, True),
        (Traits(homes=frozenset({"Norway"})), Traits(homes=frozenset({"Canada"})), False, True),
        (Traits(homes=frozenset({"Norway"})), Traits(homes=frozenset({"Canada", "Norway"})), True, True),
        (aged(34), aged(52), False, True),
        (aged(34, 2030), aged(35, 2031), True, True),
        (aged(34, None), aged(43, None), True, True),
        (aged(34, None), aged(52), False, True),
    ],
)
def test_two_kinds_of_evidence_part_within_a_story_and_one_across(
    a: Traits, b: Traits, across: bool, within: bool
) -> None:
    """Of two stories, one strong point keeps namesakes apart; of one, or of a name that everybody knows, it takes more."""
    for prior, one in ((ACROSS, across), (WITHIN, within)):
        assert (compare_bearers(a, b, prior).score >= FLOOR) is one
        assert compare_bearers(a, b, prior) == compare_bearers(a, b, prior)
        assert compare_bearers(b, a, prior).score == compare_bearers(a, b, prior).score
        assert may_be_two(a, b, prior) is not one


def test_common_ground_outweighs_what_does_not_fit() -> None:
    """A surgeon who became minister is one person where both stories tell of the same people, or of one office."""
    surgeon, minister = Traits(occupations=frozenset({"surgeon"})), Traits(occupations=frozenset({"minister"}))
    assert compare_bearers(surgeon, minister, ACROSS).score < FLOOR
    assert compare_bearers(surgeon, minister, ACROSS, {"orla venn"}).score >= FLOOR
    of = frozenset({"Norland's health council chair"})
    office = compare_bearers(Traits(surgeon.occupations, offices=of), Traits(minister.occupations, offices=of), ACROSS)
    assert office.score >= FLOOR


def test_the_sentence_names_what_weighed() -> None:
    """It says what speaks for and against, and where nothing does, that."""
    assert compare_bearers(SURGEON, MASTER, ACROSS, {"orla venn"}).why == (
        "both are told of with Orla Venn; but one is called surgeon, the other harbour master; but one is of Westholm, the other of Port Amber"
    )
    assert compare_bearers(UNTOLD, SURGEON, ACROSS).why == "nothing but the name speaks for one person"


def test_a_name_that_many_stories_have_is_one_persons() -> None:
    """From WELL_KNOWN stories on it takes as much to part a name as within a story."""
    assert (prior_of(WELL_KNOWN - 1), prior_of(WELL_KNOWN)) == (ACROSS, WITHIN)
