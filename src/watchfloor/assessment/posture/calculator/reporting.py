"""The reporting slider as a calculator: did attacks rise, or only reports of them?"""

from __future__ import annotations

from collections.abc import Iterator

from watchfloor.assessment.posture.calculator.calculator import Calculator, Row
from watchfloor.assessment.posture.calculator.parameter import Parameter, Settings
from watchfloor.assessment.posture.domain import Range
from watchfloor.assessment.posture.reporting import COVERED, probability_rose, rate

_CSIS = "CSIS: suspected sabotage attacks in Europe, 12 in 2023 and 34 in 2024"


def _rows(settings: Settings) -> Iterator[Row]:
    before, after = settings.whole("before"), settings.whole("after")
    reporting = settings.number("reporting")
    yield Row(
        "probability that attacks rose", probability_rose(before, after, reporting), "with reporting changed as set"
    )
    for factor in (1.0, 1.5, 2.0, 3.0):
        yield Row(
            f"with {factor:g} times the reporting", probability_rose(before, after, factor), "the same, for comparison"
        )
    for name, count in (("before", before), ("after", after)):
        found = rate(count, 1.0)
        yield Row(
            f"reported rate {name}, low",
            found.low,
            f"{COVERED:.0%} interval of reported events a period, with Jeffreys' prior",
        )
        yield Row(f"reported rate {name}, high", found.high, "its upper end")


REPORTING = Calculator(
    name="reporting",
    answers="If more is reported now, how sure is it that attacks rose?",
    paper="Poisson counts with Jeffreys' prior; the probability is an incomplete beta function",
    cannot_say="How reporting really changed. Events that come in clusters vary more than Poisson, so it sounds surer than it is.",
    parameters=(
        Parameter("before", 12, Range(0, 1e6, whole=True), "events reported in the earlier period", _CSIS),
        Parameter(
            "after", 34, Range(0, 1e6, whole=True), "events reported in the later period, as long as the earlier", _CSIS
        ),
        Parameter("reporting", 2, Range(0.01, 100), "how many times as large a share of events is reported now"),
    ),
    rows=_rows,
)
