"""Comparison: what a comparator says of two things.

A comparator is a pure function of two things. It returns a score, and a sentence that tells a person what it saw; it decides
nothing and remembers nothing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much two things speak for being one: 1 certainly, 0 nothing does; `why` is one sentence without a full stop."""

    score: float
    why: str


NOTHING = Comparison(0.0, "nothing speaks for it")
