"""Consensus as a calculator: which answers pass, and which law alone keeps from passing."""

from __future__ import annotations

import math
from collections.abc import Iterator

from watchfloor.assessment.posture.calculator.calculator import Calculator, Row
from watchfloor.assessment.posture.calculator.parameter import Parameter, Settings
from watchfloor.assessment.posture.consensus import (
    SHARE,
    Abstention,
    Ally,
    Interval,
    Rule,
    agreements,
    agreements_without_law,
)
from watchfloor.assessment.posture.domain import ANY, MOST, NOT_NEGATIVE, POSITIVE, PROBABILITY, Range
from watchfloor.errors import ScenarioError


def _rows(settings: Settings) -> Iterator[Row]:
    ideals = settings.many("ideals")
    weights, tolerances, most = (
        _each(name, settings.many(name), len(ideals)) for name in ("weights", "tolerances", "legal_most")
    )
    allies = [
        Ally(
            f"ally {i + 1}",
            ideal,
            weights[i],
            tolerances[i],
            limits=(-math.inf, most[i]),
            veto=settings.number("veto") > 0,
        )
        for i, ideal in enumerate(ideals)
    ]
    counts = Abstention.AGAINST if settings.number("abstaining_counts") > 0 else Abstention.ABSENT
    rule = Rule(settings.number("share"), counts, settings.number("abstaining_most"))
    quo = settings.number("status_quo")
    yield from _interval_rows(
        "passes", agreements(allies, quo, rule), "answers that pass; a round bracket leaves the end out"
    )
    yield from _interval_rows(
        "without legal limits", agreements_without_law(allies, quo, rule), "what would pass if no law limited anybody"
    )


def _interval_rows(name: str, found: tuple[Interval, ...], meaning: str) -> Iterator[Row]:
    yield Row(name, " and ".join(str(each) for each in found) or "nothing", meaning)
    for number, each in enumerate(found, 1):
        yield Row(f"{name}, from {number}" if len(found) > 1 else f"{name}, from", each.low, "lower end")
        yield Row(f"{name}, to {number}" if len(found) > 1 else f"{name}, to", each.high, "upper end")


def _each(name: str, values: tuple[float, ...], allies: int) -> tuple[float, ...]:
    """One value an ally; one value alone holds for all."""
    if len(values) not in {1, allies}:
        raise ScenarioError(f"{name} must hold 1 number or {allies}, one for each ideal point, and holds {len(values)}")
    return values * allies if len(values) == 1 else values


CONSENSUS = Calculator(
    name="consensus",
    answers="Which answers can an alliance agree on, against what holds if it doesn't?",
    paper="Romer and Rosenthal: Political Resource Allocation, Controlled Agendas, and the Status Quo. Public Choice 33(4), 1978",
    cannot_say="Who sets the agenda, package deals, persuasion, and whether an ally says what it wants.",
    parameters=(
        Parameter("ideals", (0.3, 0.5, 0.9), ANY, "what each ally wants, from 0 (no answer) to 1 (the strongest)"),
        Parameter("status_quo", 0.1, ANY, "what holds if nothing passes, on the same scale"),
        Parameter("share", 1.0, SHARE, "share of the votes that must be in favour; 1 is unanimity"),
        Parameter("weights", (1.0,), POSITIVE, "votes of each ally, or one number for all"),
        Parameter(
            "tolerances",
            (0.0,),
            NOT_NEGATIVE,
            "how much worse than the status quo an ally lets pass by abstaining; of each or all",
        ),
        Parameter(
            "abstaining_counts", 0, Range(0, 1, whole=True), "0: abstaining is as if absent; 1: it counts against"
        ),
        Parameter("abstaining_most", 1.0, PROBABILITY, "largest share of the votes that may abstain"),
        Parameter(
            "legal_most", (MOST,), ANY, "the strongest answer that each ally's law allows, or one number for all"
        ),
        Parameter("veto", 1, Range(0, 1, whole=True), "1: a legal limit stops the answer; 0: that ally votes against"),
    ),
    rows=_rows,
)
