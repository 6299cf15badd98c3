"""Fear of being first: cut-offs of the fixtures, several solutions, and the preventive-war test."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.assessment.posture.distribution import StretchedBeta
from watchfloor.assessment.posture.first_strike import ArmsRace, PreventiveWar, arms_cutoffs
from watchfloor.errors import ScenarioError


@pytest.mark.parametrize(("gain", "loss", "cutoff"), [(0.1, 0.6, 0.2), (0.1, 0.9, 0.5), (0.05, 1.0, 1.0)])
def test_the_cut_offs_of_the_fixtures(gain: float, loss: float, cutoff: float) -> None:
    """Uniform costs: the higher the loss of being the only one unarmed, the more arm, up to everyone."""
    (one,) = arms_cutoffs(ArmsRace(gain, loss))
    assert one.low == pytest.approx(cutoff, abs=1e-9)
    assert one.arming == pytest.approx(cutoff, abs=1e-9)
    assert one.stable


def test_where_costs_are_nearly_known_several_cut_offs_hold() -> None:
    """Costs near one half: nobody arms or everybody does, both stable, with one unstable cut-off between."""
    low, middle, high = arms_cutoffs(ArmsRace(0.05, 1.0, StretchedBeta(8.0, 8.0)))
    assert (low.stable, middle.stable, high.stable) == (True, False, True)
    assert low.arming < 0.01
    assert high.arming == 1.0


def test_a_stretch_of_solutions_is_given_as_one() -> None:
    """With gain 0, loss 1 and uniform costs every cut-off in [0, 1] solves the equation."""
    (stretch,) = arms_cutoffs(ArmsRace(0.0, 1.0))
    assert (stretch.low, stretch.high) == (0.0, 1.0)
    assert not stretch.stable


@given(st.floats(0.0, 2.0), st.floats(0.0, 2.0), st.floats(0.5, 20.0), st.floats(0.5, 20.0))
def test_every_cut_off_solves_the_equation(gain: float, loss: float, a: float, b: float) -> None:
    """There is at least one, each between gain and loss, and each is the answer to itself."""
    race = ArmsRace(gain, loss, StretchedBeta(a, b))
    found = arms_cutoffs(race)
    assert found
    for one in found:
        assert min(gain, loss) <= one.low <= one.high <= max(gain, loss)
        assert float(race.answer(np.array(one.low))) == pytest.approx(one.low, abs=1e-6)


@given(st.floats(0.01, 0.5), st.floats(0.5, 2.0), st.floats(0.0, 1.0))
def test_more_to_lose_arms_more(gain: float, loss: float, more: float) -> None:
    """The lowest cut-off doesn't fall when being the only one unarmed gets worse."""
    assert arms_cutoffs(ArmsRace(gain, loss + more))[0].low >= arms_cutoffs(ArmsRace(gain, loss))[0].low - 1e-9


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0), st.floats(0.0, 2.0), st.floats(0.01, 1.0))
def test_the_turning_point_turns_the_test(now: float, later: float, cost: float, patience: float) -> None:
    """The test says to act now exactly where prevailing later is less likely than the turning point."""
    test = PreventiveWar(now, later, cost, patience)
    assert test.turning_point is not None
    if abs(later - test.turning_point) > 1e-9:
        assert test.acts == (later < test.turning_point)


def test_the_two_sides_of_the_preventive_war_test() -> None:
    """p₁ = .8, p₂ = .5, c = .3, δ = 1: 1.3 against 1.2; where the second period has no weight, a cost leaves nothing to gain."""
    test = PreventiveWar(0.8, 0.5, 0.3)
    assert test.now == pytest.approx(1.3)
    assert test.later == pytest.approx(1.2)
    assert test.acts
    assert not PreventiveWar(1.0, 0.0, 0.1, patience=0.0).acts
    assert PreventiveWar(1.0, 0.0, 0.1, patience=0.0).turning_point is None


def test_equal_values_say_wait() -> None:
    """p₁ = p₂ = 1 and no cost: acting is worth 2 and so is waiting."""
    assert not PreventiveWar(1.0, 1.0, 0.0).acts


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ((1.2, 0.5, 0.1, 1.0), r"prevail_now must be in \[0, 1\], and is 1.2"),
        ((0.5, -0.1, 0.1, 1.0), r"prevail_later must be in \[0, 1\]"),
        ((0.5, 0.5, -0.1, 1.0), "cost must be in"),
        ((0.5, 0.5, 0.1, 1.5), r"patience must be in \[0, 1\]"),
    ],
)
def test_values_outside_their_domain_are_refused(values: tuple[float, float, float, float], message: str) -> None:
    """Each is named with its range."""
    with pytest.raises(ScenarioError, match=message):
        PreventiveWar(*values)


def test_gain_and_loss_are_not_negative() -> None:
    """A negative gain or loss is refused by name."""
    with pytest.raises(ScenarioError, match=r"gain \(of arming alone\) must be in"):
        ArmsRace(-0.1, 0.5)
    with pytest.raises(ScenarioError, match=r"loss .* must be in"):
        ArmsRace(0.1, -0.5)
