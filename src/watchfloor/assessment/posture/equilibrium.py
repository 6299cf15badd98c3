"""The equilibria of an attribution game: fixed points of `best_response`, looked for from many starts.

In: an AttributionGame (or arrays of many games). Out: every fixed point found, with the starts that led to it, and the starts that
led nowhere; none found is an answer of its own. From each start the best response is followed (which finds what is stable), and
Newton's method is run from the start and from where following it ended (which finds what is not). No search from finitely many
starts proves that there is no further fixed point.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from watchfloor.assessment.posture.attribution import AttributionGame, Games, best_response
from watchfloor.assessment.posture.distribution import Array
from watchfloor.errors import ScenarioError

RESIDUAL = 1e-9
"""The largest gap between cut-offs and the best response to them that counts as a fixed point."""

SAME = 1e-6
"""Fixed points nearer to each other than this, in every cut-off, are one: a thousand times the residual."""

FOLLOWED, NEWTON, PATIENT = 12, 14, 200
"""Rounds from each start. Newton's method doubles its digits a round and needs about five; the rest is for kinks in F and G.
Where no start led anywhere, the best response is followed for longer."""

STEP = 1e-7
"""The step of the difference quotient: near the square root of the rounding error, where its own error is least."""

LEVELS = 257
"""Levels at which the diagonal is looked at: two equal equilibria nearer than 1/128 may both be missed there."""

MIXED, MOST = 0.8, 3.0
"""How much of the gap a round of `solve_many` closes, and the most it leans on the round before: the quickest of those tried on
random games of three attackers (about 12 rounds; half steps alone need 31)."""

Flags = NDArray[np.bool_]
Point = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """One equilibrium.

    cutoffs   x_i*, by attacker
    residual  the largest gap to the best response that is left
    starts    where the searches began that ended here
    stable    whether small mistakes die out when each side answers to the other in turn
    """

    cutoffs: Point
    residual: float
    starts: tuple[Point, ...]
    stable: bool


@dataclass(frozen=True, slots=True)
class Equilibria:
    """What a search found: the fixed points, most cautious attackers first, and the starts from which none was reached."""

    found: tuple[FixedPoint, ...]
    lost: tuple[Point, ...]

    @property
    def only(self) -> FixedPoint | None:
        """The fixed point where exactly one was found; None where none or several were."""
        return self.found[0] if len(self.found) == 1 else None

    def __str__(self) -> str:
        tried = len(self.lost) + len({start for point in self.found for start in point.starts})
        if not self.found:
            return f"no equilibrium was found from {tried} starts"
        several = f"{len(self.found)} equilibria were found" if len(self.found) > 1 else "1 equilibrium was found"
        return f"{several} from {tried} starts, {len(self.lost)} of which led nowhere"


def default_starts(attackers: int) -> tuple[Point, ...]:
    """Five points on the diagonal, the corners and for more than three attackers the single deviants instead of all corners."""
    diagonal = [(level,) * attackers for level in (0.0, 0.25, 0.5, 0.75, 1.0)]
    if attackers <= 3:  # noqa: PLR2004 - 2³ corners are quick; from there on they double with each attacker
        corners = list(itertools.product((0.0, 1.0), repeat=attackers))
    else:
        corners = [
            tuple(float((i == j) != flip) for j in range(attackers)) for i in range(attackers) for flip in (False, True)
        ]
    return tuple(dict.fromkeys([*diagonal, *corners]))


def equilibria(game: AttributionGame, starts: tuple[Point, ...] | None = None) -> Equilibria:
    """All fixed points found from `starts` (cut-offs, one for each attacker), or from `default_starts` and wherever on the diagonal the gap changes sign.

    Raises:
        ScenarioError: no start, or one that doesn't hold one cut-off an attacker.
    """
    attackers = len(game.benefits)
    games = game.arrays()
    begun = (*default_starts(attackers), *_crossings(games, attackers)) if starts is None else starts
    if not begun or any(len(start) != attackers for start in begun):
        raise ScenarioError(f"a search needs at least one start of {attackers} cut-offs, one for each attacker")
    first = np.array(begun, dtype=np.float64)
    ends = newton(games, np.concatenate([first, followed(games, first)]))
    gaps = _gaps(games, ends)
    if gaps.min() > RESIDUAL:
        patient = newton(games, followed(games, first, PATIENT))
        ends = np.concatenate([ends, patient])
        gaps = _gaps(games, ends)
    groups = _grouped(ends, gaps <= RESIDUAL)
    found = [_fixed_point(games, ends, gaps, group, begun) for group in groups]
    reached = {start for point in found for start in point.starts}
    return Equilibria(
        found=tuple(sorted(found, key=lambda point: point.cutoffs, reverse=True)),
        lost=tuple(start for start in begun if start not in reached),
    )


def followed(games: Games, cutoffs: Array, rounds: int = FOLLOWED, tolerance: float = 0.0) -> Array:
    """Where `cutoffs` end when each goes part of the way to the best response, round by round.

    The part starts at a half; it is halved for a cut-off that overshot and grows again while it didn't, so that steep answers
    (a defender whose resolve is nearly known) don't swing for ever. It ends early once every gap is within `tolerance`.
    """
    part = np.full(cutoffs.shape, 0.5)
    gap_before = np.zeros(cutoffs.shape)
    for _ in range(rounds):
        gap = best_response(games, cutoffs) - cutoffs
        if np.abs(gap).max(initial=0.0) <= tolerance:
            break
        part = np.where(gap * gap_before < 0.0, 0.5 * part, np.minimum(1.2 * part, 0.9))
        cutoffs, gap_before = cutoffs + part * gap, gap
    return cutoffs


def newton(games: Games, cutoffs: Array, rounds: int = NEWTON) -> Array:
    """Where Newton's method ends from each row of `cutoffs`, shape (rows, n), in one game; rows that blow up end where they did."""
    for _ in range(rounds):
        answer, slopes = _slopes(games, cutoffs)
        gap = answer - cutoffs
        if np.abs(gap).max() <= RESIDUAL / 100.0:
            break
        matrix = np.eye(cutoffs.shape[-1]) - slopes
        # A singular row (a slope of exactly 1) has no Newton step; it follows the best response this round.
        singular = np.abs(np.linalg.det(matrix)) < SAME
        matrix = np.where(singular[:, None, None], np.eye(cutoffs.shape[-1]), matrix)
        step = np.linalg.solve(matrix, gap[..., None])[..., 0]
        # No cut-off in equilibrium lies outside [-1, 1], a difference of two probabilities.
        cutoffs = np.clip(cutoffs + step, -1.0, 1.0)
    return cutoffs


def solve_many(games: Games, start: Array, *, tolerance: float = 1e-7, rounds: int = 20) -> tuple[Array, Flags]:
    """One fixed point in each of many games at once, by following the best response from `start`, shape (…, n).

    Meant for simulation: each round goes along the line through the last two answers to where the gap would vanish (Anderson's
    mixing of depth 1), or half the way to the best response where the last round made the gap wider. Games that are not there after
    `rounds` follow the best response more patiently. Where a game has several
    fixed points it gives one that `start` leads to; whoever needs all asks `equilibria` about that game. Quickest with some
    thousand games at a time, when the arrays stay in the processor's cache.

    Returns:
        The cut-offs, shape (…, n), and where the gap to the best response is within `tolerance`, shape (…). Where it isn't, the
        cut-offs are no equilibrium and must not pass for one.
    """
    gap = np.asarray(best_response(games, np.asarray(start, dtype=np.float64)) - start)
    cutoffs = np.broadcast_to(start, gap.shape)
    before, gap_before = cutoffs, np.zeros_like(gap)
    for _ in range(rounds):
        if np.abs(gap).max(initial=0.0) <= tolerance:
            break
        move, answered = cutoffs - before, gap - gap_before
        size = (answered * answered).sum(axis=-1, keepdims=True)
        share = np.clip((gap * answered).sum(axis=-1, keepdims=True) / np.where(size > 0.0, size, 1.0), -MOST, MOST)
        worse = (gap * gap).sum(axis=-1, keepdims=True) > (gap_before * gap_before).sum(axis=-1, keepdims=True)
        step = np.where(worse, 0.5 * gap, MIXED * gap - share * (move + MIXED * answered))
        before, gap_before = cutoffs, gap
        cutoffs = np.clip(cutoffs + step, -1.0, 1.0)
        gap = best_response(games, cutoffs) - cutoffs
    there = np.abs(gap).max(axis=-1) <= tolerance
    if not there.all():
        cutoffs = np.where(there[..., None], cutoffs, followed(games, cutoffs, PATIENT, tolerance))
        there = _gaps(games, cutoffs) <= tolerance
    return cutoffs, there


def _crossings(games: Games, attackers: int) -> tuple[Point, ...]:
    """Points with equal cut-offs near which the mean gap changes sign: for attackers who are alike, all equal equilibria lie at such."""
    levels = np.linspace(-1.0, 1.0, LEVELS)
    diagonal = np.repeat(levels[:, None], attackers, axis=1)
    gaps = (best_response(games, diagonal) - diagonal).mean(axis=-1)
    left = np.flatnonzero(np.sign(gaps[:-1]) != np.sign(gaps[1:]))
    crossings = levels[left] + (levels[left + 1] - levels[left]) * gaps[left] / (gaps[left] - gaps[left + 1])
    return tuple((float(level),) * attackers for level in crossings)


def _gaps(games: Games, cutoffs: Array) -> Array:
    """The largest gap to the best response in each row."""
    return np.asarray(np.abs(best_response(games, cutoffs) - cutoffs).max(axis=-1))


def _slopes(games: Games, cutoffs: Array) -> tuple[Array, Array]:
    """The best response at each row and its matrix of partial derivatives [answering attacker, moved attacker]."""
    moved = cutoffs[:, None, :] + STEP * np.eye(cutoffs.shape[-1])
    answers = best_response(games, np.concatenate([cutoffs[:, None, :], moved], axis=1))
    base = answers[:, 0, :]
    return base, np.swapaxes((answers[:, 1:, :] - base[:, None, :]) / STEP, 1, 2)


def _grouped(ends: Array, ok: Flags) -> list[list[int]]:
    groups: list[list[int]] = []
    for row in np.flatnonzero(ok).tolist():
        near = next((group for group in groups if np.abs(ends[group[0]] - ends[row]).max() <= SAME), None)
        if near is None:
            groups.append([row])
        else:
            near.append(row)
    return groups


def _fixed_point(games: Games, ends: Array, gaps: Array, group: list[int], begun: tuple[Point, ...]) -> FixedPoint:
    best = min(group, key=lambda row: float(gaps[row]))
    _, slopes = _slopes(games, ends[best : best + 1])
    return FixedPoint(
        cutoffs=tuple(ends[best].tolist()),
        residual=float(gaps[best]),
        starts=tuple(dict.fromkeys(begun[row % len(begun)] for row in group)),
        stable=bool(np.abs(np.linalg.eigvals(slopes[0])).max() < 1.0),
    )
