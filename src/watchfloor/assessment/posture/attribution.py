"""Attribution and retaliation: how often attackers attack when the defender can't be sure who did it.

Baliga, Bueno de Mesquita, Wolitzky: Deterrence with Imperfect Attribution. American Political Science Review 114(4), 2020.

n attackers. In a period one of them at most gets the chance to attack. The defender sees a signal, forms a belief about who is
behind it and retaliates against i when its resolve makes up for its doubt. In equilibrium

    β_i^s = γ (1 − F_i(x_i*)) π_i^s / [ n π_0^s + γ Σ_j (1 − F_j(x_j*)) (π_j^s − π_0^s) ]
    x_i*  = Σ_s (π_i^s − π_0^s) (1 − G(1 − β_i^s))

    n      number of attackers
    γ      probability that anybody gets a chance to attack in a period; each attacker's is γ/n           [0..1]
    x_i    attacker i's benefit from attacking, distributed as F_i; in units of the harm of being retaliated against
    x_i*   the cut-off: i attacks when x_i ≥ x_i*. Higher means fewer attacks                             [−1..1]
    s      a signal: nothing seen, or traces that point to one of the attackers
    π_i^s  probability of signal s when i attacked; π_0^s when nobody did                                 [0..1]
    β_i^s  the defender's belief, after s, that i attacked                                                [0..1]
    y      the defender's resolve, distributed as G: its gain from hitting the guilty, where hitting the innocent costs 1 − y;
           it retaliates against i when y ≥ 1 − β_i^s

In: the game. Out: every fixed point found, from which starts it was found, and which starts led nowhere. A game may have several
fixed points and a search from finitely many starts may miss one; the answer says what was searched. Off the path (a signal
that nobody should have caused) beliefs are those of attackers who all attack by mistake equally seldom.

The paper assumes that an attack makes every trace at least as likely as no attack does (π_i^s ≥ π_0^s but for "nothing"); then
attacks are complements, one attacker's aggression emboldens the others. It is not demanded here, and without it that may fail.

What it can't say: how likely attacks are in a real case (the distributions are assumptions), what several periods, learning,
alliances among attackers or graded answers change, or whether retaliating is lawful. Signals are taken as exogenous: no attacker
plants false traces because of them.
"""
# ruff: noqa: RUF002, RUF003 - the letters are the paper's own

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np

from watchfloor.assessment.posture.distribution import Array, Distribution
from watchfloor.assessment.posture.domain import PROBABILITY, Range
from watchfloor.assessment.posture.signal import signal_table
from watchfloor.errors import ScenarioError

TREMBLE = 1e-12
"""The least probability with which an attacker attacks, so that beliefs exist after signals that nobody should have caused."""

SUM_TOLERANCE = 1e-9
"""How far a row of probabilities may be from 1: what rounding in a scenario file leaves, and no more."""

OPPORTUNITY = Range(0.0, 1.0, low_open=True)
Cdf = Callable[[Array], Array]


@dataclass(frozen=True, slots=True)
class AttributionGame:
    """One game. `attacked` holds π_i^s, a row an attacker; `quiet` holds π_0^s; the signals are in the same order in both.

    Raises:
        ScenarioError: fewer than one attacker, rows of different lengths, a probability outside [0, 1], a row that doesn't sum
            to 1, or an opportunity outside (0, 1].
    """

    benefits: tuple[Distribution, ...]
    resolve: Distribution
    attacked: tuple[tuple[float, ...], ...]
    quiet: tuple[float, ...]
    opportunity: float = 1.0

    def __post_init__(self) -> None:
        OPPORTUNITY.check("opportunity (the chance that anybody can attack in a period)", self.opportunity)
        if not self.benefits or len(self.benefits) != len(self.attacked):
            raise ScenarioError(
                "each attacker needs one distribution of its benefit and one row of signal probabilities; "
                f"there are {len(self.benefits)} and {len(self.attacked)}"
            )
        _check_row("with no attack", self.quiet)
        for number, row in enumerate(self.attacked, 1):
            _check_row(f"when attacker {number} attacked", row)
            if len(row) != len(self.quiet):
                raise ScenarioError(f"attacker {number} has {len(row)} signals where {len(self.quiet)} are known")

    @classmethod
    def alike(
        cls,
        *,
        right: float,
        wrong: float,
        false_alarm: float,
        benefits: tuple[Distribution, ...],
        resolve: Distribution,
        opportunity: float = 1.0,
    ) -> Self:
        """A game in which every attacker is traced equally well: see `signal_table` for `right`, `wrong` and `false_alarm`."""
        attacked, quiet = signal_table(right, wrong, false_alarm, attackers=len(benefits))
        return cls(
            benefits=benefits,
            resolve=resolve,
            attacked=tuple(tuple(row) for row in attacked.tolist()),
            quiet=tuple(quiet.tolist()),
            opportunity=opportunity,
        )

    def arrays(self) -> Games:
        """The same game as arrays, as the functions of this module take it."""
        return Games(
            attacked=np.array(self.attacked),
            quiet=np.array(self.quiet),
            opportunity=np.array(self.opportunity),
            benefit=self._benefit_cdf,
            resolve=self.resolve.cdf,
        )

    def _benefit_cdf(self, cutoffs: Array) -> Array:
        if len(set(self.benefits)) == 1:
            return self.benefits[0].cdf(cutoffs)
        return np.stack([each.cdf(cutoffs[..., i]) for i, each in enumerate(self.benefits)], axis=-1)


@dataclass(frozen=True, slots=True, eq=False)
class Games:
    """One game or many as arrays; leading axes (…) are futures, postures or whatever the caller compares.

    attacked     π_i^s, shape (…, n, signals)
    quiet        π_0^s, shape (…, signals)
    opportunity  γ, shape (…)
    benefit      F: takes cut-offs of shape (…, n), gives probabilities of the same shape
    resolve      G: takes doubts 1 − β of shape (…, n, signals), gives probabilities of the same shape

    Nothing is checked here: whoever makes arrays has checked the ranges they were drawn from.
    """

    attacked: Array
    quiet: Array
    opportunity: Array
    benefit: Cdf
    resolve: Cdf


def attack_chance(games: Games, cutoffs: Array) -> Array:
    """How likely each attacker attacks when it has the chance, 1 − F_i(x_i*); shape (…, n)."""
    return np.asarray(1.0 - games.benefit(cutoffs))


def beliefs(games: Games, cutoffs: Array) -> Array:
    """β_i^s: the defender's belief that i attacked, after each signal; shape (…, n, signals)."""
    attackers = games.attacked.shape[-2]
    attacking = games.opportunity[..., None] * np.maximum(1.0 - games.benefit(cutoffs), TREMBLE)
    blame = attacking[..., None] * games.attacked
    # The same as n π_0 + γ Σ (1 − F)(π_j − π_0), arranged so that rounding can't make it negative.
    total = blame.sum(axis=-2) + games.quiet * (attackers - attacking.sum(axis=-1))[..., None]
    return np.asarray(blame / np.where(total > 0.0, total, 1.0)[..., None, :])


def retaliation(games: Games, cutoffs: Array) -> Array:
    """How likely the defender retaliates against i after each signal, 1 − G(1 − β_i^s); shape (…, n, signals)."""
    return np.asarray(1.0 - games.resolve(1.0 - beliefs(games, cutoffs)))


def best_response(games: Games, cutoffs: Array) -> Array:
    """The cut-offs that answer to a defender who expects `cutoffs`; an equilibrium is where both are the same. Shape (…, n)."""
    telling = games.attacked - games.quiet[..., None, :]
    return np.asarray((telling * retaliation(games, cutoffs)).sum(axis=-1))


@dataclass(frozen=True, slots=True)
class Consequences:
    """What an equilibrium means per period.

    attack_chance     probability of attacking, given the chance, by attacker
    attacks           expected attacks a period, by all
    rightful          probability that an attack of i's is answered against i, by attacker
    wrongful          expected retaliations a period against somebody who didn't attack
    """

    attack_chance: tuple[float, ...]
    attacks: float
    rightful: tuple[float, ...]
    wrongful: float


def consequences(game: AttributionGame, cutoffs: tuple[float, ...]) -> Consequences:
    """What happens in a period when attackers use `cutoffs` and the defender answers to them as the model says."""
    arrays = game.arrays()
    at = np.array(cutoffs)
    attacking = attack_chance(arrays, at)
    answered = retaliation(arrays, at)
    # given[i, j]: the chance that j is hit when i attacked.
    given = arrays.attacked @ answered.T
    each = game.opportunity / len(cutoffs) * attacking
    innocent = float(each @ (given.sum(axis=1) - np.diag(given)))
    unprovoked = float((1.0 - each.sum()) * (answered @ arrays.quiet).sum())
    return Consequences(
        attack_chance=tuple(attacking.tolist()),
        attacks=float(each.sum()),
        rightful=tuple(np.diag(given).tolist()),
        wrongful=innocent + unprovoked,
    )


def _check_row(when: str, row: tuple[float, ...]) -> None:
    for number, chance in enumerate(row, 1):
        PROBABILITY.check(f"the probability of signal {number} {when}", chance)
    if abs(sum(row) - 1.0) > SUM_TOLERANCE:
        raise ScenarioError(f"the signal probabilities {when} must sum to 1, and sum to {sum(row):g}")
