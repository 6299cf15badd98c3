"""What is to be done, as a noun. All examples are an EXERCISE."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.stance.deed import deed, gerund


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("send", "sending"),
        ("leave", "leaving"),
        ("agree", "agreeing"),
        ("tie", "tying"),
        ("stop", "stopping"),
        ("plan", "planning"),
        ("permit", "permitting"),
        ("visit", "visiting"),
        ("deploy", "deploying"),
        ("break", "breaking"),
    ],
)
def test_a_verb_becomes_a_noun(verb: str, noun: str) -> None:
    """English spelling: a silent e goes, a short vowel's consonant is doubled where the last syllable is stressed."""
    assert gerund(verb) == noun


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (" to break off the talks", ("breaking off", "the talks")),
        ("formally seize the ship", ("seizing", "the ship")),
        ("let Norland reopen the mine", ("reopening", "the mine")),
        ("have shot the balloon", ("having shot", "the balloon")),
        (" to respond", None),
        (" the harbour fees", None),
        ("talks with the union", None),
        ("work with the union", None),
        ("land carefully using maps", None),
    ],
)
def test_a_deed_has_an_object(words: str, expected: tuple[str, str] | None) -> None:
    """Only a verb with an object behind it is a deed that names something; a noun phrase is none."""
    assert deed(words) == expected


@given(st.text(max_size=60))
def test_what_follows_a_deed_is_the_end_of_the_words(words: str) -> None:
    """Whatever the words, what follows is the last part of them."""
    found = deed(words)
    assert found is None or words.endswith(found[1])
