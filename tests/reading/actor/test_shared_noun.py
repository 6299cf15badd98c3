"""Shared nouns: two bodies under one plural noun are two, and one speaker together."""

from __future__ import annotations

import pytest

from invented import document
from watchfloor.reading.actor.coreference import cast
from watchfloor.reading.passage import page


def cast_of(text: str) -> set[str]:
    """The names of the actors of an invented text."""
    return {actor.name for actor in cast(page(document(text))).actors}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Both the Finnish and the Estonian governments met.",
            {"Finnish government", "Estonian government", "Finnish and Estonian governments"},
        ),
        (
            "Then the Polish, Czech and South Korean foreign ministries met.",
            {
                "Polish foreign ministry",
                "Czech foreign ministry",
                "South Korean foreign ministry",
                "Polish, Czech and South Korean foreign ministries",
            },
        ),
        ("Then the Baltic governments met.", {"Baltic governments"}),
        ("Then the Finnish and Estonian authorities met.", {"Finnish and Estonian authorities"}),
    ],
)
def test_each_state_has_its_body(text: str, names: set[str]) -> None:
    """One government, parliament or ministry for each state named; one region's, and authorities, are one group."""
    assert cast_of(text) == names


def test_they_are_all_of_them() -> None:
    """What the bodies say together is said by all."""
    text = "Both the Finnish and the Estonian governments met, they said."
    read = page(document(text))
    found = cast(read)
    names = {actor.id: actor.name for actor in found.actors}
    they = next(m for p in read.passages for m in p.mentions if m.head == "they")
    assert names[found.actor_of(they) or ""] == "Finnish and Estonian governments"
