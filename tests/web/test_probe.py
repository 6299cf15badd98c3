"""A probe holds what is asked for, runs the same futures again, and trusts no query."""

from __future__ import annotations

import numpy as np
import pytest

from posture_scenarios import alliance, needs_extra
from watchfloor.assessment.posture.comparison import compare
from watchfloor.assessment.posture.experiment import run
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.errors import ScenarioError
from watchfloor.web.probe import STEPS, Explorer, at_step

pytestmark = needs_extra


def _explorer() -> Explorer:
    return Explorer(alliance(), 64, 1)


def test_nothing_held_is_the_plain_comparison() -> None:
    """Without a held assumption a probe says what a comparison of the same futures says."""
    explorer = _explorer()
    assert explorer.probe({}) == compare(explorer.scenario, run(explorer.draws))


def test_holding_changes_what_hangs_on_it() -> None:
    """More attacks reported are more attacks suffered, in every posture; and the same probe says the same twice."""
    explorer = _explorer()
    number = explorer.paths.index("evidence.reported")
    low, high = (explorer.probe({number: step}) for step in (0, STEPS))
    for before, after in zip(low.spreads, high.spreads, strict=True):
        if before.outcome is Outcome.SUCCEEDED:
            assert after.mean > before.mean
    assert explorer.probe({number: STEPS}) == high


def test_sliders_cover_their_ranges() -> None:
    """Every uncertain assumption has a slider whose ends are its range."""
    explorer = _explorer()
    for slider in explorer.sliders({}):
        ends = [at_step(slider.quantity, step) for step in (0, STEPS)]
        assert np.allclose(ends, [slider.quantity.low, slider.quantity.high])
        assert slider.quantity.low <= slider.value <= slider.quantity.high
    assert len(explorer.sliders({})) == len(explorer.scenario.uncertain)


@pytest.mark.parametrize(
    "query",
    [
        {"p999": "1"},
        {"x": "1"},
        {"p": "1"},
        {"p-1": "1"},
        {"p1": "101"},
        {"p1": "-1"},
        {"p1": "1.5"},
        {"p1": ""},
        {"p\u0661": "1"},
        {"p" + "9" * 9999: "1"},
        {"p1": "9" * 9999},
    ],
)
def test_no_query_is_trusted(query: dict[str, str]) -> None:
    """What is no slider or no position is told in one line."""
    with pytest.raises(ScenarioError) as caught:
        _explorer().held(query)
    assert len(str(caught.value)) < 200
