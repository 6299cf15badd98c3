"""Consensus: what an alliance can agree on along one dimension, given what happens without an agreement.

The spatial model of unanimity and of voting against a status quo (Romer and Rosenthal: Political Resource Allocation, Controlled
Agendas, and the Status Quo. Public Choice 33(4), 1978; Tsebelis: Veto Players, 2002). An ally takes a proposal y over the status
quo q when y is nearer to its ideal point x; so it accepts what lies between q and 2x − q.

    x  what an ally wants, on a scale from no answer to the strongest (0..1 by habit; any finite number)
    q  what holds if nothing passes, on the same scale
    t  tolerance: an ally abstains, rather than opposes, while |y − x| ≤ |q − x| + t          [at least 0]
    limits  the answers that its law allows it to support. A limit is a constraint, not a cost: no gain outweighs it. With
       `veto` the answer can't pass at all (it needs that ally's consent or soil); without, the ally votes against

In: allies, q and a rule. Out: every interval of answers that passes; what would pass if law limited nobody is asked apart. For simulation, ballots
and their count for whole arrays. What it can't say: who sets the agenda, package deals, persuasion, and whether an ally says
what it wants; ideal points are assumptions, with a source or without.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

from watchfloor.assessment.posture.distribution import Array
from watchfloor.assessment.posture.domain import ANY, NOT_NEGATIVE, POSITIVE, Range
from watchfloor.errors import ScenarioError

SHARE = Range(0.0, 1.0, low_open=True)
ROUNDING = 1e-9
"""How much nearer than the status quo is nearer, and how far a share of votes may fall short of the majority by rounding alone."""


class Ballot(IntEnum):
    """What one ally does with one proposal."""

    BARRED = -2
    """Its law forbids it, and its consent is needed."""
    AGAINST = -1
    ABSTAINS = 0
    FOR = 1


class Abstention(StrEnum):
    """How an abstention counts."""

    ABSENT = "absent"
    """As if the ally weren't there: it neither supports nor stops anything."""
    AGAINST = "against"
    """The majority is one of all votes, so abstaining withholds one."""


@dataclass(frozen=True, slots=True)
class Ally:
    """One ally; see the module for the symbols. `weight` is its number of votes, above 0.

    Raises:
        ScenarioError: an ideal point that is no finite number, a weight not above 0, a negative tolerance, limits in the wrong order.
    """

    name: str
    ideal: float
    weight: float = 1.0
    tolerance: float = 0.0
    limits: tuple[float, float] = (-math.inf, math.inf)
    veto: bool = True

    def __post_init__(self) -> None:
        ANY.check(f"the ideal point of {self.name}", self.ideal)
        POSITIVE.check(f"the weight of {self.name}", self.weight)
        if not math.isinf(self.tolerance):
            NOT_NEGATIVE.check(f"the tolerance of {self.name}", self.tolerance)
        if not self.limits[0] <= self.limits[1]:
            raise ScenarioError(
                f"the legal limits of {self.name} must be low <= high, and are {self.limits[0]:g}, {self.limits[1]:g}"
            )


@dataclass(frozen=True, slots=True)
class Rule:
    """What passes: a share of the votes in favour, and nobody barred by law.

    share       of the votes that count, (0..1]; 1 is unanimity
    abstention  how abstentions count
    abstaining  the largest share of all votes that may abstain (Article 31 of the EU treaty draws the line at a third); more stop
                the proposal

    Raises:
        ScenarioError: a share outside (0, 1], or `abstaining` outside [0, 1].
    """

    share: float = 1.0
    abstention: Abstention = Abstention.ABSENT
    abstaining: float = 1.0

    def __post_init__(self) -> None:
        SHARE.check("share (of votes in favour)", self.share)
        Range(0.0, 1.0).check("abstaining (largest share of votes)", self.abstaining)


UNANIMITY = Rule()


@dataclass(frozen=True, slots=True)
class Interval:
    """Answers from `low` to `high`; an end belongs to it when it is marked as included."""

    low: float
    high: float
    low_included: bool = False
    high_included: bool = False

    def __contains__(self, answer: float) -> bool:
        above = answer >= self.low if self.low_included else answer > self.low
        return above and (answer <= self.high if self.high_included else answer < self.high)

    def __str__(self) -> str:
        left, right = "[" if self.low_included else "(", "]" if self.high_included else ")"
        return f"{left}{self.low:g}, {self.high:g}{right}"


def agreements(allies: Sequence[Ally], status_quo: float, rule: Rule = UNANIMITY) -> tuple[Interval, ...]:
    """Every interval of answers that passes against `status_quo`, lowest first; empty when nothing does.

    Raises:
        ScenarioError: no ally, or a status quo that is no finite number.
    """
    if not allies:
        raise ScenarioError("an alliance needs at least one ally with an ideal point, and has none")
    ANY.check("the status quo", status_quo)
    ends = _ends(allies, status_quo)
    # Ballots change only at an end, so each end and one answer between two neighbours stand for all answers.
    probes = sorted([*ends, *((left + right) / 2.0 for left, right in itertools.pairwise(ends))])
    passed = carried(ballots(allies, np.array(probes)[:, None], status_quo), [ally.weight for ally in allies], rule)
    found: list[Interval] = []
    for passing, run in itertools.groupby(range(len(probes)), key=lambda i: bool(passed[i])):
        if passing:
            found.append(_interval(ends, list(run)))
    return tuple(found)


def agreements_without_law(allies: Sequence[Ally], status_quo: float, rule: Rule = UNANIMITY) -> tuple[Interval, ...]:
    """What the allies would agree on if no law limited them: compare with `agreements` to see what law alone stops."""
    return agreements([replace(ally, limits=(-math.inf, math.inf)) for ally in allies], status_quo, rule)


def ballots(allies: Sequence[Ally], answers: Array, status_quo: Array | float) -> NDArray[np.int8]:
    """What each ally does with `answers`, shape (…, 1), against `status_quo`, shape (…, 1) or one number: `Ballot`s, shape (…, allies)."""
    return cast_ballots(
        answers,
        status_quo,
        ideals=np.array([ally.ideal for ally in allies]),
        tolerances=np.array([ally.tolerance for ally in allies]),
        limits=(np.array([ally.limits[0] for ally in allies]), np.array([ally.limits[1] for ally in allies])),
        vetoes=np.array([ally.veto for ally in allies]),
    )


def cast_ballots(
    answers: Array,
    status_quo: Array | float,
    *,
    ideals: Array,
    tolerances: Array | float = 0.0,
    limits: tuple[Array | float, Array | float] = (-math.inf, math.inf),
    vetoes: NDArray[np.bool_] | bool = True,
) -> NDArray[np.int8]:
    """`Ballot`s for arrays that broadcast together, the last axis being the allies."""
    holds = np.abs(status_quo - ideals)
    away = np.abs(answers - ideals)
    liked = np.where(
        away < holds - ROUNDING, Ballot.FOR, np.where(_borne(away, holds, tolerances), Ballot.ABSTAINS, Ballot.AGAINST)
    )
    lawful = (answers >= np.asarray(limits[0]) - ROUNDING) & (answers <= np.asarray(limits[1]) + ROUNDING)
    return np.asarray(np.where(lawful, liked, np.where(vetoes, Ballot.BARRED, Ballot.AGAINST)), dtype=np.int8)


def carried(cast: NDArray[np.int8], weights: Sequence[float] | Array, rule: Rule = UNANIMITY) -> NDArray[np.bool_]:
    """Whether a proposal passes, shape (…), given `Ballot`s of shape (…, allies) and the allies' votes."""
    votes = np.asarray(weights, dtype=np.float64)
    total = votes.sum(axis=-1)
    favour = ((cast == Ballot.FOR) * votes).sum(axis=-1)
    abstained = ((cast == Ballot.ABSTAINS) * votes).sum(axis=-1)
    counted = total - abstained if rule.abstention is Abstention.ABSENT else total
    enough = (favour > 0.0) & (favour >= rule.share * counted - ROUNDING * total)
    return np.asarray(
        enough & (abstained <= (rule.abstaining + ROUNDING) * total) & ~(cast == Ballot.BARRED).any(axis=-1)
    )


def _borne(away: Array, holds: Array, tolerances: Array | float) -> NDArray[np.bool_]:
    """Whether an ally that doesn't prefer an answer lets it pass; without tolerance it never does."""
    return np.asarray((np.asarray(tolerances) > 0.0) & (away <= holds + tolerances + ROUNDING))


def _ends(allies: Sequence[Ally], status_quo: float) -> list[float]:
    """The answers at which some ally's ballot changes; beyond the outermost nobody is in favour."""
    ends = set()
    for ally in allies:
        reach = abs(status_quo - ally.ideal)
        ends |= {ally.ideal - reach, ally.ideal + reach, *(limit for limit in ally.limits if math.isfinite(limit))}
        if math.isfinite(ally.tolerance):
            ends |= {ally.ideal - reach - ally.tolerance, ally.ideal + reach + ally.tolerance}
    # 2·0.9 − 0.1 and 0.9 + 0.8 are one point, and what rounding brings near the status quo is the status quo.
    distinct = [status_quo]
    for end in sorted(ends):
        if min(abs(end - kept) for kept in distinct[:1] + distinct[-1:]) > 4 * ROUNDING:
            distinct.append(end)
    return sorted(distinct)


def _interval(ends: list[float], run: list[int]) -> Interval:
    """The interval of a run of probes; probe 2i is the end i, probe 2i + 1 lies right of it."""
    low, high = run[0], run[-1]
    return Interval(
        low=ends[low // 2],
        high=ends[(high + 1) // 2],
        low_included=low % 2 == 0,
        high_included=high % 2 == 0,
    )
