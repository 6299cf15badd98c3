"""What "this" means. All examples are an EXERCISE."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.stance.referent import last_before

TOLD = [(10, "other:arson"), (40, "other:drills"), (900, "sanctions")]


def test_the_words_themselves_go_before_what_stands_earlier() -> None:
    """What is told within the words is meant, else what was told last before; nothing where that lies far back."""
    assert last_before(TOLD, 30, 60) == "other:drills"
    assert last_before(TOLD, 50, 60) == "other:drills"
    assert last_before(TOLD, 5, 8) is None
    assert last_before(TOLD, 5000, 5010) is None


@given(st.lists(st.tuples(st.integers(0, 3000), st.sampled_from(["a", "b"]))), st.integers(0, 3000), st.integers(0, 99))
def test_only_what_was_told_is_meant(told: list[tuple[int, str]], start: int, length: int) -> None:
    """Whatever was told, the answer is one of it or nothing."""
    told.sort()
    assert last_before(told, start, start + length) in {None, *(name for _, name in told)}
