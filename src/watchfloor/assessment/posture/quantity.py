"""Quantities: the numbers of a scenario, each exactly known or a range, each with where it comes from.

In comes what stands in a scenario file (a number, or a table with `value` or with `low` and `high`), out goes a Quantity
whose ends lie in its domain. Which file and line it stood on is not known here; see `scenario_file`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

ASSUMED = "assumed"
"""What stands as the source of a number that has none."""

Floats = NDArray[np.float64]


class Shape(StrEnum):
    """How an uncertain quantity is spread over its range."""

    UNIFORM = "uniform"
    LOG_UNIFORM = "log-uniform"
    TRIANGULAR = "triangular"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the scenario: fixed where `low` equals `high`, uncertain otherwise.

    `likely` is the peak of a triangular shape and None for the others. `source` says where the number comes from;
    ASSUMED (or nothing) says that nobody measured it. `note` says what was taken for granted in using the source.
    """

    low: float
    high: float
    shape: Shape = Shape.UNIFORM
    likely: float | None = None
    source: str = ""
    note: str = ""

    @property
    def uncertain(self) -> bool:
        """Whether it varies between futures."""
        return self.high > self.low

    @property
    def sourced(self) -> bool:
        """Whether somebody can look the number up."""
        return self.source.strip().lower() not in ("", ASSUMED)

    @property
    def middle(self) -> float:
        """The median: what it is when only another quantity is moved."""
        return float(self.at(np.array([0.5]))[0])

    def at(self, share: Floats) -> Floats:
        """The quantiles at `share` (each in 0..1): the inverse of its cumulative distribution."""
        width = self.high - self.low
        if self.shape is Shape.LOG_UNIFORM:
            return np.asarray(self.low * (self.high / self.low) ** share)
        if self.shape is Shape.TRIANGULAR and self.likely is not None and width > 0:
            peak = (self.likely - self.low) / width
            rising = self.low + width * np.sqrt(share * peak)
            falling = self.high - width * np.sqrt((1.0 - share) * (1.0 - peak))
            return np.asarray(np.where(share < peak, rising, falling))
        return np.asarray(self.low + width * share)


def fixed(value: float, source: str = "") -> Quantity:
    """A quantity that is the same in every future."""
    return Quantity(value, value, source=source)


UNUSED = fixed(0.0, "not used")
"""The value of a lever that a posture does not touch; it counts neither as sourced nor as assumed."""

_KEYS = {"value", "low", "high", "likely", "distribution", "source", "note"}


@dataclass(frozen=True, slots=True)
class Domain:
    """Where a quantity may lie, both ends allowed; stands in the annotation of a scenario's fields.

    It speaks to pydantic, so that whoever validates a scenario needs no second description of it.
    """

    low: float
    high: float
    unit: str = ""

    def __str__(self) -> str:
        """The range in words, as messages give it."""
        unit = f" {self.unit}" if self.unit else ""
        if math.isinf(self.high):
            return f"at least {self.low:g}{unit}"
        return f"between {self.low:g} and {self.high:g}{unit}"

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> Any:
        """How pydantic reads a field annotated with this domain."""
        from pydantic_core import core_schema  # noqa: PLC0415 - only those who validate files need pydantic

        return core_schema.no_info_plain_validator_function(self.read)

    def read(self, raw: object) -> Quantity:
        """The quantity that `raw` (a number, or a table of a scenario file) describes.

        Raises:
            ValueError: it is neither, an end lies outside the domain, or the ends are the wrong way round.
        """
        if isinstance(raw, Quantity):
            return raw
        table: dict[str, Any] = dict(raw) if isinstance(raw, dict) else {"value": raw}
        unknown = sorted(set(table) - _KEYS)
        if unknown:
            raise ValueError(
                f"knows no key {unknown[0]}; it takes value, or low and high, with distribution, source, note"
            )
        if "value" in table and ("low" in table or "high" in table):
            raise ValueError("has both a value and a range; keep one of them")
        if "value" in table:
            low = high = self._number(table["value"], "value")
        elif "low" in table and "high" in table:
            low, high = self._number(table["low"], "low"), self._number(table["high"], "high")
        else:
            raise ValueError(f"needs a value {self}, or low and high")
        if low > high:
            raise ValueError(f"has its range the wrong way round: low is {low:g}, high is {high:g}")
        return _shaped(low, high, table)

    def _number(self, raw: object, key: str) -> float:
        if isinstance(raw, bool) or not isinstance(raw, (int, float)):
            raise ValueError(f"must have a number {self} as its {key}, found {raw!r}")  # noqa: TRY004 - pydantic reports ValueErrors
        if not self.low <= raw <= self.high or not math.isfinite(raw):
            raise ValueError(f"must lie {self}; its {key} is {raw:g}")
        return float(raw)


def _shaped(low: float, high: float, table: dict[str, Any]) -> Quantity:
    name = table.get("distribution", "triangular" if "likely" in table else "uniform")
    if name not in tuple(Shape):
        raise ValueError(f"knows no distribution {name!r}; it can be {', '.join(Shape)}")
    shape, likely = Shape(name), table.get("likely")
    if shape is Shape.TRIANGULAR and not (isinstance(likely, (int, float)) and low <= likely <= high):
        raise ValueError(f"is triangular and needs likely between {low:g} and {high:g}, found {likely!r}")
    if shape is Shape.LOG_UNIFORM and low <= 0:
        raise ValueError(f"is log-uniform and needs low above 0, found {low:g}")
    source, note = table.get("source", ""), table.get("note", "")
    if not isinstance(source, str) or not isinstance(note, str):
        raise ValueError("must have words in quotation marks as source and note")  # noqa: TRY004 - pydantic reports ValueErrors
    peak = float(likely) if shape is Shape.TRIANGULAR and likely is not None else None
    return Quantity(low, high, shape, peak, source, note)
