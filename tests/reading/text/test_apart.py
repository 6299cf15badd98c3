"""Apart: of overlapping stretches the preferred one stays."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from watchfloor.model.span import Span
from watchfloor.reading.text.apart import apart

_SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda p: Span("exercise", p[0], p[0] + p[1])))


def test_the_preferred_stretch_stays() -> None:
    """What comes first in order is kept, and what overlaps it is dropped, whatever its length."""
    first, second, third = Span("a", 5, 9), Span("a", 0, 6), Span("a", 0, 5)
    assert apart((first, second, third), 0, 10) == [third, first]


@given(_SPANS)
def test_what_is_kept_lies_apart_and_nothing_is_dropped_without_reason(spans: list[Span]) -> None:
    """No two kept stretches overlap, and every dropped one overlaps a kept one."""
    kept = apart(spans, 0, 50)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert all(any(span.overlaps(one) for one in kept) for span in spans)
