"""Quotations: what stands between marks of every make, and that bad marks swallow little."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.text.quotation import quotations


def quoted(text: str) -> list[str]:
    """The quotations of a text, pieces joined by a bar."""
    return ["|".join(text[s:e] for s, e in quotation.pieces) for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “it moved” and left.", ["it moved"]),
        ('He said "it moved" and left.', ["it moved"]),
        ("He said «it moved» and left.", ["it moved"]),
        ("He said ‘it moved’ and left.", ["it moved"]),
        ("'It moved,' he said.", ["It moved,"]),
        ("The ship's crew didn't see the pilots' boat.", []),
        ("‘It’s the captain’s ship,’ she said.", ["It’s the captain’s ship,"]),
        ("„It moved“ was all.", ["It moved"]),
    ],
)
def test_marks_of_every_make(text: str, expected: list[str]) -> None:
    """Curly, straight, angled and single marks quote; apostrophes do not."""
    assert quoted(text) == expected


def test_several_paragraphs_are_one_quotation() -> None:
    """Each paragraph opens anew and only the last closes: one quotation with a piece for each."""
    assert quoted("“First.\n“Second.\n“Third,” she said.") == ["First.|Second.|Third,"]


def test_unbalanced_marks_stay_in_their_paragraph() -> None:
    """A mark that is never closed takes the rest of its paragraph and nothing of the next."""
    assert quoted("He said “it moved.\nNobody answered.\nThen “more” came.") == ["it moved.", "more"]


@given(st.text(alphabet="ab “”\"'‘’«»\n.", max_size=200))
def test_quotations_lie_in_order_inside_the_text(text: str) -> None:
    """Whatever the marks, pieces are ordered, disjoint, not empty and inside the text."""
    pieces = [piece for quotation in quotations(text) for piece in quotation.pieces]
    assert all(0 <= s < e <= len(text) for s, e in pieces)
    assert all(a[1] <= b[0] for a, b in pairwise(pieces))
