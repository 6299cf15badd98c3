"""Ranges: what they hold, and the message when they don't."""

from __future__ import annotations

import math

import pytest

from watchfloor.assessment.posture.domain import NOT_NEGATIVE, POSITIVE, PROBABILITY, Range
from watchfloor.errors import ScenarioError


@pytest.mark.parametrize("value", [-0.01, 1.01, math.nan, math.inf])
def test_a_probability_is_between_0_and_1(value: float) -> None:
    """The message names the parameter, the range and what was found; not-a-number is outside every range."""
    with pytest.raises(ScenarioError, match=r"^detection must be in \[0, 1\], and is"):
        PROBABILITY.check("detection", value)


def test_ends_belong_to_a_range_unless_open() -> None:
    """0 and 1 are probabilities; 0 is not above 0; no range holds infinity."""
    assert 0.0 in PROBABILITY
    assert 1.0 in PROBABILITY
    assert 0.0 not in POSITIVE
    assert 1.0 not in Range(0.0, 1.0, high_open=True)
    assert math.inf not in NOT_NEGATIVE


@pytest.mark.parametrize(
    ("allowed", "words"),
    [
        (PROBABILITY, "in [0, 1]"),
        (Range(0, 1, low_open=True), "in (0, 1]"),
        (POSITIVE, "in [1e-06, 1000000]"),
        (NOT_NEGATIVE, "in [0, 1000000]"),
        (Range(0.0, low_open=True), "above 0"),
        (Range(0.0), "at least 0"),
        (Range(high=3.0, high_open=True), "below 3"),
        (Range(high=3.0), "at most 3"),
        (Range(), "any finite number"),
        (Range(1, 8, whole=True), "a whole number, in [1, 8]"),
    ],
)
def test_a_range_says_what_it_allows(allowed: Range, words: str) -> None:
    """Each kind of range has its words."""
    assert allowed.words == words


def test_whole_ranges_hold_no_fractions() -> None:
    """2 is a whole number, 2.5 isn't."""
    assert 2 in Range(1, 8, whole=True)
    assert 2.5 not in Range(1, 8, whole=True)


def test_a_range_has_its_ends_in_order() -> None:
    """A range from 1 to 0 is a programmer's mistake."""
    with pytest.raises(ValueError, match="low <= high"):
        Range(1.0, 0.0)
