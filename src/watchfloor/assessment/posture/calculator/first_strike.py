"""Fear of being first as calculators: the cut-offs of an arms race, and the preventive-war test."""

from __future__ import annotations

from collections.abc import Iterator

from watchfloor.assessment.posture.calculator.calculator import Calculator, Row
from watchfloor.assessment.posture.calculator.parameter import Parameter, Settings
from watchfloor.assessment.posture.distribution import StretchedBeta
from watchfloor.assessment.posture.domain import ANY, NOT_NEGATIVE, POSITIVE, PROBABILITY
from watchfloor.assessment.posture.first_strike import ArmsRace, PreventiveWar, arms_cutoffs


def _arms_rows(settings: Settings) -> Iterator[Row]:
    a, b, low, high = (settings.number(name) for name in ("cost_a", "cost_b", "cost_low", "cost_high"))
    race = ArmsRace(settings.number("gain"), settings.number("loss"), StretchedBeta(a, b, low, high))
    found = arms_cutoffs(race)
    yield Row("cut-offs", len(found), "solutions found; with several, each can hold once both sides expect it")
    for number, one in enumerate(found, 1):
        yield Row(f"{number}: cut-off", one.low, "who has a cost of arming of at most this arms")
        if one.high > one.low:
            yield Row(f"{number}: up to", one.high, "every cut-off from the one above up to this is a solution")
        yield Row(f"{number}: arming", one.arming, "share of types that arm at this cut-off")
        yield Row(f"{number}: stable", one.stable, "whether a little more fear on one side dies out")


def _war_rows(settings: Settings) -> Iterator[Row]:
    names = ("prevail_now", "prevail_later", "cost", "patience")
    now, later, cost, patience = (settings.number(name) for name in names)
    test = PreventiveWar(now, later, cost, patience)
    yield Row("acting now", test.now, "in prizes: prevailing now for both periods, less the cost")
    yield Row("waiting", test.later, "in prizes: holding the prize now, fighting in the second period")
    yield Row("the test says act now", test.acts, "whether acting now is worth more, by these numbers and nothing else")
    yield Row(
        "turning point",
        test.turning_point,
        "prevail_later below which it says so; outside [0, 1] no belief about later matters",
    )


ARMS_RACE = Calculator(
    name="arms-race",
    answers="How many arm because the other might?",
    paper="Baliga and Sjöström: Arms Races and Negotiations. Review of Economic Studies 71(2), 2004",
    cannot_say="Which of several cut-offs two states stand at, and what talks would change.",
    parameters=(
        Parameter("gain", 0.1, NOT_NEGATIVE, "gain of arming when the other does not"),
        Parameter("loss", 0.6, NOT_NEGATIVE, "loss of not arming when the other does, in the same unit"),
        Parameter("cost_low", 0.0, ANY, "least cost of arming, in the same unit"),
        Parameter("cost_high", 1.0, ANY, "greatest cost of arming, in the same unit"),
        Parameter("cost_a", 1.0, POSITIVE, "first shape of the beta distribution of costs; both 1 is uniform"),
        Parameter("cost_b", 1.0, POSITIVE, "second shape of the beta distribution of costs"),
    ),
    rows=_arms_rows,
)

PREVENTIVE_WAR = Calculator(
    name="preventive-war",
    answers="By its own numbers, is fighting now worth more than fighting later?",
    paper="A two-period form of the commitment problem in Fearon: Rationalist Explanations for War. International Organization 49(3), 1995",
    cannot_say="Whether the numbers are right, whether fighting comes later at all, and who would be hit (Debs and Monteiro 2014).",
    parameters=(
        Parameter("prevail_now", 0.8, PROBABILITY, "probability of prevailing now"),
        Parameter("prevail_later", 0.5, PROBABILITY, "probability of prevailing later"),
        Parameter(
            "cost", 0.3, NOT_NEGATIVE, "cost of fighting, in prizes (1 = holding what is at stake for one period)"
        ),
        Parameter("patience", 1.0, PROBABILITY, "weight of the second period"),
    ),
    rows=_war_rows,
)
