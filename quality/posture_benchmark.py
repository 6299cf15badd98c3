"""How fast the campaign simulator is, and that it is the same campaign as one written plainly under Mesa.

Run `python quality/posture_benchmark.py`. Prints one table: 100,000 futures x 5 postures x 60 months (time, peak memory), one
equilibrium, and side by side the simulator and a plain Python loop with Mesa's agents over the same futures, with the ratio
of their times and Kolmogorov-Smirnov tests of their outcomes. Mesa is needed for that last part alone and is no dependency
of Watchfloor; without it that part is skipped, and says so.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.stats import ks_2samp  # type: ignore[import-untyped] # ships no types

from watchfloor.assessment.posture import experiment
from watchfloor.assessment.posture.attribution import AttributionGame
from watchfloor.assessment.posture.campaign import simulate
from watchfloor.assessment.posture.distribution import Uniform
from watchfloor.assessment.posture.draw import Draws, sample
from watchfloor.assessment.posture.equilibrium import solve_many
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.scenario_file import parse, shipped
from watchfloor.assessment.posture.terms import Terms, terms

COMPARED = (
    Outcome.ATTEMPTED,
    Outcome.SUCCEEDED,
    Outcome.ANSWERS,
    Outcome.WRONGFUL,
    Outcome.FIRST_ACTS,
    Outcome.NO_CONSENSUS,
)
LEAST_P = 0.001
"""The p-value below which distributions count as different: thirty tests are made, and chance alone gives one below 0.03."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and leave with 1 where the two simulators differ in distribution."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--futures", type=int, default=100_000, help="for the run by itself")
    parser.add_argument("--side-by-side", type=int, default=2000, help="futures for the comparison with Mesa")
    asked = parser.parse_args(arguments)
    _alone(asked.futures)
    _equilibrium()
    try:
        import mesa  # type: ignore[import-not-found]  # noqa: PLC0415 - benchmark only, see the module
    except ImportError:
        print(
            "side by side with Mesa         skipped: mesa is not installed (pip install mesa, in an environment of its own)"
        )
        return 0
    return _side_by_side(mesa, asked.side_by_side)


def _alone(futures: int) -> None:
    draws = sample(parse(shipped("alliance")), futures, 1)
    began, used = time.perf_counter(), time.process_time()
    experiment.run(draws)
    seconds, processor = time.perf_counter() - began, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    postures, months = len(draws.scenario.postures), draws.scenario.months
    print(
        f"{futures:,} futures x {postures} postures x {months} months   {seconds:.1f} s ({processor:.1f} s of processor), peak {peak:.2f} GB"
    )


def _equilibrium() -> None:
    game = AttributionGame.alike(
        right=0.72, wrong=0.08, false_alarm=0.05, benefits=(Uniform(), Uniform()), resolve=Uniform()
    ).arrays()
    start = np.zeros(2)
    solve_many(game, start)
    began = time.perf_counter()
    for _ in range(100):
        solve_many(game, start)
    print(f"one equilibrium                {(time.perf_counter() - began) * 10:.2f} ms")


def _side_by_side(mesa: Any, futures: int) -> int:
    scenario = parse(shipped("alliance"))
    draws = sample(scenario, futures, 2)
    began = time.perf_counter()
    ours = simulate(draws)
    fast = time.perf_counter() - began
    began = time.perf_counter()
    plain = _plain(mesa, draws)
    slow = time.perf_counter() - began
    print(
        f"{futures} futures side by side: watchfloor {fast:.2f} s, Mesa {mesa.__version__} {slow:.1f} s, ratio {slow / fast:.0f}"
    )
    worst = 1.0
    for outcome in COMPARED:
        for place, posture in enumerate(scenario.postures):
            p = float(ks_2samp(ours.of(outcome)[place], plain[outcome][place]).pvalue)
            worst = min(worst, p)
            means = ours.of(outcome)[place].mean(), plain[outcome][place].mean()
            print(f"  {outcome.words:26} {posture.name:16} means {means[0]:8.2f} {means[1]:8.2f}   KS p = {p:.3f}")
    print(f"smallest p of {len(COMPARED) * len(scenario.postures)}: {worst:.3f}")
    return int(worst < LEAST_P)


def _plain(mesa: Any, draws: Draws) -> dict[Outcome, np.ndarray[Any, np.dtype[np.float64]]]:
    """The same campaigns, one future, posture, month and attacker after the other."""
    model = _model(mesa)
    stands = terms(draws)
    postures = len(draws.scenario.postures)
    counts = {one: np.zeros((postures, len(draws))) for one in COMPARED}
    for future in range(len(draws)):
        for posture in range(postures):
            campaign = model(draws, stands, posture, future)
            for _ in range(draws.scenario.months):
                campaign.step()
            for one in COMPARED:
                counts[one][posture, future] = campaign.counts[one]
    return counts


def _model(mesa: Any) -> Any:  # noqa: C901 - two classes, whose methods are counted together
    """The classes of the plain campaign; made here, as Mesa may be absent."""

    class Attacker(mesa.Agent):  # type: ignore[misc] # Mesa is imported at run time
        """Somebody who may attack: its opportunities, what earlier attacks opened, and its mood."""

        def __init__(self, campaign: Any, place: int) -> None:
            super().__init__(campaign)
            self.place = place
            self.echo = 0.0
            self.mood = 0.0
            self.traced: list[tuple[bool, bool]] = []

        def attack(self, acted_against: bool) -> tuple[int, int, list[tuple[int, int]]]:
            """This month's attacks: attempted, suffered, and how many of each stream."""
            campaign = self.model
            stands, posture, future = campaign.stands, campaign.posture, campaign.future
            moved = float(stands.opportunities[self.place, 0, future]) * np.exp(self.mood)
            rate = (moved + self.echo) * float(stands.attacks[self.place, posture, future])
            attempted, suffered, streams = 0, 0, []
            for number, one in enumerate(stands.streams):
                if one.attacker != self.place:
                    continue
                begun = int(campaign.luck.poisson(rate * float(stands.mix[number, 0, future])))
                passes = 1 - float(stands.stopped[number, posture, future])
                if acted_against:
                    passes *= 1 - campaign.number("defence.disruption")
                through = int(campaign.luck.binomial(begun, passes))
                attempted += begun
                suffered += through
                streams.append((number, begun))
            return attempted, suffered, streams

    class Campaign(mesa.Model):  # type: ignore[misc] # Mesa is imported at run time
        """One posture in one future."""

        def __init__(self, draws: Draws, stands: Terms, posture: int, future: int) -> None:
            super().__init__()
            self.draws, self.stands, self.posture, self.future = draws, stands, posture, future
            self.luck = np.random.default_rng((5, posture, future))
            self.suspects = [Attacker(self, place) for place in range(len(draws.scenario.attackers))]
            self.suffered = 0
            self.month = 0
            self.counts = dict.fromkeys(COMPARED, 0)

        def number(self, path: str) -> float:
            """A quantity of this future."""
            return float(self.draws(path)[self.future])

        def step(self) -> None:
            """One month, as `watchfloor.assessment.posture.campaign` describes it."""
            stands, here = self.stands, (self.posture, self.future)
            agreed = self._agreed()
            lawful, lawful_first = not stands.council.barred[here], not stands.council.barred_first[here]
            first = self.luck.random() < float(stands.first_acts[here])
            acted = self._suspect() if first and agreed and lawful_first else None
            attempts, streams = self._attacks(acted)
            self._trace(streams)
            called = self._called()
            answered = [(place, right) for place, right in called if agreed and lawful]
            blocked = (bool(called) and not (agreed and lawful)) or (first and not (agreed and lawful_first))
            self.counts[Outcome.NO_CONSENSUS] += int(blocked)
            self._learn(acted, attempts, dict(answered))
            self.month += 1

        def _agreed(self) -> bool:
            council, here = self.stands.council, (self.posture, self.future)
            for_it = counted = 0.0
            for ally, aside in enumerate(council.abstains):
                ideal = float(council.ideals[ally, self.future])
                ideal += float(council.wavering[self.future]) * self.luck.standard_normal()
                ideal += float(council.rally[self.future]) * self.suffered
                likes = float(council.direction[here]) * (ideal - float(council.midway[here])) > 0
                weight = float(council.weights[ally, self.future])
                for_it += weight * likes
                counted += weight if likes or not aside else 0.0
            return for_it > 0 and for_it >= float(council.share[here]) * counted - 1e-6

        def _suspect(self) -> int:
            shares = np.array([self.number(f"attackers.{one.name}.share") for one in self.draws.scenario.attackers])
            return int(self.luck.choice(len(shares), p=shares / shares.sum()))

        def _attacks(self, acted: int | None) -> tuple[list[int], list[tuple[int, int]]]:
            self.suffered = 0
            attempts, streams = [], []
            for one in self.suspects:
                attempted, suffered, own = one.attack(one.place == acted)
                attempts.append(attempted)
                streams += own
                self.suffered += suffered
            self.counts[Outcome.ATTEMPTED] += sum(attempts)
            self.counts[Outcome.SUCCEEDED] += self.suffered
            return attempts, streams

        def _trace(self, streams: list[tuple[int, int]]) -> None:
            """Each attack leaves a right trace, a wrong one or none; a month's wrong ones of one attacker point at one other."""
            stands, here, suspects = self.stands, (self.posture, self.future), len(self.suspects)
            right, wrong = [False] * suspects, [False] * suspects
            misread = float(stands.misread[0][here])
            strays = [
                int((place + 1 + self.luck.integers(max(suspects - 1, 1))) % suspects) for place in range(suspects)
            ]
            for number, begun in streams:
                guilty = stands.streams[number].attacker
                for _ in range(begun):
                    if self.luck.random() >= float(stands.traced[number][here]):
                        continue
                    if self.luck.random() >= misread:
                        right[guilty] = True
                    elif suspects > 1:
                        wrong[strays[guilty]] = True
            for place in range(suspects):
                wrong[place] |= self.luck.random() < float(stands.alarm[0][here]) / suspects
                self.suspects[place].traced.append((right[place], wrong[place]))

        def _called(self) -> list[tuple[int, bool]]:
            """The suspects against whom an answer is called for, and whether a right trace points at each."""
            stands, here = self.stands, (self.posture, self.future)
            then = self.month - int(stands.delay[here])
            found = []
            for one in self.suspects:
                right, wrong = one.traced[then] if then >= 0 else (False, False)
                resolve = self.luck.random() * float(stands.readiness[here])
                if (
                    (right or wrong)
                    and resolve >= float(stands.doubt[one.place][here])
                    and float(stands.firmness[here]) > 0
                ):
                    found.append((one.place, right))
            return found

        def _learn(self, acted: int | None, attempts: list[int], answered: dict[int, bool]) -> None:
            firmness = float(self.stands.firmness[self.posture, self.future])
            limit = np.log(self.number("dynamics.sway"))
            fades = np.exp(-self.number("dynamics.fading"))
            for one in self.suspects:
                place = one.place
                wrongful = place in answered and not answered[place]
                idle = place == acted and attempts[place] == 0
                self.counts[Outcome.ANSWERS] += int(place in answered)
                self.counts[Outcome.WRONGFUL] += int(wrongful)
                self.counts[Outcome.FIRST_ACTS] += int(place == acted)
                step = 0.0
                if wrongful or idle:
                    step = self.number("dynamics.anger") * firmness
                elif place in answered or place == acted:
                    step = -self.number("dynamics.deterrence") * firmness
                kept = one.mood * 2 ** (-1 / self.number("dynamics.memory"))
                one.mood = float(np.clip(kept + step, -limit, limit))
                one.echo = fades * one.echo + self.number("dynamics.breeding") * (1 - fades) * attempts[place]

    return Campaign


if __name__ == "__main__":
    sys.exit(main())
