"""Probes: a scenario with some of its assumptions held at one value, run again at once.

In goes a Scenario and values by assumption, out come a Comparison and its charts. The futures are the same for every probe, so
that what changes on the page is the assumption's doing and not chance's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from watchfloor.assessment.posture.comparison import Comparison, compare
from watchfloor.assessment.posture.draw import Draws, sample
from watchfloor.assessment.posture.experiment import run
from watchfloor.assessment.posture.quantity import Quantity, Shape
from watchfloor.assessment.posture.scenario import Scenario
from watchfloor.errors import ScenarioError
from watchfloor.products.posture.words import amount, assumption

STEPS = 100
"""Steps of a slider: an arrow key moves it by a hundredth of its range."""


@dataclass(frozen=True, slots=True)
class Slider:
    """One assumption that can be held: `step` is a position from 0 to STEPS, and None while it varies over its range."""

    number: int
    path: str
    words: str
    quantity: Quantity
    step: int | None

    @property
    def value(self) -> float:
        """The value at the slider's position; the median while it is not held."""
        return at_step(self.quantity, STEPS // 2 if self.step is None else self.step)

    @property
    def said(self) -> str:
        """The value or range in words."""
        if self.step is None:
            return f"{amount(self.quantity.low)} to {amount(self.quantity.high)}"
        return amount(self.value)


def at_step(quantity: Quantity, step: int) -> float:
    """The value at a slider's position: even steps, or even ratios where the quantity is spread so."""
    share = step / STEPS
    if quantity.shape is Shape.LOG_UNIFORM:
        return float(quantity.low * (quantity.high / quantity.low) ** share)
    return quantity.low + (quantity.high - quantity.low) * share


@dataclass(frozen=True)
class Explorer:
    """A scenario whose assumptions can be moved; `futures` are drawn once, from `seed`."""

    scenario: Scenario
    futures: int
    seed: int

    @cached_property
    def draws(self) -> Draws:
        """The futures, with every assumption over its range."""
        return sample(self.scenario, self.futures, self.seed)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The assumptions that can be moved, in the order of the file."""
        return tuple(self.scenario.uncertain)

    def sliders(self, held: Mapping[int, int]) -> tuple[Slider, ...]:
        """Every slider, those of `held` at their position."""
        return tuple(
            Slider(number, path, assumption(path), quantity, held.get(number))
            for number, (path, quantity) in enumerate(self.scenario.uncertain.items())
        )

    def held(self, query: Mapping[str, str]) -> dict[int, int]:
        """Which sliders are held where, from a query like `p3=25`.

        Raises:
            ScenarioError: a key that is no slider, or a position that is no whole number from 0 to STEPS.
        """
        found: dict[int, int] = {}
        for key, text in query.items():
            if not (key[:1] == "p" and key[1:].isascii() and key[1:].isdigit() and int(key[1:5]) < len(self.paths)):
                raise ScenarioError(f"No assumption is called {key[:20]!r}; they are p0 to p{len(self.paths) - 1}.")
            if not (text.isascii() and text.isdigit() and len(text) < 4 and int(text) <= STEPS):  # noqa: PLR2004 - digits of 100
                raise ScenarioError(f"{key[:20]} must be a whole number from 0 to {STEPS}, found {text[:20]!r}.")
            found[int(key[1:])] = int(text)
        return found

    def probe(self, held: Mapping[int, int]) -> Comparison:
        """The comparison with `held` sliders at their values."""
        values = self.draws.values.copy()
        quantities = list(self.scenario.uncertain.values())
        for number, step in held.items():
            values[:, number] = at_step(quantities[number], step)
        return compare(self.scenario, run(replace(self.draws, values=values)))
