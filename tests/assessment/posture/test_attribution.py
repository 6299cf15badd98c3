"""The attribution game: the published mechanism in numbers, its laws, and what is refused."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from watchfloor.assessment.posture.attribution import (
    AttributionGame,
    Games,
    attack_chance,
    beliefs,
    best_response,
    consequences,
    retaliation,
)
from watchfloor.assessment.posture.distribution import Distribution, StretchedBeta, Uniform, uniform_cdf
from watchfloor.assessment.posture.equilibrium import Equilibria, equilibria, solve_many
from watchfloor.assessment.posture.signal import signal_table
from watchfloor.errors import ScenarioError

STANDARD = Uniform(0.0, 1.0)
HESITANT = Uniform(0.0, 0.6)
CHANCE = st.floats(0.0, 1.0)


def game(
    right: float,
    wrong: float,
    *,
    false_alarm: float = 0.05,
    resolve: Distribution = STANDARD,
    first: Distribution = STANDARD,
    others: int = 1,
    opportunity: float = 1.0,
) -> AttributionGame:
    """A game of attackers who are alike but for the first one's benefit."""
    return AttributionGame.alike(
        right=right,
        wrong=wrong,
        false_alarm=false_alarm,
        benefits=(first, *(STANDARD,) * others),
        resolve=resolve,
        opportunity=opportunity,
    )


def only(played: AttributionGame) -> tuple[float, ...]:
    """The cut-offs of the one equilibrium."""
    point = equilibria(played).only
    assert point is not None
    return point.cutoffs


@pytest.mark.parametrize(
    ("played", "cutoff"),
    [
        pytest.param(game(0.72, 0.08), 0.530481, id="base"),
        pytest.param(game(0.81, 0.09), 0.627050, id="more detection in the same ratio"),
        pytest.param(game(0.72, 0.08, false_alarm=0.02), 0.573610, id="fewer false alarms"),
        pytest.param(game(0.72, 0.0), 0.575377, id="misidentified turned into undetected"),
    ],
)
def test_the_fixtures_of_the_standard_game(played: AttributionGame, cutoff: float) -> None:
    """Two attackers, benefits and resolve uniform: the cut-off that two independent solvers gave."""
    assert only(played) == pytest.approx((cutoff, cutoff), abs=1e-6)


DETECTED = (0.0, 0.1, 0.2, 0.3, 0.4)


def along(resolve: Uniform) -> list[float]:
    """The cut-off as detections are added, half of them right and half wrong."""
    return [only(game(0.5 + more / 2, more / 2, resolve=resolve))[0] for more in DETECTED]


def test_the_fixtures_of_a_hesitant_defender() -> None:
    """With resolve up to .6 each detection added, half right and half wrong, gives the cut-off of the fixture."""
    assert along(HESITANT) == pytest.approx([0.421281, 0.408444, 0.400660, 0.396328, 0.394442], abs=1e-6)


def test_detecting_more_deters_less_or_more_depending_on_resolve() -> None:
    """The same added detection lowers deterrence for a hesitant defender and raises it for a ready one: the sign flips."""
    hesitant, ready = along(HESITANT), along(STANDARD)
    assert all(after < before for before, after in pairwise(hesitant))
    assert all(after > before for before, after in pairwise(ready))
    assert (ready[0], ready[-1]) == pytest.approx((0.337667, 0.493494), abs=1e-6)


def test_an_aggressive_attacker_dilutes_the_blame_of_the_other() -> None:
    """When attacker 1 gains more from attacking, attacker 2 is deterred less: attacks are complements."""
    assert only(game(0.72, 0.08, resolve=HESITANT))[1] == pytest.approx(0.514426, abs=1e-6)
    aggressive = game(0.72, 0.08, resolve=HESITANT, first=Uniform(0.3, 1.3))
    assert only(aggressive)[1] == pytest.approx(0.492924, abs=1e-6)


def silent(played: AttributionGame) -> bool:
    """Whether the defender, in equilibrium, never strikes when it saw nothing."""
    return bool(retaliation(played.arrays(), np.array(only(played)))[:, 0].max() == 0.0)


@given(st.floats(0.3, 0.65), st.floats(0.0, 0.2), st.floats(0.0, 0.3), st.floats(0.01, 0.4), st.floats(0.3, 1.0))
@settings(max_examples=40)
def test_more_aggression_never_deters_the_other_more(
    right: float, more_wrong: float, false_alarm: float, ahead: float, top: float
) -> None:
    """Attacks are complements wherever an attack makes every trace at least as likely as no attack does."""
    wrong = false_alarm / 2 + more_wrong
    calm, aggressive = (
        game(right, wrong, false_alarm=false_alarm, resolve=Uniform(0.0, top), first=Uniform(shift, 1.0 + shift))
        for shift in (0.0, ahead)
    )
    assert only(aggressive)[1] <= only(calm)[1] + 1e-7


def test_attacks_that_hide_false_alarms_are_no_complements() -> None:
    """Where attacks of the first are never taken for the other's but false alarms are, its attacks make the other's traces tell more."""
    calm, aggressive = (game(0.5, 0.0, false_alarm=0.125, first=Uniform(ahead, 1.0 + ahead)) for ahead in (0.0, 0.25))
    assert only(aggressive)[1] > only(calm)[1]


@given(st.permutations([0, 1, 2]), st.lists(st.floats(-0.2, 0.4), min_size=3, max_size=3))
@settings(max_examples=30)
def test_relabelling_attackers_permutes_the_equilibrium(order: list[int], ahead: list[float]) -> None:
    """Who is called attacker 1 doesn't matter."""
    attacked, quiet = signal_table(0.6, 0.2, 0.1, attackers=3)
    benefits = [Uniform(shift, 1.0 + shift) for shift in ahead]
    named = AttributionGame(tuple(benefits), STANDARD, tuple(map(tuple, attacked.tolist())), tuple(quiet.tolist()))
    renamed = AttributionGame(
        tuple(benefits[i] for i in order),
        STANDARD,
        tuple(tuple(attacked[i].tolist()) for i in order),
        tuple(quiet.tolist()),
    )
    cutoffs = only(named)
    assert only(renamed) == pytest.approx([cutoffs[i] for i in order], abs=1e-7)


@given(st.floats(0.3, 0.9), st.floats(0.0, 0.1), st.floats(0.01, 0.3), st.floats(0.3, 0.7), st.floats(0.3, 0.7))
@settings(max_examples=40)
def test_more_resolve_deters_more_while_silence_is_never_answered(
    right: float, wrong: float, false_alarm: float, one: float, other: float
) -> None:
    """Among attackers alike a readier defender deters at least as much, as long as it doesn't strike when it saw nothing."""
    low, high = sorted((one, other))
    less, more = (game(right, wrong, false_alarm=false_alarm, resolve=Uniform(0.0, top)) for top in (low, high))
    assume(silent(less) and silent(more))
    assert only(more)[0] >= only(less)[0] - 1e-7


@given(CHANCE, st.floats(0.2, 1.0), st.integers(1, 4))
def test_signals_that_tell_nothing_deter_nobody(noise: float, top: float, attackers: int) -> None:
    """Where a signal is as likely without an attack as with one, the equilibrium cut-off is 0."""
    row = (1.0 - noise, noise)
    blind = AttributionGame((STANDARD,) * attackers, Uniform(0.0, top), (row,) * attackers, row)
    assert only(blind) == pytest.approx((0.0,) * attackers, abs=1e-9)


def test_perfect_attribution_deters_whoever_gains_less_than_the_harm() -> None:
    """Every attack traced, no false alarm: an attack is answered for certain, so nobody attacks for a benefit below 1."""
    assert only(game(1.0, 0.0, false_alarm=0.0)) == pytest.approx((1.0, 1.0), abs=1e-9)


@given(
    st.lists(st.floats(-1.0, 1.0), min_size=3, max_size=3),
    st.floats(0.0, 0.7),
    st.floats(0.0, 0.3),
    CHANCE,
    st.floats(0.05, 1.0),
)
def test_beliefs_are_probabilities_that_add_up(
    cutoffs: list[float], right: float, wrong: float, false_alarm: float, opportunity: float
) -> None:
    """After any signal at most one attacker did it: beliefs lie in [0, 1] and sum to at most 1."""
    arrays = game(right, wrong, false_alarm=false_alarm, others=2, opportunity=opportunity).arrays()
    held = beliefs(arrays, np.array(cutoffs))
    assert held.min() >= 0.0
    assert held.sum(axis=0).max() <= 1.0 + 1e-9


@given(
    st.lists(st.floats(-1.0, 1.0), min_size=2, max_size=2),
    st.floats(0.0, 0.7),
    st.floats(0.0, 0.3),
    st.floats(0.01, 1.0),
)
def test_beliefs_are_those_of_the_published_formula(
    cutoffs: list[float], right: float, wrong: float, false_alarm: float
) -> None:
    """Rearranged against rounding, the belief is still what the module's docstring states, written out by plain loops."""
    played = game(right, wrong, false_alarm=false_alarm, opportunity=0.7)
    held = beliefs(played.arrays(), np.array(cutoffs))
    attacking = [1.0 - min(max(cutoff, 0.0), 1.0) for cutoff in cutoffs]
    for s, quiet in enumerate(played.quiet):
        below = 2 * quiet + 0.7 * sum(attacking[j] * (played.attacked[j][s] - quiet) for j in range(2))
        for i in range(2):
            if below > 1e-6:
                assert held[i, s] == pytest.approx(0.7 * attacking[i] * played.attacked[i][s] / below, abs=1e-9)


def test_a_signal_that_nobody_should_cause_blames_by_likelihood() -> None:
    """No false alarm and attackers who never attack: a trace of attacker 1 still points to attacker 1, nine to one."""
    held = beliefs(game(0.9, 0.1, false_alarm=0.0).arrays(), np.array([1.0, 1.0]))
    assert held[:, 1] == pytest.approx([0.9, 0.1])


def test_many_games_at_once_are_each_solved_as_alone() -> None:
    """The arrays of the simulator give what the careful solver gives for each game by itself."""
    rng = np.random.default_rng(5)
    right, wrong, alarm, top = (
        rng.uniform(0.3, 0.8, 40),
        rng.uniform(0.0, 0.2, 40),
        rng.uniform(0.0, 0.2, 40),
        rng.uniform(0.3, 1.5, 40),
    )
    attacked, quiet = signal_table(right, wrong, alarm, attackers=3)
    many = Games(
        attacked=attacked,
        quiet=quiet,
        opportunity=np.full(40, 0.8),
        benefit=lambda cutoffs: uniform_cdf(cutoffs, 0.0, 1.0),
        resolve=lambda doubts: uniform_cdf(doubts, 0.0, top[:, None, None]),
    )
    cutoffs, there = solve_many(many, np.full((40, 3), 0.5))
    assert there.all()
    for i in range(40):
        alone = game(right[i], wrong[i], false_alarm=alarm[i], resolve=Uniform(0.0, top[i]), others=2, opportunity=0.8)
        assert cutoffs[i] == pytest.approx(only(alone), abs=1e-6)


SEVERAL = AttributionGame.alike(
    right=0.62,
    wrong=0.017,
    false_alarm=0.075,
    benefits=(StretchedBeta(7.6, 7.1),) * 2,
    resolve=StretchedBeta(20.3, 6.5),
    opportunity=0.775,
)
"""A defender whose resolve is nearly known: being feared keeps attacks rare, which keeps signals doubtful, or the reverse."""


def test_several_equilibria_are_all_given_with_their_starts() -> None:
    """Two stable ones, three unstable between them, two of which mirror each other; each is a fixed point and says where it was found from."""
    answer = equilibria(SEVERAL)
    assert answer.only is None
    assert [point.stable for point in answer.found] == [True, False, False, False, True]
    assert answer.found[1].cutoffs == pytest.approx(answer.found[3].cutoffs[::-1], abs=1e-7)
    for point in answer.found:
        gap = best_response(SEVERAL.arrays(), np.array(point.cutoffs)) - point.cutoffs
        assert np.abs(gap).max() <= 1e-8
        assert point.starts
    assert str(answer).startswith("5 equilibria were found from ")


def test_a_stable_equilibrium_draws_neighbours_in() -> None:
    """What is called stable is where following the best response from nearby ends."""
    for point in equilibria(SEVERAL).found:
        cutoffs = np.array(point.cutoffs) + 1e-3
        for _ in range(200):
            cutoffs = best_response(SEVERAL.arrays(), cutoffs)
        assert (np.abs(cutoffs - point.cutoffs).max() < 1e-6) == point.stable


@given(
    st.floats(1.0, 30.0),
    st.floats(1.0, 30.0),
    st.floats(1.0, 30.0),
    st.floats(1.0, 30.0),
    st.floats(0.3, 0.8),
    st.floats(0.0, 0.2),
    st.floats(0.0, 0.1),
)
@settings(max_examples=60, deadline=None)
def test_smooth_games_always_give_an_equilibrium(
    a: float, b: float, c: float, d: float, right: float, wrong: float, false_alarm: float
) -> None:
    """A continuous game has a fixed point (Brouwer), and the search finds one however steep the distributions."""
    steep = AttributionGame.alike(
        right=right,
        wrong=wrong,
        false_alarm=false_alarm,
        benefits=(StretchedBeta(a, b),) * 2,
        resolve=StretchedBeta(c, d),
    )
    assert equilibria(steep).found


def test_no_equilibrium_found_is_said() -> None:
    """An answer without fixed points names none, and the starts that led nowhere stand in it."""
    nothing = Equilibria(found=(), lost=((0.0, 0.0), (1.0, 1.0)))
    assert nothing.only is None
    assert str(nothing) == "no equilibrium was found from 2 starts"


def test_consequences_agree_with_drawing_the_period_many_times() -> None:
    """Attacks and wrongful retaliations a period are what chance gives, to three standard errors."""
    played = game(0.6, 0.2, false_alarm=0.1, others=2, opportunity=0.9)
    cutoffs = only(played)
    follows = consequences(played, cutoffs)
    rng = np.random.default_rng(11)
    draws = 200_000
    attacker = rng.integers(0, 3, draws)
    attacks = (rng.random(draws) < 0.9) & (rng.random(draws) >= np.array(cutoffs)[attacker])
    rows = np.where(attacks[:, None], np.array(played.attacked)[attacker], np.array(played.quiet))
    seen = (rng.random(draws)[:, None] > rows.cumsum(axis=1)).sum(axis=1).clip(max=3)
    doubt = 1.0 - beliefs(played.arrays(), np.array(cutoffs))[:, seen].T
    hit = rng.random(draws)[:, None] >= doubt
    guilty = np.zeros((draws, 3), dtype=bool)
    guilty[np.arange(draws)[attacks], attacker[attacks]] = True
    assert attacks.mean() == pytest.approx(follows.attacks, abs=0.004)
    assert (hit & ~guilty).sum(axis=1).mean() == pytest.approx(follows.wrongful, abs=0.005)
    assert attack_chance(played.arrays(), np.array(cutoffs)) == pytest.approx(follows.attack_chance)


def test_an_equilibrium_takes_milliseconds() -> None:
    """The standard game is solved in about 1.3 ms; the bound is generous for a busy machine."""
    played = game(0.72, 0.08)
    taken = []
    for _ in range(15):
        begun = time.perf_counter()
        equilibria(played)
        taken.append(time.perf_counter() - begun)
    assert sorted(taken)[7] < 0.02


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"opportunity": 0.0}, r"opportunity .* must be in \(0, 1\], and is 0"),
        ({"quiet": (0.9, 0.05, 0.0)}, r"with no attack must sum to 1, and sum to 0.95"),
        ({"quiet": (1.2, -0.2, 0.0)}, r"signal 1 with no attack must be in \[0, 1\], and is 1.2"),
        ({"attacked": ((0.2, 0.8), (0.2, 0.8))}, "attacker 1 has 2 signals where 3 are known"),
        ({"attacked": ((0.2, 0.8, 0.0),)}, "there are 2 and 1"),
        ({"benefits": ()}, "there are 0 and 2"),
    ],
)
def test_a_game_outside_its_domain_is_refused(change: dict[str, object], message: str) -> None:
    """The message names what is wrong, the allowed range and what was found."""
    parts: dict[str, object] = {
        "benefits": (STANDARD, STANDARD),
        "resolve": STANDARD,
        "attacked": ((0.2, 0.7, 0.1), (0.2, 0.1, 0.7)),
        "quiet": (0.9, 0.05, 0.05),
    }
    with pytest.raises(ScenarioError, match=message):
        AttributionGame(**{**parts, **change})  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("starts", [(), ((0.5,),)])
def test_a_search_needs_fitting_starts(starts: tuple[tuple[float, ...], ...]) -> None:
    """No start, or one cut-off for two attackers, is refused."""
    with pytest.raises(ScenarioError, match="at least one start of 2 cut-offs"):
        equilibria(game(0.72, 0.08), starts)


@given(st.floats(0.0, 0.6), st.floats(0.0, 0.4), CHANCE, st.integers(2, 6))
def test_signal_rows_are_probabilities(right: float, wrong: float, false_alarm: float, attackers: int) -> None:
    """Each row sums to 1 and holds what was asked for."""
    attacked, quiet = signal_table(right, wrong, false_alarm, attackers=attackers)
    assert attacked.sum(axis=-1) == pytest.approx(np.ones(attackers))
    assert quiet.sum() == pytest.approx(1.0)
    assert np.diag(attacked[:, 1:]) == pytest.approx(np.full(attackers, right))
    assert attacked.min() >= 0.0


@pytest.mark.parametrize(
    ("right", "wrong", "attackers", "message"),
    [
        (1.2, 0.0, 2, r"right must be in \[0, 1\], and is 1.2"),
        (0.7, 0.4, 2, r"right \+ wrong must be in \[0, 1\], and is 1.1"),
        (0.7, 0.1, 1, "nobody else to blame"),
        (0.7, 0.1, 0, "at least 1 attacker, and has 0"),
        (float("nan"), 0.1, 2, "right must be in"),
    ],
)
def test_signals_outside_their_domain_are_refused(right: float, wrong: float, attackers: int, message: str) -> None:
    """More than everything can't be traced, and one attacker can't be mistaken for another."""
    with pytest.raises(ScenarioError, match=message):
        signal_table(right, wrong, 0.0, attackers=attackers)
