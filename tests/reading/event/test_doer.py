"""Whose ships or forces are the subject of an event. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from watchfloor.reading.event.doer import doer


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chinese ships have illegally supplied oil to tankers.", "supplied oil", "CN"),
        ("On Thursday Russian ships conducted transfers at sea.", "transfers", "RU"),
        ("It is bad that China is allowing oil to go north.", "allowing oil", "CN"),
        ("The tanker was seized off Poland.", "seized", None),
        ("Polish airspace violations go on.", "airspace violations", None),
        ("In Norway officials said that men severed the cable.", "severed the cable", None),
    ],
)
def test_the_state_in_front_of_the_verb(text: str, words: str, expected: str | None) -> None:
    """A state counts where nothing but its ships and helping verbs stand before the verb; a mere adjective of a noun does not."""
    start = text.index(words)
    assert doer(text, (0, len(text)), start, start + len(words)) == expected
