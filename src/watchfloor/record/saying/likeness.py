"""Likeness: how alike in meaning contents are, by the sentence vectors that their reader gave them.

In go vectors under names, with the document of each; out come cosines, and the pairs that are each other's nearest between two documents. A
vector depends on its own document alone, and so does the likeness of two on their two documents: a record of more documents
changes none. What likeness is worth beside the words is for `variant`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watchfloor.record.linking.clustering import Pair, pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.64
"""Cosine from which two contents may mean the same; chosen with the weights in `variant`."""
_ROWS = 512
"""Vectors compared with all others at a time; keeps memory at some megabytes for a story of a thousand articles."""


@dataclass(frozen=True, slots=True)
class Named:
    """A content's vector, as `Statement.vector` holds it, and the document that it is of."""

    name: str
    document: str
    vector: bytes


def cosine(a: bytes, b: bytes) -> float:
    """Between -1 and 1, 1 for one direction; 0 where one of the vectors is nought.

    Raises:
        ValueError: the vectors are of different lengths, and so of different readers.
    """
    import numpy as np  # noqa: PLC0415 - costs start-up time where no record is built

    if len(a) != len(b):
        raise ValueError(f"a vector of {len(a)} numbers can't be compared with one of {len(b)}")
    x, y = (np.frombuffer(v, dtype=np.int8).astype(np.float64) for v in (a, b))
    length = float((x @ x) * (y @ y)) ** 0.5
    return float(x @ y) / length if length else 0.0


def cosines(these: Sequence[bytes], those: Sequence[bytes]) -> list[list[float]]:
    """The cosine of each of these with each of those; a line for each of these.

    Raises:
        ValueError: the vectors are of different lengths.
    """
    import numpy as np  # noqa: PLC0415

    if len({len(v) for v in (*these, *those)}) > 1:
        raise ValueError("vectors of different lengths can't be compared")
    if not these or not those:
        return [[] for _ in these]
    x, y = (np.frombuffer(b"".join(v), dtype=np.int8).reshape(len(v), -1).astype(np.float64) for v in (these, those))
    scale = np.sqrt(np.outer((x * x).sum(1), (y * y).sum(1)))
    found: list[list[float]] = np.divide(x @ y.T, scale, out=np.zeros_like(scale), where=scale > 0).tolist()
    return found


def nearest(contents: Iterable[Named], barred: Iterable[Pair] = ()) -> dict[Pair, float]:
    """The pairs of at least `ALIKE` of which each is the other's nearest in its document, with their cosines.

    Two contents of one document can be each other's nearest, too. A pair that is `barred` counts as not alike.
    """
    held = sorted(contents, key=lambda c: (c.document, c.name))
    sizes = {len(c.vector) for c in held}
    found: dict[Pair, float] = {}
    for size in sizes:
        found |= _nearest([c for c in held if len(c.vector) == size], set(barred))
    return found


def partnered(contents: Iterable[Named], least: float, count: int) -> list[Pair]:
    """The pairs of documents in which each has at least `count` contents with a cosine of at least `least` to one of the other's."""
    held = sorted(contents, key=lambda c: (c.document, c.name))
    found: list[Pair] = []
    for size in {len(c.vector) for c in held}:
        found += _partnered([c for c in held if len(c.vector) == size], least, count)
    return sorted(set(found))


def _partnered(held: list[Named], least: float, count: int) -> list[Pair]:
    import numpy as np  # noqa: PLC0415

    documents, of, first, numbers, lengths = _laid_out(held)
    alike = np.zeros((len(documents), len(documents)), dtype=np.int32)
    for at in range(0, len(held), _ROWS):
        best = np.maximum.reduceat(_rows(numbers, lengths, {}, at), first, axis=1)
        np.add.at(alike, of[at : at + _ROWS], best >= least)
    both = np.minimum(alike, alike.T) >= count
    return [(documents[i], documents[j]) for i, j in zip(*np.nonzero(np.triu(both, 1)), strict=True)]


def _laid_out(
    held: list[Named],
) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """The documents of contents that are sorted by them, each content's document, where each document's begin, and the vectors with their squared lengths."""
    import numpy as np  # noqa: PLC0415

    documents = sorted({c.document for c in held})
    number = {document: i for i, document in enumerate(documents)}
    of = np.array([number[c.document] for c in held], dtype=np.int64)
    first = np.searchsorted(of, np.arange(len(documents)))
    numbers = np.array([np.frombuffer(c.vector, dtype=np.int8) for c in held], dtype=np.float64)
    return documents, of, first, numbers, (numbers * numbers).sum(1)


def _nearest(held: list[Named], barred: set[Pair]) -> dict[Pair, float]:
    import numpy as np  # noqa: PLC0415

    place = {c.name: i for i, c in enumerate(held)}
    columns: Mapping[int, list[int]] = _columns(barred, place)
    _, of, first, numbers, lengths = _laid_out(held)
    best = np.concatenate(
        [np.maximum.reduceat(_rows(numbers, lengths, columns, at), first, axis=1) for at in range(0, len(held), _ROWS)]
    )
    found: dict[Pair, float] = {}
    for at in range(0, len(held), _ROWS):
        cosines = _rows(numbers, lengths, columns, at)
        own = of[at : at + _ROWS]
        mutual = (cosines >= ALIKE) & (cosines >= best[at : at + _ROWS][:, of]) & (cosines >= best[:, own].T)
        for i, j in zip(*np.nonzero(mutual), strict=True):
            found[pair(held[at + i].name, held[j].name)] = float(cosines[i, j])
    return found


def _rows(
    numbers: NDArray[np.float64], lengths: NDArray[np.float64], barred: Mapping[int, list[int]], at: int
) -> NDArray[np.float64]:
    """The cosines of `_ROWS` vectors from `at` on with all: whole numbers until the last division, so that both orders give one result."""
    import numpy as np  # noqa: PLC0415

    some = slice(at, at + _ROWS)
    product = numbers[some] @ numbers.T
    scale = np.sqrt(np.outer(lengths[some], lengths))
    cosines = np.divide(product, scale, out=np.zeros_like(product), where=scale > 0)
    for i in range(len(cosines)):
        cosines[i, barred.get(at + i, [])] = -1.0
        cosines[i, at + i] = -1.0
    return cosines


def _columns(barred: set[Pair], place: Mapping[str, int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for a, b in barred:
        if a in place and b in place:
            found.setdefault(place[a], []).append(place[b])
            found.setdefault(place[b], []).append(place[a])
    return found
