"""Alliance games: the published equilibria, and what holds of every Nash equilibrium."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.assessment.posture.preemption import AllianceGame, nash_equilibria
from watchfloor.errors import ScenarioError

ACTIONS = ("pre-empt", "status quo")
PRISONERS = AllianceGame.of_cells((((2, 2), (-2, 4)), ((4, -2), (0, 0))), ACTIONS)
PRIME_TARGET = AllianceGame.of_cells((((6, 2), (2, 4)), ((4, -2), (0, 0))), ACTIONS)
COORDINATION = AllianceGame.of_cells((((2, 2), (-4, 0)), ((0, -4), (0, 0))), ACTIONS)
THREE = AllianceGame.three_actions(benefit=4, cost=6, private=6, burden=4)

PAYOFF = st.integers(-9, 9).map(float)


def tables(size: int) -> st.SearchStrategy[AllianceGame]:
    """Games of `size` actions an ally with whole payoffs, among them many degenerate ones."""
    table = st.tuples(*(st.tuples(*(PAYOFF,) * size),) * size)
    names = tuple(f"action {i}" for i in range(size))
    return st.builds(lambda row, column: AllianceGame(row, column, names, names), table, table)


def pure(game: AllianceGame) -> list[tuple[str, str]]:
    """The actions of the pure equilibria."""
    return [
        (game.row_actions[int(np.argmax(one.row))], game.column_actions[int(np.argmax(one.column))])
        for one in nash_equilibria(game).equilibria
        if one.pure
    ]


def test_in_a_prisoners_dilemma_nobody_pre_empts() -> None:
    """Both would gain if both did; alone nobody does, and there is no other equilibrium."""
    assert pure(PRISONERS) == [("status quo", "status quo")]
    assert len(nash_equilibria(PRISONERS).equilibria) == 1


def test_only_the_prime_target_pre_empts() -> None:
    """Who is attacked most acts for both."""
    assert pure(PRIME_TARGET) == [("pre-empt", "status quo")]
    assert len(nash_equilibria(PRIME_TARGET).equilibria) == 1


def test_coordination_has_both_none_and_a_mixture() -> None:
    """Both or none pre-empt, or each does with probability 2/3."""
    answer = nash_equilibria(COORDINATION)
    assert pure(COORDINATION) == [("pre-empt", "pre-empt"), ("status quo", "status quo")]
    (mixed,) = (one for one in answer.equilibria if not one.pure)
    assert mixed.row == pytest.approx((2 / 3, 1 / 3), abs=1e-9)
    assert mixed.column == pytest.approx((2 / 3, 1 / 3), abs=1e-9)
    assert not answer.degenerate


def test_with_three_actions_both_deter_and_lose() -> None:
    """The one equilibrium is (deter, deter) with -2 each, though the status quo would give both 0."""
    (one,) = nash_equilibria(THREE).equilibria
    assert pure(THREE) == [("deter", "deter")]
    assert one.payoffs == pytest.approx((-2.0, -2.0), abs=1e-9)


def test_constructors_give_the_published_tables() -> None:
    """Benefit 4 and cost 6 make the dilemma, 4 more for one ally the prime target, and a threshold the coordination game."""
    assert AllianceGame.pre_emption(benefit=4, cost=6) == PRISONERS
    assert AllianceGame.pre_emption(benefit=4, cost=6, row_private=4) == PRIME_TARGET
    assert AllianceGame.threshold(benefit=6, cost=4) == COORDINATION
    assert THREE.row[0][0] == 2 * 4 - 6


@given(st.one_of(tables(2), tables(3)))
def test_nobody_gains_by_acting_otherwise_alone(game: AllianceGame) -> None:
    """Every game has an equilibrium, and in each no action of either ally is worth more than what it gets."""
    answer = nash_equilibria(game)
    assert answer.equilibria
    row, column = np.array(game.row), np.array(game.column)
    for one in answer.equilibria:
        x, y = np.array(one.row), np.array(one.column)
        assert x.sum() == pytest.approx(1.0)
        assert y.sum() == pytest.approx(1.0)
        assert min(x.min(), y.min()) >= 0.0
        assert (row @ y).max() <= one.payoffs[0] + 1e-7
        assert (x @ column).max() <= one.payoffs[1] + 1e-7


@given(st.one_of(tables(2), tables(3)))
def test_a_generic_game_has_an_odd_number_of_equilibria(game: AllianceGame) -> None:
    """Wilson 1971: a count that is even shows one missed or counted twice."""
    answer = nash_equilibria(game)
    if not answer.degenerate:
        assert len(answer.equilibria) % 2 == 1


@given(tables(3))
def test_every_pure_equilibrium_is_found(game: AllianceGame) -> None:
    """Looking at each cell by itself finds no equilibrium that the enumeration lacks."""
    row, column = np.array(game.row), np.array(game.column)
    by_cell = {
        (f"action {i}", f"action {j}")
        for i in range(3)
        for j in range(3)
        if row[i, j] == row[:, j].max() and column[i, j] == column[i].max()
    }
    assert set(pure(game)) == by_cell


@given(tables(3))
def test_swapping_the_allies_swaps_the_equilibria(game: AllianceGame) -> None:
    """Who is called the row ally doesn't matter."""
    turned = AllianceGame(
        tuple(zip(*game.column, strict=True)), tuple(zip(*game.row, strict=True)), game.column_actions, game.row_actions
    )
    rounded = {tuple(np.round((*one.row, *one.column), 6) + 0.0) for one in nash_equilibria(game).equilibria}
    swapped = {tuple(np.round((*one.column, *one.row), 6) + 0.0) for one in nash_equilibria(turned).equilibria}
    assert rounded == swapped


def test_a_degenerate_game_says_so() -> None:
    """Where every outcome is worth the same, all corners are equilibria and the answer warns of a continuum."""
    same = AllianceGame(((1.0, 1.0), (1.0, 1.0)), ((1.0, 1.0), (1.0, 1.0)), ACTIONS, ACTIONS)
    answer = nash_equilibria(same)
    assert answer.degenerate
    assert len(answer.equilibria) == 4


@pytest.mark.parametrize(
    ("row", "actions", "message"),
    [
        (((1.0, 2.0),), ACTIONS, "the row ally's payoffs must be 2 lines of 2 numbers"),
        (((1.0, float("nan")), (0.0, 0.0)), ACTIONS, "a payoff of the row ally must be in"),
        ((), (), "each ally needs 1 to 4 actions, and they have 0 and 0"),
        (((0.0,) * 5,) * 5, tuple("abcde"), "each ally needs 1 to 4 actions, and they have 5 and 5"),
    ],
)
def test_broken_tables_are_refused(row: tuple[tuple[float, ...], ...], actions: tuple[str, ...], message: str) -> None:
    """Missing cells, no numbers, no actions or too many get a clear line."""
    with pytest.raises(ScenarioError, match=message):
        AllianceGame(row, row, actions, actions)


def test_costs_are_not_negative() -> None:
    """A negative cost is refused by name."""
    with pytest.raises(ScenarioError, match=r"cost must be in \[0, 1000000\], and is -1"):
        AllianceGame.threshold(benefit=1.0, cost=-1.0)
    with pytest.raises(ScenarioError, match="benefit must be in"):
        AllianceGame.pre_emption(benefit=-1.0, cost=1.0)
    with pytest.raises(ScenarioError, match="burden must be in"):
        AllianceGame.three_actions(benefit=1, cost=1, private=1, burden=-1)
