"""A study as CSV: one row for each posture and outcome, for spreadsheets.

A cell that a spreadsheet would take for a formula is kept from being one.
"""

from __future__ import annotations

import csv
import io

from watchfloor.assessment.posture.comparison import QUANTILES
from watchfloor.assessment.posture.study import Study
from watchfloor.products.posture.words import unit

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(study: Study) -> str:
    """The text of the CSV file."""
    regrets = {(one.posture, one.outcome): one for one in study.comparison.regrets}
    kept = {one.posture: one for one in study.comparison.satisfactions}
    target = io.StringIO()
    rows = csv.writer(target, lineterminator="\n")
    quantiles = [f"quantile_{share:g}" for share in QUANTILES]
    regret = ["regret_mean", "regret_median", "regret_quantile_0.95", "least_share"]
    rows.writerow(
        [
            "posture",
            "outcome",
            "unit",
            "mean",
            "standard_error",
            *quantiles,
            *regret,
            "threshold",
            "within_threshold_share",
        ]
    )
    for one in study.comparison.spreads:
        own = regrets.get((one.posture, one.outcome))
        threshold = study.scenario.thresholds.get(one.outcome)
        share = kept[one.posture].by_threshold.get(one.outcome) if one.posture in kept else None
        rows.writerow(
            [
                _cell(one.posture),
                one.outcome.value,
                _cell(unit(one.outcome, study.scenario.money)),
                one.mean,
                one.error,
                *one.quantiles,
                *((own.mean, own.median, own.high, own.least) if own else ("", "", "", "")),
                "" if threshold is None else threshold,
                "" if share is None else share,
            ]
        )
    return target.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
