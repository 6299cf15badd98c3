"""Copy: two documents of which one is the other, or wire copy of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CopyKind(StrEnum):
    """How two texts are alike."""

    NEAR_DUPLICATE = "near_duplicate"
    """One text with slight changes: a later edition, another furniture."""
    WIRE_COPY = "wire_copy"
    """One text holds most of the other, beside text of its own."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents that share so much text that they are one source; both are kept, and counted once.

    `similarity` in 0..1 is what `kind` says: the Jaccard resemblance of their word shingles for a near-duplicate, the share
    of the smaller one's shingles that the larger one holds for wire copy. `first` is the earlier or, where no date is known, the one whose id sorts first.
    """

    first: str
    second: str
    kind: CopyKind
    similarity: float
