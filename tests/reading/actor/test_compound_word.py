"""Compound words: what begins with a name and is none."""

from __future__ import annotations

import pytest

from invented import document
from watchfloor.reading.passage import page


def names_in(text: str) -> set[str | None]:
    """The names of the mentions of an invented text."""
    return {m.name for p in page(document(text)).passages for m in p.mentions}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then United Arab Emirates-based Qarl left.", {"Qarl"}),
        ("Then New York-based Qarl left.", {"Qarl"}),
        ("Then the Cook Islands-registered ferry left.", set()),
        ("Then President Moon Qae-in left.", {"Moon Qae-in"}),
        ("Then Moscow-backed men left.", {None}),
    ],
)
def test_where_somebody_is_based_is_no_name(text: str, names: set[str | None]) -> None:
    """The words before the hyphen name a place, however many they are; a Korean given name belongs to its family's."""
    assert names_in(text) == names
