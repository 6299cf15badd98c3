"""Spans: what can be one, and how spans lie to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import document
from watchfloor.model.span import Span, hull

OFFSETS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span("d", pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_covers_at_least_one_character(start: int, end: int) -> None:
    """Negative, empty and inverted stretches are no spans."""
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span("d", start, end)


def test_a_document_gives_spans_of_its_own_text_only() -> None:
    """A span that ends outside the text, or of another document, is refused."""
    made = document("The port closed.")
    assert made.quote(made.span(4, 8)) == "port"
    with pytest.raises(ValueError, match="ends outside"):
        made.span(4, 99)
    with pytest.raises(ValueError, match="is not of document"):
        made.quote(Span("another", 0, 1))


@given(OFFSETS, OFFSETS)
def test_overlap_is_mutual_and_a_hull_covers_both(a: Span, b: Span) -> None:
    """Overlapping is symmetric; the hull of two spans covers each and is no longer than need be."""
    both = hull((a, b))
    assert a.overlaps(b) == b.overlaps(a)
    assert both.covers(a)
    assert both.covers(b)
    assert len(both) <= len(a) + len(b) + max(0, max(a.start, b.start) - min(a.end, b.end))


def test_a_hull_needs_one_document() -> None:
    """Spans of two documents, or none at all, have no hull."""
    with pytest.raises(ValueError, match="one document"):
        hull((Span("a", 0, 1), Span("b", 0, 1)))
    with pytest.raises(ValueError, match="one document"):
        hull(())
