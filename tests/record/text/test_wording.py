"""Wording: one spelling for what is one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.record.text.wording import Lexicon, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("defence", "defense"),
        ("organisation", "organization"),
        ("behaviour", "behavior"),
        ("cables", "cable"),
        ("invited", "inviting"),
        ("allies", "ally"),
    ],
)
def test_spellings_and_endings_have_one_stem(one: str, other: str) -> None:
    """British and American spellings, plurals and tenses fall together."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("port", "part"), ("north", "south"), ("1991", "1992"), ("press", "pre")])
def test_different_words_have_different_stems(one: str, other: str) -> None:
    """Stemming never makes two words one that only look alike."""
    assert stem(one) != stem(other)


def test_compounds_are_joined_where_a_text_joins_them() -> None:
    """A text "air strikes" reads as "airstrikes" once some text writes it so, and hyphens do not matter."""
    lexicon = Lexicon.of(["The airstrikes went on.", "Preemptive moves"])
    assert lexicon.read("air strikes").words == ("airstrikes",)
    assert lexicon.read("pre-emptive").words == ("preemptive",)


def test_rare_words_weigh_more() -> None:
    """A word of one text outweighs a word of all, and a word of none is the heaviest."""
    lexicon = Lexicon.of([f"harbour {n}" for n in range(30)] + ["harbour anchor"])
    assert lexicon.weight(stem("harbour")) < lexicon.weight(stem("anchor")) <= lexicon.weight("unheard")


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    """Reading never raises, and words of a text read alone are all of it."""
    lexicon = Lexicon.of([text])
    assert lexicon.read(text).words == lexicon.read(text.upper()).words or not text.isascii()


@given(st.lists(st.text(alphabet="abc ", max_size=12), max_size=8), st.randoms(use_true_random=False))
def test_a_lexicon_does_not_depend_on_order(texts: list[str], shuffle: object) -> None:
    """Texts in reverse teach the same weights."""
    del shuffle
    assert Lexicon.of(texts) == Lexicon.of(texts[::-1])
