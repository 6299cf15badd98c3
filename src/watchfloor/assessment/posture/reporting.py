"""Reporting: what counts of reported events say about rates, and how much of a rise may be better reporting.

Counts are taken as Poisson, with Jeffreys' prior on the rate: after k events in time t the rate is Gamma(k + 1/2) / t. In go
counts, out come intervals and probabilities. Events that come in clusters vary more than Poisson, so the intervals are too
narrow for them; and how reporting changed is not in the counts: whoever asks has to say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scipy.special import betainc  # type: ignore[import-untyped] # ships no types
from scipy.stats import beta, binom, gamma  # type: ignore[import-untyped] # ships no types

from watchfloor.assessment.posture.domain import NOT_NEGATIVE, POSITIVE
from watchfloor.errors import ScenarioError

COVERED = 0.9
"""The probability that an interval holds: its ends are the 5 and 95 % quantiles."""
_TAIL = (1 - COVERED) / 2


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with the ends between which it lies with probability COVERED."""

    low: float
    middle: float
    high: float


def rate(events: int, exposure: float) -> Interval:
    """Events a unit of time, after `events` in `exposure` units.

    Raises:
        ScenarioError: a negative count, or an exposure not above 0.
    """
    NOT_NEGATIVE.check("events", events)
    POSITIVE.check("exposure (time in which they were counted)", exposure)
    low, middle, high = (float(gamma.ppf(share, events + 0.5)) / exposure for share in (_TAIL, 0.5, 1 - _TAIL))
    return Interval(low, middle, high)


def share(events: int, of: int) -> Interval:
    """The share of events of one kind, after `events` of `of`, with Jeffreys' prior Beta(1/2, 1/2).

    Raises:
        ScenarioError: counts that are negative, or more events than there are.
    """
    if not 0 <= events <= of:
        raise ScenarioError(f"events must lie between 0 and the {of} there are, and is {events}")
    low, middle, high = (float(beta.ppf(each, events + 0.5, of - events + 0.5)) for each in (_TAIL, 0.5, 1 - _TAIL))
    return Interval(low, middle, high)


def probability_rose(
    before: float, after: float, reporting: float = 1.0, exposures: tuple[float, float] = (1.0, 1.0)
) -> float:
    """The probability that the true rate rose, when `reporting` times as large a share of events is reported after as before.

    With rates G_1 ~ Gamma(before + 1/2) / t_1 and G_2 ~ Gamma(after + 1/2) / (t_2 reporting) it is P(G_2 > G_1), which is an
    incomplete beta function. 12 and then 34 in a year: above .99 with reporting unchanged, .85 doubled, .42 tripled.

    Raises:
        ScenarioError: a negative count, or reporting or an exposure not above 0.
    """
    NOT_NEGATIVE.check("before (events counted)", before)
    NOT_NEGATIVE.check("after (events counted)", after)
    POSITIVE.check("reporting (how many times as much is reported)", reporting)
    for one in exposures:
        POSITIVE.check("exposure (time in which they were counted)", one)
    effort = reporting * exposures[1] / exposures[0]
    return float(betainc(before + 0.5, after + 0.5, 1.0 / (1.0 + effort)))


def median(values: Sequence[float]) -> Interval:
    """The median of independent values, with ends at the order statistics between which it lies with probability COVERED at least.

    Raises:
        ScenarioError: fewer than five values, which can't bound a median so surely.
    """
    count = len(values)
    ordered = sorted(values)
    below = int(binom.ppf(_TAIL, count, 0.5)) if count else 0
    if below < 1:
        raise ScenarioError(f"a median with its interval needs at least 5 values, and there are {count}")
    middle = (ordered[(count - 1) // 2] + ordered[count // 2]) / 2
    return Interval(ordered[below - 1], middle, ordered[count - below])
