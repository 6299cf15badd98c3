"""Every model by its name, to be asked by itself.

In: a model's name and settings as text. Out: its Solution. Importing this module imports all models; who only lists commands doesn't.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from watchfloor.assessment.posture.calculator.attribution import ATTRIBUTION
from watchfloor.assessment.posture.calculator.calculator import Calculator, Solution
from watchfloor.assessment.posture.calculator.consensus import CONSENSUS
from watchfloor.assessment.posture.calculator.first_strike import ARMS_RACE, PREVENTIVE_WAR
from watchfloor.assessment.posture.calculator.preemption import PREEMPT_OR_DETER, PREEMPTION
from watchfloor.assessment.posture.calculator.reporting import REPORTING
from watchfloor.assessment.posture.calculator.self_exciting import SELF_EXCITING
from watchfloor.assessment.posture.calculator.tempo import DENIAL, INSPECTION
from watchfloor.errors import ScenarioError

MODELS: Mapping[str, Calculator] = MappingProxyType(
    {
        calculator.name: calculator
        for calculator in (
            ATTRIBUTION,
            PREEMPTION,
            PREEMPT_OR_DETER,
            ARMS_RACE,
            PREVENTIVE_WAR,
            DENIAL,
            INSPECTION,
            CONSENSUS,
            SELF_EXCITING,
            REPORTING,
        )
    }
)


def solve(model: str, given: Mapping[str, str]) -> Solution:
    """What `model` answers to settings as a user typed them, NAME to VALUE.

    Raises:
        ScenarioError: no model of that name, no parameter of that name, or a value that isn't allowed.
    """
    if model not in MODELS:
        raise ScenarioError(f"no model is called {model[:40]!r}; there are {', '.join(MODELS)}")
    return MODELS[model].solve(given)


def assignments(texts: tuple[str, ...]) -> dict[str, str]:
    """NAME=VALUE texts as a mapping, the last of one name counting.

    Raises:
        ScenarioError: a text without "=".
    """
    pairs = [text.partition("=") for text in texts]
    for name, sign, _ in pairs:
        if not sign or not name.strip():
            raise ScenarioError(f"a setting must be written NAME=VALUE, and is {(name + sign)[:40]!r}")
    return {name.strip(): value for name, _, value in pairs}
