"""The self-exciting stream as a calculator: what is expected month by month, and how far simulated futures spread."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from watchfloor.assessment.posture.calculator.calculator import Calculator, Row
from watchfloor.assessment.posture.calculator.parameter import Parameter, Settings
from watchfloor.assessment.posture.domain import NOT_NEGATIVE, POSITIVE, Range
from watchfloor.assessment.posture.self_exciting import RATIO, SelfExciting, expected, monthly_counts

TAILS = (0.05, 0.5, 0.95)


def _rows(settings: Settings) -> Iterator[Row]:
    stream = SelfExciting(settings.many("background"), settings.number("ratio"), settings.number("decay"))
    months, futures = settings.whole("months"), settings.whole("futures")
    yield Row("stationary", stream.stationary, "whether the stream settles: ratio below 1")
    yield Row("long run", stream.long_run, "attacks a month in the long run; none when not stationary")
    means = expected(stream, months)
    yield Row("expected", float(means.sum()), f"attacks in {months} months, on average over all futures; exact")
    yield Row("expected in the last month", float(means[-1]), "attacks in the last month, on average; exact")
    totals = monthly_counts(stream, futures=futures, months=months, seed=settings.whole("seed")).sum(axis=1)
    for tail, value in zip(TAILS, np.quantile(totals, TAILS), strict=True):
        yield Row(
            f"{tail:.0%} of futures", float(value), f"have at most this many attacks in {months} months; simulated"
        )


SELF_EXCITING = Calculator(
    name="self-exciting",
    answers="How many attacks follow when attacks breed attacks?",
    paper="Hawkes: Spectra of Some Self-Exciting and Mutually Exciting Point Processes. Biometrika 58(1), 1971",
    cannot_say="That attacks really set off attacks: a changing background looks the same in short counts.",
    parameters=(
        Parameter(
            "background",
            (1.0,),
            NOT_NEGATIVE,
            "attacks a month that nothing earlier set off; several numbers, month by month",
        ),
        Parameter("ratio", 0.5, RATIO, "further attacks that one attack sets off on average"),
        Parameter("decay", 1.0, POSITIVE, "1 / mean delay in months of an attack that another set off"),
        Parameter("months", 12, Range(1, 120, whole=True), "how long"),
        Parameter("futures", 10_000, Range(100, 100_000, whole=True), "how many futures are simulated"),
        Parameter("seed", 1, Range(0, 2**32 - 1, whole=True), "the same seed gives the same futures"),
    ),
    rows=_rows,
)
