"""Linkage: groups of things by average linkage over sparse similarities.

In go the similarities of some pairs, out come groups: two groups are one while the mean similarity of their pairs, those without a
similarity counting as 0, is at least a floor, the most similar first. All pairs of groups that are each other's nearest are joined at once,
which for average linkage gives what joining them one by one gives. What the things are is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped] # ships no types


def groups(similarities: csr_matrix, floor: int) -> NDArray[np.int64]:
    """For each thing the number of its group, which is that of the group's first thing. `similarities` are whole numbers, symmetric and without a diagonal.

    Of equally near groups those that begin first are joined, so the result does not depend on anything but the similarities and the order of the things.
    """
    import numpy as np  # noqa: PLC0415 - costs start-up time where no record is built

    count = similarities.shape[0]
    of, size = np.arange(count), np.ones(count, dtype=np.int64)
    keys, totals = _within_components(similarities, floor)
    while len(keys):
        rows, columns = np.divmod(keys, count)
        near = totals / (size[rows] * size[columns])
        nearest = _nearest(rows, columns, near, floor, count)
        first = np.flatnonzero(nearest >= 0)
        first = first[(nearest[nearest[first]] == first) & (first < nearest[first])]
        if not len(first):
            break
        new = np.arange(count)
        new[nearest[first]] = first
        np.add.at(size, first, size[nearest[first]])
        of = new[of]
        keys, totals = _joined(new[rows], new[columns], totals, count)
    return of


def _within_components(similarities: csr_matrix, floor: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs as sorted keys (row times count, plus column) with their similarities, without those that lie between components of the graph of close pairs: no group of one ever meets one of another."""
    import numpy as np  # noqa: PLC0415
    from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]  # noqa: PLC0415

    count = similarities.shape[0]
    pairs = similarities.tocoo()
    _, component = connected_components(similarities >= floor, directed=False)
    inside = component[pairs.row] == component[pairs.col]
    keys = pairs.row[inside].astype(np.int64) * count + pairs.col[inside]
    order = np.argsort(keys)
    return keys[order], pairs.data[inside][order].astype(np.int64)


def _nearest(
    rows: NDArray[np.int64], columns: NDArray[np.int64], near: NDArray[np.float64], floor: int, count: int
) -> NDArray[np.int64]:
    """For each group the first of those nearest to it, -1 where none is near enough. `rows` are sorted, and within each `columns`."""
    import numpy as np  # noqa: PLC0415

    starts = np.flatnonzero(np.r_[True, rows[1:] != rows[:-1]])
    best = np.repeat(np.maximum.reduceat(near, starts), np.diff(np.r_[starts, len(rows)]))
    chosen = np.flatnonzero((near == best) & (near >= floor))[::-1]
    nearest = np.full(count, -1)
    nearest[rows[chosen]] = columns[chosen]  # the last written, so the first in order, stays
    return nearest


def _joined(
    rows: NDArray[np.int64], columns: NDArray[np.int64], totals: NDArray[np.int64], count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs of the new groups as sorted keys, and the sums of their similarities."""
    import numpy as np  # noqa: PLC0415

    between = rows != columns
    keys, totals = rows[between] * count + columns[between], totals[between]
    if not len(keys):
        return keys, totals
    order = np.argsort(keys, kind="stable")
    keys, totals = keys[order], totals[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    return keys[starts], np.add.reduceat(totals, starts)
