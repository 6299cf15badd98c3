"""Span: a stretch of one document's text, the ground that every claim stands on."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (inclusive) to `end` (exclusive) of a document's canonical text, in code points.

    A span is made by `Document.span`, which checks it against the text; made by hand it is only checked for
    order. It holds no text: the document does, so that the two can't disagree.

    Raises:
        ValueError: `start` is negative or `end` is not after it.
    """

    document_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether both cover at least one character of one document."""
        return self.document_id == other.document_id and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` lies in this span."""
        return self.document_id == other.document_id and self.start <= other.start and other.end <= self.end


in_order = attrgetter("document_id", "start", "end")
"""The order of spans as a key; by it many are sorted in a fraction of the time that comparing them takes."""


def hull(spans: tuple[Span, ...]) -> Span:
    """The smallest span that covers all of `spans`, which must be of one document and at least one.

    Raises:
        ValueError: no span, or spans of several documents.
    """
    documents = {span.document_id for span in spans}
    if len(documents) != 1:
        raise ValueError(f"a hull needs spans of one document, not of {len(documents)}")
    return Span(documents.pop(), min(s.start for s in spans), max(s.end for s in spans))
