"""Quotation marks find the words between them, and a quotation that no statement covers still becomes one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.network.quotations import FoundStatement, completed, quotations


def quoted(text: str) -> list[str]:
    """The words of each quotation in `text`."""
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“The cable was cut,” she said.",
        '"The cable was cut," she said.',
        "”The cable was cut,” she said.",
        "“The cable was cut,“ she said.",
    ],
)
def test_marks_of_the_wrong_hand_are_read_by_the_blanks_beside_them(text: str) -> None:
    """Whichever way the marks curl, the words between them are one quotation."""
    assert quoted(text) == ["The cable was cut,"]


@pytest.mark.parametrize("text", ["The “cable” is old.", "he said ” and “ left", "“\nA b c\n”"])
def test_single_words_and_stray_marks_are_no_quotations(text: str) -> None:
    """One word between marks is a title or a doubt; marks with blanks inside, or on two lines, embrace nothing."""
    assert quoted(text) == []


def test_an_uncovered_quotation_takes_the_weaker_reading_of_it() -> None:
    """Where a candidate below the floor reads the quotation, it is taken, and nothing is said twice."""
    text = "The route was “not safe”, the harbour master said."
    weak = FoundStatement(((11, 20),), (40, 44), None, 0.1, (0.0, 0.0, 0.0, 0.0))
    assert completed(text, [], [weak]) == [weak]
    assert completed(text, [weak], []) == [weak]
    assert completed(text, [], []) == []


@given(st.text(alphabet='ab “”".,\n', max_size=60))
def test_quotations_hold_no_marks_and_do_not_overlap(text: str) -> None:
    """Whatever the text, quotations come in order, apart from each other, on one line, and without the marks that close them."""
    spans = quotations(text)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(
        "\n" not in text[start:end] and "“" not in text[start:end] for start, end in spans if text[start - 1] == "“"
    )
