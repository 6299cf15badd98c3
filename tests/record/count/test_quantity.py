"""Quantity: what a figure allows, and whether two can both be right. Everything is an exercise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.model.claim import Figure
from watchfloor.model.span import Span
from watchfloor.record.count.quantity import Bounds, Relation, bounds, relate


def allowed(words: str, value: float, high: float | None = None, *, approx: bool = False, before: str = "") -> Bounds:
    """The bounds of a figure written like this."""
    figure = Figure(
        id="F",
        document_id="d",
        reader="exercise",
        confidence=1,
        span=Span("d", 0, 1),
        value=value,
        value_high=high,
        unit="persons",
        of="divers",
        approx=approx,
    )
    found = bounds(figure, before, words)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (allowed("four", 4, before="at least "), allowed("five", 5)),
        (allowed("70% to 80%", 70, 80), allowed("75%", 75)),
        (allowed("100", 100, before="about ", approx=True), allowed("95", 95)),
        (allowed("1.2 million", 1_200_000), allowed("1.17 million", 1_170_000)),
        (allowed("half a million", 500_000, before="nearly ", approx=True), allowed("470,000", 470_000)),
        (allowed("100", 100, before="up to "), allowed("80", 80)),
        (allowed("100", 100, before="more than ", approx=True), allowed("120", 120)),
    ],
)
def test_figures_that_can_both_be_right(one: Bounds, other: Bounds) -> None:
    """Open bounds, ranges, approximation and rounding are no disagreement."""
    assert relate(one, other) is Relation.AGREE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (allowed("three", 3), allowed("five", 5)),
        (allowed("four", 4, before="at least "), allowed("two", 2)),
        (allowed("70% to 80%", 70, 80), allowed("60%", 60)),
        (allowed("100", 100, before="about ", approx=True), allowed("150", 150)),
        (allowed("10", 10, before="fewer than "), allowed("12", 12)),
        (allowed("143 million", 143_000_000), allowed("145.5 million", 145_500_000)),
    ],
)
def test_figures_that_exclude_each_other(one: Bounds, other: Bounds) -> None:
    """Outside the bounds a number disagrees."""
    assert relate(one, other) is Relation.DISAGREE


def test_far_open_bounds_are_strained() -> None:
    """At least two and at least six can both be true, and are worth telling."""
    assert relate(allowed("two", 2, before="at least "), allowed("six", 6, before="at least ")) is Relation.STRAINED


def test_a_figure_without_a_number_has_no_bounds() -> None:
    """A text "dozens" gives no number to compare, though a reader may have put one."""
    figure = Figure(
        id="F",
        document_id="d",
        reader="exercise",
        confidence=1,
        span=Span("d", 0, 1),
        value=12,
        unit="ships",
        of="ships",
    )
    assert bounds(figure, "", "dozens of ships") is None


numbers = st.floats(0, 1e9, allow_nan=False)


@given(numbers, numbers, st.booleans(), st.booleans())
def test_relation_is_symmetric_and_reflexive(a: float, b: float, rough: bool, open_: bool) -> None:
    """Whatever two figures say, they say it both ways, and a figure agrees with itself."""
    one, other = allowed("a", a, approx=rough), allowed("b", b, before="at least " if open_ else "")
    assert relate(one, other) is relate(other, one)
    assert relate(one, one) is Relation.AGREE
