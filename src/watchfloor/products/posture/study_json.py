"""A study as JSON: every figure of the page and the assumptions behind it, for programs.

The keys are stable; `format` counts up when one changes its meaning.
"""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from watchfloor.assessment.posture.comparison import QUANTILES
from watchfloor.assessment.posture.study import Study
from watchfloor.products.posture.findings import LIMITS, TOLD_APART, headline

FORMAT = 1


def study_json(study: Study) -> dict[str, Any]:
    """The study as JSON types."""
    scenario, comparison = study.scenario, study.comparison
    sourced, numbers = scenario.sourced
    return {
        "format": FORMAT,
        "scenario": scenario.name,
        "question": scenario.question,
        "months": scenario.months,
        "money": scenario.money,
        "seed": study.seed,
        "futures": comparison.futures,
        "futures_without_equilibrium": comparison.unsolved,
        "sensitivity_base_points": study.base_points,
        "postures": [{"name": one.name, "levers": list(one.levers), "note": one.note} for one in scenario.postures],
        "thresholds": {one.value: most for one, most in scenario.thresholds.items()},
        "escalation_threshold": scenario.escalation.threshold,
        "findings": [line.sentence for line in headline(study)],
        "told_apart": TOLD_APART,
        "quantiles": list(QUANTILES),
        "outcomes": [_plain(one) for one in comparison.spreads],
        "regret": [_plain(one) for one in comparison.regrets],
        "satisfaction": [_plain(one) for one in comparison.satisfactions],
        "pairs": [{**_plain(one), "told_apart": one.told_apart} for one in comparison.pairs],
        "total_effects": [_plain(one) for one in study.effects],
        "failure_rules": [
            {"posture": posture.name, "rule": _plain(rule) if rule else None}
            for posture, rule in zip(scenario.postures, study.rules, strict=True)
        ],
        "flips": [_plain(one) for one in study.flips],
        "assumptions": [
            {
                "path": path,
                "low": one.low,
                "high": one.high,
                "distribution": one.shape.value,
                "source": one.source,
                "note": one.note,
            }
            for path, one in scenario.quantities()
        ],
        "sourced": {"with_source": sourced, "numbers": numbers},
        "limits": [*scenario.limits, *LIMITS],
    }


def render(study: Study) -> str:
    """The text of the JSON file."""
    return json.dumps(study_json(study), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _plain(value: Any) -> dict[str, Any]:
    plain: dict[str, Any] = dataclasses.asdict(value)
    return plain
