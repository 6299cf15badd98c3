"""Roles: places in an order, ranks and offices."""

from __future__ import annotations

import pytest

from watchfloor.record.actor.roles import compare_offices, is_deputy_of, place_in_order, rank


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the alliance's top military officer", 1),
        ("its highest-ranking general", 1),
        ("the navy's second-highest officer", 2),
        ("number two of the service", 2),
        ("a top official", None),
        ("one of the highest-ranking officers", None),
        ("the former top officer", None),
        ("the harbour master", None),
    ],
)
def test_only_a_place_that_one_can_hold_counts(text: str, place: int | None) -> None:
    """A superlative is a place in an order, unless several share it or it is past."""
    assert place_in_order(text) == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Captain Marik", "captain"),
        ("Adm. Jonas Marik", "admiral"),
        ("Lieutenant General Orla Venn", "general"),
        ("the northern admiral", "admiral"),
        ("Secretary General Orla Venn", None),
        ("Attorney General Orla Venn", None),
        ("Orla Venn", None),
        ("general public", None),
    ],
)
def test_a_rank_stands_before_a_name_or_for_it(text: str, expected: str | None) -> None:
    """Of several ranks the last counts, and a secretary general is no general."""
    assert rank(text) == expected


def test_one_office_in_other_words() -> None:
    """The top military official and the highest-ranking military officer of one alliance are one office; another place or alliance is not."""
    top = "NATO's top military official"
    assert compare_offices(top, "NATO's highest-ranking military officer").score > 0.5
    assert compare_offices(top, "NATO's second-highest military official").score == 0
    assert compare_offices(top, "Norway's top military official").score == 0
    assert compare_offices("the minister", "the minister").score == 0


def test_a_deputy_is_not_the_head() -> None:
    """The deputy commander of a force excludes its commander, however much of the office each spells out; other heads do not."""
    assert is_deputy_of("deputy commander", "the commander of the Northern Watch")
    assert is_deputy_of("vice chairman of the fishery council", "chairman of the fishery council")
    assert not is_deputy_of("deputy commander of the Northern Watch", "chairman of the fishery council")
    assert not is_deputy_of("deputy chairman of the fishery council", "chairman of a football club")
    assert not is_deputy_of("the commander", "the commander")
