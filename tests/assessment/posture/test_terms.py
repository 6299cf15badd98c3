"""The terms of a campaign are what the single models say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from posture_scenarios import alliance, with_dynamics, with_evidence
from watchfloor.assessment.posture.attribution import AttributionGame
from watchfloor.assessment.posture.denial import tempo
from watchfloor.assessment.posture.distribution import Uniform
from watchfloor.assessment.posture.draw import sample
from watchfloor.assessment.posture.equilibrium import equilibria
from watchfloor.assessment.posture.first_strike import ArmsRace, arms_cutoffs
from watchfloor.assessment.posture.inspection import inspection_value
from watchfloor.assessment.posture.quantity import Quantity, fixed
from watchfloor.assessment.posture.scenario import Posture
from watchfloor.assessment.posture.terms import armed, tempo_share, terms

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")


def test_attackers_decide_by_the_equilibrium() -> None:
    """With a full answer that all agree on, the chance of attacking is that of the published game (x* = 0.530481)."""
    scenario = with_evidence(
        alliance(),
        {
            "detection": 0.8,
            "misidentified": 0.1,
            "false_alarm": 0.05,
            "readiness": 1.0,
            "reported": 20.0,
            "known_share": 0.05,
        },
    )
    scenario = replace(
        scenario,
        attackers=tuple(replace(one, boldness=fixed(0)) for one in scenario.attackers),
        types=tuple(replace(one, visible=fixed(1)) for one in scenario.types),
        allies=tuple(replace(one, ideal=fixed(1), legal_limit=fixed(1)) for one in scenario.allies),
        postures=(Posture(name="Stay reactive", monthly_cost=fixed(0), firmness=fixed(1)),),
        alliance=replace(scenario.alliance, wavering=fixed(0.001)),
    )
    found = terms(sample(scenario, 2, 1))
    assert found.solved.all()
    assert 1 - found.attacks == pytest.approx(0.530481, abs=1e-5)


@pytest.mark.parametrize(("weight", "ready"), [(0.5, 0.6), (0.25, 1.0)])
def test_a_weaker_answer_is_the_same_game_with_larger_benefits(weight: float, ready: float) -> None:
    """Scaling an answer by its firmness gives the equilibrium of the game in which benefits are that much larger."""
    scenario = with_evidence(
        alliance(),
        {
            "detection": 0.8,
            "misidentified": 0.1,
            "false_alarm": 0.05,
            "readiness": ready,
            "reported": 20.0,
            "known_share": 0.05,
        },
    )
    scenario = replace(
        scenario,
        attackers=tuple(replace(one, boldness=fixed(0)) for one in scenario.attackers),
        types=tuple(replace(one, visible=fixed(1)) for one in scenario.types),
        allies=tuple(replace(one, ideal=fixed(1), legal_limit=fixed(1)) for one in scenario.allies),
        postures=(Posture(name="Stay reactive", monthly_cost=fixed(0), firmness=fixed(weight)),),
        alliance=replace(scenario.alliance, wavering=fixed(0.001)),
    )
    benefit = Uniform(0.0, 1.0 / weight)
    game = AttributionGame.alike(
        right=0.72, wrong=0.08, false_alarm=0.05, benefits=(benefit, benefit), resolve=Uniform(0.0, ready)
    )
    only = equilibria(game).only
    assert only is not None
    assert 1 - terms(sample(scenario, 1, 1)).attacks[:, 0, 0] == pytest.approx(
        weight * np.array(only.cutoffs), abs=1e-5
    )


def test_tempo_is_the_model_for_arrays() -> None:
    """The share of time that the defender holds is that of `denial`, whoever's moves are cheaper."""
    ours, theirs = np.array([0.1, 0.2, 1.0, 3.0]), np.array([0.2, 0.1, 1.0, 0.5])
    expected = [tempo(one, other).shares[0] for one, other in zip(ours, theirs, strict=True)]
    assert tempo_share(ours, theirs) == pytest.approx(np.array(expected))


@pytest.mark.parametrize(("suspicion", "dread"), [(0.1, 0.6), (0.1, 0.9), (0.05, 1.0), (0.2, 0.1)])
def test_arming_is_the_lowest_cutoff(suspicion: float, dread: float) -> None:
    """The share that arms is that of `first_strike` with uniform costs."""
    first = arms_cutoffs(ArmsRace(suspicion, dread))[0]
    assert armed(np.array([suspicion]), np.array([dread]))[0] == pytest.approx(first.arming, abs=1e-6)


def test_patrols_stop_what_the_value_of_the_game_leaves() -> None:
    """Patrols stop 1 + V(n, m) of the attacks of their type."""
    scenario = alliance()
    found = terms(sample(scenario, 3, 1))
    drones = next(place for place, one in enumerate(found.streams) if scenario.types[one.type].name == "drones")
    assert found.stopped[drones, 1] == pytest.approx(1 + inspection_value(10, 4))


def test_today_is_reproduced() -> None:
    """Opportunities are such that the reference posture gives today's attacks in the long run, bred ones included."""
    scenario = with_dynamics(alliance(), {"breeding": Quantity(0.3, 0.5)})
    draws = sample(scenario, 64, 1)
    found = terms(draws)
    chance = found.attacks[:, 0]
    breeding = draws("dynamics.breeding")
    settled = chance * found.opportunities[:, 0] / (1 - chance * breeding)
    today = draws("evidence.reported") / draws("evidence.known_share")
    common = np.all(chance > 0.05, axis=0)
    assert common.any()
    assert settled.sum(axis=0)[common] == pytest.approx(today[common], rel=1e-4)


def test_one_attacker_is_not_mistaken() -> None:
    """Where there is one attacker only, nobody else can be blamed for its attacks."""
    scenario = alliance()
    found = terms(sample(replace(scenario, attackers=scenario.attackers[:1]), 8, 1))
    assert np.all(found.misread == 0)
