"""How far one word bears on another in a sentence. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from watchfloor.reading.event.scope import scope
from watchfloor.reading.text.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Prices rose, but the pier burned; ships left", "pier", "the pier burned"),
        ("The pier burned", "pier", "The pier burned"),
        ("The pier — an old one — burned", "old", "an old one"),
        ("Ships left, which the pier did not", "Ships", "Ships left"),
    ],
)
def test_strong_breaks_end_the_scope(text: str, words: str, expected: str) -> None:
    """Semicolons, dashes and commas with a conjunction or a relative end the stretch around a word."""
    start = text.index(words)
    first, last = scope(text, Sentence(0, len(text), 0), start, start + len(words))
    assert text[first:last].strip() == expected
