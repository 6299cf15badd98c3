"""Sensitivity: how much of an outcome's variation each assumption is behind, alone and together with others.

Total-effect Sobol indices (Saltelli's design, by SALib), with intervals by bootstrap. The runs' own luck is one more input,
"chance", so that what no assumption explains shows. In goes a Scenario, out come Effects; what the ranges of the inputs are
decides the answer, and a range that is too narrow hides its assumption.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

import numpy as np

from watchfloor.assessment.posture.campaign import Run
from watchfloor.assessment.posture.chance import streams
from watchfloor.assessment.posture.draw import Draws, at
from watchfloor.assessment.posture.outcome import JUDGED, Outcome
from watchfloor.assessment.posture.quantity import Floats
from watchfloor.assessment.posture.scenario import Scenario
from watchfloor.errors import ScenarioError

CHANCE = "chance"
"""The name of the input that is the run's own luck."""
CONFIDENCE = 0.95
_RESAMPLES = 100
_LEAST, _MOST = 16, 4096
_LUCKS = 2**32


@dataclass(frozen=True, slots=True)
class Effect:
    """The total effect of one assumption on one outcome of one posture: a share of its variance, `margin` either way (95 %).

    Total effects add up to more than 1 where assumptions work together. Estimates may fall outside 0..1 by sampling error.
    """

    posture: str
    outcome: Outcome
    path: str
    total: float
    margin: float


@dataclass(frozen=True, slots=True)
class Design:
    """The futures to run for the indices of `size` base points."""

    size: int
    draws: Draws


def design(scenario: Scenario, budget: int, seed: int) -> Design:
    """The largest design of at most `budget` futures, but of at least 16 base points.

    Raises:
        ScenarioError: SALib is not installed.
    """
    names = _names(scenario)
    size = 2 ** max(budget // (len(names) + 2), 1).bit_length() // 2
    size = min(max(size, _LEAST), _MOST)
    shares = np.asarray(_salib("sample.sobol").sample(_problem(names), size, calc_second_order=False, seed=seed))
    luck = np.minimum(shares[:, -1] * _LUCKS, _LUCKS - 1).astype(np.uint64)
    return Design(size, at(scenario, shares[:, :-1], streams(seed, luck)))


def effects(scenario: Scenario, run: Run, seed: int) -> tuple[Effect, ...]:
    """The effects in a run of a `design`, for every posture and outcome that varies, the largest first in each.

    Raises:
        ScenarioError: SALib is not installed, or an equilibrium is missing in one of the futures, which the design can't spare.
    """
    names = _names(scenario)
    if not np.isfinite(run.outcomes).all():
        raise ScenarioError(
            "In some futures no equilibrium was found; narrow the ranges of evidence, then compare again."
        )
    found: list[Effect] = []
    for outcome in JUDGED:
        for posture, values in zip(scenario.postures, run.of(outcome), strict=True):
            if np.ptp(values) > 0:
                found += _effects(posture.name, outcome, names, values.astype(np.float64), seed)
    return tuple(found)


def total_effects(
    function: Callable[[Floats], Floats], names: list[str], bounds: list[tuple[float, float]], size: int, seed: int
) -> dict[str, dict[str, float]]:
    """First-order and total indices of any function of rows, for checking the method against known ones: name to S1, ST."""
    problem = {"num_vars": len(names), "names": names, "bounds": [list(each) for each in bounds]}
    rows = np.asarray(_salib("sample.sobol").sample(problem, size, calc_second_order=False, seed=seed))
    found = _analysed(problem, function(rows), seed)
    return {
        name: {"S1": float(found["S1"][place]), "ST": float(found["ST"][place])} for place, name in enumerate(names)
    }


def _effects(posture: str, outcome: Outcome, names: list[str], values: Floats, seed: int) -> Iterator[Effect]:
    found = _analysed(_problem(names), values, seed)
    order = np.argsort(-np.asarray(found["ST"]), kind="stable")
    for place in order.tolist():
        yield Effect(posture, outcome, names[place], float(found["ST"][place]), float(found["ST_conf"][place]))


def _analysed(problem: dict[str, object], values: Floats, seed: int) -> dict[str, Floats]:
    with warnings.catch_warnings():
        # A resample of a rare count can be constant; SALib warns, divides zero by zero and leaves it out of the interval.
        warnings.simplefilter("ignore", RuntimeWarning)
        warnings.simplefilter("ignore", UserWarning)
        found: dict[str, Floats] = _salib("analyze.sobol").analyze(
            problem, values, calc_second_order=False, num_resamples=_RESAMPLES, conf_level=CONFIDENCE, seed=seed
        )
    return found


def _names(scenario: Scenario) -> list[str]:
    return [*scenario.uncertain, CHANCE]


def _problem(names: list[str]) -> dict[str, object]:
    return {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}


def _salib(part: str) -> ModuleType:
    from importlib import import_module  # noqa: PLC0415

    try:
        return import_module(f"SALib.{part}")
    except ImportError as error:
        raise ScenarioError("Sensitivity needs SALib. Install it with: pip install 'watchfloor[posture]'") from error
