"""Own issues: names for what is no issue of the list. All examples are an EXERCISE."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.stance.own_issue import own_issue


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (" the latest missile launch by Suderland", "missile_launch"),
        (" the deployment of troops in the north", "deployment_of_troops"),
        (" state-of-the-art sensors", "state-of-the-art_sensors"),
        (" very disappointed that Norland is allowing oil into the port", "allowing_oil"),
        ("Norland should have shot the balloons down", "having_shot_balloons_down"),
        ("there is no need for more guards", "guards"),
        (" we must reopen the mine", "reopening_mine"),
        (" Mr. Venn's harbour plan", "venn_harbour_plan"),
        (" this initiative", "initiative"),
        (" boats that enter the harbour", "boats"),
        (" the agreement reached last year", "agreement"),
        (" Orla May's answer that", "orla_may_answer"),
        (" a letter to the union seeking the release of the ship", "release_of_ship"),
        (" another plan using old boats", "plan"),
        (" how to deal with beached whales", "beached_whales"),
    ],
)
def test_the_object_gives_the_name(words: str, name: str) -> None:
    """Articles, feelings and who ought to do it are left out; the noun phrase with its complement stays."""
    assert own_issue(words) == f"other:{name}"


@pytest.mark.parametrize(
    "words",
    [
        "",
        " Friday",
        " this is it",
        " that would be it",
        " about what Norland is doing",
        " it",
        " they said so",
        " step",
        " however",
        " 300",
        " on Monday",
        " to continue",
        "Norland must tread carefully in the fog",
        "Norland should be careful",
    ],
)
def test_what_names_nothing(words: str) -> None:
    """Days, pronouns, numbers and words that fit anything are no name."""
    assert own_issue(words) is None


def test_one_thing_told_twice_has_one_name() -> None:
    """Other articles and adjectives of time before it, and another clause after it, change nothing."""
    assert own_issue(" the missile launch, a spokesman said") == own_issue(" their latest missile launch on Friday")


@given(st.text(max_size=120))
def test_a_name_is_a_short_slug(words: str) -> None:
    """Whatever the words, a name is at most five parts of lower-case words, without spaces or stops."""
    name = own_issue(words)
    if name is not None:
        slug = name.removeprefix("other:")
        assert slug == slug.lower()
        assert not re.search(r"[\s.,;:()]", slug)
        assert 1 <= len(slug.split("_")) <= 6
