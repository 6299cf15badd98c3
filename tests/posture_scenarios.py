"""Scenarios for the tests of the posture laboratory: the shipped ones, changed by replacing parts of their text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.util import find_spec

import pytest

from watchfloor.assessment.posture.quantity import Quantity, fixed
from watchfloor.assessment.posture.scenario import Scenario
from watchfloor.assessment.posture.scenario_file import parse, shipped

needs_extra = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("pydantic", "SALib", "altair", "vl_convert", "fastapi", "uvicorn")),
    reason="needs the optional packages of watchfloor[posture]",
)
"""Marks tests of what only works with the extra."""


@cache
def alliance() -> Scenario:
    """The shipped scenario of the alliance, cut to two years."""
    return replace(parse(shipped("alliance")), months=24)


def with_evidence(scenario: Scenario, values: Mapping[str, float | Quantity]) -> Scenario:
    """`scenario` with some of its evidence known exactly."""
    return replace(scenario, evidence=replace(scenario.evidence, **_quantities(values)))


def with_dynamics(scenario: Scenario, values: Mapping[str, float | Quantity]) -> Scenario:
    """`scenario` with some of its dynamics known exactly."""
    return replace(scenario, dynamics=replace(scenario.dynamics, **_quantities(values)))


def _quantities(values: Mapping[str, float | Quantity]) -> dict[str, Quantity]:
    return {name: one if isinstance(one, Quantity) else fixed(one, "assumed") for name, one in values.items()}
