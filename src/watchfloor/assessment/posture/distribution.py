"""What one side doesn't know about the other, as a distribution function: Uniform and StretchedBeta.

In: the parameters of a distribution. Out: its distribution function, for one number or a whole array. Nothing is drawn here and
nothing estimated; the models ask only "how likely is a value of at most x?".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc  # type: ignore[import-untyped] # ships no types

from watchfloor.assessment.posture.domain import ANY, POSITIVE
from watchfloor.errors import ScenarioError

Array = NDArray[np.float64]

NARROWEST = 1e-6
"""The least width of a distribution: what is known more exactly should be a number, and dividing by less loses all digits."""


class Distribution(Protocol):
    """A continuous distribution of one number on a bounded interval."""

    @property
    def low(self) -> float:
        """The least possible value."""

    @property
    def high(self) -> float:
        """The greatest possible value."""

    def cdf(self, values: Array) -> Array:
        """The probability of a value of at most each of `values`."""


def uniform_cdf(values: Array, low: Array | float, high: Array | float) -> Array:
    """The distribution function of U[low, high] for arrays of ends as well, which broadcast against `values`."""
    return np.clip((values - low) / (np.asarray(high) - low), 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every value between `low` and `high` is as likely as every other.

    Raises:
        ScenarioError: an end is not finite, or `high` is not above `low` by at least a millionth.
    """

    low: float = 0.0
    high: float = 1.0

    def __post_init__(self) -> None:
        _check_ends(self.low, self.high)

    def cdf(self, values: Array) -> Array:
        """The probability of a value of at most each of `values`."""
        return uniform_cdf(values, self.low, self.high)


@dataclass(frozen=True, slots=True)
class StretchedBeta:
    """A beta distribution on [low, high]: with `a` = `b` = 1 uniform, with both large a narrow hill at low + (high − low)·a/(a + b).

    Raises:
        ScenarioError: an end is not finite, `high` is not above `low`, or a shape is not above 0.
    """

    a: float
    b: float
    low: float = 0.0
    high: float = 1.0

    def __post_init__(self) -> None:
        _check_ends(self.low, self.high)
        POSITIVE.check("a (shape of a beta distribution)", self.a)
        POSITIVE.check("b (shape of a beta distribution)", self.b)

    def cdf(self, values: Array) -> Array:
        """The probability of a value of at most each of `values`."""
        return np.asarray(betainc(self.a, self.b, uniform_cdf(values, self.low, self.high)), dtype=np.float64)


def _check_ends(low: float, high: float) -> None:
    ANY.check("the low end of a distribution", low)
    ANY.check("the high end of a distribution", high)
    if not high - low >= NARROWEST:
        raise ScenarioError(f"the high end of a distribution must lie above its low end {low:g}, and is {high:g}")
