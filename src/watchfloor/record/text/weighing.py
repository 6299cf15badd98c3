"""Weighing: documents as vectors of whole numbers, by the words they use.

In go the terms of documents, out come sparse rows. There are two kinds: stems weighed by how rare they are in the press at large, and all terms
weighed by how few of the nearest documents use them. Numbers are whole so that a sum is the same in whatever order it is taken, and a
document's row the same in whatever company it was computed. How near two rows lie is for `nearness`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from watchfloor.model.document import Document
from watchfloor.reading.text.sentence import Sentence
from watchfloor.record.text.background import background
from watchfloor.record.text.wording import plain_words, stem, tells

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped] # ships no types

Terms = Mapping[str, int]
"""How often a document uses each term: a stem, or two neighbouring ones with a space between."""

UNIT = 4096
"""Length of a row; the product of two rows is at most its square."""
_FINE = 1000
"""Parts of one in which logarithms are kept."""
_ELSEWHERE = 70
"""Documents of the press at large that are taken to lie beside the nearest: in a handful of documents every word is rare. Best BCubed on ECB+ dev is .973 from 30 to 80 and .962 at
100; at 30 a story of a thousand articles falls apart, whose nearest tell only what they do not share."""
_ALONE = 0.2
"""Weight of a term that none of the nearest uses: in full it would drown what a story shares (BCubed .91 on ECB+ dev), and at nothing any two articles alone in a record
would be one story. From 0 to 0.3 BCubed is the same."""
_EVERYWHERE = 0.05
"""Share of texts from which a stem is too common to tell subjects apart; leaving these out changes nothing on ECB+ dev and saves most of the work."""
_UNKNOWN = 3
"""Texts in which a stem is taken to stand beside those that were counted."""


def terms(document: Document, sentences: Iterable[Sentence]) -> Terms:
    """The terms of headline and article; furniture is left out with its sentences."""
    found: Counter[str] = Counter()
    for line in (document.headline or "", *(document.text[s.start : s.end] for s in sentences)):
        stems = [stem(word) for word in plain_words(line) if tells(word)]
        found.update(stems)
        found.update(f"{a} {b}" for a, b in pairwise(stems))
    return found


def by_background(found: Sequence[Terms], column: Mapping[str, int]) -> csr_matrix:
    """A row for each document: its stems, by the logarithm of their number and their rarity in the press at large."""
    held = background()
    rarity: dict[str, float] = {}
    for term in {term for own in found for term in own}:
        share = held.share(term)
        if " " not in term and share < _EVERYWHERE:
            rarity[term] = log(held.texts / (share * held.texts + _UNKNOWN))
    return _rows([{column[t]: round(_FINE * (1 + log(n)) * rarity[t]) for t, n in own.items() if t in rarity} for own in found], len(column), normed=True)  # fmt: skip


def counted(found: Sequence[Terms], column: Mapping[str, int]) -> csr_matrix:
    """A row for each document: one plus the logarithm of the number of each of its terms."""
    rows = [{column[t]: round(_FINE * (1 + log(n))) for t, n in own.items()} for own in found]
    return _rows(rows, len(column), normed=False)


def shares(column: Sequence[str]) -> NDArray[np.float64]:
    """The share of texts of the press at large that have each term; of pairs of stems none is known."""
    import numpy as np  # noqa: PLC0415 - costs start-up time where no record is built

    held = background()
    return np.array([0.0 if " " in term else held.share(term) for term in column], dtype=np.float64)


def by_neighbours(
    counts: csr_matrix, neighbours: Mapping[int, NDArray[np.int32]], share: NDArray[np.float64]
) -> csr_matrix:
    """A row for each document in `neighbours`, in their order: its terms by how few of its neighbours (itself among them) use them."""
    import numpy as np  # noqa: PLC0415

    place = np.full(counts.shape[1], -1, dtype=np.int32)
    starts, indices = counts.indptr, counts.indices
    rows = []
    for i, near in neighbours.items():
        own = indices[starts[i] : starts[i + 1]]
        place[own] = np.arange(len(own))
        met = place[np.concatenate([indices[starts[j] : starts[j + 1]] for j in near])]
        users = np.bincount(met[met >= 0], minlength=len(own))
        place[own] = -1
        rarity = np.log((len(near) + _ELSEWHERE) / (users + _ELSEWHERE * share[own] + 1))
        weights = np.rint(
            np.where(users > 1, 1.0, _ALONE) * np.maximum(rarity, 0) * counts.data[starts[i] : starts[i + 1]]
        )
        kept = weights > 0
        rows.append((own[kept], weights[kept].astype(np.int64)))
    return _stacked(rows, counts.shape[1], normed=True)


def _rows(weights: Sequence[Mapping[int, int]], width: int, *, normed: bool) -> csr_matrix:
    import numpy as np  # noqa: PLC0415

    rows = []
    for own in weights:
        columns = np.fromiter(own.keys(), dtype=np.int32, count=len(own))
        rows.append((columns, np.fromiter(own.values(), dtype=np.int64, count=len(own))))
    return _stacked(rows, width, normed=normed)


def _stacked(rows: Sequence[tuple[NDArray[np.int32], NDArray[np.int64]]], width: int, *, normed: bool) -> csr_matrix:
    import numpy as np  # noqa: PLC0415
    from scipy.sparse import csr_matrix  # noqa: PLC0415

    values = [_of_length_one(weights) if normed else weights for _, weights in rows]
    starts = np.cumsum([0, *(len(own) for own in values)])
    columns = np.concatenate([own for own, _ in rows]) if rows else np.zeros(0, dtype=np.int32)
    data = np.concatenate(values) if rows else np.zeros(0, dtype=np.int64)
    return csr_matrix((data.astype(np.int32), columns, starts), shape=(len(rows), width))


def _of_length_one(weights: NDArray[np.int64]) -> NDArray[np.int64]:
    """The weights in parts of UNIT of their length; their squares are summed as whole numbers, which no order changes."""
    import numpy as np  # noqa: PLC0415

    length = float(np.dot(weights, weights)) ** 0.5
    return np.rint(weights * (UNIT / length)).astype(np.int64) if length else weights
