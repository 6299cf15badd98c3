"""Sentence vectors: 128 small numbers that say what a content means, to be compared with those of other contents.

In go what the network's middle layer holds of a text, and contents in character offsets; out comes one vector for each content. A vector is
made from the content's pieces in their context and from nothing else, so that it depends on nothing else that is read. Whether two
contents report one saying is for the record to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST = 120
"""Pieces of a content that count; the network was taught with no more."""
LARGEST = 127
"""The largest number of a vector, either way."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The pieces of one window that no window before holds: their character offsets, and their middle vectors, a row each."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    states: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Meanings:
    """The stretches of one text, in order."""

    stretches: tuple[Stretch, ...] = ()

    def of(self, content: Sequence[Span]) -> NDArray[np.float32]:
        """The middle vectors of the content's pieces, (pieces, width), at most `LONGEST`; no row where it holds none."""
        rows = [
            stretch.states[inside] for stretch in self._near(content) if (inside := _inside(stretch, content)).any()
        ]
        width = self.stretches[0].states.shape[1] if self.stretches else 0
        return np.concatenate(rows)[:LONGEST] if rows else np.zeros((0, width), dtype=np.float32)

    def _near(self, content: Sequence[Span]) -> list[Stretch]:
        start, end = content[0][0], content[-1][1]
        return [s for s in self.stretches if len(s.starts) and s.starts[0] < end and s.ends[-1] > start]


def packed(vector: NDArray[np.float32]) -> bytes:
    """The vector in whole numbers from -127 to 127, a byte each; only its direction is kept."""
    largest = float(np.abs(vector).max()) or 1.0
    return bytes(np.rint(vector / largest * LARGEST).astype(np.int8).tobytes())


def _inside(stretch: Stretch, content: Sequence[Span]) -> NDArray[np.bool_]:
    inside = np.zeros(len(stretch.starts), dtype=np.bool_)
    for start, end in content:
        inside |= (stretch.starts < end) & (stretch.ends > start)
    return inside
