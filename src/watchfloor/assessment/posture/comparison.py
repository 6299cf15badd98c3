"""Comparison: what a run says about its postures side by side, and where it can't tell them apart.

In go a scenario and a Run, out come distributions, regret, the share of futures that satisfy the thresholds, and every pair
of postures with how often one does better. No posture is called best: what is better in one outcome is worse in another,
and the ranges are assumptions. Futures in which an equilibrium was not found are left out of all of it and counted.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from watchfloor.assessment.posture.campaign import Run
from watchfloor.assessment.posture.outcome import JUDGED, Outcome
from watchfloor.assessment.posture.quantity import Floats
from watchfloor.assessment.posture.scenario import Scenario
from watchfloor.errors import ScenarioError

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
TELLING = 0.6
"""Of the futures in which two postures differ, the share in which one must do better before they are told apart: a convention,
below which the order hangs on ranges that are assumed."""
DIFFERING = 0.05
"""The least share of futures in which two postures must differ at all before they are told apart."""
NORMAL_95 = 1.959964
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Spread:
    """One outcome of one posture over all futures: `quantiles` at QUANTILES; `error` is the mean's standard error."""

    posture: str
    outcome: Outcome
    mean: float
    error: float
    quantiles: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Regret:
    """How much more of an outcome a posture has than the posture with least of it in the same future.

    `least` is the share of futures in which nobody has less (so that regret is 0).
    """

    posture: str
    outcome: Outcome
    mean: float
    median: float
    high: float
    least: float


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """The share of futures in which a posture passes no threshold, and each threshold by itself."""

    posture: str
    share: float
    by_threshold: dict[Outcome, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two postures in the same futures. `first_less` and `second_less` are shares of futures, the rest are ties.

    `difference` is the mean of first minus second, between `low` and `high` with 95 % confidence as far as the number of
    futures goes; that the assumptions are wrong is not in it.
    """

    first: str
    second: str
    outcome: Outcome
    first_less: float
    second_less: float
    difference: float
    low: float
    high: float

    @property
    def told_apart(self) -> bool:
        """Whether they differ often enough, and where they do one mostly has less, and on average too: see TELLING, DIFFERING."""
        differing = self.first_less + self.second_less
        if differing < DIFFERING:
            return False
        share = self.first_less / differing
        return (share >= TELLING and self.high < 0) or (share <= 1 - TELLING and self.low > 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a run says; `futures` were used, `unsolved` were not, see the module."""

    futures: int
    unsolved: int
    spreads: tuple[Spread, ...]
    regrets: tuple[Regret, ...]
    satisfactions: tuple[Satisfaction, ...]
    pairs: tuple[Pair, ...]


def compare(scenario: Scenario, run: Run) -> Comparison:
    """The comparison of all postures of `scenario` in `run`.

    Raises:
        ScenarioError: fewer than two futures have an equilibrium.
    """
    solved = solved_futures(run)
    used = int(solved.sum())
    if used < 2:  # noqa: PLR2004 - a spread needs two
        raise ScenarioError(f"Of {len(solved)} futures {used} can be used; take more with --futures, at least 2.")
    outcomes = {one: run.of(one)[:, solved].astype(np.float64) for one in Outcome}
    names = [one.name for one in scenario.postures]
    return Comparison(
        futures=used,
        unsolved=len(solved) - used,
        spreads=tuple(_spread(name, one, outcomes[one][place]) for one in Outcome for place, name in enumerate(names)),
        regrets=tuple(each for one in JUDGED for each in _regrets(names, one, outcomes[one])),
        satisfactions=_satisfactions(scenario, names, outcomes),
        pairs=tuple(
            _pair((names[first], names[second]), one, outcomes[one][first], outcomes[one][second])
            for one in JUDGED
            for first, second in itertools.combinations(range(len(names)), 2)
        ),
    )


def solved_futures(run: Run) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """The futures in which every posture has outcomes."""
    return np.asarray(np.isfinite(run.outcomes).all(axis=(0, 1)))


def satisfied(
    scenario: Scenario, outcomes: dict[Outcome, Floats]
) -> dict[Outcome, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]]:
    """For each threshold, where it is not passed: shape (postures, futures)."""
    return {one: outcomes[one] <= most + _ROUNDING for one, most in scenario.thresholds.items()}


def _spread(name: str, outcome: Outcome, values: Floats) -> Spread:
    error = float(values.std(ddof=1) / len(values) ** 0.5)
    quantiles = tuple(float(one) for one in np.quantile(values, QUANTILES))
    return Spread(name, outcome, float(values.mean()), error, quantiles)


def _regrets(names: list[str], outcome: Outcome, values: Floats) -> list[Regret]:
    regret = values - values.min(axis=0)
    return [
        Regret(
            posture=name,
            outcome=outcome,
            mean=float(regret[place].mean()),
            median=float(np.median(regret[place])),
            high=float(np.quantile(regret[place], QUANTILES[-1])),
            least=float((regret[place] <= _ROUNDING).mean()),
        )
        for place, name in enumerate(names)
    ]


def _satisfactions(scenario: Scenario, names: list[str], outcomes: dict[Outcome, Floats]) -> tuple[Satisfaction, ...]:
    kept = satisfied(scenario, outcomes)
    if not kept:
        return ()
    every = np.logical_and.reduce(list(kept.values()))
    return tuple(
        Satisfaction(name, float(every[place].mean()), {one: float(each[place].mean()) for one, each in kept.items()})
        for place, name in enumerate(names)
    )


def _pair(names: tuple[str, str], outcome: Outcome, first: Floats, second: Floats) -> Pair:
    difference = first - second
    mean = float(difference.mean())
    margin = NORMAL_95 * float(difference.std(ddof=1)) / len(difference) ** 0.5
    return Pair(
        first=names[0],
        second=names[1],
        outcome=outcome,
        first_less=float((difference < -_ROUNDING).mean()),
        second_less=float((difference > _ROUNDING).mean()),
        difference=mean,
        low=mean - margin,
        high=mean + margin,
    )
