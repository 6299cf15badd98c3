"""Made: what was made of the same parts is kept."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from watchfloor.record.made import made

PARTS = st.dictionaries(st.sampled_from("abc"), st.tuples(st.integers(0, 2), st.integers(0, 2)))


@given(PARTS, PARTS)
def test_what_is_kept_is_what_would_be_made(
    first: Mapping[str, tuple[int, int]], then: Mapping[str, tuple[int, int]]
) -> None:
    """Nothing is made twice of the same parts, and nothing is kept that other parts would make otherwise."""
    before = made(first, lambda key: (key, sum(first[key])), None)
    asked = []

    def make(key: str) -> tuple[str, int]:
        asked.append(key)
        return key, sum(then[key])

    found = made(then, make, before)
    assert {key: one.result for key, one in found.items()} == {key: (key, sum(parts)) for key, parts in then.items()}
    assert asked == [key for key in then if first.get(key) != then[key]]
