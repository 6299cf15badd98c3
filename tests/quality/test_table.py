"""Tables show every set, what it is held against, and what was skipped."""

from __future__ import annotations

from floor import Sets
from measured import Measured, Skipped
from table import COLUMNS, sets_table, stories_table

HELD: Sets = {"names": {"digest": "n1", "floors": {"f1": 0.72}, "wanted": {"f1": 0.8, "speed": 6}}}


def test_a_bound_stands_beside_its_figure() -> None:
    """A figure's row names its floor and what was wanted; a figure without either has a row too."""
    rows = sets_table([Measured(name="names", digest="n1", figures={"f1": 0.75, "p": 0.7})], HELD).splitlines()
    (f1,) = [row for row in rows if " f1 " in row]
    assert "0.7500" in f1
    assert "at least 0.72" in f1
    assert "wanted, not held: 0.8" in f1
    assert any(" p " in row and "0.7000" in row for row in rows)
    assert any(" speed " in row and "wanted, not held: 6" in row for row in rows)


def test_a_figure_just_below_its_floor_does_not_look_like_it() -> None:
    """0.7196 against a floor of 0.72 is not shown as 0.720."""
    assert "0.7196" in sets_table([Measured(name="names", digest="n1", figures={"f1": 0.7196})], HELD)


def test_what_is_skipped_or_not_held_says_so() -> None:
    """A skipped set shows its reason; a set without floors is shown with its figures and the word that it has none."""
    shown = sets_table(
        [Skipped("names", "the corpus is absent"), Measured(name="new", digest="x", figures={"f1": 0.5})], HELD
    )
    assert "SKIPPED: the corpus is absent" in shown
    assert "f1 0.500 (no floors)" in shown


def test_a_story_with_nothing_to_score_shows_a_dash() -> None:
    """A figure that is None is a dash and not a zero, and every column is there."""
    row = stories_table(
        [Measured(name="exercise", digest="x", figures={"statements.f1": 0.9, "speaker_accuracy": None})]
    )
    cells = row.splitlines()[1].split()
    assert cells[:2] == ["exercise", "0.900"]
    assert cells.count("-") == len(COLUMNS) - 1
