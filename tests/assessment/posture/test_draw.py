"""Futures cover the ranges of a scenario, and are the same for the same seed."""

from __future__ import annotations

import numpy as np
import pytest

from posture_scenarios import alliance, with_evidence
from watchfloor.assessment.posture.draw import at, sample
from watchfloor.assessment.posture.quantity import Quantity

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")


def test_every_quantity_is_drawn_from_its_range() -> None:
    """Uncertain quantities fill their range evenly, the others are what they are."""
    scenario = alliance()
    draws = sample(scenario, 512, 1)
    for path, one in scenario.quantities():
        values = draws(path)
        assert values.shape == (512,)
        assert values.min() >= one.low
        assert values.max() <= one.high
        assert np.median(values) == pytest.approx(one.middle, rel=0.02, abs=0.01)


def test_same_seed_same_futures() -> None:
    """The seed decides; more futures begin with the same ones; another seed gives others."""
    few, many, other = sample(alliance(), 50, 3), sample(alliance(), 500, 3), sample(alliance(), 50, 4)
    assert np.array_equal(few.values, many.values[:50])
    assert np.array_equal(few.stream, many.stream[:50])
    assert not np.array_equal(few.values, other.values)


def test_levers_left_out_are_zero() -> None:
    """A lever that a posture does not name does nothing."""
    assert np.all(sample(alliance(), 4, 1)("postures.Stay reactive.hardening") == 0)


def test_nothing_uncertain() -> None:
    """Futures of one value each can be asked for by their quantiles."""
    scenario = with_evidence(alliance(), {"detection": Quantity(0.2, 0.4)})
    shares = np.full((3, len(scenario.uncertain)), 0.5)
    draws = at(scenario, shares, sample(scenario, 3, 1).stream)
    assert draws("evidence.detection") == pytest.approx(0.3)
