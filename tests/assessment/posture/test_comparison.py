"""Comparisons say what the outcomes are, and admit where postures can't be told apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture_scenarios import alliance
from watchfloor.assessment.posture.campaign import Run, simulate
from watchfloor.assessment.posture.comparison import Comparison, Pair, compare
from watchfloor.assessment.posture.draw import sample
from watchfloor.assessment.posture.outcome import JUDGED, Outcome
from watchfloor.errors import ScenarioError

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")


def _made(damage: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Comparison:
    """The comparison of a run in which every outcome is 0 but the damage, shape (postures, futures)."""
    scenario = replace(alliance(), postures=alliance().postures[: len(damage)], thresholds={Outcome.DAMAGE: 10.0})
    outcomes = np.zeros((len(Outcome), *damage.shape), dtype=np.float32)
    outcomes[list(Outcome).index(Outcome.DAMAGE)] = damage
    return compare(scenario, Run(outcomes))


def _damage(found: Comparison) -> Pair:
    return next(one for one in found.pairs if one.outcome is Outcome.DAMAGE)


def test_distribution_regret_and_satisfaction() -> None:
    """On numbers that can be checked by hand, every figure is what its words say."""
    found = _made(np.array([[0.0, 10, 20, 30], [5, 5, 25, 45]]))
    spread = next(one for one in found.spreads if one.outcome is Outcome.DAMAGE)
    assert (spread.mean, spread.quantiles[2]) == (15, 15)
    regret = [one for one in found.regrets if one.outcome is Outcome.DAMAGE]
    assert [(one.mean, one.median, one.least) for one in regret] == [(1.25, 0, 0.75), (6.25, 5, 0.25)]
    assert [one.share for one in found.satisfactions] == [0.5, 0.5]
    assert (_damage(found).first_less, _damage(found).second_less, _damage(found).difference) == (0.75, 0.25, -5)


def test_told_apart() -> None:
    """Two postures are told apart where one mostly has less and on average too, and not where they are the same or swap."""
    rng = np.random.default_rng(1)
    base = rng.uniform(0, 10, 400)
    noise = rng.normal(0, 3, 400)
    assert _damage(_made(np.array([base, base + 5]))).told_apart
    assert not _damage(_made(np.array([base, base]))).told_apart
    assert not _damage(_made(np.array([base, base + noise]))).told_apart
    rare = np.where(np.arange(400) < 4, 100, 0)
    assert not _damage(_made(np.array([base, base + rare]))).told_apart
    often = np.where(np.arange(400) < 40, 100, 0)
    assert _damage(_made(np.array([base, base + often]))).told_apart


@settings(deadline=None, max_examples=8)
@given(st.integers(0, 1000))
def test_laws_of_regret(seed: int) -> None:
    """Regret is never negative, somebody has none in every future, and pairs are antisymmetric with the means."""
    found = compare(alliance(), simulate(sample(alliance(), 40, seed)))
    for outcome in JUDGED:
        regrets = [one for one in found.regrets if one.outcome is outcome]
        assert all(one.median >= 0 and one.mean >= 0 for one in regrets)
        assert sum(one.least for one in regrets) >= 1
        means = {one.posture: one.mean for one in found.spreads if one.outcome is outcome}
        for pair in (one for one in found.pairs if one.outcome is outcome):
            assert pair.difference == pytest.approx(means[pair.first] - means[pair.second], rel=1e-4, abs=1e-4)
            assert pair.low <= pair.difference <= pair.high


def test_unsolved_futures_are_left_out_and_counted() -> None:
    """A future without an equilibrium under one posture is used for none."""
    run = simulate(sample(alliance(), 40, 1))
    run.outcomes[:, 2, 7] = np.nan
    found = compare(alliance(), run)
    assert (found.futures, found.unsolved) == (39, 1)
    assert all(np.isfinite(one.mean) for one in found.spreads)


def test_one_future_is_no_comparison() -> None:
    """A single future has no spread, and the message says what to do."""
    with pytest.raises(ScenarioError, match="--futures"):
        compare(alliance(), simulate(sample(alliance(), 1, 1)))
