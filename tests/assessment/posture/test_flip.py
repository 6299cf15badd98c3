"""Flips are found where one assumption turns an order round, at the value where it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posture_scenarios import alliance
from watchfloor.assessment.posture import flip
from watchfloor.assessment.posture.experiment import run
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.quantity import Quantity, fixed
from watchfloor.assessment.posture.scenario import Posture, Scenario

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")


def _flips(scenario: Scenario) -> tuple[flip.Flip, ...]:
    draws = flip.design(scenario, 1)
    return flip.flips(scenario, draws, run(draws))


def _two(cost: Quantity) -> Scenario:
    """Two postures that do nothing, one of which costs 10 a month and the other `cost`; nothing else is uncertain."""
    scenario = alliance()
    postures = (
        Posture(name="Stay reactive", monthly_cost=fixed(10), nothing=True),
        Posture(name="Other", monthly_cost=cost, nothing=True),
    )
    return replace(scenario, postures=postures, months=3)


def test_the_value_of_a_flip() -> None:
    """A posture that costs 5 to 20 a month flips in spending with one that costs 10, at 10, and in nothing else than money."""
    found = _flips(_two(Quantity(5, 20)))
    spending = [one for one in found if one.outcome is Outcome.DEFENDER_SPENDING]
    assert [(one.below, one.above, one.path) for one in spending] == [
        ("Other", "Stay reactive", "postures.Other.monthly_cost")
    ]
    assert spending[0].value == pytest.approx(10, abs=0.01)
    assert spending[0].at_low < 0 < spending[0].at_high
    assert {one.outcome for one in found} == {Outcome.DEFENDER_SPENDING, Outcome.BURDEN}


def test_no_flip_without_a_crossing() -> None:
    """Where the range does not reach the other's cost, nothing flips."""
    assert _flips(_two(Quantity(11, 20))) == ()
