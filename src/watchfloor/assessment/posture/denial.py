"""Tempo of denial: who holds a system when the attacker takes it by stealth and the defender takes it back without knowing.

Van Dijk, Juels, Oprea, Rivest: FlipIt: The Game of Stealthy Takeover. Journal of Cryptology 26(4), 2013, periodic strategies with a random phase.

    α₀, α₁  moves a month of the defender and the attacker                                [at least 0]
    k₀, k₁  cost of one move, in months of holding the system                             [above 0]
    r       slower rate / faster rate; the slower side holds the system r/2 of the time, the faster 1 − r/2
    benefit share of time held − k α

In equilibrium the side with the cheaper move plays at 1/(2 k_dear) and the dearer at k_cheap/(2 k_dear²), which leaves the dearer
side a benefit of zero; with k₀ < k₁ that is α₀ = 1/(2 k₁), α₁ = k₀/(2 k₁²).

In: costs, or rates. Out: rates, shares of time, benefits; shares and best replies take arrays. What it can't say: anything about
attacks that harm at once instead of by holding, about a defender who sees the takeover, or about moves that adapt.
"""
# ruff: noqa: RUF002 - the letters are the paper's own

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from watchfloor.assessment.posture.distribution import Array
from watchfloor.assessment.posture.domain import POSITIVE


@dataclass(frozen=True, slots=True)
class Tempo:
    """The equilibrium of the periodic game, (defender, attacker) each.

    rates     moves a month
    shares    of the time that each holds the system; they sum to 1
    benefits  share held less what the moves cost
    """

    rates: tuple[float, float]
    shares: tuple[float, float]
    benefits: tuple[float, float]


def defender_share(defender_rate: Array | float, attacker_rate: Array | float) -> Array:
    """The share of time that the defender holds the system, for arrays of rates; it holds it from the start, if nobody moves."""
    ours, theirs = (np.asarray(rate, dtype=np.float64) for rate in (defender_rate, attacker_rate))
    faster = np.maximum(ours, theirs)
    half = np.minimum(ours, theirs) / np.where(faster > 0.0, faster, 1.0) / 2.0
    return np.where(ours >= theirs, 1.0 - half, half)


def benefits(
    rates: tuple[Array | float, Array | float], costs: tuple[Array | float, Array | float]
) -> tuple[Array, Array]:
    """What each side gets a month, (defender, attacker): share of time held less the cost of its moves."""
    held = defender_share(*rates)
    return np.asarray(held - costs[0] * rates[0]), np.asarray(1.0 - held - costs[1] * rates[1])


def best_reply(other_rate: Array | float, own_cost: Array | float) -> Array:
    """The rate that answers best to `other_rate`, for either side, at `own_cost` a move.

    √(β/(2k)) against a rate β below 1/(2k), else none: moving costs more than it holds. At exactly 1/(2k) every rate up to β is
    as good; none is given. Against a side that never moves one move is enough, and the rate given is 0.
    """
    other, cost = np.asarray(other_rate, dtype=np.float64), np.asarray(own_cost, dtype=np.float64)
    return np.where(other < 0.5 / cost, np.sqrt(other / (2.0 * cost)), 0.0)


def tempo(defender_cost: float, attacker_cost: float) -> Tempo:
    """The equilibrium rates for costs a move k₀ and k₁, in months of holding the system.

    Raises:
        ScenarioError: a cost that isn't above 0.
    """
    POSITIVE.check("defender_cost (of one move)", defender_cost)
    POSITIVE.check("attacker_cost (of one move)", attacker_cost)
    cheap, dear = sorted((defender_cost, attacker_cost))
    fast, slow = 1.0 / (2.0 * dear), cheap / (2.0 * dear * dear)
    rates = (fast, slow) if defender_cost <= attacker_cost else (slow, fast)
    held = float(defender_share(*rates))
    ours, theirs = benefits(rates, (defender_cost, attacker_cost))
    return Tempo(rates=rates, shares=(held, 1.0 - held), benefits=(float(ours), float(theirs)))
