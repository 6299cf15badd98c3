"""Draws: many futures of a scenario, each a value for every uncertain quantity, and its own chance.

In goes a Scenario, out come Draws: quantities by path as one number or one number a future. Nothing is simulated here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.stats import qmc  # type: ignore[import-untyped] # ships no types

from watchfloor.assessment.posture.chance import Keys, streams
from watchfloor.assessment.posture.quantity import Floats, Quantity
from watchfloor.assessment.posture.scenario import Scenario


@dataclass(frozen=True)
class Draws:
    """Futures of a scenario: `values` has a row for each and a column for each of `paths`; `stream` is its chance."""

    scenario: Scenario
    paths: tuple[str, ...]
    values: Floats
    stream: Keys

    def __len__(self) -> int:
        return len(self.stream)

    def __call__(self, path: str) -> Floats:
        """The quantity at `path` in every future, shape (futures,); what isn't uncertain is the same in each."""
        column = self._columns.get(path)
        if column is not None:
            return np.asarray(self.values[:, column])
        return np.full(len(self), self._fixed[path])

    def part(self, start: int, stop: int) -> Draws:
        """The futures from `start` to before `stop`."""
        return Draws(self.scenario, self.paths, self.values[start:stop], self.stream[start:stop])

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return {path: column for column, path in enumerate(self.paths)}

    @cached_property
    def _fixed(self) -> Mapping[str, float]:
        return {path: one.low for path, one in _everything(self.scenario)}


def sample(scenario: Scenario, futures: int, seed: int) -> Draws:
    """`futures` futures: quantities spread evenly over their ranges (scrambled Sobol points), chance of each its own."""
    uncertain = scenario.uncertain
    points = np.zeros((futures, 0))
    if uncertain:
        sobol = qmc.Sobol(len(uncertain), rng=np.random.default_rng(seed))
        # Sobol points keep their balance only in powers of two; the rest are left over.
        points = sobol.random_base2(max(futures - 1, 0).bit_length())[:futures]
    return at(scenario, points, streams(seed, np.arange(futures, dtype=np.uint64)))


def at(scenario: Scenario, shares: Floats, stream: Keys) -> Draws:
    """The futures whose quantities lie at the quantiles `shares`, shape (futures, uncertain quantities)."""
    uncertain = scenario.uncertain
    columns = [one.at(shares[:, column]) for column, one in enumerate(uncertain.values())]
    values = np.stack(columns, axis=1) if columns else np.zeros((len(stream), 0))
    return Draws(scenario, tuple(uncertain), values, stream)


def _everything(scenario: Scenario) -> list[tuple[str, Quantity]]:
    return list(scenario.quantities(unused=True))
