"""Several documents at once: the order is kept, little runs ahead, and a failure comes in its turn."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.several import in_order


@given(st.lists(st.integers(), max_size=30), st.integers(1, 4))
def test_results_come_in_the_order_of_the_items(items: list[int], threads: int) -> None:
    """Whatever the threads, the results are those of one thread."""
    assert list(in_order(lambda n: n * n, items, threads)) == [n * n for n in items]


def test_only_a_few_items_are_taken_ahead() -> None:
    """Of an endless stream no more is taken than is under way."""
    taken: list[int] = []

    def stream() -> Iterator[int]:
        for n in range(10_000):
            taken.append(n)
            yield n

    results = in_order(lambda n: n, stream(), 2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    assert len(taken) <= 3 + 2 * 2 + 1


def test_a_failure_comes_in_its_turn() -> None:
    """What was read before the failing item is handed over first."""

    def read(n: int) -> int:
        time.sleep(0.01 * (n == 0))
        if n == 2:
            raise ValueError("the third")
        return n

    results = in_order(read, range(5), 3)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(ValueError, match="the third"):
        next(results)
