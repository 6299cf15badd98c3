"""Failure rules: in a few words, the futures in which a posture fails.

The patient rule induction method (Friedman and Fisher: Bump Hunting in High-Dimensional Data. Statistics and Computing 9, 1999)
as used for scenario discovery (Bryant and Lempert: Thinking Inside the Box. Technological Forecasting and Social Change 77,
2010): a box is cut smaller side by side, each time where most failures per future are left. Half of the futures make the rule
and the other half judge it, so that coverage and density are not flattered. What else failing futures have in common is
not looked for, and one box can't describe two separate ways to fail.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom  # type: ignore[import-untyped] # ships no types

from watchfloor.assessment.posture.quantity import Floats

Flags = NDArray[np.bool_]

PEEL = 0.08
"""The share of futures cut off at a time: patient means little, and 0.05 to 0.1 is what the method's authors recommend."""
SMALLEST = 0.05
"""The least share of futures that a box keeps."""
KEPT = 0.5
"""The least share of the failures that a rule must cover to be worth saying."""
MOST_CONDITIONS = 4
"""Conditions that a person holds in mind at once."""
MEANT = 0.01
"""The quasi-p value above which a condition is left out: stricter than the usual 0.05, as a box is chosen from many."""
NEEDED = 20
"""Failures, and non-failures, below which no rule is looked for: fewer are noise."""


@dataclass(frozen=True, slots=True)
class Condition:
    """An assumption lies at or above `low` and at or below `high`; None where that side is open."""

    path: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A box, judged on futures that did not make it.

    `coverage` is the share of all failures that lie in it, `density` the share of failures among what lies in it, `base`
    the share of failures everywhere. No conditions: no box is denser than everywhere.
    """

    conditions: tuple[Condition, ...]
    coverage: float
    density: float
    base: float


def failure_rule(paths: tuple[str, ...], values: Floats, failed: Flags) -> Rule | None:
    """The rule for where `failed` holds, by columns `paths` of `values`; None where too few failed or too few did not."""
    make, judge = slice(0, None, 2), slice(1, None, 2)
    base = float(failed[judge].mean()) if len(failed) > 1 else 0.0
    if min(failed[make].sum(), (~failed[make]).sum()) < NEEDED or not paths:
        return None
    box = _simplified(values[make], failed[make], _best_box(values[make], failed[make]))
    inside = _inside(values[judge], box)
    caught = float((failed[judge] & inside).sum())
    density = caught / max(float(inside.sum()), 1.0)
    if not box or density <= base:
        return Rule((), 1.0, base, base)
    conditions = tuple(Condition(paths[column], *ends) for column, ends in sorted(box.items()))
    return Rule(conditions, caught / max(float(failed[judge].sum()), 1.0), density, base)


Box = dict[int, tuple[float | None, float | None]]


def _best_box(values: Floats, failed: Flags) -> Box:
    """Of the boxes on the way from everything to the smallest, the densest that still covers KEPT of the failures."""
    box: Box = {}
    best, best_density = box, float(failed.mean())
    inside = np.ones(len(failed), dtype=bool)
    while True:
        cut = _cut(values, failed, inside)
        if cut is None:
            return best
        column, side, bound = cut
        low, high = box.get(column, (None, None))
        box = {**box, column: (bound, high) if side == "low" else (low, bound)}
        inside = _inside(values, box)
        density = float(failed[inside].mean())
        if (failed & inside).sum() < KEPT * failed.sum():
            return best
        if density > best_density:
            best, best_density = box, density


def _cut(values: Floats, failed: Flags, inside: Flags) -> tuple[int, str, float] | None:
    """The next peel: which column, which side, and the new bound; None where the box is as small as it may get."""
    kept = values[inside]
    if len(kept) * (1 - PEEL) < max(SMALLEST * len(values), 2):
        return None
    bad = failed[inside]
    best: tuple[float, int, str, float] | None = None
    for column in range(values.shape[1]):
        low, high = np.quantile(kept[:, column], [PEEL, 1 - PEEL])
        for side, bound, stays in (("low", low, kept[:, column] >= low), ("high", high, kept[:, column] <= high)):
            if 0 < stays.sum() < len(kept):
                density = float(bad[stays].mean())
                if best is None or density > best[0]:
                    best = (density, column, side, float(bound))
    return best[1:] if best else None


def _simplified(values: Floats, failed: Flags, box: Box) -> Box:
    """The box without the conditions that chance could have made, until MOST_CONDITIONS are left and each means something.

    A condition's quasi-p value (Bryant and Lempert) is how likely the box would be so dense if it only drew at random from
    the box without that condition.
    """
    while box:
        inside = _inside(values, box)
        chances = {}
        for column in box:
            wider = _inside(values, {key: ends for key, ends in box.items() if key != column})
            chances[column] = float(binom.sf(failed[inside].sum() - 1, inside.sum(), failed[wider].mean()))
        weakest = max(chances, key=chances.__getitem__)
        if len(box) <= MOST_CONDITIONS and chances[weakest] <= MEANT:
            break
        box = {key: ends for key, ends in box.items() if key != weakest}
    return box


def _inside(values: Floats, box: Box) -> Flags:
    inside = np.ones(len(values), dtype=bool)
    for column, (low, high) in box.items():
        if low is not None:
            inside &= values[:, column] >= low
        if high is not None:
            inside &= values[:, column] <= high
    return inside
