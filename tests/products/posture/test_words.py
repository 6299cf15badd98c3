"""Assumptions and amounts have words that a reader understands."""

from __future__ import annotations

import pytest

from watchfloor.assessment.posture.scenario_file import SHIPPED, parse, shipped
from watchfloor.products.posture.words import amount, assumption, percent

pytest.importorskip("pydantic", reason="scenario files need watchfloor[posture]")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_assumption_has_words_of_its_own(name: str) -> None:
    """No two numbers of a scenario read the same, and none shows its path."""
    paths = [path for path, _ in parse(shipped(name)).quantities(unused=True)]
    words = [assumption(path) for path in paths]
    assert len(set(words)) == len(words)
    assert not any("." in one or "_" in one for one in words)


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (1463.2, "1,460"), (12.345, "12.3"), (0.05119, "0.0512"), (-2345678, "-2,350,000"), (999.6, "1,000")],
)
def test_amounts_have_three_digits(value: float, words: str) -> None:
    """An amount shows what counts of it."""
    assert amount(value) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0, "0"), (0.001, "under 1"), (0.5, "50"), (0.999, "over 99"), (1, "100")]
)
def test_shares_are_never_rounded_to_certainty(share: float, words: str) -> None:
    """0 and 100 per cent are said only where they are exact."""
    assert percent(share) == f"{words}\u202f%"
