"""Terms: what stands still while a campaign runs, for every posture and future: who attacks how often, what stops it, who is blamed.

In go Draws, out come arrays of shape (postures, futures), attackers or types leading where there are several. Here the
models meet: attackers decide by the equilibrium of `attribution` (where they expect no consensus, no answer), tempo
follows from `denial`, patrols from `inspection`, the fear behind acts before an attack from `first_strike`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from watchfloor.assessment.posture.attribution import Games, beliefs
from watchfloor.assessment.posture.chance import Singles
from watchfloor.assessment.posture.consent import Council, council
from watchfloor.assessment.posture.denial import defender_share
from watchfloor.assessment.posture.draw import Draws
from watchfloor.assessment.posture.equilibrium import solve_many
from watchfloor.assessment.posture.inspection import inspection_value
from watchfloor.assessment.posture.scenario import AttackType, Denial, Scenario
from watchfloor.assessment.posture.signal import signal_table

Doubles = NDArray[np.float64]

SELDOM = 0.05
"""The least chance of attacking that is assumed of an attacker under the reference posture: below it, today's attacks would
need more than twenty opportunities each, and a small change of posture would release them all."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One attacker's attacks of one type, by position in the scenario."""

    attacker: int
    type: int


@dataclass(frozen=True, slots=True)
class Terms:
    """See the module. A is the attackers, K their streams of one type each, P the postures, F the futures.

    `opportunities` (A, 1, F) a month; `attacks` (A, P, F) the chance that one is taken; `mix` (K, 1, F) of an attacker's
    attacks; `stopped` (K, P, F); `traced` (K, P, F) and `misread` (1, P, F) of those; `alarm` (1, P, F); `delay` (P, F) in
    months; `doubt` (A, P, F) after a signal against A; `readiness` (P, F). `solved` (P, F) says where the equilibrium of the
    attackers' game was found.
    """

    streams: tuple[Stream, ...]
    opportunities: Singles
    attacks: Singles
    mix: Singles
    stopped: Singles
    traced: Singles
    misread: Singles
    alarm: Singles
    delay: NDArray[np.intp]
    doubt: Singles
    readiness: Singles
    firmness: Singles
    first_acts: Singles
    armed: Singles
    council: Council
    solved: NDArray[np.bool_]


def terms(draws: Draws) -> Terms:
    """The terms of every future in `draws` under every posture of its scenario."""
    scenario = draws.scenario
    lever = {
        name: _levers(draws, name) for name in ("firmness", "readiness", "detection", "naming", "speed", "first_acts")
    }
    firmness = lever["firmness"].astype(np.float32)
    allied = council(draws, firmness)
    detection = _closed(draws("evidence.detection"), lever["detection"])
    misread = draws("evidence.misidentified") * (1.0 - lever["naming"])
    if len(scenario.attackers) == 1:
        misread = np.zeros_like(misread)
    readiness = draws("evidence.readiness") + lever["readiness"]
    streams, mix = _mix(draws)
    visible = np.stack([draws(f"types.{scenario.types[one.type].name}.visible") for one in streams])
    seen = _seen(streams, mix, visible, len(scenario.attackers))
    games = _games(draws, detection * seen[:, None, :], misread, readiness, lever["firmness"] * allied.credibility[0])
    cutoffs, found = solve_many(games, np.zeros((len(scenario.postures), len(draws), len(scenario.attackers))))
    attacks = np.moveaxis(1.0 - games.benefit(cutoffs), -1, 0)
    guilt = np.moveaxis(np.diagonal(beliefs(games, cutoffs)[..., 1:], axis1=-2, axis2=-1), -1, 0)
    return Terms(
        streams=streams,
        opportunities=_opportunities(draws, attacks).astype(np.float32),
        attacks=attacks.astype(np.float32),
        mix=mix[:, None, :].astype(np.float32),
        stopped=np.stack([_stopped(draws, scenario.types[one.type]) for one in streams]).astype(np.float32),
        traced=(detection[None] * visible[:, None, :]).astype(np.float32),
        misread=misread[None].astype(np.float32),
        alarm=np.broadcast_to(draws("evidence.false_alarm"), misread.shape)[None].astype(np.float32),
        delay=np.rint(draws("evidence.delay") * (1.0 - lever["speed"])).astype(np.intp),
        doubt=(1.0 - guilt).astype(np.float32),
        readiness=readiness.astype(np.float32),
        firmness=firmness,
        first_acts=lever["first_acts"].astype(np.float32),
        armed=armed(draws("escalation.suspicion"), draws("escalation.dread")).astype(np.float32),
        council=allied,
        solved=found,
    )


def armed(suspicion: Doubles, dread: Doubles) -> Doubles:
    """The share of adversaries who arm for fear: the lowest cut-off of `first_strike` where costs of arming are uniform on [0, 1].

    With slope d - mu the line mu + (d - mu) c meets c at mu / (1 - d + mu) where that is below 1; otherwise everyone arms.
    """
    slope = dread - suspicion
    return np.asarray(np.minimum(suspicion / np.maximum(1.0 - slope, 1e-9), 1.0))


def _games(draws: Draws, traced: Doubles, misread: Doubles, readiness: Doubles, weight: Doubles) -> Games:
    """One attribution game for each posture and future; `traced` has shape (attackers, postures, futures).

    What an answer costs its target scales with its firmness and with how often the alliance agrees to it (`weight`). The
    model's answers cost 1, so benefits are divided by the weight instead: x >= weight * y is x / weight >= y.
    """
    attackers = draws.scenario.attackers
    # The signal table takes one quality of tracing for all attackers; their own differ by what they use, so rows are put together.
    rows = []
    for position, each in enumerate(traced):
        table, quiet = signal_table(
            each * (1.0 - misread), each * misread, draws("evidence.false_alarm"), attackers=len(attackers)
        )
        rows.append(table[..., position, :])
    bold = np.stack([draws(f"attackers.{one.name}.boldness") for one in attackers], axis=-1)
    rate = draws("evidence.reported") / draws("evidence.known_share")
    return Games(
        attacked=np.stack(rows, axis=-2),
        quiet=quiet,
        opportunity=np.broadcast_to(1.0 - np.exp(-rate), misread.shape),
        benefit=lambda cutoffs: np.clip(weight[..., None] * cutoffs - bold, 0.0, 1.0),
        resolve=lambda doubt: np.clip(doubt / readiness[..., None, None], 0.0, 1.0),
    )


def _opportunities(draws: Draws, attacks: Doubles) -> Doubles:
    """Opportunities a month such that, under the reference posture, attacks come as often as they are reported to.

    With a chance p of taking one, a branching ratio n and base opportunities b, attacks a month settle at a = p (b + n a).
    """
    scenario = draws.scenario
    reference = next(place for place, one in enumerate(scenario.postures) if one.name == scenario.reference)
    shares = np.stack([draws(f"attackers.{one.name}.share") for one in scenario.attackers])
    today = draws("evidence.reported") / draws("evidence.known_share") * shares / shares.sum(axis=0)
    taken = np.maximum(attacks[:, reference, :], SELDOM)
    return np.asarray((today / taken - draws("dynamics.breeding") * today)[:, None, :])


def _stopped(draws: Draws, kind: AttackType) -> Doubles:
    """The share of attacks of a type that each posture stops, shape (postures, futures)."""
    defence = draws.scenario.defence
    if kind.denied_by is Denial.BARRIER:
        return _closed(draws(f"types.{kind.name}.stopped"), _levers(draws, "hardening"))
    if kind.denied_by is Denial.TEMPO:
        return tempo_share(
            draws("defence.defender_move") * (1.0 - _levers(draws, "tempo")), draws("defence.attacker_move")
        )
    # In Dresher's game the inspectee's gain is 1 for getting through: what patrols leave of it is what gets through.
    kept = [1.0 + inspection_value(defence.periods, defence.patrols + one.patrols) for one in draws.scenario.postures]
    return np.broadcast_to(np.array(kept)[:, None], (len(kept), len(draws)))


def tempo_share(ours: Doubles, theirs: Doubles) -> Doubles:
    """The share of time that a defender whose moves cost `ours` holds what is attacked at `theirs`: `denial.tempo` for arrays."""
    cheap, dear = np.minimum(ours, theirs), np.maximum(ours, theirs)
    fast, slow = 0.5 / dear, 0.5 * cheap / dear**2
    return np.asarray(defender_share(np.where(ours <= theirs, fast, slow), np.where(ours <= theirs, slow, fast)))


def _mix(draws: Draws) -> tuple[tuple[Stream, ...], Doubles]:
    scenario: Scenario = draws.scenario
    places = {one.name: place for place, one in enumerate(scenario.types)}
    streams, shares = [], []
    for attacker, one in enumerate(scenario.attackers):
        own = np.stack([draws(f"attackers.{one.name}.means.{name}") for name in one.means])
        streams += [Stream(attacker, places[name]) for name in one.means]
        shares.append(own / own.sum(axis=0))
    return tuple(streams), np.concatenate(shares)


def _seen(streams: tuple[Stream, ...], mix: Doubles, visible: Doubles, attackers: int) -> Doubles:
    """How visible each attacker's attacks are on average, shape (attackers, futures)."""
    seen = np.zeros((attackers, mix.shape[1]))
    for place, one in enumerate(streams):
        seen[one.attacker] += mix[place] * visible[place]
    return seen


def _levers(draws: Draws, name: str) -> Doubles:
    return np.stack([draws(f"postures.{one.name}.{name}") for one in draws.scenario.postures])


def _closed(today: Doubles, lever: Doubles) -> Doubles:
    """`today` with the share `lever` of its gap to 1 closed."""
    return np.asarray(1.0 - (1.0 - today) * (1.0 - lever))
