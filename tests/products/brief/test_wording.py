"""Wording: whether one text carries what another says. Everything is an exercise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.products.brief.wording import Words, carries


@pytest.mark.parametrize(
    ("own", "shown", "holds"),
    [
        ("Late on Monday drones closed the airport of Harl", "drones shut the airport of Harl", True),
        ("The airport of Harl was closed", "drones shut the airport of Harl", False),
        ("Four lines were cut off Harl by the ship", "Three lines were cut off Harl by the ship", False),
        ("The cable off Harl was cut", "The cable off Harl was cut on Tuesday", False),
        ("The navy boarded the tanker Ostrava off Harl", "The navy seized the tanker Ostrava off Harl", False),
        ("There is no proof that the tanker tore the cable", "There is proof that the tanker tore the cable", False),
    ],
)
def test_every_number_day_and_deed_must_be_carried(own: str, shown: str, *, holds: bool) -> None:
    """Synonyms carry; a missing actor, number, day or deed does not, nor does the opposite."""
    assert carries(Words.of(own), Words.of(shown), 0.6) is holds


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_text_with_something_to_say_carries_itself(text: str, tail: str) -> None:
    """Whatever tells anything is carried by itself, and by itself with more words after it."""
    words = Words.of(text)
    if words.content:
        assert carries(words, words, 1.0)
        assert carries(Words.of(f"{text} {tail}"), words, 1.0) or not Words.of(tail).row
