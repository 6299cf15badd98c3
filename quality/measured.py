"""Measured: the figures of one set, or the reason why there are none."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The figures of the set `name` under flat names ("statements.f1"); `digest` says what was measured.

    A figure is None where the set has nothing to score (no strong contradiction, say). `is_press` holds for the stories
    of the press, over which the mean is taken.
    """

    name: str
    digest: str
    figures: Mapping[str, float | None]
    is_press: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A set that could not be measured here, and why; its floors are neither held nor broken."""

    name: str
    reason: str


def tell(line: str) -> None:
    """Say on stderr how far a long measurement is; stdout holds the figures alone."""
    print(f"quality: {line}", file=sys.stderr, flush=True)
