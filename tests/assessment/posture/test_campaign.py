"""Campaigns keep their books: nothing is lost, nothing happens without its cause, and luck is common to all postures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped] # ships no types

from posture_scenarios import alliance, with_dynamics, with_evidence
from watchfloor.assessment.posture import equilibrium
from watchfloor.assessment.posture.campaign import Month, simulate
from watchfloor.assessment.posture.consent import Flags
from watchfloor.assessment.posture.draw import sample
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.quantity import fixed
from watchfloor.assessment.posture.scenario import Scenario
from watchfloor.assessment.posture.scenario_file import SHIPPED, parse, shipped
from watchfloor.assessment.posture.self_exciting import SelfExciting, expected

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")


@settings(deadline=None, max_examples=12)
@given(st.sampled_from(SHIPPED), st.integers(0, 2**32), st.integers(1, 30))
def test_the_books_balance(name: str, seed: int, futures: int) -> None:
    """Attacks attempted are those stopped and those suffered; money adds up; an answer has a trigger unless it comes first."""
    scenario = replace(parse(shipped(name)), months=18)
    months: list[Month] = []
    draws = sample(scenario, futures, seed)
    run = simulate(draws, lambda _, happened: months.append(happened))
    assert np.array_equal(run.of(Outcome.ATTEMPTED), run.of(Outcome.STOPPED) + run.of(Outcome.SUCCEEDED))
    assert run.of(Outcome.ATTEMPTED) == pytest.approx(sum(month.attempts.sum(axis=0) for month in months))
    assert run.of(Outcome.BURDEN) == pytest.approx(run.of(Outcome.DAMAGE) + run.of(Outcome.DEFENDER_SPENDING), rel=1e-5)
    assert np.all(run.outcomes >= 0)
    assert np.all(run.of(Outcome.WRONGFUL) <= run.of(Outcome.ANSWERS))
    assert np.all(run.of(Outcome.IDLE_FIRST_ACTS) <= run.of(Outcome.FIRST_ACTS))
    assert np.all(run.of(Outcome.ESCALATIONS) <= run.of(Outcome.ANSWERS) + run.of(Outcome.FIRST_ACTS))
    assert np.all(run.of(Outcome.NO_CONSENSUS) <= scenario.months)
    seen = np.zeros_like(months[0].right)
    for month in months:
        seen |= month.right | month.wrong
        assert not np.any(month.right & (month.attempts == 0)), "a right signal without an attack"
        assert not np.any(month.due & ~seen), "an attribution of what was never seen"
        assert not np.any(month.answers & ~month.due), "an answer without a trigger"
        assert not np.any(month.wrongful & ~month.answers)
        assert np.all(month.acts.sum(axis=0) <= 1)


def test_only_who_acts_first_acts_untriggered() -> None:
    """Postures that do not act before an attack never do."""
    run = simulate(sample(alliance(), 64, 1))
    assert np.all(run.of(Outcome.FIRST_ACTS)[:4] == 0)
    assert run.of(Outcome.FIRST_ACTS)[4].sum() > 0


def test_nothing_seen_nothing_answered() -> None:
    """Without detection, and with hardly a false alarm, hardly anything is answered."""
    run = simulate(sample(with_evidence(alliance(), {"detection": 0.0, "false_alarm": 0.001}), 64, 1))
    assert run.of(Outcome.ANSWERS)[0].mean() < 24 * 0.001
    assert np.array_equal(run.of(Outcome.ANSWERS)[0], run.of(Outcome.WRONGFUL)[0])


def test_an_attack_leaves_one_trace_at_most() -> None:
    """In months with a single attack and no false alarm, a right and a wrong signal never come together, and both come at their rates."""
    months: list[Month] = []
    scenario = with_evidence(alliance(), {"detection": 0.8, "misidentified": 0.4, "false_alarm": 1e-9, "reported": 1.0})
    scenario = replace(scenario, types=tuple(replace(one, visible=fixed(1)) for one in scenario.types))
    simulate(sample(scenario, 2000, 1), lambda _, happened: months.append(happened))
    single: list[Flags] = [np.equal(month.attempts.sum(axis=0), 1) for month in months]
    right = np.concatenate(
        [(month.right.sum(axis=0)[:2] > 0)[one[:2]] for month, one in zip(months, single, strict=True)]
    )
    wrong = np.concatenate(
        [(month.wrong.sum(axis=0)[:2] > 0)[one[:2]] for month, one in zip(months, single, strict=True)]
    )
    assert not np.any(right & wrong)
    assert right.mean() == pytest.approx(0.8 * 0.6, abs=0.01)
    assert wrong.mean() == pytest.approx(0.8 * 0.4, abs=0.01)


def test_a_posture_twice_is_the_same_twice() -> None:
    """Common random numbers: two postures that differ in name only have equal outcomes in every future."""
    scenario = alliance()
    same = replace(scenario.postures[0], name="The same again")
    run = simulate(sample(replace(scenario, postures=(scenario.postures[0], same)), 64, 1))
    assert np.array_equal(run.outcomes[:, 0], run.outcomes[:, 1])


def test_cutting_futures_changes_nothing() -> None:
    """A future's outcomes do not depend on which futures are simulated beside it."""
    draws = sample(alliance(), 96, 5)
    whole = simulate(draws).outcomes
    parts = [simulate(draws.part(*ends)).outcomes for ends in ((0, 1), (1, 40), (40, 96))]
    assert np.array_equal(whole, np.concatenate(parts, axis=-1))


def test_stopping_more_is_suffering_less() -> None:
    """Under the posture that hardens, no attack more succeeds on average than under the same posture without it."""
    run = simulate(sample(alliance(), 512, 1))
    assert run.of(Outcome.SUCCEEDED)[1].mean() < 0.8 * run.of(Outcome.SUCCEEDED)[0].mean()


def _undeterred(scenario: Scenario) -> Scenario:
    """`scenario` in which answers change nothing and everybody takes every opportunity."""
    calm = with_dynamics(scenario, {"deterrence": 0.0, "anger": 0.0, "breeding": 0.4, "fading": 0.7})
    bold = tuple(replace(one, boldness=fixed(1)) for one in calm.attackers)
    certain = with_evidence(calm, {"reported": 2.0, "known_share": 1.0})
    return replace(certain, attackers=bold, postures=scenario.postures[:1])


def test_attacks_breed_as_the_model_says() -> None:
    """Where nothing else moves attackers, attacks a month come within the two ways of cutting the stream into months."""
    scenario = _undeterred(alliance())
    counts: list[float] = []
    simulate(sample(scenario, 4000, 3), lambda _, month: counts.append(float(month.attempts.sum(axis=0).mean())))
    stream = SelfExciting(background=(2.0 * 0.6,), ratio=0.4, decay=0.7)
    exact = expected(stream, scenario.months)
    # A month's attacks set off others from the next month on only, so counts lag behind at first and meet in the long run.
    assert counts[-1] == pytest.approx(exact[-1], rel=0.03)
    assert np.all(np.array(counts) < exact * 1.05)


def test_first_month_is_poisson() -> None:
    """Before anything is bred or answered, counts have the Poisson distribution."""
    firsts: list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]] = []
    scenario = replace(_undeterred(alliance()), months=1)
    simulate(sample(scenario, 4000, 3), lambda _, month: firsts.append(month.attempts.sum(axis=0)[0]))
    counts = np.bincount(firsts[0].astype(int), minlength=8)[:8]
    probabilities = stats.poisson.pmf(np.arange(8), 1.2)
    assert stats.chisquare(counts, probabilities / probabilities.sum() * counts.sum()).pvalue > 1e-3


def test_an_unsolved_future_is_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the attackers' equilibrium was not found, outcomes are not a number rather than a guess."""
    monkeypatch.setattr(equilibrium, "PATIENT", 1)
    monkeypatch.setattr(
        "watchfloor.assessment.posture.terms.solve_many", partial(equilibrium.solve_many, tolerance=-1.0)
    )
    assert np.isnan(simulate(sample(alliance(), 16, 1)).outcomes).all()
