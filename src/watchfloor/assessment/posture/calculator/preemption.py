"""Pre-emption in an alliance as calculators: any table of payoffs, and the game of three actions."""

from __future__ import annotations

from collections.abc import Iterator
from math import isqrt

from watchfloor.assessment.posture.calculator.calculator import Calculator, Row
from watchfloor.assessment.posture.calculator.parameter import Parameter, Settings
from watchfloor.assessment.posture.domain import ANY, NOT_NEGATIVE
from watchfloor.assessment.posture.preemption import AllianceGame, Payoffs, nash_equilibria
from watchfloor.errors import ScenarioError

ACTIONS = {2: ("pre-empt", "status quo"), 3: ("pre-empt", "status quo", "deter")}


def _table_rows(settings: Settings) -> Iterator[Row]:
    row, column = _table("row", settings.many("row")), _table("column", settings.many("column"))
    if len(row) != len(column):
        raise ScenarioError(
            f"row and column must hold equally many numbers, and hold {len(row) ** 2} and {len(column) ** 2}"
        )
    yield from _rows(AllianceGame(row, column, ACTIONS[len(row)], ACTIONS[len(row)]))


def _three_rows(settings: Settings) -> Iterator[Row]:
    names = ("benefit", "cost", "private", "burden")
    benefit, cost, private, burden = (settings.number(name) for name in names)
    yield from _rows(AllianceGame.three_actions(benefit=benefit, cost=cost, private=private, burden=burden))


def _table(name: str, numbers: tuple[float, ...]) -> Payoffs:
    size = isqrt(len(numbers))
    if size * size != len(numbers) or size not in ACTIONS:
        raise ScenarioError(
            f"{name} must hold 4 numbers (two actions) or 9 (three), line by line, and holds {len(numbers)}"
        )
    return tuple(numbers[i * size : (i + 1) * size] for i in range(size))


def _rows(game: AllianceGame) -> Iterator[Row]:
    answer = nash_equilibria(game)
    yield Row(
        "equilibria",
        len(answer.equilibria),
        "Nash equilibria, pure and mixed, where nobody gains by acting otherwise alone",
    )
    yield Row("degenerate", answer.degenerate, "when true there may be a continuum of equilibria between those listed")
    for number, one in enumerate(answer.equilibria, 1):
        for whose, actions, mix in (("row", game.row_actions, one.row), ("column", game.column_actions, one.column)):
            for action, chance in zip(actions, mix, strict=True):
                yield Row(f"{number}: {whose} ally, {action}", chance, "probability of this action")
        yield Row(f"{number}: payoff of the row ally", one.payoffs[0], "on average, in its own utility")
        yield Row(f"{number}: payoff of the column ally", one.payoffs[1], "on average, in its own utility")


_PAPER = "Arce and Sandler: Counterterrorism: A Game-Theoretic Analysis. Journal of Conflict Resolution 49(2), 2005"
_CANNOT = "Which of several equilibria comes about; what promises and side payments change; what is lawful."

PREEMPTION = Calculator(
    name="preemption",
    answers="Which of two allies pre-empts, given a table of payoffs?",
    paper=_PAPER,
    cannot_say=_CANNOT,
    parameters=(
        Parameter(
            "row", (2.0, -2.0, 4.0, 0.0), ANY, "the row ally's payoffs, line by line: pre-empt, status quo (, deter)"
        ),
        Parameter("column", (2.0, 4.0, -2.0, 0.0), ANY, "the column ally's payoffs, in the same order of cells"),
    ),
    rows=_table_rows,
)

PREEMPT_OR_DETER = Calculator(
    name="preempt-or-deter",
    answers="Do two allies pre-empt for both, or deter each for itself and send attacks to the other?",
    paper=_PAPER,
    cannot_say=_CANNOT,
    parameters=(
        Parameter("benefit", 4.0, NOT_NEGATIVE, "what one ally's pre-emption is worth to each ally"),
        Parameter("cost", 6.0, NOT_NEGATIVE, "what pre-empting costs the one who does"),
        Parameter("private", 6.0, NOT_NEGATIVE, "what deterring is worth to the one who does"),
        Parameter("burden", 4.0, NOT_NEGATIVE, "what one ally's deterring costs each ally"),
    ),
    rows=_three_rows,
)
