"""Chance depends on the seed, the future and the month only, and has the distributions that it should."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped] # ships no types

from watchfloor.assessment.posture.chance import MAX_RATE, normal, poisson, streams, uniform


def _numbers(count: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return uniform(streams(7, np.arange(count, dtype=np.uint64)), 3, range(4))


@given(st.integers(0, 2**63), st.integers(0, 50), st.integers(0, 200), st.integers(0, 100))
def test_a_number_has_its_place(seed: int, future: int, month: int, draw: int) -> None:
    """A future's number is the same alone, beside others, and among other draws."""
    together = uniform(streams(seed, np.arange(60, dtype=np.uint64)), month, range(draw + 3))
    alone = uniform(streams(seed, np.array([future], dtype=np.uint64)), month, range(draw, draw + 1))
    assert alone[0, 0] == together[draw, future]
    assert 0 <= alone[0, 0] < 1


def test_numbers_are_uniform_and_unrelated() -> None:
    """Over futures the numbers are uniform, and draws, months and neighbouring seeds don't go together."""
    futures = np.arange(20_000, dtype=np.uint64)
    first = uniform(streams(1, futures), 0, range(3))
    others = [uniform(streams(1, futures), 1, range(1)), uniform(streams(2, futures), 0, range(1))]
    for row in first:
        assert stats.kstest(row, "uniform").pvalue > 1e-4
    table = np.corrcoef(np.concatenate([first, *others]))
    assert np.abs(table - np.eye(len(table))).max() < 4.5 / len(futures) ** 0.5


def test_a_month_holds_so_many_draws() -> None:
    """Asking for more numbers than a month has would run into the next month, and is refused."""
    with pytest.raises(ValueError, match="256"):
        uniform(streams(1, np.zeros(1, dtype=np.uint64)), 0, range(257))


@given(st.floats(0, MAX_RATE), st.floats(0, 0.999999))
def test_poisson_is_the_quantile(rate: float, share: float) -> None:
    """A count is the Poisson quantile at its share; one beside it only where the share lies on the step."""
    single, place = np.array([rate], dtype=np.float32), np.array([share], dtype=np.float32)
    count = poisson(single, place)[0]
    low, high = (stats.poisson.ppf(place[0] + shift, single[0]) for shift in (-3e-5, 3e-5))
    assert np.nan_to_num(low, nan=0.0) <= max(count, 0) <= (np.inf if np.isnan(high) else high)


@given(st.floats(0, 30), st.floats(0, 30), st.integers(0, 2**32))
def test_more_opportunity_is_never_fewer_attacks(one: float, other: float, seed: int) -> None:
    """With the same luck, the higher rate gives at least as many events."""
    luck = uniform(streams(seed, np.arange(64, dtype=np.uint64)), 0, range(1))
    low, high = (np.full(luck.shape, rate, dtype=np.float32) for rate in sorted((one, other)))
    assert np.all(poisson(low, luck) <= poisson(high, luck))


def test_normal() -> None:
    """Normal numbers have mean 0 and deviation 1, and no share gives an infinity."""
    values = normal(_numbers(20_000))
    assert values.mean() == pytest.approx(0, abs=0.02)
    assert values.std() == pytest.approx(1, abs=0.02)
    assert np.isfinite(normal(np.array([0, np.nextafter(np.float32(1), np.float32(0))], dtype=np.float32))).all()
