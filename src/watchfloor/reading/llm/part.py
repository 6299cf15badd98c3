"""Part: as much of a document as one request asks about.

In goes a Page, out come its parts: sentences in a row, furniture left out. The text sent is what UTF-8 can hold of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from watchfloor.reading.passage import Page

LONGEST = 8_000
"""Characters, about 2,000 tokens: most articles are one part, and the answer fits into the smallest usual limit of 4,096 tokens."""


@dataclass(frozen=True, slots=True)
class Part:
    """Characters `start` to `end` of a document's text; `text` is what of them is sent."""

    start: int
    end: int
    text: str


def parts(page: Page) -> tuple[Part, ...]:
    """The parts of a document in order; none where it has no sentence."""
    return tuple(_part(page, start, end) for start, end in _stretches(page))


def _stretches(page: Page) -> Iterator[tuple[int, int]]:
    start = end = None
    for passage in page.passages:
        if start is not None and end is not None and passage.end - start > LONGEST:
            yield start, end
            start = None
        start = passage.start if start is None else start
        end = passage.end
    if start is not None and end is not None:
        yield start, end


def _part(page: Page, start: int, end: int) -> Part:
    kept = []
    at = start
    for low, high in page.document.furniture:
        if start <= high and low < end:
            kept.append(page.document.text[at : max(at, low)])
            at = max(at, high)
    kept.append(page.document.text[at:end])
    return Part(start, end, "\n".join(kept).encode("utf-8", "replace").decode("utf-8"))
