"""Parameter: one number (or list of numbers) that a calculator asks for, and how it is read from what a user typed.

In: NAME=VALUE as text. Out: checked numbers, or a ScenarioError that names the parameter and what it may be. Text is read as numbers
and as nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchfloor.assessment.posture.domain import Range
from watchfloor.errors import ScenarioError

MOST_VALUES = 100
"""The longest list that is read: more allies than any alliance has."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a calculator asks for.

    default  one number, or several for a list
    allowed  what each number may be
    meaning  what it stands for, with its unit
    source   where the default comes from; "assumed" when nobody measured it
    """

    name: str
    default: float | tuple[float, ...]
    allowed: Range
    meaning: str
    source: str = "assumed"

    def read(self, text: str) -> float | tuple[float, ...]:
        """The value that `text` stands for: a number, or for a list numbers with commas between.

        Raises:
            ScenarioError: it is no number, outside the range, or a list where one number is asked for.
        """
        parts = text.split(",")
        if not isinstance(self.default, tuple):
            return self._number(text)
        if len(parts) > MOST_VALUES:
            raise ScenarioError(f"{self.name} takes at most {MOST_VALUES} numbers, and got {len(parts)}")
        return tuple(self._number(part) for part in parts)

    def _number(self, text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            raise ScenarioError(
                f"{self.name} must be a number {self.allowed.words}, and is {text.strip()[:40]!r}"
            ) from None
        return self.allowed.check(self.name, number)


@dataclass(frozen=True, slots=True)
class Settings:
    """The checked value of every parameter of one calculator."""

    values: Mapping[str, float | tuple[float, ...]]

    def number(self, name: str) -> float:
        """The value of a parameter that takes one number."""
        value = self.values[name]
        if isinstance(value, tuple):
            raise TypeError(f"{name} is a list")
        return value

    def whole(self, name: str) -> int:
        """The value of a parameter whose range holds whole numbers only."""
        return int(self.number(name))

    def many(self, name: str) -> tuple[float, ...]:
        """The value of a parameter that takes a list."""
        value = self.values[name]
        return value if isinstance(value, tuple) else (value,)


def settle(parameters: Sequence[Parameter], given: Mapping[str, str]) -> Settings:
    """Every parameter's value: what was given as text, else its default.

    Raises:
        ScenarioError: a name that isn't a parameter, or a value that isn't allowed.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in given:
        if name not in known:
            raise ScenarioError(f"no parameter is called {name[:40]!r}; there are {', '.join(known)}")
    return Settings({name: each.read(given[name]) if name in given else each.default for name, each in known.items()})
