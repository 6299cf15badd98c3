"""Confidence is held against what polnear.py counts as right."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import Said, articles
from attribution import measure as score
from calibration import BINS, equal_mass, equal_width, measure, paired
from polnear_exercise import ARTICLE, STATEMENTS, offsets, polnear
from shared import POLNEAR_SCORER

SPANS = st.tuples(st.integers(0, len(ARTICLE) - 2), st.integers(1, 60)).map(
    lambda s: (s[0], min(len(ARTICLE), s[0] + s[1]))
)
TOLD = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


@pytest.mark.parametrize("error", [equal_width, equal_mass])
def test_who_is_as_often_right_as_said_has_no_error(error: object) -> None:
    """Eight of ten right at a confidence of 0.8 is no error; ten of ten is one of 0.2, and none of ten one of 0.8."""
    assert callable(error)
    assert error([(0.8, number < 8) for number in range(10)]) == pytest.approx(0)
    assert error([(0.8, True)] * 10) == pytest.approx(0.2)
    assert error([(0.8, False)] * 10) == pytest.approx(0.8)
    assert error([]) == 0


@given(TOLD)
def test_an_error_is_a_share_and_has_no_order(told: list[tuple[float, bool]]) -> None:
    """Both errors lie in 0..1, are no smaller than the gap of the means, and do not depend on the order of statements."""
    for error in (equal_width, equal_mass):
        value = error(told)
        assert 0 <= value <= 1
        assert error(told[::-1]) == pytest.approx(value, abs=1e-3)
        if told:
            gap = abs(sum(stated - right for stated, right in told)) / len(told)
            assert value >= gap - 1e-3


def test_opposite_errors_in_two_bins_do_not_cancel() -> None:
    """Too sure where right is rare and too modest where it is common is an error, though the means agree."""
    told = [(0.15, True)] * 10 + [(0.85, False)] * 10
    assert equal_width(told) == pytest.approx(0.85)
    assert equal_mass(told) == pytest.approx(0.85)
    assert BINS > 1


@pytest.mark.skipif(not POLNEAR_SCORER.exists(), reason="../shared/score/polnear.py is absent")
@settings(max_examples=25, deadline=None)  # each example starts the scorer
@given(st.lists(st.lists(SPANS, min_size=1, max_size=2), max_size=8))
def test_right_is_what_the_scorer_pairs(contents: list[list[tuple[int, int]]]) -> None:
    """For any reading, as many statements are right as polnear.py itself pairs."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = polnear(Path(scratch), "one")
        texts = articles(folder)
        heard = {texts[0].name: [Said(None, None, tuple(content), 0.5) for content in contents]}
        soft = score("exercise", folder, texts, heard).figures["content_soft"]
        found = measure("exercise", folder, texts, heard).figures
    assert soft is not None
    assert found["share_right"] is not None
    assert soft * (len(contents) + len(STATEMENTS)) / 2 == pytest.approx(found["share_right"] * len(contents), abs=0.01)


def test_each_content_is_paired_once() -> None:
    """Of two readings of one content the more similar is right, and the other is not."""
    gold = [set(range(*offsets("the cable had been cut")))]
    near = set(sorted(gold[0])[2:])
    assert paired(gold, [near, gold[0]]) == {1}
    assert paired(gold, [near]) == {0}
    assert paired(gold, [set(sorted(gold[0])[:5])]) == set()
