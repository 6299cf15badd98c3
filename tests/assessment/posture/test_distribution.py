"""Distribution functions: from 0 to 1, never falling, and the uniform as the flat beta."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.assessment.posture.distribution import StretchedBeta, Uniform
from watchfloor.errors import ScenarioError

SHAPES = st.floats(0.2, 30.0)


@given(SHAPES, SHAPES, st.floats(-5.0, 5.0), st.floats(0.1, 5.0))
def test_a_distribution_function_rises_from_0_to_1(a: float, b: float, low: float, width: float) -> None:
    """Below the low end nothing lies, below the high end everything, and more below more."""
    values = StretchedBeta(a, b, low, low + width).cdf(np.linspace(low - 1.0, low + width + 1.0, 200))
    assert values[0] == 0.0
    assert values[-1] == 1.0
    assert np.all(np.diff(values) >= 0.0)


def test_the_flat_beta_is_uniform() -> None:
    """Shapes 1 and 1 give the uniform distribution."""
    values = np.linspace(0.0, 3.0, 50)
    np.testing.assert_allclose(StretchedBeta(1.0, 1.0, 1.0, 2.5).cdf(values), Uniform(1.0, 2.5).cdf(values), atol=1e-14)


@pytest.mark.parametrize(("low", "high"), [(1.0, 1.0), (1.0, 0.0), (float("nan"), 1.0), (0.0, float("inf"))])
def test_ends_must_be_finite_and_in_order(low: float, high: float) -> None:
    """An inverted, empty or endless interval is refused."""
    with pytest.raises(ScenarioError, match="end of a distribution must"):
        Uniform(low, high)


def test_shapes_must_be_positive() -> None:
    """A beta distribution with shape 0 is refused by name."""
    with pytest.raises(ScenarioError, match=r"a \(shape of a beta distribution\) must be in \[1e-06"):
        StretchedBeta(0.0, 1.0)
