"""Range: the values that a parameter may take, and the one message that says so when it doesn't.

In: a name and a number. Out: the number as it came, or a ScenarioError that names the parameter, the allowed range and what was
found. It knows no parameter by itself; each model states its own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from watchfloor.errors import ScenarioError


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers from `low` to `high`, ends included unless said to be open, or only the whole ones.

    An infinite end is never reached.

    Raises:
        ValueError: the ends stand in the wrong order.
    """

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False
    whole: bool = False

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"a range needs low <= high, not {self.low}..{self.high}")

    def __contains__(self, value: float) -> bool:
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below and math.isfinite(value) and (not self.whole or float(value).is_integer())

    def __str__(self) -> str:
        if math.isinf(self.low) and math.isinf(self.high):
            return "any finite number"
        if math.isinf(self.high):
            return f"{'above' if self.low_open else 'at least'} {self.low:.10g}"
        if math.isinf(self.low):
            return f"{'below' if self.high_open else 'at most'} {self.high:.10g}"
        return f"{'(' if self.low_open else '['}{self.low:.10g}, {self.high:.10g}{')' if self.high_open else ']'}"

    def check(self, name: str, value: float) -> float:
        """`value` as it came.

        Raises:
            ScenarioError: it lies outside the range or is no finite number.
        """
        if value not in self:
            raise ScenarioError(f"{name} must be {self.words}, and is {value:g}")
        return value

    @property
    def words(self) -> str:
        """The range as a message says it: "in [0, 1]", "a whole number, at least 0"."""
        bounded = math.isfinite(self.low) and math.isfinite(self.high)
        return ("a whole number, " if self.whole else "") + (f"in {self}" if bounded else str(self))


PROBABILITY = Range(0.0, 1.0)
MOST = 1e6
"""Units are the user's own, so that a million of them is far; sums and products of what lies within stay exact enough."""

ANY = Range(-MOST, MOST)
NOT_NEGATIVE = Range(0.0, MOST)
POSITIVE = Range(1.0 / MOST, MOST)
