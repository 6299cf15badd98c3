"""The whole study of a scenario on one page: futures, comparison, sensitivity, failure rules, flips.

In goes a Scenario, out comes a Study, which `products.posture` writes as a page, JSON and CSV. The three runs of a study
(futures, sensitivity, flips) are kept on a Shelf as they go, so that a study that was stopped goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from watchfloor.assessment.posture import flip, sensitivity
from watchfloor.assessment.posture.campaign import Run
from watchfloor.assessment.posture.comparison import Comparison, compare, satisfied, solved_futures
from watchfloor.assessment.posture.draw import Draws, sample
from watchfloor.assessment.posture.experiment import Shelf, estimate, run
from watchfloor.assessment.posture.failure_rule import Rule, failure_rule
from watchfloor.assessment.posture.flip import Flip
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.scenario import Scenario
from watchfloor.assessment.posture.sensitivity import Effect

SENSITIVITY_SHARE = 4
"""Futures for the indices, per future of the comparison: with 10,000 and fifty assumptions that is 512 base points."""

StepProgress = Callable[[str, int, int], None]


def unwatched(_step: str, _done: int, _total: int) -> None:
    """The progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The futures that a study will run, before it does."""

    scenario: Scenario
    seed: int
    futures: Draws
    sensitivity: sensitivity.Design
    flips: Draws

    @property
    def total(self) -> int:
        """How many futures that is, all three runs together."""
        return len(self.futures) + len(self.sensitivity.draws) + len(self.flips)

    @property
    def seconds(self) -> float:
        """About how long the study will take on this machine, from a pilot run."""
        return estimate(self.futures, self.total)


@dataclass(frozen=True, slots=True)
class Study:
    """What a study found. `run` holds the outcomes of every future of `futures`; `rules` are by posture, in order."""

    scenario: Scenario
    seed: int
    futures: Draws
    run: Run
    comparison: Comparison
    effects: tuple[Effect, ...]
    base_points: int
    rules: tuple[Rule | None, ...]
    flips: tuple[Flip, ...]


def plan(scenario: Scenario, futures: int, seed: int) -> Plan:
    """The plan of a study of `futures` futures.

    Raises:
        ScenarioError: SALib is not installed.
    """
    indices = sensitivity.design(scenario, SENSITIVITY_SHARE * futures, seed)
    return Plan(scenario, seed, sample(scenario, futures, seed), indices, flip.design(scenario, seed))


def study(planned: Plan, *, shelf: Shelf | None = None, progress: StepProgress = unwatched) -> Study:
    """Do what is planned.

    Raises:
        ScenarioError: too few futures have an equilibrium.
    """

    def done(step: str, draws: Draws) -> Run:
        return run(draws, shelf=shelf, progress=lambda now, total: progress(step, now, total))

    scenario = planned.scenario
    main = done("Futures", planned.futures)
    indices = done("Sensitivity", planned.sensitivity.draws)
    moved = done("Flips", planned.flips)
    return Study(
        scenario=scenario,
        seed=planned.seed,
        futures=planned.futures,
        run=main,
        comparison=compare(scenario, main),
        effects=sensitivity.effects(scenario, indices, planned.seed),
        base_points=planned.sensitivity.size,
        rules=_rules(scenario, planned.futures, main),
        flips=flip.flips(scenario, planned.flips, moved),
    )


def _rules(scenario: Scenario, draws: Draws, main: Run) -> tuple[Rule | None, ...]:
    """For each posture, where it passes some threshold; None each where there is no threshold."""
    solved = solved_futures(main)
    outcomes = {one: main.of(one)[:, solved].astype(np.float64) for one in Outcome}
    kept = satisfied(scenario, outcomes)
    if not kept:
        return (None,) * len(scenario.postures)
    failed = ~np.logical_and.reduce(list(kept.values()))
    rules = []
    for posture, each in zip(scenario.postures, failed, strict=True):
        # What another posture costs or does can't be why this one fails.
        own = [
            path
            for path in draws.paths
            if not path.startswith("postures.") or path.startswith(f"postures.{posture.name}.")
        ]
        values = draws.values[solved][:, [draws.paths.index(path) for path in own]]
        rules.append(failure_rule(tuple(own), values, each))
    return tuple(rules)
