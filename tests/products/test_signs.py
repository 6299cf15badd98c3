"""The words and signs that all forms of the brief share."""

from __future__ import annotations

from dataclasses import replace

import pytest

import exercise
from watchfloor.model.record import Strength
from watchfloor.products.brief import brief_of
from watchfloor.products.signs import HEDGE_SIGN, POLARITY_SIGN, STATUS_SIGN, tally


@pytest.mark.parametrize(
    ("strong", "weak", "words"),
    [
        (2, 0, "2 contradictions: not all sides can be true."),
        (0, 1, "1 tension: the sides can hardly all be true as they stand."),
        (1, 3, "1 contradiction, where not all sides can be true, and 3 tensions."),
    ],
)
def test_tally_counts_contradictions_apart_from_tensions(strong: int, weak: int, words: str) -> None:
    """What can't be true at once is never counted together with what can hardly be."""
    part = brief_of(exercise.record()).parts[0]
    dispute = part.disputes[0]
    disputes = (dispute,) * strong + (replace(dispute, strength=Strength.TENSION),) * weak
    assert tally(replace(part, disputes=disputes)) == words


@pytest.mark.parametrize("signs", [STATUS_SIGN, POLARITY_SIGN, HEDGE_SIGN])
def test_every_value_has_a_sign_of_its_own(signs: dict[object, str]) -> None:
    """Two values never share a sign, and none is left without."""
    kind = type(next(iter(signs)))
    assert set(signs) == set(kind)  # type: ignore[call-overload]
    assert len(set(signs.values())) == len(signs)
