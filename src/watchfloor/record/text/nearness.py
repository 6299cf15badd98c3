"""Nearness: how near documents lie to each other by the words they use.

In go the terms of documents, out come the pairs that may be of one story, with their similarity. It is found in two steps, so that a new
document changes nothing that is far from it. First documents are compared by their stems, weighed by how rare these are in the press at
large. Then each weighs its terms anew by how many of its nearest documents use them: what a whole subject shares ("earthquake") tells
little, what a few of it share ("Aceh") tells which event it is. The result is the same whether documents come one by one or all at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watchfloor.record.text.weighing import UNIT, Terms, by_background, by_neighbours, counted, shares

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped] # ships no types

NEAREST = 30
"""Documents by which one weighs its terms. BCubed on ECB+ dev is the same from 20 to 50, and lower at 10."""
_GATE = round(0.12 * UNIT**2)
"""Similarity of stems from which documents can be of one story or subject at all. The stories of ECB+ dev are the same from 0.08 to 0.12."""
_ROWS = 256
"""Documents compared with all others at a time; keeps memory at some megabytes."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """Documents, in the order in which they came, and how near they lie.

    `similarities` are those of all pairs that can be of one story: symmetric, without a diagonal, in 0..UNIT**2.
    """

    ids: tuple[str, ...]
    column: Mapping[str, int]
    """Where each term stands in a row."""
    share: NDArray[np.float64]
    """For each column the share of texts of the press at large that have its term."""
    stems: csr_matrix
    counts: csr_matrix
    gate: csr_matrix
    """The similarity by stems of all pairs that are near, each document with itself among them."""
    weighed: csr_matrix
    similarities: csr_matrix

    @classmethod
    def of(cls, found: Mapping[str, Terms]) -> Nearness:
        """The nearness of documents with these terms under their ids."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415 - costs start-up time where no record is built

        nothing = csr_matrix((0, 0), dtype="int32")
        return cls((), {}, shares(()), nothing, nothing, nothing, nothing, nothing).with_documents(found)

    def with_documents(self, found: Mapping[str, Terms]) -> Nearness:
        """The nearness of these documents and the others."""
        import numpy as np  # noqa: PLC0415 - costs start-up time where no record is built

        new = sorted(found.keys() - set(self.ids))
        if not new:
            return self
        ids = (*self.ids, *new)
        added = sorted({term for key in new for term in found[key] if term not in self.column})
        column = {**self.column, **{term: place for place, term in enumerate(added, start=len(self.column))}}
        share = np.concatenate([self.share, shares(added)])
        own = [found[key] for key in new]
        stems = _on_top(self.stems, by_background(own, column))
        counts = _on_top(self.counts, counted(own, column))
        gate = _grown(self.gate, _near(stems[len(self.ids) :], stems))
        neighbours = _changed(self, ids, gate)
        weighed = _replaced(self.weighed, by_neighbours(counts, neighbours, share), list(neighbours), len(ids))
        similarities = _refreshed(self.similarities, weighed, gate, list(neighbours))
        return Nearness(ids, column, share, stems, counts, gate, weighed, similarities)


def _on_top(above: csr_matrix, below: csr_matrix) -> csr_matrix:
    from scipy.sparse import csr_matrix, vstack  # noqa: PLC0415

    wide = csr_matrix((above.data, above.indices, above.indptr), shape=(above.shape[0], below.shape[1]))
    return vstack([wide, below], format="csr")


def _near(rows: csr_matrix, every: csr_matrix) -> csr_matrix:
    """The products of rows with every row, where they reach the gate."""
    from scipy.sparse import csr_matrix, vstack  # noqa: PLC0415

    turned = every.T.tocsr()
    parts = []
    for start in range(0, rows.shape[0], _ROWS):
        product = (rows[start : start + _ROWS] @ turned).tocoo()
        kept = product.data >= _GATE
        parts.append(csr_matrix((product.data[kept], (product.row[kept], product.col[kept])), shape=product.shape))
    return vstack(parts, format="csr")


def _grown(gate: csr_matrix, below: csr_matrix) -> csr_matrix:
    """The gate with rows for new documents below and the same as columns beside."""
    from scipy.sparse import hstack, vstack  # noqa: PLC0415

    old = gate.shape[0]
    if not old:
        return below
    return vstack([hstack([gate, below[:, :old].T]), below], format="csr")


def _changed(before: Nearness, ids: tuple[str, ...], gate: csr_matrix) -> dict[int, NDArray[np.int32]]:
    """The nearest documents, themselves among them, of those documents whose nearest are not the same as before."""
    import numpy as np  # noqa: PLC0415

    rank = np.empty(len(ids), dtype=np.int64)
    rank[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
    old = len(before.ids)
    met = np.unique(gate[old:].indices)
    found = {int(i): _nearest(gate, int(i), rank) for i in np.union1d(met, np.arange(old, len(ids)))}
    return {i: near for i, near in found.items() if i >= old or (near >= old).any()}


def _nearest(gate: csr_matrix, i: int, rank: NDArray[np.int64]) -> NDArray[np.int32]:
    """The document itself and those nearest to it; of equally near ones those whose ids sort first."""
    import numpy as np  # noqa: PLC0415

    near, by = (part[gate.indptr[i] : gate.indptr[i + 1]] for part in (gate.indices, gate.data))
    others = near != i
    near, by = near[others], by[others]
    nearest: NDArray[np.int32] = near[np.lexsort((rank[near], -by))[:NEAREST]]
    return np.concatenate([np.array([i], dtype=np.int32), nearest])


def _replaced(before: csr_matrix, rows: csr_matrix, at: list[int], count: int) -> csr_matrix:
    """The matrix with `rows` in the places `at` and `count` rows in all."""
    import numpy as np  # noqa: PLC0415

    place = np.arange(count)
    place[at] = before.shape[0] + np.arange(len(at))
    return _on_top(before, rows)[place]


def _refreshed(before: csr_matrix, weighed: csr_matrix, gate: csr_matrix, at: list[int]) -> csr_matrix:
    """The similarities with those of the documents `at` computed anew."""
    import numpy as np  # noqa: PLC0415
    from scipy.sparse import csr_matrix  # noqa: PLC0415

    count = weighed.shape[0]
    fresh = np.zeros(count, dtype=bool)
    fresh[at] = True
    turned = weighed.T.tocsr()
    old = before.tocoo()
    kept = ~(fresh[old.row] | fresh[old.col])
    rows, columns, data = [old.row[kept]], [old.col[kept]], [old.data[kept]]
    order = np.flatnonzero(fresh)
    for start in range(0, len(order), _ROWS):
        chosen = order[start : start + _ROWS]
        pairs = (weighed[chosen] @ turned).multiply(gate[chosen] > 0).tocoo()
        row = chosen[pairs.row]
        apart = row != pairs.col
        row, column, similarity = row[apart], pairs.col[apart], pairs.data[apart]
        alone = ~fresh[column]
        rows += [row, column[alone]]
        columns += [column, row[alone]]
        data += [similarity, similarity[alone]]
    joined = (np.concatenate(data), (np.concatenate(rows), np.concatenate(columns)))
    return csr_matrix(joined, shape=(count, count))
