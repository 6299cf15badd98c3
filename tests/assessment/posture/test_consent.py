"""The alliance agrees in a simulation exactly where the model of consensus says so."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture_scenarios import alliance
from watchfloor.assessment.posture import consensus
from watchfloor.assessment.posture.consent import council
from watchfloor.assessment.posture.draw import sample
from watchfloor.assessment.posture.quantity import fixed
from watchfloor.assessment.posture.scenario import Ally

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")

PLACE = st.integers(0, 20).map(lambda twentieth: twentieth / 20)
ALLY = st.builds(
    lambda ideal, weight, limit, abstains: (ideal, weight, limit, abstains),
    PLACE,
    st.integers(1, 3).map(float),
    st.sampled_from([0.33, 0.61, 1.0]),
    st.booleans(),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(ALLY, min_size=1, max_size=4), PLACE, PLACE, st.sampled_from([0.5, 0.66, 1.0]))
def test_the_same_as_the_model(
    members: list[tuple[float, float, float, bool]], quo: float, firmness: float, majority: float
) -> None:
    """Without wandering and attacks, what passes here is what `consensus` carries, abstentions and legal limits included."""
    scenario = alliance()
    allies = tuple(
        Ally(name=f"A{place}", ideal=fixed(ideal), weight=fixed(weight), legal_limit=fixed(limit), abstains=abstains)
        for place, (ideal, weight, limit, abstains) in enumerate(members)
    )
    rules = replace(scenario.alliance, majority=fixed(majority), status_quo=fixed(quo))
    scenario = replace(scenario, allies=allies, alliance=rules, postures=scenario.postures[:1])
    here = council(sample(scenario, 1, 1), np.array([[firmness]], dtype=np.float32))
    passes = here.favour(np.zeros((len(allies), 1), dtype=np.float32), 0.0) & ~here.barred
    model = [
        consensus.Ally(f"A{place}", ideal, weight, math.inf if abstains else 0.0, (-math.inf, limit))
        for place, (ideal, weight, limit, abstains) in enumerate(members)
    ]
    cast = consensus.ballots(model, np.array([firmness]), quo)
    expected = consensus.carried(cast, [ally.weight for ally in model], consensus.Rule(majority))
    # An ally exactly between answer and status quo is decided by rounding; neither way is the model's.
    if all(abs(firmness + quo - 2 * ideal) > 1e-6 for ideal, *_ in members):
        assert bool(passes[0, 0]) == bool(expected)


def test_credibility_is_how_often_they_agree() -> None:
    """What attackers expect lies near how often wandering allies agree, and is 0 where a law forbids."""
    draws = sample(alliance(), 256, 2)
    firmness = np.array([[0.2], [0.55]], dtype=np.float32) * np.ones(256, dtype=np.float32)
    two = replace(draws.scenario, postures=draws.scenario.postures[:2])
    here = council(replace(draws, scenario=two), firmness)
    rng = np.random.default_rng(1)
    wander = rng.standard_normal((400, 5, 256)).astype(np.float32)
    often = np.mean([here.favour(one, 0.0) for one in wander], axis=0)
    answers, first = here.credibility
    assert np.abs(answers - often * ~here.barred).mean() < 0.02
    assert np.all(first[here.barred_first] == 0)
    assert here.barred_first.any()


def test_attacks_suffered_rally_the_alliance() -> None:
    """Where attacks move ideal points towards firmness, more of them never cost a majority for a firmer answer."""
    here = council(sample(alliance(), 256, 2), np.full((5, 256), 0.8, dtype=np.float32))
    still = np.zeros((5, 256), dtype=np.float32)
    calm, hurt = here.favour(still, 0.0), here.favour(still, 8.0)
    assert np.all(hurt >= calm)
    assert hurt.sum() > calm.sum()
