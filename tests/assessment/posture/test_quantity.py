"""Quantities keep within their domain and spread as they say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.assessment.posture.quantity import Domain, Quantity, Shape

SHARE = Domain(0, 1)


@given(
    st.floats(0.01, 1),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(list(Shape)),
)
def test_quantiles_stay_in_the_range_and_rise(low: float, width: float, peak: float, shape: Shape) -> None:
    """Whatever the shape, quantiles run from the low end to the high end without falling."""
    one = Quantity(low, low + width, shape, low + width * peak)
    values = one.at(np.linspace(0, 1, 21))
    assert values[0] == pytest.approx(low)
    assert values[-1] == pytest.approx(low + width)
    assert np.all(np.diff(values) >= -1e-12)


def test_triangular_median() -> None:
    """The median of the symmetric triangle is its peak; a skewed one's follows from its formula."""
    assert Quantity(0, 2, Shape.TRIANGULAR, 1).middle == pytest.approx(1)
    assert Quantity(0, 1, Shape.TRIANGULAR, 1).middle == pytest.approx(0.5**0.5)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (1.5, "between 0 and 1"),
        (-0.1, "between 0 and 1"),
        (float("nan"), "between 0 and 1"),
        (True, "number"),
        ("0.5", "number"),
        ([], "number"),
        ({"low": 0.6, "high": 0.2}, "wrong way round"),
        ({"low": 0.6}, "low and high"),
        ({"value": 0.6, "low": 0.1}, "both"),
        ({"value": 0.6, "sauce": "x"}, "sauce"),
        ({"low": 0.1, "high": 0.2, "distribution": "normal"}, "uniform"),
        ({"low": 0.1, "high": 0.2, "distribution": "triangular"}, "likely"),
        ({"low": 0.1, "high": 0.2, "likely": 0.5}, "likely"),
        ({"low": 0, "high": 0.2, "distribution": "log-uniform"}, "above 0"),
        ({"value": 0.6, "source": 7}, "quotation marks"),
    ],
)
def test_what_is_no_quantity_is_refused(raw: object, words: str) -> None:
    """Each kind of mistake has a message that says what is allowed."""
    with pytest.raises(ValueError, match=words):
        SHARE.read(raw)


def test_sources() -> None:
    """Only what names a source counts as sourced."""
    assert SHARE.read({"value": 0.5, "source": "CSIS 2025"}).sourced
    assert not SHARE.read({"value": 0.5, "source": "assumed"}).sourced
    assert not SHARE.read(0.5).sourced
