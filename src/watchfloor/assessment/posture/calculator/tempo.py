"""Denial and inspection as calculators: how often to take a system back, and what few patrols are worth."""

from __future__ import annotations

from collections.abc import Iterator

from watchfloor.assessment.posture.calculator.calculator import Calculator, Row
from watchfloor.assessment.posture.calculator.parameter import Parameter, Settings
from watchfloor.assessment.posture.denial import tempo
from watchfloor.assessment.posture.domain import POSITIVE, Range
from watchfloor.assessment.posture.inspection import MOST_PERIODS, PERIODS, patrol


def _denial_rows(settings: Settings) -> Iterator[Row]:
    answer = tempo(settings.number("defender_cost"), settings.number("attacker_cost"))
    for i, side in enumerate(("defender", "attacker")):
        yield Row(f"{side}'s rate", answer.rates[i], "moves a month")
        yield Row(f"{side}'s share", answer.shares[i], "of the time that it holds the system")
        yield Row(f"{side}'s benefit", answer.benefits[i], "share of time held less the cost of its moves")


def _inspection_rows(settings: Settings) -> Iterator[Row]:
    answer = patrol(settings.whole("periods"), settings.whole("inspections"))
    yield Row("value", answer.value, "to the inspector: −1 an unseen violation, 0 none, 1 a violation caught")
    yield Row("inspect", answer.inspect, "probability of inspecting in the first period")
    yield Row("violate", answer.violate, "probability of a violation in the first period")


DENIAL = Calculator(
    name="denial",
    answers="How often should a system be taken back from an attacker who takes it by stealth?",
    paper="Van Dijk, Juels, Oprea, Rivest: FlipIt: The Game of Stealthy Takeover. Journal of Cryptology 26(4), 2013",
    cannot_say="Anything about attacks that harm at once, a defender who sees the takeover, or moves that adapt.",
    parameters=(
        Parameter("defender_cost", 0.1, POSITIVE, "cost of one move of the defender, in months of holding the system"),
        Parameter("attacker_cost", 0.2, POSITIVE, "cost of one move of the attacker, in the same unit"),
    ),
    rows=_denial_rows,
)

INSPECTION = Calculator(
    name="inspection",
    answers="What are a few patrols over many periods worth?",
    paper="Dresher: A Sampling Inspection Problem in Arms Control Agreements. RAND RM-2972, 1962",
    cannot_say="Anything where being missed and being caught don't weigh the same, or a patrol overlooks what it patrols.",
    parameters=(
        Parameter("periods", 10, Range(1, MOST_PERIODS, whole=True), "periods in which a violation may happen"),
        Parameter("inspections", 2, PERIODS, "inspections for all of them"),
    ),
    rows=_inspection_rows,
)
