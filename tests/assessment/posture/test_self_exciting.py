"""Self-exciting streams: two ways to simulate agree with the exact mean, whatever the chunking."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kstest  # type: ignore[import-untyped] # ships no types

from watchfloor.assessment.posture import self_exciting
from watchfloor.assessment.posture.self_exciting import (
    SelfExciting,
    branching_counts,
    event_times,
    expected,
    intensity,
    month_intensity,
    monthly_counts,
    next_echo,
)
from watchfloor.errors import ScenarioError

STREAM = SelfExciting(background=(1.0, 0.0, 3.0), ratio=0.6, decay=1.2)


def test_the_intensity_is_the_background_and_what_echoes() -> None:
    """At 2.5, attacks at 1 and 2 echo, the one at 2.5 itself and the one after don't yet."""
    at = intensity(STREAM, np.array([1.0, 2.0, 2.5, 2.7]), 2.5)
    assert at == pytest.approx(3.0 + 0.6 * 1.2 * (math.exp(-1.2 * 1.5) + math.exp(-1.2 * 0.5)))


@pytest.mark.parametrize("ratio", [0.0, 0.6, 1.0, 1.3])
def test_clusters_give_the_expected_counts(ratio: float) -> None:
    """Mean counts by month are the exact ones to four standard errors, stationary or not."""
    stream = SelfExciting((1.0, 0.0, 3.0), ratio, 1.2)
    counts = monthly_counts(stream, futures=20_000, months=6, seed=4)
    error = counts.std(axis=0) / math.sqrt(len(counts)) + 1e-9
    assert np.all(np.abs(counts.mean(axis=0) - expected(stream, 6)) < 4 * error)


def test_thinning_gives_the_same_counts_as_clusters() -> None:
    """Totals of both ways have the expected mean and the same spread."""
    totals = np.array([len(event_times(STREAM, 6.0, seed)) for seed in range(3000)])
    clusters = monthly_counts(STREAM, futures=20_000, months=6, seed=4).sum(axis=1)
    assert totals.mean() == pytest.approx(expected(STREAM, 6).sum(), abs=4 * totals.std() / math.sqrt(3000))
    assert totals.std() == pytest.approx(clusters.std(), rel=0.06)


def test_times_rescaled_by_their_intensity_are_a_poisson_stream() -> None:
    """Between attacks the summed intensity is exponential with mean 1 (the time-change theorem), which a wrong kernel would break."""
    stream = SelfExciting((1.5,), 0.7, 2.0)
    times = event_times(stream, 1500.0, seed=8)
    gaps, echo = [], 0.0
    for before, after in zip([0.0, *times[:-1].tolist()], times.tolist(), strict=True):
        faded = echo * math.exp(-2.0 * (after - before))
        gaps.append(1.5 * (after - before) + (echo - faded) / 2.0)
        echo = faded + 0.7 * 2.0
    assert kstest(gaps, "expon").pvalue > 0.001


@given(st.integers(0, 3000), st.integers(1, 1500), st.integers(0, 5))
@settings(max_examples=15, deadline=None)
def test_a_future_is_the_same_however_a_run_is_cut(first: int, futures: int, seed: int) -> None:
    """Any part of a run holds the rows of the whole."""
    whole = monthly_counts(STREAM, futures=4500, months=4, seed=seed)
    part = monthly_counts(STREAM, futures=futures, months=4, seed=seed, first=first)
    np.testing.assert_array_equal(part, whole[first : first + futures])


def test_another_seed_gives_other_futures() -> None:
    """The seed matters, and so does the number of the block."""
    one, other = (monthly_counts(STREAM, futures=2048, months=6, seed=seed) for seed in (1, 2))
    assert not np.array_equal(one, other)
    assert not np.array_equal(one[:1024], one[1024:])


def test_each_future_may_have_its_own_parameters() -> None:
    """Arrays of ratio and decay give each future its own stream; a ratio of 0 leaves the background alone."""
    background = np.full((4000, 12), 2.0)
    ratio = np.repeat([0.0, 0.5], 2000)
    counts = branching_counts(np.random.default_rng(1), background, ratio, np.full(4000, 3.0)).sum(axis=1)
    assert counts[:2000].mean() == pytest.approx(24.0, abs=0.5)
    assert counts[2000:].mean() == pytest.approx(expected(SelfExciting((2.0,), 0.5, 3.0), 12).sum(), abs=1.0)


@given(st.floats(0.0, 0.95), st.floats(0.1, 5.0), st.floats(0.0, 5.0))
def test_the_long_run_is_reached(ratio: float, decay: float, background: float) -> None:
    """Far from the start the expected count a month is μ/(1 - n)."""
    stream = SelfExciting((background,), ratio, decay)
    assert stream.stationary
    far = int(40 / (decay * (1 - ratio))) + 2
    assert expected(stream, far)[-1] == pytest.approx(stream.long_run, abs=1e-6)


def test_a_ratio_of_1_never_settles() -> None:
    """There is no long run where each attack sets off another."""
    stream = SelfExciting((1.0,), 1.0, 1.0)
    assert not stream.stationary
    assert stream.long_run is None


@given(st.floats(0.0, 0.9), st.floats(0.2, 3.0), st.floats(0.1, 5.0))
def test_steps_of_a_month_keep_the_long_run(ratio: float, decay: float, background: float) -> None:
    """Fed with its own mean, the stream in months settles where the continuous one does."""
    echo = 0.0
    for _ in range(int(60 / (decay * (1 - ratio))) + 10):
        echo = float(next_echo(echo, month_intensity(background, echo), ratio, decay))
    assert float(month_intensity(background, echo)) == pytest.approx(background / (1 - ratio), rel=1e-3)


def test_one_attack_sets_off_as_many_as_the_ratio_says() -> None:
    """The echoes of one attack over all later months sum to n."""
    echo, total = float(next_echo(0.0, 1.0, 0.6, 0.8)), 0.0
    for _ in range(200):
        total += echo
        echo = float(next_echo(echo, 0.0, 0.6, 0.8))
    assert total == pytest.approx(0.6)


def test_a_stream_without_background_is_empty() -> None:
    """Nothing starts by itself."""
    nothing = SelfExciting((0.0,), 0.9, 1.0)
    assert event_times(nothing, 24.0, 1).size == 0
    assert monthly_counts(nothing, futures=10, months=24, seed=1).sum() == 0


def test_an_endless_stream_stops_with_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many attacks end in an error that says what to change, by either way of simulating."""
    monkeypatch.setattr(self_exciting, "MOST_EVENTS", 1000)
    wild = SelfExciting((5.0,), 2.0, 5.0)
    with pytest.raises(ScenarioError, match="more than 1,000 attacks; lower background or ratio"):
        monthly_counts(wild, futures=1, months=60, seed=1)
    with pytest.raises(ScenarioError, match="more than 1,000 attacks"):
        event_times(wild, 60.0, 1)


@pytest.mark.parametrize(
    ("background", "ratio", "decay", "message"),
    [
        ((), 0.5, 1.0, "background must hold at least one number"),
        ((1.0, -1.0), 0.5, 1.0, "background in month 2 must be in .*, and is -1"),
        ((1.0,), 2.5, 1.0, r"ratio .* must be in \[0, 2\], and is 2.5"),
        ((1.0,), 0.5, 0.0, r"decay .* must be in .*, and is 0"),
    ],
)
def test_a_stream_outside_its_domain_is_refused(
    background: tuple[float, ...], ratio: float, decay: float, message: str
) -> None:
    """Each parameter is named with its range."""
    with pytest.raises(ScenarioError, match=message):
        SelfExciting(background, ratio, decay)


@pytest.mark.parametrize(("futures", "months", "first"), [(0, 1, 0), (1, 0, 0), (1, 1, -1)])
def test_a_run_needs_futures_and_months(futures: int, months: int, first: int) -> None:
    """No future, no month or a negative first one is refused."""
    with pytest.raises(ScenarioError, match="must be a whole number, at least"):
        monthly_counts(STREAM, futures=futures, months=months, seed=1, first=first)
