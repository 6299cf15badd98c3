"""Made: what is kept of an earlier record because it was made of the very same parts.

In go for each key the parts that something is made of, and how it is made; out comes it, from before wherever its parts are what they were. It is for
pure functions of their parts, so that what was kept and what is made anew are equal. Nothing is decided here about what the parts are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """Something, and the parts that it was made of."""

    parts: tuple[object, ...]
    result: T


def made(
    wanted: Mapping[K, tuple[object, ...]], make: Callable[[K], T], before: Mapping[K, Made[T]] | None
) -> dict[K, Made[T]]:
    """What is `wanted`, under its keys: what was made `before` of equal parts is kept, everything else is made. `make` may look at nothing but the key and its parts."""
    known = before or {}
    return {
        key: old if (old := known.get(key)) is not None and old.parts == parts else Made(parts, make(key))
        for key, parts in wanted.items()
    }
