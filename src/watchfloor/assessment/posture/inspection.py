"""Patrols and inspections: how much a few inspections over many periods deter one who needs to get through once.

Dresher: A Sampling Inspection Problem in Arms Control Agreements: A Game-Theoretic Analysis. RAND RM-2972, 1962.

n periods, m inspections, an inspectee who may violate once at most. Caught in the act the inspector gets +1; unseen −1; no
violation 0; the inspectee the opposite. The value to the inspector is

    V(n, m) = −C(n−1, m) / Σ_{i≤m} C(n, i)          for m < n, and 0 for m ≥ n

    n  periods left (days, sailings, months)     [at least 0, whole]
    m  inspections left                          [at least 0, whole]
    C  binomial coefficient

In: n and m. Out: the value, and how likely the inspector should inspect and the inspectee would violate in the first period. The
inspectee sees each inspection. What it can't say: anything where being missed and being caught don't weigh the same, several
violations pay, or an inspection may overlook what it inspects.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import comb

from watchfloor.assessment.posture.domain import Range

MOST_PERIODS = 1000
"""Coefficients are exact whole numbers; with a thousand periods they have three hundred digits and still take milliseconds."""

PERIODS = Range(0, MOST_PERIODS, whole=True)


@dataclass(frozen=True, slots=True)
class Patrol:
    """The equilibrium of the first period.

    value    to the inspector, in [−1, 0]; the inspectee's is the opposite
    inspect  probability of inspecting now
    violate  probability of violating now
    """

    value: float
    inspect: float
    violate: float


def inspection_value(periods: int, inspections: int) -> float:
    """V(n, m), the value to the inspector, in [−1, 0].

    Raises:
        ScenarioError: a number below 0 or above 1000.
    """
    return float(_exact(*_checked(periods, inspections)))


def patrol(periods: int, inspections: int) -> Patrol:
    """Value and first-period strategies; with nothing left to mix (no period, no inspection, one for each) the certain ones.

    Raises:
        ScenarioError: a number below 0 or above 1000, or no period at all.
    """
    Range(1, MOST_PERIODS, whole=True).check("periods", periods)
    _checked(periods, inspections)
    if inspections >= periods:
        return Patrol(value=0.0, inspect=1.0, violate=0.0)
    if inspections == 0:
        return Patrol(value=-1.0, inspect=0.0, violate=1.0)
    value, seen, unseen = (
        _exact(periods, inspections),
        _exact(periods - 1, inspections - 1),
        _exact(periods - 1, inspections),
    )
    # Each side makes the other indifferent: i − (1 − i) = V and v + (1 − v) V(n−1, m−1) = −v + (1 − v) V(n−1, m).
    return Patrol(
        value=float(value),
        inspect=float((1 + value) / 2),
        violate=float((unseen - seen) / (2 + unseen - seen)),
    )


def _checked(periods: int, inspections: int) -> tuple[int, int]:
    PERIODS.check("periods", periods)
    PERIODS.check("inspections", inspections)
    return periods, inspections


def _exact(periods: int, inspections: int) -> Fraction:
    if inspections >= periods:
        return Fraction(0)
    return Fraction(-comb(periods - 1, inspections), sum(comb(periods, taken) for taken in range(inspections + 1)))
