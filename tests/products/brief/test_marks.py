"""Quotation marks of what is shown: always in pairs, and never a word changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.products.brief.marks import balanced, taken_in


@pytest.mark.parametrize(
    ("text", "cut", "shown"),
    [
        ("She called it “a clear step.” Then", "called it “a clear step", "called it “a clear step.”"),
        ('She called it "a clear step," he said', 'called it "a clear step', 'called it "a clear step,"'),
        ("She called it “a step” and left.", "called it “a step” and left", "called it “a step” and left"),
        ("She called it “a step that leads far”", "called it “a step", "called it “a step"),
        ("It was a clear step.” Then", "a clear step", "a clear step"),
    ],
)
def test_the_mark_next_to_a_stretch_is_taken_in(text: str, cut: str, shown: str) -> None:
    """Only a stretch that opens a quotation ends with the mark behind it."""
    start = text.index(cut)
    assert text[start : taken_in(text, start, start + len(cut))] == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“We saw it.", "“We saw it. …”"),
        ('"We saw it.', '"We saw it. …"'),
        ("We saw it,” he said", "“… We saw it,” he said"),
        ('We saw it," he said', '"… We saw it," he said'),
        ("called it “a step …", "called it “a step …”"),
        ("called it “a step” and left", "called it “a step” and left"),
        ('the "dark fleet" of "tankers"', 'the "dark fleet" of "tankers"'),
        ("No marks", "No marks"),
    ],
)
def test_a_quotation_that_goes_on_says_so_inside_its_marks(words: str, shown: str) -> None:
    """What is cut off is an ellipsis on the side where it is missing."""
    assert balanced(words) == shown


@given(st.text('ab “”"…', max_size=30))
def test_no_word_is_changed(words: str) -> None:
    """Only marks and ellipses are added, at the ends."""
    once = balanced(words)
    assert words in once
    assert set(once.replace(words, "", 1)) <= set('“”" …')
