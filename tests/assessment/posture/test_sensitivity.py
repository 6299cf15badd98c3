"""Total effects are those of known functions, and find what a scenario hangs on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from posture_scenarios import alliance, with_evidence
from watchfloor.assessment.posture import sensitivity
from watchfloor.assessment.posture.experiment import run
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.quantity import Floats, Quantity, fixed

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")
pytest.importorskip("SALib", reason="sensitivity needs watchfloor[posture]")


def test_ishigami() -> None:
    """The indices of the Ishigami function (A = 7, B = 0.1) are the published ones to 0.02 with 4,096 points."""

    def ishigami(rows: Floats) -> Floats:
        first, second, third = rows.T
        return np.asarray(np.sin(first) + 7 * np.sin(second) ** 2 + 0.1 * third**4 * np.sin(first))

    found = sensitivity.total_effects(ishigami, ["x1", "x2", "x3"], [(-np.pi, np.pi)] * 3, 4096, 1)
    assert [found[name]["S1"] for name in found] == pytest.approx([0.313, 0.444, -0.006], abs=0.02)
    assert [found[name]["ST"] for name in found] == pytest.approx([0.556, 0.441, 0.246], abs=0.02)


def test_what_decides_is_found() -> None:
    """Where only the number of reported attacks and the harm of sabotage vary, spending hangs on neither and damage on both."""
    scenario = alliance()
    certain = {path: fixed(one.middle, "assumed") for path, one in scenario.quantities()}
    known = replace(
        with_evidence(
            scenario,
            {
                name: certain[f"evidence.{name}"]
                for name in ("known_share", "detection", "misidentified", "false_alarm", "delay")
            },
        ),
        dynamics=replace(
            scenario.dynamics,
            breeding=fixed(0.1),
            fading=fixed(1),
            deterrence=fixed(0),
            anger=fixed(0),
            memory=fixed(6),
            sway=fixed(1),
        ),
        postures=scenario.postures[:1],
        months=60,
    )
    known = with_evidence(known, {"reported": Quantity(1, 5)})
    plan = sensitivity.design(known, 2000, 1)
    effects = sensitivity.effects(known, run(plan.draws), 1)
    suffered = [one for one in effects if one.outcome is Outcome.SUCCEEDED]
    assert suffered[0].path == "evidence.reported"
    assert suffered[0].total > 0.7
    assert suffered[0].margin > 0
    by_path = {one.path: one.total for one in effects if one.outcome is Outcome.DAMAGE}
    assert by_path["types.sabotage.harm"] > 0.1
    assert by_path["defence.answer_cost"] == pytest.approx(0, abs=1e-6)


def test_a_design_keeps_to_its_budget() -> None:
    """The design is the largest power of two that the budget pays, and never less than 16 points."""
    scenario = alliance()
    inputs = len(scenario.uncertain) + 1
    assert sensitivity.design(scenario, 0, 1).size == 16
    plan = sensitivity.design(scenario, 100 * (inputs + 2), 1)
    assert plan.size == 64
    assert len(plan.draws) == 64 * (inputs + 2)
