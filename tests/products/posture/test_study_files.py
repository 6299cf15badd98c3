"""The JSON and the CSV of a study load again and say what the study says."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from posture_scenarios import needs_extra
from posture_study import made
from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.products.posture import study_csv, study_json

pytestmark = needs_extra


def test_json_is_complete() -> None:
    """Every spread, pair, regret, effect and flip is in the JSON, and every assumption with its source."""
    loaded = json.loads(study_json.render(made()))
    comparison = made().comparison
    for key, expected in (
        ("outcomes", comparison.spreads),
        ("pairs", comparison.pairs),
        ("regret", comparison.regrets),
        ("total_effects", made().effects),
        ("flips", made().flips),
        ("failure_rules", made().rules),
    ):
        assert len(loaded[key]) == len(expected), key
    assert loaded["sourced"] == dict(zip(("with_source", "numbers"), made().scenario.sourced, strict=True))
    assert {one["told_apart"] for one in loaded["pairs"]} == {one.told_apart for one in comparison.pairs}
    assert loaded["limits"]


def test_csv_has_a_row_for_each_posture_and_outcome() -> None:
    """Every posture has its row in every outcome, with the numbers of the study."""
    rows = list(csv.DictReader(io.StringIO(study_csv.render(made()))))
    assert len(rows) == len(Outcome) * len(made().scenario.postures)
    for row, spread in zip(rows, made().comparison.spreads, strict=True):
        assert (row["posture"], row["outcome"]) == (spread.posture, spread.outcome)
        assert float(row["mean"]) == pytest.approx(spread.mean)
        assert float(row["quantile_0.5"]) == pytest.approx(spread.quantiles[2])


def test_a_name_is_no_formula() -> None:
    """A posture whose name a spreadsheet would compute is written as text."""
    study = made()
    spreads = tuple(replace(one, posture="=1+1") for one in study.comparison.spreads)
    comparison = replace(study.comparison, spreads=spreads, regrets=(), satisfactions=())
    rows = list(csv.DictReader(io.StringIO(study_csv.render(replace(study, comparison=comparison)))))
    assert {row["posture"] for row in rows} == {"'=1+1"}
