"""Flips: which single assumption turns the order of two postures round, and at what value.

Every uncertain quantity is moved through its range alone, all others at their medians, with the same luck at each step. Where
one posture has clearly less of an outcome at one end and clearly more at the other, the value in between at which
they are equal is the flip. What only two assumptions together turn round is not found here.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from watchfloor.assessment.posture.campaign import Run
from watchfloor.assessment.posture.chance import streams
from watchfloor.assessment.posture.draw import Draws, at
from watchfloor.assessment.posture.outcome import JUDGED, Outcome
from watchfloor.assessment.posture.quantity import Floats
from watchfloor.assessment.posture.scenario import Scenario

STEPS = 9
LUCKS = 64
"""Futures at each step: the same 64 lucks, so that differences between postures are much surer than outcomes."""
CLEAR = 3.0
"""Standard errors by which an end must differ from zero: with thousands of combinations two would find flips in noise."""
_ENDS = (0.01, 0.99)


@dataclass(frozen=True, slots=True)
class Flip:
    """Below `value` of the quantity at `path`, `below` has less of the outcome than `above`; beyond it, the reverse.

    `at_low` and `at_high` are the means of the outcome of `below` minus that of `above` at the ends of the range.
    """

    below: str
    above: str
    outcome: Outcome
    path: str
    value: float
    at_low: float
    at_high: float


def design(scenario: Scenario, seed: int) -> Draws:
    """The futures to run: for each uncertain quantity STEPS values, each with the same LUCKS lucks."""
    uncertain = len(scenario.uncertain)
    shares = np.full((uncertain, STEPS, LUCKS, uncertain), 0.5)
    steps = np.linspace(*_ENDS, STEPS)
    for column in range(uncertain):
        shares[column, :, :, column] = steps[:, None]
    lucks = streams(seed + 1, np.arange(LUCKS, dtype=np.uint64))
    return at(scenario, shares.reshape(-1, uncertain), np.tile(lucks, uncertain * STEPS))


def flips(scenario: Scenario, draws: Draws, run: Run) -> tuple[Flip, ...]:
    """Every flip in a run of `design`, by outcome; none where postures never change places."""
    shape = (len(scenario.postures), len(draws.paths), STEPS, LUCKS)
    found: list[Flip] = []
    for outcome in JUDGED:
        values = run.of(outcome).astype(np.float64).reshape(shape)
        for first, second in itertools.combinations(range(shape[0]), 2):
            names = scenario.postures[first].name, scenario.postures[second].name
            found += _flips(names, outcome, draws, values[first] - values[second])
    return tuple(found)


def _flips(names: tuple[str, str], outcome: Outcome, draws: Draws, difference: Floats) -> Iterator[Flip]:
    means = difference.mean(axis=-1)
    errors = difference.std(axis=-1, ddof=1) / LUCKS**0.5
    for column, path in enumerate(draws.paths):
        low, high = float(means[column, 0]), float(means[column, -1])
        clear = abs(low) > CLEAR * errors[column, 0] and abs(high) > CLEAR * errors[column, -1]
        if not clear or low * high >= 0:
            continue
        steps = draws.values.reshape(-1, STEPS, LUCKS, len(draws.paths))[column, :, 0, column]
        value = _crossing(steps, means[column])
        below, above = names if low < 0 else names[::-1]
        sign = 1.0 if low < 0 else -1.0
        yield Flip(below, above, outcome, path, value, sign * low, sign * high)


def _crossing(steps: Floats, means: Floats) -> float:
    """Where the line through `means` at `steps` is zero first."""
    place = int(np.flatnonzero(np.sign(means[:-1]) != np.sign(means[1:]))[0])
    share = means[place] / (means[place] - means[place + 1])
    return float(steps[place] + share * (steps[place + 1] - steps[place]))
