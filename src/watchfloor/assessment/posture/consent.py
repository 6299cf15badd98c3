"""Consent: whether the alliance agrees on each posture's answer, month by month, for many futures at once.

The rule is that of `consensus`, here for float32 arrays of shape (postures, futures), allies leading: an ally is for an
answer that lies nearer to its ideal point than the status quo, an ally that abstains otherwise stands aside, a legal limit
bars the answer altogether. Ideal points wander from month to month and move with the attacks suffered the month before.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc  # type: ignore[import-untyped] # ships no types

from watchfloor.assessment.posture.chance import Singles, normal
from watchfloor.assessment.posture.draw import Draws

Flags = NDArray[np.bool_]

_FORESIGHT = 64
"""Wanderings over which attackers judge how often the alliance agrees: standard error at most 0.06, and the same for all."""
_ROUNDING = np.float32(1e-6)


@dataclass(frozen=True, slots=True)
class Council:
    """The allies of a set of futures before any month: what stands still while ideal points wander.

    `ideals` and `weights` have shape (allies, futures). `midway` lies half-way between the answer and the status quo;
    `direction` is 1 where the answer is the firmer of the two, -1 where it is the milder, 0 where they are the same; both have
    shape (postures, futures). `barred` and `barred_first` are where some ally's law forbids the answer, or the act before
    an attack.
    """

    ideals: Singles
    weights: Singles
    wavering: Singles
    rally: Singles
    share: Singles
    midway: Singles
    direction: Singles
    barred: Flags
    barred_first: Flags
    abstains: tuple[bool, ...]

    def favour(self, wander: Singles, suffered: Singles | float) -> Flags:
        """Where votes suffice, shape (postures, futures), before any law: `wander` is standard normal, (allies, futures)."""
        needed = self.midway - self.rally * suffered
        for_it = np.zeros_like(self.midway)
        counted = np.zeros_like(self.midway)
        for ally, stands_aside in enumerate(self.abstains):
            ideal = self.ideals[ally] + self.wavering * wander[ally]
            likes = self.direction * (ideal - needed) > 0
            votes = likes * self.weights[ally]
            for_it += votes
            counted += votes if stands_aside else self.weights[ally]
        return (for_it > 0) & (for_it >= self.share * counted - _ROUNDING * counted)

    @property
    def credibility(self) -> tuple[Singles, Singles]:
        """How often the alliance would agree on an answer, and on an act before an attack, with no attack to move it."""
        points = qmc.Sobol(len(self.abstains), rng=np.random.default_rng(0)).random(_FORESIGHT).astype(np.float32)
        often = np.zeros_like(self.midway)
        for point in normal(points):
            often += self.favour(np.broadcast_to(point[:, None], self.ideals.shape), 0.0)
        often /= _FORESIGHT
        return often * ~self.barred, often * ~self.barred_first


def council(draws: Draws, firmness: Singles) -> Council:
    """The council of every future in `draws`, for answers of `firmness`, shape (postures, futures)."""
    scenario = draws.scenario
    allies = [f"allies.{ally.name}" for ally in scenario.allies]
    quo = _single(draws("alliance.status_quo"))
    majority = _single(draws("alliance.majority"))
    own = np.stack([_single(draws(f"postures.{one.name}.majority")) for one in scenario.postures])
    return Council(
        ideals=_stacked(draws, allies, "ideal"),
        weights=_stacked(draws, allies, "weight"),
        wavering=_single(draws("alliance.wavering")),
        rally=_single(draws("alliance.rally")),
        share=np.where(own > 0, own, majority),
        midway=np.asarray((firmness + quo) / 2, dtype=np.float32),
        direction=np.sign(firmness - quo),
        barred=_barred(firmness, _stacked(draws, allies, "legal_limit")),
        barred_first=_barred(firmness, _stacked(draws, allies, "first_limit")),
        abstains=tuple(ally.abstains for ally in scenario.allies),
    )


def _barred(firmness: Singles, limits: Singles) -> Flags:
    return np.asarray(firmness > limits.min(axis=0) + _ROUNDING)


def _stacked(draws: Draws, paths: list[str], key: str) -> Singles:
    return np.stack([_single(draws(f"{path}.{key}")) for path in paths])


def _single(values: NDArray[np.float64]) -> Singles:
    return values.astype(np.float32)
