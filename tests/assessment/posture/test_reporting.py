"""Counts give the intervals and probabilities that their distributions say, and the published ones exactly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.assessment.posture.reporting import median, probability_rose, rate, share
from watchfloor.assessment.posture.solve import solve
from watchfloor.errors import ScenarioError

COUNT = st.integers(0, 500)


def test_the_reporting_slider() -> None:
    """12 and then 34 in a year: above .99 with constant reporting, .85 doubled, .42 tripled."""
    assert probability_rose(12, 34) > 0.99
    assert probability_rose(12, 34, 2) == pytest.approx(0.85, abs=0.005)
    assert probability_rose(12, 34, 3) == pytest.approx(0.42, abs=0.005)
    assert solve("reporting", {}).values["probability that attacks rose"] == pytest.approx(probability_rose(12, 34, 2))


def test_the_probability_is_that_of_the_draws() -> None:
    """The closed form agrees with drawing both rates from their posteriors."""
    rng = np.random.default_rng(1)
    before, after = rng.gamma(7.5, 1, 200_000) / 2, rng.gamma(15.5, 1, 200_000) / (3 * 1.4)
    assert probability_rose(7, 15, 1.4, (2, 3)) == pytest.approx((after > before).mean(), abs=0.005)


@given(COUNT, COUNT, st.floats(0.1, 10), st.floats(0.1, 10))
def test_more_reporting_is_less_of_a_rise(before: int, after: int, one: float, other: float) -> None:
    """The more of a rise reporting explains, the less sure it is; swapping the years turns the answer round."""
    low, high = sorted((one, other))
    assert probability_rose(before, after, low) >= probability_rose(before, after, high)
    assert probability_rose(before, after) + probability_rose(after, before) == pytest.approx(1, abs=1e-9)


@given(COUNT, st.floats(0.1, 100))
def test_rates_enclose_their_middle(events: int, exposure: float) -> None:
    """An interval is in order and above zero, and twice the exposure halves it."""
    one, twice = rate(events, exposure), rate(events, 2 * exposure)
    assert 0 < one.low < one.middle < one.high
    assert twice.high == pytest.approx(one.high / 2)


@given(st.integers(0, 200), st.integers(0, 200))
def test_shares_lie_between_nothing_and_all(events: int, others: int) -> None:
    """A share's interval is in order within 0 to 1."""
    one = share(events, events + others)
    assert 0 <= one.low <= one.middle <= one.high <= 1


@given(st.lists(st.floats(0, 1000), min_size=5, max_size=60))
def test_a_median_lies_within_its_ends(values: list[float]) -> None:
    """The median and its ends are in order and within the values."""
    one = median(values)
    assert min(values) <= one.low <= one.middle <= one.high <= max(values)
    assert one.middle == pytest.approx(float(np.median(values)))


def test_too_little_is_refused() -> None:
    """Four values bound no median, and counts that can't be are told."""
    with pytest.raises(ScenarioError, match="at least 5"):
        median([1, 2, 3, 4])
    for call in (
        lambda: rate(-1, 1),
        lambda: rate(1, 0),
        lambda: share(3, 2),
        lambda: probability_rose(-1, 2),
        lambda: probability_rose(1, 2, 0),
    ):
        with pytest.raises(ScenarioError):
            call()
