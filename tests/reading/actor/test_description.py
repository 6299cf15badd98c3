"""Descriptions as words that can be compared."""

from __future__ import annotations

import pytest

from watchfloor.reading.actor.description import content


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NATO diplomatic sources", "the diplomatic sources within the Atlantic Alliance"),
        ("A Nato spokesman", "the NATO spokesperson"),
        ("Russia’s ambassador to Belgium", "the Russian ambassador to Belgium"),
        ("U.S. officials", "an American official"),
        ("Polish officials", "officials in Poland"),
    ],
)
def test_two_wordings_of_one_description_are_equal(one: str, other: str) -> None:
    """Links, articles, number, gender and the names of states and blocs make no difference."""
    assert content(one) == content(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a polish official", "a Polish official"),
        ("a North Korean diplomat", "a South Korean diplomat"),
        ("the deputy minister", "the minister"),
    ],
)
def test_what_tells_two_apart_is_kept(one: str, other: str) -> None:
    """Capitals, states and deputies count."""
    assert content(one) != content(other)


@pytest.mark.parametrize("empty", ["", "the", "these two", "…"])
def test_what_says_nothing_is_empty(empty: str) -> None:
    """Articles, numbers and marks describe nobody."""
    assert content(empty) == frozenset()
