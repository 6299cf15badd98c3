"""Calculator: one model with its parameters, its paper and its limits, and the table that it answers with.

In: settings as text. Out: a Solution, whose rows are ready to print or to write as JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from watchfloor.assessment.posture.calculator.parameter import Parameter, Settings, settle

Value = float | int | bool | str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One result: `value` is None where the model gives none, and `meaning` says what it stands for, with its unit."""

    name: str
    value: Value
    meaning: str


@dataclass(frozen=True, slots=True)
class Calculator:
    """One model to be asked by itself.

    answers       what the model is about, in one line
    paper         where its equation comes from
    cannot_say    what a reader must not take from it
    rows          from settings to results; raises ScenarioError where parameters exclude each other
    """

    name: str
    answers: str
    paper: str
    cannot_say: str
    parameters: tuple[Parameter, ...]
    rows: Callable[[Settings], Iterable[Row]]

    def solve(self, given: Mapping[str, str]) -> Solution:
        """The model's answer to settings as a user typed them; what isn't given has its default.

        Raises:
            ScenarioError: an unknown name, a value outside its range, or values that exclude each other.
        """
        settings = settle(self.parameters, given)
        return Solution(self, settings, tuple(self.rows(settings)))


@dataclass(frozen=True, slots=True)
class Solution:
    """What one calculator answered, and to which settings."""

    calculator: Calculator
    settings: Settings
    rows: tuple[Row, ...]

    @property
    def values(self) -> dict[str, Value]:
        """The results by name."""
        return {row.name: row.value for row in self.rows}

    def as_json(self) -> dict[str, object]:
        """The answer with everything needed to quote it: model, paper, settings, results with meanings, limits."""
        return {
            "model": self.calculator.name,
            "paper": self.calculator.paper,
            "settings": dict(self.settings.values),
            "results": [{"name": row.name, "value": row.value, "meaning": row.meaning} for row in self.rows],
            "cannot_say": self.calculator.cannot_say,
        }
