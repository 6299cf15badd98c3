"""Words of doubt and how far they reach. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from claim_exercise import document
from watchfloor.reading.event.doubt import doubts, governing
from watchfloor.reading.text.sentence import sentences


def judged(text: str, words: str) -> bool | None:
    """Whether nobody accuses by `words` at all; None where no doubt governs them."""
    doc = document(text)
    (sentence,) = sentences(doc)
    start = text.index(words)
    doubt = governing(text, doubts(text, sentence), start, start + len(words))
    return doubt.nobody_accuses if doubt else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor asked if Suderland was behind it.", True),
        ("The mayor has not established that Suderland was behind it.", True),
        ("The mayor doubts that Suderland was behind it.", True),
        ("The mayor doesn't rule out that Suderland was behind it.", False),
        ("The mayor couldn’t exclude that Suderland was behind it.", False),
        ("Nobody doubts that Suderland was behind it.", None),
        ("The mayor does not know how Suderland was behind it.", None),
        ("If this is so is unknown; Suderland was behind it.", None),
    ],
)
def test_doubt_is_told_from_firmness(text: str, expected: bool | None) -> None:
    """A denial of knowledge leaves no accusation, an open door a suspicion, and a doubt of something else neither."""
    assert judged(text, "was behind") is expected


def test_the_wider_words_are_taken() -> None:
    """`Cannot rule out` is not `rule out`: of two that overlap the longer one is meant."""
    text = "The mayor cannot rule out that Suderland was behind it."
    (sentence,) = sentences(document(text))
    assert [text[d.start : d.end] for d in doubts(text, sentence)] == ["cannot rule out"]
