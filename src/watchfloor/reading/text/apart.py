"""Apart: of stretches of text that overlap, the one that comes first in order of preference.

In come things with a start and an end, the preferred before the others, out come those that overlap none kept before them.
Time is linear in the text, however many stretches there are. What makes one preferred is for the caller to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Stretch(Protocol):
    """Anything that covers the characters `start` to `end`, which is after it."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The one after the last."""


Kind = TypeVar("Kind", bound=Stretch)


def apart(stretches: Iterable[Kind], start: int, end: int) -> list[Kind]:
    """The stretches, all within `start`..`end`, that overlap none before them; in order of their place in the text."""
    taken = bytearray(end - start)
    kept = []
    for stretch in stretches:
        first, last = stretch.start - start, stretch.end - start
        if taken.find(1, first, last) < 0:
            taken[first:last] = b"\x01" * (last - first)
            kept.append(stretch)
    return sorted(kept, key=lambda stretch: stretch.start)
