"""Linkage: average linkage over sparse similarities."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix  # type: ignore[import-untyped] # ships no types

from watchfloor.record.linking.linkage import groups

FLOOR = 300


def matrix(near: list[int], count: int) -> csr_matrix:
    """The symmetric matrix with these similarities above its diagonal."""
    full = np.zeros((count, count), dtype=np.int64)
    for (i, j), value in zip(combinations(range(count), 2), near, strict=True):
        full[i, j] = full[j, i] = value
    return csr_matrix(full)


def one_by_one(full: np.ndarray) -> set[frozenset[int]]:
    """The groups that come of joining the two nearest groups until none are near enough."""
    found = [frozenset({i}) for i in range(len(full))]
    while len(found) > 1:
        nearest = max(combinations(found, 2), key=lambda p: full[np.ix_(list(p[0]), list(p[1]))].mean())
        if full[np.ix_(list(nearest[0]), list(nearest[1]))].mean() < FLOOR:
            break
        found = [group for group in found if group not in nearest] + [nearest[0] | nearest[1]]
    return set(found)


@given(st.lists(st.integers(0, 10**6), min_size=15, max_size=15, unique=True))
def test_joining_all_nearest_at_once_is_joining_them_one_by_one(drawn: list[int]) -> None:
    """Without ties the groups are those of plain average linkage."""
    near = [value % 1000 if value % 3 else 0 for value in drawn]
    full = matrix([10**6 * value + place for place, value in enumerate(near)], 6)
    global_floor = FLOOR * 10**6
    found = groups(full, global_floor)
    as_sets = {frozenset(np.flatnonzero(found == name).tolist()) for name in set(found.tolist())}
    assert as_sets == one_by_one(full.toarray() / 10**6)


def test_nothing_is_no_group_and_strangers_stay_alone() -> None:
    """An empty matrix gives nothing; things without a similarity are groups of their own."""
    assert groups(csr_matrix((0, 0), dtype=np.int64), FLOOR).tolist() == []
    assert groups(csr_matrix((3, 3), dtype=np.int64), FLOOR).tolist() == [0, 1, 2]


def test_a_chain_is_cut() -> None:
    """Of a long chain of near pairs no group holds both ends."""
    count = 40
    near = [400 if j - i == 1 else 0 for i, j in combinations(range(count), 2)]
    found = groups(matrix(near, count), FLOOR)
    assert found[0] != found[-1]
