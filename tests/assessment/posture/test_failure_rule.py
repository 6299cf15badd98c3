"""Failure rules find the box in which failures were planted, and find none where there is none."""

from __future__ import annotations

import numpy as np
import pytest

from watchfloor.assessment.posture.failure_rule import failure_rule

PATHS = ("a", "b", "c", "d", "e")


def test_a_planted_box_is_found() -> None:
    """Failures with a above 0.7 and c below 0.4 give a rule on a and c, near those bounds, that covers and is dense."""
    values = np.random.default_rng(3).random((6000, 5))
    rule = failure_rule(PATHS, values, (values[:, 0] > 0.7) & (values[:, 2] < 0.4))
    assert rule is not None
    assert {one.path for one in rule.conditions} == {"a", "c"}
    low = next(one for one in rule.conditions if one.path == "a")
    high = next(one for one in rule.conditions if one.path == "c")
    assert low.low == pytest.approx(0.7, abs=0.06)
    assert low.high is None
    assert high.high == pytest.approx(0.4, abs=0.06)
    assert rule.density > 0.9
    assert rule.coverage > 0.8
    assert rule.base == pytest.approx(0.12, abs=0.02)


def test_noise_gives_no_flattery() -> None:
    """Where failures have no reason, what is said about a rule on unseen futures is hardly above the base."""
    rng = np.random.default_rng(4)
    values, failed = rng.random((4000, 5)), rng.random(4000) < 0.3
    rule = failure_rule(PATHS, values, failed)
    assert rule is not None
    assert rule.density < rule.base + 0.08


@pytest.mark.parametrize("share", [0.0, 1.0, 0.001])
def test_too_few_to_say(share: float) -> None:
    """Where all, none or a handful fail, there is no rule."""
    rng = np.random.default_rng(5)
    assert failure_rule(PATHS, rng.random((2000, 5)), rng.random(2000) < share) is None
