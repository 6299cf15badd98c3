"""Where words stand in a text: exactly, nearly, or nowhere."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.llm.alignment import FLOOR, Ground

TEXT = (
    "EXERCISE. “We have seen\n nothing like it before,” Ada Voss said — twice. The cable was cut on Sunday. "
    "Ole Brandt said that the cable was cut on Monday. Repairs take 12 days… perhaps."
)


def found(words: str, text: str = TEXT, **how: object) -> str | None:
    """The words of the text that `words` are found to be."""
    one = Ground(text, 0, len(text)).find(words, **how)  # type: ignore[arg-type]
    return None if one is None else text[one.start : one.end]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("The cable was cut", "The cable was cut"),
        ('"We have seen nothing like it before,"', "We have seen\n nothing like it before,"),
        ("said - twice", "said — twice"),
        ("12 days... perhaps", "12 days… perhaps"),
        ("Ada\u00adVoss", None),
        ("Ada Vo\u00adss", "Ada Voss"),
    ],
)
def test_typography_makes_no_difference(words: str, there: str | None) -> None:
    """White space, the shape of marks and hidden hyphens don't count, and what is found are the text's own characters."""
    assert found(words) == there


@pytest.mark.parametrize("words", ["", "  ", "“”", "…", "—", "able", "cut on Sun", "ada voss", "Mars", "12 day"])
def test_short_words_stand_exactly_or_not_at_all(words: str) -> None:
    """No words, mere marks, parts of longer words and other letters are nowhere."""
    assert found(words) is None


def test_a_slip_in_a_sentence_is_forgiven() -> None:
    """Long words with a slip are found whole, with a likeness below one and not below the floor."""
    one = Ground(TEXT, 0, len(TEXT)).find("We have seen nothin like it befor")
    assert one is not None
    assert TEXT[one.start : one.end].rstrip(",") == "We have seen\n nothing like it before"
    assert FLOOR / 100 <= one.likeness < 1


@pytest.mark.parametrize(
    "words",
    [
        "We have never seen anything of the kind before now",
        "The cable was repaired on Sunday by the navy",
        "Ole Brandt denied that the cable was ever cut",
        "x" * 5000,
    ],
)
def test_invented_sentences_are_nowhere(words: str) -> None:
    """Sentences that the text does not have are not found, though they share words with it."""
    assert found(words) is None


def test_a_short_text_holds_no_longer_words() -> None:
    """Words that are longer than the text are not found by the text being a part of them."""
    assert found("The cable was cut on Sunday night, the ministry said", "cable was cut on Sunday night") is None


def test_what_stands_before_tells_places_apart() -> None:
    """Of several places the one counts that follows the words before it; without any, the first."""
    ground = Ground(TEXT, 0, len(TEXT))
    first, second = TEXT.index("cable was cut"), TEXT.rindex("cable was cut")
    for before, start in (
        ("twice. The", first),
        ("Brandt said that the", second),
        ("", first),
        ("Brandt siad taht the", second),
    ):
        one = ground.find("cable was cut on", before)
        assert one is not None
        assert one.start == start


def test_the_nearest_place_counts() -> None:
    """Of several places the one nearest to given characters counts."""
    ground = Ground(TEXT, 0, len(TEXT))
    for near in (TEXT.index("Sunday"), TEXT.index("Monday")):
        one = ground.find("was cut", near=(near, near + 6))
        assert one is not None
        assert 0 < near - one.end < 10


@given(st.text(st.sampled_from("ab \n“”'—…1,"), max_size=60), st.data())
def test_what_is_there_is_found(text: str, data: st.DataObject) -> None:
    """Any whole words of a text are found in it, at a place where the same words stand."""
    words = text.split()
    if not words:
        return
    low = data.draw(st.integers(0, len(words) - 1))
    high = data.draw(st.integers(low + 1, len(words)))
    wanted = " ".join(words[low:high])
    one = Ground(text, 0, len(text)).find(wanted)
    if any(character.isalnum() for character in wanted):
        assert one is not None
        assert one.likeness == 1
        bare = str.maketrans("", "", "“”' \n")
        assert text[one.start : one.end].translate(bare) == wanted.translate(bare)


@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=20))
def test_any_words_in_any_text(text: str, words: str, before: str) -> None:
    """Nothing is ever found outside the text, and nothing raises."""
    one = Ground(text, 0, len(text)).find(words, before)
    assert one is None or 0 <= one.start < one.end <= len(text)


def test_only_the_given_stretch_is_searched() -> None:
    """Words outside the characters of the ground are not there."""
    assert Ground(TEXT, 0, 60).find("Ole Brandt") is None


def test_common_words_take_bounded_time() -> None:
    """Words that stand everywhere in a long text are found at once."""
    text = "cut the cable. " * 20_000
    start = time.perf_counter()
    assert Ground(text, 0, len(text)).find("the", before="cut") is not None
    assert time.perf_counter() - start < 5
