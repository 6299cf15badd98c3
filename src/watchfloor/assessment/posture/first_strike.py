"""Fear of being first: arming because the other might, and attacking because later will be worse.

Baliga and Sjöström: Arms Races and Negotiations. Review of Economic Studies 71(2), 2004. Each of two sides arms when its cost of
arming is at most a cut-off, and expects the other to do the same:

    c* = μ + (d − μ) F(c*)

    c   a side's cost of arming, known to itself only, distributed as F in the other's eyes
    μ   gain of arming when the other does not                                                    [at least 0]
    d   loss of not arming when the other does                                                     [at least 0]
    c*  the cut-off: who has c ≤ c* arms, a share F(c*)

All three in the same unit. With d > μ each side's fear feeds the other's, and several cut-offs may hold.

The preventive-war test, a two-period form of the commitment problem in Fearon (Rationalist Explanations for War. International Organization
49(3), 1995), compares fighting now with fighting later over a prize worth 1 a period that the decider holds:

    act now iff  p₁ (1 + δ) − c > 1 + δ (p₂ − c)

    p₁, p₂  probability of prevailing now, later       [0..1]
    c       cost of fighting, in prizes                [at least 0]
    δ       weight of the second period                [0..1]

In: the assumptions. Out: all cut-offs found, and where a whole stretch solves the equation, the stretch; both sides of the test. What
they can't say: which of several cut-offs two states stand at, what talks change (the paper's own second half), who would be hit:
the more effective prevention is, the likelier it falls on states that were not arming (Debs and Monteiro 2014).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq  # type: ignore[import-untyped] # ships no types

from watchfloor.assessment.posture.distribution import Array, Distribution, Uniform
from watchfloor.assessment.posture.domain import NOT_NEGATIVE, POSITIVE, PROBABILITY

STEPS = 4096
"""How finely the interval that holds all cut-offs is searched; two solutions nearer than 1/4096 of it may be taken for none."""

ROUNDING = 1e-12
"""What counts as solving the equation exactly."""


@dataclass(frozen=True, slots=True)
class ArmsRace:
    """Two sides alike: `gain` is μ, `loss` is d, `costs` is F.

    Raises:
        ScenarioError: a gain or loss that is negative or not finite.
    """

    gain: float
    loss: float
    costs: Distribution = Uniform()  # noqa: RUF009 - frozen

    def __post_init__(self) -> None:
        NOT_NEGATIVE.check("gain (of arming alone)", self.gain)
        NOT_NEGATIVE.check("loss (of being the only one unarmed)", self.loss)

    def answer(self, cutoffs: Array) -> Array:
        """The cut-off that answers to another side with each of `cutoffs`: μ + (d − μ) F(c)."""
        return np.asarray(self.gain + (self.loss - self.gain) * self.costs.cdf(cutoffs))


@dataclass(frozen=True, slots=True)
class ArmsCutoff:
    """One solution, or with `high` above `low` a stretch on which every cut-off is one.

    arming  the share of types that arm at `low`
    stable  whether a small fear more on one side dies out; never so on a stretch
    """

    low: float
    high: float
    arming: float
    stable: bool


def arms_cutoffs(race: ArmsRace) -> tuple[ArmsCutoff, ...]:
    """All solutions of c = μ + (d − μ) F(c) found, lowest first; by continuity there is at least one.

    The right side lies between μ and d, so every solution does; the gap's changes of sign on a fine grid are refined by Brent's
    method. Where the gap touches zero between grid points without crossing, the solution is missed.
    """
    low, high = sorted((race.gain, race.loss))
    kinks = [end for end in (race.costs.low, race.costs.high) if low < end < high]
    grid = np.unique(np.concatenate([np.linspace(low, high, STEPS + 1), kinks]))
    gaps = race.answer(grid) - grid
    exact = np.abs(gaps) <= ROUNDING
    found = [_cutoff(race, *ends) for ends in _runs(grid, exact)]
    crossing = ~exact[:-1] & ~exact[1:] & (np.sign(gaps[:-1]) != np.sign(gaps[1:]))
    for i in np.flatnonzero(crossing):
        root = float(brentq(lambda c: float(race.answer(np.array(c))) - c, grid[i], grid[i + 1], xtol=ROUNDING))
        found.append(_cutoff(race, root, root))
    return tuple(sorted(found, key=lambda one: one.low))


@dataclass(frozen=True, slots=True)
class PreventiveWar:
    """The two-period test. All probabilities are the decider's own; being wrong about them is the usual case.

    Raises:
        ScenarioError: a probability or `patience` (δ) outside [0, 1], or a negative cost.
    """

    prevail_now: float
    prevail_later: float
    cost: float
    patience: float = 1.0

    def __post_init__(self) -> None:
        PROBABILITY.check("prevail_now", self.prevail_now)
        PROBABILITY.check("prevail_later", self.prevail_later)
        NOT_NEGATIVE.check("cost", self.cost)
        PROBABILITY.check("patience", self.patience)

    @property
    def now(self) -> float:
        """What acting now is worth: p₁ (1 + δ) − c."""
        return self.prevail_now * (1.0 + self.patience) - self.cost

    @property
    def later(self) -> float:
        """What waiting and fighting later is worth: 1 + δ (p₂ − c)."""
        return 1.0 + self.patience * (self.prevail_later - self.cost)

    @property
    def acts(self) -> bool:
        """Whether the test says to act now; equal values say wait."""
        return self.now > self.later

    @property
    def turning_point(self) -> float | None:
        """The p₂ below which the test says to act now; may lie outside [0, 1]. None when δ is (as good as) 0 and p₂ doesn't matter."""
        return (self.now - 1.0) / self.patience + self.cost if self.patience >= POSITIVE.low else None


def _runs(grid: Array, exact: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> list[tuple[float, float]]:
    """The first and last grid point of each unbroken run of exact solutions."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], exact, [False]]).astype(np.int8)))
    return [(float(grid[start]), float(grid[end - 1])) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _cutoff(race: ArmsRace, low: float, high: float) -> ArmsCutoff:
    reach = 1e-6 * max(1.0, abs(low))
    around = race.answer(np.array([low - reach, low, low + reach]))
    steepest = np.abs(np.diff(around)).max() / reach
    return ArmsCutoff(
        low=low,
        high=high,
        arming=float(race.costs.cdf(np.array(low))),
        stable=low == high and bool(steepest < 1.0 - reach),
    )
