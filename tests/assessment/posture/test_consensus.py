"""Consensus: what passes in the fixtures, how rules, abstentions and law change it, and its laws."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.assessment.posture.consensus import (
    UNANIMITY,
    Abstention,
    Ally,
    Ballot,
    Interval,
    Rule,
    agreements,
    agreements_without_law,
    ballots,
    carried,
)
from watchfloor.errors import ScenarioError

POINT = st.floats(0.0, 1.0)
ALLIES = st.builds(
    Ally,
    name=st.just("ally"),
    ideal=POINT,
    weight=st.floats(0.5, 5.0),
    tolerance=st.sampled_from([0.0, 0.0, 0.1, math.inf]),
    limits=st.sampled_from([(-math.inf, math.inf), (-math.inf, 0.6), (0.2, math.inf)]),
    veto=st.booleans(),
)
RULES = st.builds(
    Rule,
    share=st.floats(0.1, 1.0),
    abstention=st.sampled_from(Abstention),
    abstaining=st.sampled_from([0.0, 0.34, 1.0]),
)


def three(**changes: object) -> list[Ally]:
    """The allies of the fixture, the first one changed."""
    return [Ally("first", 0.3, **changes), Ally("second", 0.5), Ally("third", 0.9)]  # type: ignore[arg-type]  # any field


def ends(found: tuple[Interval, ...]) -> list[tuple[float, float]]:
    """The ends of each interval, to nine digits."""
    return [(round(each.low, 9), round(each.high, 9)) for each in found]


@pytest.mark.parametrize(("status_quo", "passing"), [(0.1, [(0.1, 0.5)]), (0.4, []), (1.0, [(0.8, 1.0)])])
def test_unanimity_passes_what_all_prefer(status_quo: float, passing: list[tuple[float, float]]) -> None:
    """Ideals .3, .5 and .9: from .1 up to .5, from .4 nothing, from 1 down to .8; ends excluded."""
    found = agreements(three(), status_quo)
    assert ends(found) == passing
    assert not any(each.low_included or each.high_included for each in found)


def test_two_of_three_pass_more() -> None:
    """A majority of two thirds is stopped by nobody alone: the second ally decides how far."""
    assert ends(agreements(three(), 0.1, Rule(share=2 / 3))) == [(0.1, 0.9)]
    assert ends(agreements(three(), 0.4, Rule(share=2 / 3))) == [(0.4, 0.6)]


def test_a_small_share_may_pass_both_ways() -> None:
    """Where one of three is enough, answers on both sides of the status quo pass, and the status quo doesn't."""
    found = agreements(three(), 0.4, Rule(share=1 / 3))
    assert ends(found) == [(0.2, 0.4), (0.4, 1.4)]
    assert not any(0.4 in each for each in found)


def test_weights_decide_who_is_a_majority() -> None:
    """With five votes of seven the first ally stops two thirds, and is enough for them."""
    assert ends(agreements(three(weight=5.0), 0.1, Rule(share=2 / 3))) == [(0.1, 0.5)]


def test_an_ally_that_abstains_lets_more_pass() -> None:
    """Tolerating .2 beyond indifference moves unanimity's end from .5 to .7; tolerating anything leaves it to the others."""
    assert ends(agreements(three(tolerance=0.2), 0.1)) == [(0.1, 0.7)]
    assert ends(agreements(three(tolerance=math.inf), 0.1)) == [(0.1, 0.9)]


def test_abstentions_count_as_the_rule_says() -> None:
    """Of all votes, an abstention withholds one; where too many abstain nothing passes at all."""
    against = Rule(share=1.0, abstention=Abstention.AGAINST)
    assert ends(agreements(three(tolerance=0.2), 0.1, against)) == [(0.1, 0.5)]
    assert ends(agreements(three(tolerance=0.2), 0.1, Rule(abstaining=0.3))) == [(0.1, 0.5)]
    assert ends(agreements(three(tolerance=0.2), 0.1, Rule(abstaining=0.34))) == [(0.1, 0.7)]


def test_law_is_a_constraint_and_no_cost() -> None:
    """An ally that wants more than its law allows stops the rest, whatever the majority; its limit itself is lawful."""
    bound = three(limits=(-math.inf, 0.25))
    for rule in (UNANIMITY, Rule(share=0.5)):
        (found,) = agreements(bound, 0.1, rule)
        assert (found.low, found.high) == pytest.approx((0.1, 0.25))
        assert found.high_included
    assert ends(agreements_without_law(bound, 0.1)) == [(0.1, 0.5)]


def test_a_limit_without_veto_only_costs_a_vote() -> None:
    """Two of three go on without the ally whose law forbids it; unanimity can't."""
    bound = three(limits=(-math.inf, 0.25), veto=False)
    assert ends(agreements(bound, 0.1, Rule(share=2 / 3))) == [(0.1, 0.9)]
    assert ends(agreements(bound, 0.1)) == [(0.1, 0.25)]


@given(st.lists(POINT, min_size=1, max_size=6), POINT, POINT)
def test_another_ally_never_widens_unanimity(ideals: list[float], newcomer: float, status_quo: float) -> None:
    """What passes with one more ally passed without it."""
    allies = [Ally("ally", ideal) for ideal in ideals]
    wider = agreements(allies, status_quo)
    for each in agreements([*allies, Ally("newcomer", newcomer)], status_quo):
        assert any(old.low - 1e-8 <= each.low and each.high <= old.high + 1e-8 for old in wider)


@given(st.lists(POINT, min_size=1, max_size=6), POINT)
def test_unanimity_is_the_intersection_of_what_each_accepts(ideals: list[float], status_quo: float) -> None:
    """Between q and 2x - q for every ally x at once."""
    low = max(min(status_quo, 2 * ideal - status_quo) for ideal in ideals)
    high = min(max(status_quo, 2 * ideal - status_quo) for ideal in ideals)
    found = agreements([Ally("ally", ideal) for ideal in ideals], status_quo)
    if high - low > 1e-6:
        assert ends(found) == [pytest.approx((low, high), abs=1e-7)]
    elif high - low < -1e-6:
        assert found == ()


@given(st.lists(ALLIES, min_size=1, max_size=5), POINT, RULES)
def test_an_interval_holds_what_passes_and_nothing_else(allies: list[Ally], status_quo: float, rule: Rule) -> None:
    """Counting the ballots on a grid agrees with the intervals, away from their ends."""
    grid = np.linspace(-0.5, 1.5, 401) + 0.00123
    found = agreements(allies, status_quo, rule)
    passed = carried(ballots(allies, grid[:, None], status_quo), [ally.weight for ally in allies], rule)
    for answer, passes in zip(grid.tolist(), passed.tolist(), strict=True):
        if all(min(abs(answer - each.low), abs(answer - each.high)) > 1e-6 for each in found):
            assert passes == any(answer in each for each in found)


@given(st.lists(ALLIES, min_size=1, max_size=5), POINT, RULES)
def test_the_status_quo_never_beats_itself(allies: list[Ally], status_quo: float, rule: Rule) -> None:
    """Nobody votes for what already holds."""
    assert not any(status_quo in each for each in agreements(allies, status_quo, rule))


@given(st.lists(ALLIES, min_size=1, max_size=5), POINT)
def test_law_only_takes_away(allies: list[Ally], status_quo: float) -> None:
    """Under unanimity whatever passes within the law passes without it."""
    free = agreements_without_law(allies, status_quo)
    for each in agreements(allies, status_quo):
        assert any(wide.low - 1e-8 <= each.low and each.high <= wide.high + 1e-8 for wide in free)


def test_ballots_of_many_futures_at_once() -> None:
    """Rows are futures, columns allies; what law forbids comes before what an ally likes."""
    cast = ballots(three(limits=(-math.inf, 0.25)), np.array([[0.2], [0.3], [0.95]]), 0.1)
    assert cast.tolist() == [
        [Ballot.FOR, Ballot.FOR, Ballot.FOR],
        [Ballot.BARRED, Ballot.FOR, Ballot.FOR],
        [Ballot.BARRED, Ballot.AGAINST, Ballot.FOR],
    ]
    assert carried(cast, [1.0, 1.0, 1.0], Rule(share=0.5)).tolist() == [True, False, False]


def test_intervals_say_which_ends_belong_to_them() -> None:
    """A square bracket includes its end."""
    half_open = Interval(0.0, 1.0, high_included=True)
    assert str(half_open) == "(0, 1]"
    assert 1.0 in half_open
    assert 0.0 not in half_open
    assert 0.0 in Interval(0.0, 1.0, low_included=True)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ideal": math.nan}, "the ideal point of X must be in"),
        ({"weight": 0.0}, "the weight of X must be in"),
        ({"tolerance": -0.1}, "the tolerance of X must be in"),
        ({"limits": (0.5, 0.2)}, "the legal limits of X must be low <= high, and are 0.5, 0.2"),
    ],
)
def test_a_broken_ally_is_refused(change: dict[str, object], message: str) -> None:
    """The line names the ally and what was found."""
    with pytest.raises(ScenarioError, match=message):
        Ally(**{"name": "X", "ideal": 0.5, **change})  # type: ignore[arg-type]  # wrong on purpose


def test_broken_rules_and_empty_alliances_are_refused() -> None:
    """A share of 0, more than all abstaining, no ally, or no status quo get a clear line."""
    with pytest.raises(ScenarioError, match=r"share \(of votes in favour\) must be in \(0, 1\]"):
        Rule(share=0.0)
    with pytest.raises(ScenarioError, match=r"abstaining .* must be in \[0, 1\]"):
        Rule(abstaining=1.5)
    with pytest.raises(ScenarioError, match="at least one ally with an ideal point"):
        agreements([], 0.1)
    with pytest.raises(ScenarioError, match="the status quo must be in"):
        agreements(three(), math.inf)
