"""Inspections: values of the fixtures, the recursion, and strategies that leave nothing to gain."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.assessment.posture.inspection import inspection_value, patrol
from watchfloor.errors import ScenarioError


@cache
def recursive(periods: int, inspections: int) -> float:
    """The value by playing the game from its end: a 2x2 game of (inspect, don't) and (violate, don't) in each period."""
    if inspections >= periods:
        return 0.0
    if inspections == 0:
        return -1.0
    seen, unseen = recursive(periods - 1, inspections - 1), recursive(periods - 1, inspections)
    cells = ((1.0, seen), (-1.0, unseen))
    floor = max(min(row) for row in cells)
    ceiling = min(max(column) for column in zip(*cells, strict=True))
    if floor == ceiling:
        return floor
    return (cells[0][0] * cells[1][1] - cells[0][1] * cells[1][0]) / (
        cells[0][0] + cells[1][1] - cells[0][1] - cells[1][0]
    )


@pytest.mark.parametrize(
    ("periods", "inspections", "value"), [(3, 1, -0.5), (10, 2, -9 / 14), (5, 0, -1.0), (4, 4, 0.0)]
)
def test_the_values_of_the_fixtures(periods: int, inspections: int, value: float) -> None:
    """V(3,1) = -1/2 and V(10,2) = -9/14; no inspection leaves -1, one for each period 0."""
    assert inspection_value(periods, inspections) == pytest.approx(value, abs=1e-12)


def test_the_formula_is_the_recursion() -> None:
    """For every number of periods up to 14 both agree to 1e-12."""
    for periods in range(1, 15):
        for inspections in range(periods + 1):
            assert abs(inspection_value(periods, inspections) - recursive(periods, inspections)) <= 1e-12


@given(st.integers(2, 30), st.data())
def test_each_side_leaves_the_other_nothing_to_choose(periods: int, data: st.DataObject) -> None:
    """Where both mix, inspecting or not is worth the same to the inspector, and violating or not to the inspectee."""
    inspections = data.draw(st.integers(1, periods - 1))
    now = patrol(periods, inspections)
    seen, unseen = inspection_value(periods - 1, inspections - 1), inspection_value(periods - 1, inspections)
    assert now.violate + (1 - now.violate) * seen == pytest.approx(now.value, abs=1e-12)
    assert -now.violate + (1 - now.violate) * unseen == pytest.approx(now.value, abs=1e-12)
    assert now.inspect - (1 - now.inspect) == pytest.approx(now.value, abs=1e-12)
    assert now.inspect * seen + (1 - now.inspect) * unseen == pytest.approx(now.value, abs=1e-12)


@given(st.integers(1, 60), st.integers(0, 60))
def test_one_more_inspection_never_hurts(periods: int, inspections: int) -> None:
    """The inspector's value rises with inspections and falls with periods."""
    here = inspection_value(periods, inspections)
    assert inspection_value(periods, inspections + 1) >= here
    assert inspection_value(periods + 1, inspections) <= here


def test_certain_cases_are_certain() -> None:
    """With an inspection for each period nobody violates; with none the violation comes."""
    assert (patrol(3, 3).inspect, patrol(3, 3).violate) == (1.0, 0.0)
    assert (patrol(3, 0).inspect, patrol(3, 0).violate) == (0.0, 1.0)


@pytest.mark.parametrize(("periods", "inspections"), [(-1, 0), (3, -1), (1001, 1), (2.5, 1)])
def test_numbers_outside_their_domain_are_refused(periods: int, inspections: int) -> None:
    """Negative, too many or broken periods get a clear line."""
    with pytest.raises(ScenarioError, match=r"must be a whole number, in \[0, 1000\], and is"):
        inspection_value(periods, inspections)


def test_a_patrol_needs_a_period() -> None:
    """There is no first period in none."""
    with pytest.raises(ScenarioError, match=r"periods must be a whole number, in \[1, 1000\], and is 0"):
        patrol(0, 0)
