"""Lines of a text as offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.evidence.text_line import TextLine, lines


@given(st.text(st.sampled_from("ab .\r\n\t\xa0\u2028é"), max_size=80))
def test_offsets_give_the_words_back(text: str) -> None:
    """Each line's offsets cut its words out of the text, in order, and no words are left over."""
    found = list(lines(text))
    assert all(text[one.start : one.end] == one.words for one in found)
    assert "".join("".join(one.words.split()) for one in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("The cable was cut.", True),
        ("He said “no.”", True),
        ("Ships leave the U.S.", False),
        ("And then ...", False),
        ("Who cut it?", False),
        ("这是演习。", True),
    ],
)
def test_a_sentence_ends_in_a_stop(words: str, ends: object) -> None:
    """A full stop ends a sentence, initials and an ellipsis don't."""
    assert TextLine(0, len(words), words).ends_in_stop is ends
