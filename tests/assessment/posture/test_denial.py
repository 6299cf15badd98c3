"""Tempo of denial: the equilibrium of the fixture, no profitable deviation, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.assessment.posture.denial import benefits, best_reply, defender_share, tempo
from watchfloor.errors import ScenarioError

COST = st.floats(0.01, 10.0)
RATE = st.floats(0.01, 50.0)


def test_the_tempo_of_the_fixture() -> None:
    """Costs .1 and .2: rates 2.5 and 1.25, benefits .5 and 0."""
    answer = tempo(0.1, 0.2)
    assert answer.rates == pytest.approx((2.5, 1.25), abs=1e-12)
    assert answer.benefits == pytest.approx((0.5, 0.0), abs=1e-12)


@given(COST, COST)
def test_no_deviation_pays(defender: float, attacker: float) -> None:
    """On a fine grid of rates neither side gets more than in equilibrium."""
    answer = tempo(defender, attacker)
    grid = np.concatenate([[0.0], np.geomspace(1e-3, 1e3, 4000)])
    ours, _ = benefits((grid, answer.rates[1]), (defender, attacker))
    _, theirs = benefits((answer.rates[0], grid), (defender, attacker))
    assert ours.max() <= answer.benefits[0] + 1e-9
    assert theirs.max() <= answer.benefits[1] + 1e-9


@given(COST, COST)
def test_the_dearer_side_gains_nothing(defender: float, attacker: float) -> None:
    """What the side with the dearer move holds, its moves cost."""
    answer = tempo(defender, attacker)
    dearer = 0 if defender > attacker else 1
    assert answer.benefits[dearer] == pytest.approx(0.0, abs=1e-9)


@given(COST, COST)
def test_costs_decide_whoever_is_called_defender(one: float, other: float) -> None:
    """Swapping the costs swaps rates and, but for a tie, shares."""
    straight, swapped = tempo(one, other), tempo(other, one)
    assert straight.rates == pytest.approx(swapped.rates[::-1])
    assert straight.benefits == pytest.approx(swapped.benefits[::-1], abs=1e-9)


@given(RATE, COST)
def test_the_best_reply_is_best(other: float, cost: float) -> None:
    """No rate on a fine grid holds more, less its cost, than the best reply."""
    reply = float(best_reply(other, cost))
    got, _ = benefits((reply, other), (cost, 1.0))
    grid = np.geomspace(1e-3, 1e3, 2000)
    tried, _ = benefits((grid, other), (cost, 1.0))
    assert tried.max() <= float(got) + 1e-6


@given(RATE, RATE)
def test_shares_agree_with_playing_it_out(ours: float, theirs: float) -> None:
    """The share held is what sampled random phases give, to half a per cent."""
    rng = np.random.default_rng(3)
    # At a random moment the time since a side's last move is uniform on its period; who moved last holds the system.
    since_ours, since_theirs = rng.random(200_000) / ours, rng.random(200_000) / theirs
    assert float(defender_share(ours, theirs)) == pytest.approx((since_ours < since_theirs).mean(), abs=0.006)


def test_who_never_moves_holds_what_nobody_takes() -> None:
    """Nobody moves: the defender holds all; only the attacker moves: nothing; arrays give each."""
    assert defender_share(np.array([0.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0])).tolist() == [1.0, 0.0, 1.0]


@pytest.mark.parametrize(("defender", "attacker"), [(0.0, 0.2), (0.1, -1.0), (float("nan"), 0.2)])
def test_costs_are_above_0(defender: float, attacker: float) -> None:
    """A move without cost has no best tempo; it is refused by name."""
    with pytest.raises(ScenarioError, match=r"er_cost \(of one move\) must be in"):
        tempo(defender, attacker)
