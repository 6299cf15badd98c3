"""The campaign: months of attacks, traces, consent, answers and what follows, for many futures under every posture at once.

In go Draws, out comes a Run: every outcome of every posture in every future. Postures of one future meet the same luck, and
a future's result depends on nothing but the scenario, the seed and the future's number. One month goes like this:

1. where the posture acts before an attack, and the alliance agrees, one suspect is acted against;
2. opportunities come (those of today, moved by earlier answers, and those that earlier attacks opened); attackers take or leave them;
3. barriers, patrols, tempo and the act stop some; the rest do harm;
4. some attacks are traced, some to the wrong one, and now and then somebody is suspected of nothing at all;
5. traces become attributions after their delay; where belief and resolve suffice an answer is called for; the alliance agrees
   on it or not, a legal limit before any vote;
6. an answer deters or provokes its target, may have hit the wrong one, and may cross the scenario's threshold.

What is attributed and not answered in its month stays unanswered. Chance decides counts of attacks, traces, resolve,
wandering ideal points and escalations; everything else follows from the future's assumptions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from watchfloor.assessment.posture.campaign_state import State
from watchfloor.assessment.posture.chance import MAX_RATE, Singles, normal, poisson, uniform
from watchfloor.assessment.posture.consent import Flags
from watchfloor.assessment.posture.draw import Draws
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.terms import Terms, terms


@dataclass(frozen=True, slots=True)
class Run:
    """`outcomes` has shape (outcomes in the order of `Outcome`, postures, futures).

    Where no equilibrium of the attackers' game was found in a future, its outcomes are not a number.
    """

    outcomes: Singles

    def of(self, outcome: Outcome) -> Singles:
        """One outcome, shape (postures, futures)."""
        return np.asarray(self.outcomes[list(Outcome).index(outcome)])


@dataclass(frozen=True, slots=True)
class Month:
    """What happened in one month: attackers lead in all but `blocked` and `crossed`, which have shape (postures, futures).

    `due` is where an attribution came due, `idle` the acts whose target attempted nothing, `blocked` the months in which
    what was called for found no consensus, `crossed` how often the threshold was crossed.
    """

    attempts: Singles
    right: Flags
    wrong: Flags
    due: Flags
    answers: Flags
    wrongful: Flags
    acts: Flags
    idle: Flags
    blocked: Flags
    crossed: NDArray[np.int_]


class Watcher(Protocol):
    """Whoever wants to see every month of a campaign."""

    def __call__(self, month: int, happened: Month, /) -> None:
        """Called after each month, from 0."""


@dataclass(frozen=True, slots=True)
class Luck:
    """A month's chance, the same for all postures: shapes (…, 1, futures)."""

    succeeded: Singles
    stopped: Singles
    right: Singles
    wrong: Singles
    alarm: Singles
    suspect: Singles
    resolve: Singles
    escalates: Singles
    acts: Singles
    target: Singles
    act_escalates: Singles
    wander: Singles


def simulate(draws: Draws, watcher: Watcher | None = None) -> Run:
    """Run every posture of the scenario in every future of `draws`; for large numbers see `experiment`, which cuts them up."""
    stands = terms(draws)
    fixed = _Fixed.of(draws, stands)
    state = State.begin(draws.scenario, len(draws))
    for month in range(draws.scenario.months):
        happened = _month(stands, fixed, state, _luck(draws, stands, month), month)
        state.note(happened.answers, Outcome.ANSWERS)
        state.note(happened.wrongful, Outcome.WRONGFUL)
        state.note(happened.acts, Outcome.FIRST_ACTS)
        state.note(happened.idle, Outcome.IDLE_FIRST_ACTS)
        state.counts[Outcome.NO_CONSENSUS] += happened.blocked
        state.counts[Outcome.ESCALATIONS] += happened.crossed
        if watcher is not None:
            watcher(month, happened)
    return Run(np.where(stands.solved, _outcomes(draws, state), np.float32(np.nan)))


@dataclass(frozen=True, slots=True)
class _Fixed:
    """Numbers of a future that a month needs, float32, shape (futures,) unless said."""

    fades: Singles
    """What is left of an echo a month later; with `sows`, the month's step of `self_exciting.next_echo`."""
    sows: Singles
    deterrence: Singles
    anger: Singles
    remembered: Singles
    sway: Singles
    disruption: Singles
    crosses: Singles
    """(postures, futures): the chance that an answer crosses the threshold."""
    act_crosses: Singles
    borders: Singles
    """(attackers, futures): the upper ends of each attacker's part of [0, 1] when a suspect is chosen."""

    @classmethod
    def of(cls, draws: Draws, stands: Terms) -> _Fixed:
        def single(path: str) -> Singles:
            return draws(path).astype(np.float32)

        fades = np.exp(-single("dynamics.fading"))
        crosses = single("escalation.chance") * stands.firmness
        shares = np.stack([single(f"attackers.{one.name}.share") for one in draws.scenario.attackers])
        return cls(
            fades=fades,
            sows=single("dynamics.breeding") * (1 - fades),
            deterrence=single("dynamics.deterrence"),
            anger=single("dynamics.anger"),
            remembered=np.exp2(-1 / single("dynamics.memory")),
            sway=np.log(single("dynamics.sway")),
            disruption=single("defence.disruption"),
            crosses=crosses,
            act_crosses=1 - (1 - crosses) * (1 - stands.armed * single("escalation.reply")),
            borders=np.cumsum(shares, axis=0) / shares.sum(axis=0),
        )


def _luck(draws: Draws, stands: Terms, month: int) -> Luck:
    streams, attackers, allies = len(stands.streams), len(draws.scenario.attackers), len(draws.scenario.allies)
    sizes = (streams, streams, *(attackers,) * 6, 1, 1, 1, allies)
    ends = np.cumsum(sizes).tolist()
    every = uniform(draws.stream, month, range(ends[-1]))
    parts = [every[start:end, None, :] for start, end in zip([0, *ends], ends, strict=False)]
    succeeded, stopped, right, wrong, alarm, suspect, resolve, escalates, acts, target, act_escalates, _ = parts
    return Luck(
        succeeded=succeeded,
        stopped=stopped,
        right=right,
        wrong=wrong,
        alarm=alarm,
        suspect=suspect,
        resolve=resolve,
        escalates=escalates,
        acts=acts,
        target=target,
        act_escalates=act_escalates,
        wander=normal(every[ends[-2] :]),
    )


def _month(stands: Terms, fixed: _Fixed, state: State, luck: Luck, month: int) -> Month:
    majority = stands.council.favour(luck.wander, state.suffered)
    agreed, agreed_first = majority & ~stands.council.barred, majority & ~stands.council.barred_first
    called_first = luck.acts[0] < stands.first_acts
    acts = _acts(fixed, luck, called_first & agreed_first)
    attempts = _attacks(stands, fixed, state, luck, acts)
    right, wrong = _traces(stands, state, luck)
    due_right, due_wrong = state.remember(right, wrong, stands.delay, month)
    ready = luck.resolve * stands.readiness >= stands.doubt
    called = (due_right | due_wrong) & ready & (stands.firmness > 0)
    answers = called & agreed
    crossed = (answers & (luck.escalates < fixed.crosses)).sum(axis=0)
    crossed += (acts & (luck.act_escalates < fixed.act_crosses)).sum(axis=0)
    happened = Month(
        attempts=attempts,
        right=right,
        wrong=wrong,
        due=due_right | due_wrong,
        answers=answers,
        wrongful=answers & ~due_right,
        acts=acts,
        idle=acts & (attempts == 0),
        blocked=(called.any(axis=0) & ~agreed) | (called_first & ~agreed_first),
        crossed=crossed,
    )
    _learn(stands, fixed, state, happened)
    state.echo = fixed.fades * state.echo + fixed.sows * attempts
    return happened


def _acts(fixed: _Fixed, luck: Luck, agreed: Flags) -> Flags:
    """Against whom an agreed act goes: a suspect at random, by today's shares of attacks."""
    below = np.concatenate([np.zeros_like(fixed.borders[:1]), fixed.borders[:-1]])
    chosen = (luck.target >= below[:, None, :]) & (luck.target < fixed.borders[:, None, :])
    return np.asarray(chosen & agreed)


def _attacks(stands: Terms, fixed: _Fixed, state: State, luck: Luck, acts: Flags) -> Singles:
    """Draw this month's attacks, note them in `state`, and return how many each attacker attempted."""
    moved = stands.opportunities * np.exp(state.mood)
    rate = np.minimum((moved + state.echo) * stands.attacks, np.float32(MAX_RATE))
    passing = 1 - acts * fixed.disruption
    attempts = np.zeros_like(state.echo)
    state.suffered[:] = 0
    for place, one in enumerate(stands.streams):
        own = rate[one.attacker] * stands.mix[place]
        through = own * (1 - stands.stopped[place]) * passing[one.attacker]
        succeeded = poisson(through, luck.succeeded[place])
        stopped = poisson(own - through, luck.stopped[place])
        state.attempted[place] = succeeded + stopped
        attempts[one.attacker] += state.attempted[place]
        state.suffered += succeeded
        state.note_attacks(one.type, succeeded, stopped)
    return attempts


def _traces(stands: Terms, state: State, luck: Luck) -> tuple[Flags, Flags]:
    """Against whom a right signal points this month, and against whom a wrong one: each (attackers, postures, futures).

    An attack leaves one trace at most, right or wrong. What is drawn is whether an attacker's attacks of the month leave any
    right one, and then, knowing that, any wrong one; wrong ones of a month all point at one other suspect.
    """
    unseen, unread, untraced = (np.zeros_like(state.echo) for _ in range(3))
    for place, one in enumerate(stands.streams):
        traced = np.minimum(stands.traced[place], np.float32(1 - 1e-6))
        misread = traced * stands.misread[0]
        unseen[one.attacker] += state.attempted[place] * np.log1p(misread - traced)
        unread[one.attacker] += state.attempted[place] * np.log1p(-misread)
        untraced[one.attacker] += state.attempted[place] * np.log1p(-traced)
    no_right, no_wrong, none = np.exp(unseen), np.exp(unread), np.exp(untraced)
    right = luck.right >= no_right
    stays = np.where(right, (no_wrong - none) / np.maximum(1 - no_right, np.float32(1e-9)), none / no_right)
    strays = luck.wrong >= stays
    return right, _blamed(stands, luck, strays)


def _blamed(stands: Terms, luck: Luck, strays: Flags) -> Flags:
    """At whom wrong traces point: for each attacker that left some, one of the others at random; and false alarms."""
    suspects = len(strays)
    blamed = luck.alarm < stands.alarm / suspects
    for attacker in range(suspects if suspects > 1 else 0):
        other = (attacker + 1 + (luck.suspect[attacker] * (suspects - 1)).astype(np.intp)) % suspects
        for suspect in range(suspects):
            blamed[suspect] |= strays[attacker] & (other == suspect)
    return blamed


def _learn(stands: Terms, fixed: _Fixed, state: State, happened: Month) -> None:
    """What answers and acts do to their targets' mood: deter or provoke where they met an attacker, anger where not."""
    innocent = happened.wrongful | happened.idle
    guilty = (happened.answers | happened.acts) & ~innocent
    state.mood *= fixed.remembered
    state.mood += guilty * (-fixed.deterrence * stands.firmness) + innocent * (fixed.anger * stands.firmness)
    np.clip(state.mood, -fixed.sway, fixed.sway, out=state.mood)


def _outcomes(draws: Draws, state: State) -> Singles:
    """Counts and money, in the order of `Outcome`."""
    scenario = draws.scenario
    counts = state.counts
    harm = np.stack([draws(f"types.{one.name}.harm") for one in scenario.types])
    cost = np.stack([draws(f"types.{one.name}.cost") for one in scenario.types])
    counts[Outcome.SUCCEEDED] = state.succeeded.sum(axis=0)
    counts[Outcome.STOPPED] = state.stopped.sum(axis=0)
    counts[Outcome.ATTEMPTED] = counts[Outcome.SUCCEEDED] + counts[Outcome.STOPPED]
    counts[Outcome.DAMAGE] = (state.succeeded * harm[:, None, :]).sum(axis=0)
    counts[Outcome.ATTACKER_SPENDING] = ((state.succeeded + state.stopped) * cost[:, None, :]).sum(axis=0)
    monthly = np.stack([draws(f"postures.{one.name}.monthly_cost") for one in scenario.postures])
    counts[Outcome.DEFENDER_SPENDING] = (
        monthly * scenario.months
        + counts[Outcome.ANSWERS] * draws("defence.answer_cost")
        + counts[Outcome.FIRST_ACTS] * draws("defence.first_cost")
    )
    counts[Outcome.BURDEN] = counts[Outcome.DAMAGE] + counts[Outcome.DEFENDER_SPENDING]
    every: list[NDArray[np.float64] | Singles] = [counts[one] for one in Outcome]
    return np.stack([one.astype(np.float32) for one in every])
