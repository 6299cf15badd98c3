"""Who pre-empts in an alliance: two allies, two or three actions, and every Nash equilibrium, pure and mixed.

Arce and Sandler: Counterterrorism: A Game-Theoretic Analysis. Journal of Conflict Resolution 49(2), 2005. Sandler's pre-emption
games (prisoner's dilemma, prime target, coordination) are special cases of the constructors below.

    b   public benefit: what each act of pre-emption is worth to every ally, whoever acts
    c   what acting costs the one who acts
    B   private benefit of deterring: what hardening oneself is worth to oneself
    C   what deterring costs both: to the one its effort, to the other the attacks that are sent its way
    θ   threshold game: the benefit comes only when both act

All in one unit of the allies' own utility; only comparisons within one ally's payoffs mean anything.

In: a table of payoffs. Out: all equilibria that are corners of the sets of equilibria, which for a generic game is all of them; for a
degenerate game (an ally indifferent to more actions than it mixes) the answer says so, since between two corners there may be
a continuum. What it can't say: which of several equilibria comes about, what promises and side payments change, and anything
about legality: an action that law forbids should be left out of the table.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np

from watchfloor.assessment.posture.distribution import Array
from watchfloor.assessment.posture.domain import ANY, NOT_NEGATIVE
from watchfloor.errors import ScenarioError

MOST_ACTIONS = 4
"""Every choice of constraints is tried; with four actions an ally that is 70 small systems, with ten it would be 184,756."""

TOLERANCE = 1e-9
"""What counts as zero in payoffs scaled to [1, 2]."""

Payoffs = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class AllianceGame:
    """The payoffs of two allies, the row ally's and the column ally's, by [row action][column action].

    Raises:
        ScenarioError: no action, more than four, tables of different shapes, or a payoff that is no finite number.
    """

    row: Payoffs
    column: Payoffs
    row_actions: tuple[str, ...]
    column_actions: tuple[str, ...]

    def __post_init__(self) -> None:
        shape = (len(self.row_actions), len(self.column_actions))
        if not all(1 <= size <= MOST_ACTIONS for size in shape):
            raise ScenarioError(f"each ally needs 1 to {MOST_ACTIONS} actions, and they have {shape[0]} and {shape[1]}")
        for whose, table in (("row", self.row), ("column", self.column)):
            if len(table) != shape[0] or any(len(line) != shape[1] for line in table):
                raise ScenarioError(f"the {whose} ally's payoffs must be {shape[0]} lines of {shape[1]} numbers")
            for payoff in itertools.chain.from_iterable(table):
                ANY.check(f"a payoff of the {whose} ally", payoff)

    @classmethod
    def of_cells(cls, cells: tuple[tuple[tuple[float, float], ...], ...], actions: tuple[str, ...]) -> Self:
        """From cells (row ally's payoff, column ally's payoff); both allies choose among the same `actions`."""
        row = tuple(tuple(cell[0] for cell in line) for line in cells)
        return cls(row, tuple(tuple(cell[1] for cell in line) for line in cells), actions, actions)

    @classmethod
    def pre_emption(cls, *, benefit: float, cost: float, row_private: float = 0.0, column_private: float = 0.0) -> Self:
        """Pre-empt or status quo: acting is worth `benefit` (b) to both and its private part to the actor, who pays `cost` (c).

        b = 4 and c = 6 make a prisoner's dilemma; 4 more for the row ally in private make it the prime target.
        """
        for name, value in (
            ("benefit", benefit),
            ("cost", cost),
            ("row_private", row_private),
            ("column_private", column_private),
        ):
            NOT_NEGATIVE.check(name, value)
        alone_row, alone_column = benefit + row_private - cost, benefit + column_private - cost
        both = (benefit + alone_row, benefit + alone_column)
        return cls.of_cells(
            ((both, (alone_row, benefit)), ((benefit, alone_column), (0.0, 0.0))), ("pre-empt", "status quo")
        )

    @classmethod
    def threshold(cls, *, benefit: float, cost: float) -> Self:
        """Pre-empt or status quo where `benefit` (θ) comes only if both act, and each who acts pays `cost` (c)."""
        for name, value in (("benefit", benefit), ("cost", cost)):
            NOT_NEGATIVE.check(name, value)
        both = benefit - cost
        return cls.of_cells((((both, both), (-cost, 0.0)), ((0.0, -cost), (0.0, 0.0))), ("pre-empt", "status quo"))

    @classmethod
    def three_actions(cls, *, benefit: float, cost: float, private: float, burden: float) -> Self:
        """Pre-empt (b, c), status quo or deter (B = `private` to oneself, C = `burden` to both)."""
        for name, value in (("benefit", benefit), ("cost", cost), ("private", private), ("burden", burden)):
            NOT_NEGATIVE.check(name, value)
        own = (benefit - cost, 0.0, private - burden)
        other = (benefit, 0.0, -burden)
        cells = tuple(tuple((own[i] + other[j], own[j] + other[i]) for j in range(3)) for i in range(3))
        return cls.of_cells(cells, ("pre-empt", "status quo", "deter"))


@dataclass(frozen=True, slots=True)
class Nash:
    """One equilibrium: with what probability each ally takes each action, and what each gets on average."""

    row: tuple[float, ...]
    column: tuple[float, ...]
    payoffs: tuple[float, float]

    @property
    def pure(self) -> bool:
        """Whether nobody mixes."""
        return max(self.row) > 1.0 - TOLERANCE and max(self.column) > 1.0 - TOLERANCE


@dataclass(frozen=True, slots=True)
class NashSet:
    """The equilibria found, pure ones first. When `degenerate`, there may be a continuum between those listed."""

    equilibria: tuple[Nash, ...]
    degenerate: bool


def nash_equilibria(game: AllianceGame) -> NashSet:
    """Every corner of the sets of Nash equilibria of `game`, by enumerating the corners of both best-response polytopes.

    Von Stengel: Computing Equilibria for Two-Person Games. Handbook of Game Theory 3, 2002, section 2: a pair of corners is an
    equilibrium when each action is unplayed or a best response. There is always at least one.
    """
    row, column = (np.array(table, dtype=np.float64) for table in (game.row, game.column))
    row_corners = list(_corners(_scaled(column).T, own_first=True))
    column_corners = list(_corners(_scaled(row), own_first=False))
    every = frozenset(range(row.shape[0] + row.shape[1]))
    found: dict[tuple[float, ...], Nash] = {}
    for (x, x_labels), (y, y_labels) in itertools.product(row_corners, column_corners):
        if x_labels | y_labels == every:
            one = Nash(tuple(x.tolist()), tuple(y.tolist()), (float(x @ row @ y), float(x @ column @ y)))
            found.setdefault(tuple(round(chance, 9) for chance in (*one.row, *one.column)), one)
    crowded = any(len(labels) > len(x) for x, labels in (*row_corners, *column_corners))
    listed = sorted(
        found.values(), key=lambda one: (not one.pure, tuple(-chance for chance in (*one.row, *one.column)))
    )
    return NashSet(tuple(listed), degenerate=crowded)


def _scaled(payoffs: Array) -> Array:
    """Payoffs brought to [1, 2], which changes no equilibrium and keeps the polytope bounded."""
    spread = float(payoffs.max() - payoffs.min())
    return np.asarray((payoffs - payoffs.min()) / (spread if spread > 0.0 else 1.0) + 1.0)


def _corners(against: Array, *, own_first: bool) -> Iterator[tuple[Array, frozenset[int]]]:
    """The corners, but the origin, of {z ≥ 0, against·z ≤ 1} as mixed strategies, each with its labels.

    A label is an action that the mixing ally leaves unplayed or one of the other's that answers best. Labels number the row
    ally's actions first; `own_first` says that the mixing ally is the row ally.
    """
    others, own = against.shape
    bounds = np.vstack([-np.eye(own), against])
    limits = np.concatenate([np.zeros(own), np.ones(others)])
    seen: set[tuple[float, ...]] = set()
    for chosen in itertools.combinations(range(own + others), own):
        square = bounds[list(chosen)]
        if abs(np.linalg.det(square)) < TOLERANCE:
            continue
        corner = np.linalg.solve(square, limits[list(chosen)])
        corner[np.abs(corner) < TOLERANCE] = 0.0
        slack = limits - bounds @ corner
        key = tuple(np.round(corner, 9).tolist())
        if slack.min() < -TOLERANCE or corner.sum() < TOLERANCE or key in seen:
            continue
        seen.add(key)
        tight = np.flatnonzero(np.abs(slack) < TOLERANCE).tolist()
        labels = tight if own_first else [label + others if label < own else label - own for label in tight]
        yield corner / corner.sum(), frozenset(labels)
