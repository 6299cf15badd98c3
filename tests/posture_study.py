"""One small study of the shipped alliance, made once for all tests of its products."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from posture_scenarios import alliance
from watchfloor.assessment.posture.study import Study, plan, study

HOSTILE = '<script>alert(1)</script>"&'


@cache
def made() -> Study:
    """A year of the alliance in 400 futures; one posture and the scenario have names that try to be markup."""
    scenario = alliance()
    postures = (*scenario.postures[:3], replace(scenario.postures[3], name=HOSTILE), scenario.postures[4])
    return study(plan(replace(scenario, months=12, name=HOSTILE, postures=postures), 400, 1))
