"""Expletives: the "it" that stands for nobody."""

from __future__ import annotations

import pytest

from watchfloor.reading.actor.expletive import is_expletive
from watchfloor.reading.text.token import tokens


def stands_for_nobody(text: str) -> bool:
    """Whether the "it" with which an invented sentence begins is an expletive."""
    return is_expletive(tokens(text, 0, len(text)), 0)


@pytest.mark.parametrize(
    "text",
    [
        "It is suspected that the ferry did it.",
        "It is widely believed the ferry left.",
        "It was reported by the Harbour Times on Monday that he left.",
        "It was too early to say who did it.",
        "It remains unclear who did it.",
        "It seems the ferry left.",
        "It is not yet known whether she left.",
        "It has been claimed that she left.",
    ],
)
def test_the_it_of_a_clause_is_nobody(text: str) -> None:
    """What is believed, reported, clear or too early is a clause."""
    assert stands_for_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        "It said that the ferry left.",
        "It is believed to be a tanker.",
        "It was told that the ferry left.",
        "It is likely to act.",
        "It is confident that the ferry left.",
        "It appears to have sunk.",
        "It",
    ],
)
def test_an_it_that_says_or_is_something_is_somebody(text: str) -> None:
    """Who says, is told, is confident, or is believed to be something, is a body or a thing."""
    assert not stands_for_nobody(text)
