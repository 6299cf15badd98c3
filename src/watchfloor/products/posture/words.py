"""The words of a posture study: assumptions by path, amounts with as many digits as mean something."""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.assessment.posture.outcome import Outcome
from watchfloor.assessment.posture.quantity import Quantity
from watchfloor.assessment.posture.sensitivity import CHANCE

_KEYS = {
    "reported": "attacks reported a month",
    "known_share": "share of attacks that become known",
    "detection": "chance that an attack is traced to anybody",
    "misidentified": "share of traces to the wrong suspect",
    "false_alarm": "chance of a false alarm a month",
    "delay": "months until attribution",
    "readiness": "readiness to answer on weak evidence",
    "breeding": "attacks that one attack makes room for",
    "fading": "how fast that fades, a month",
    "deterrence": "how far an answer deters (below 0: provokes)",
    "anger": "how far a wrongful answer provokes",
    "memory": "months until half of it is forgotten",
    "sway": "the most that answers multiply or divide attacks by",
    "chance": "chance that a full answer crosses the threshold",
    "suspicion": "gain of arming alone",
    "dread": "loss of being the only one unarmed",
    "reply": "chance that an armed adversary's reply crosses the threshold",
    "answer_cost": "cost of an answer",
    "first_cost": "cost of an act before an attack",
    "disruption": "share of attempts that an act before them stops",
    "defender_move": "cost of a defender's move",
    "attacker_move": "cost of an attacker's move",
    "majority": "share of votes needed",
    "status_quo": "firmness of today's conduct",
    "wavering": "how far ideal points wander",
    "rally": "how far an attack suffered moves allies",
    "share": "share of today's attacks",
    "boldness": "least benefit of an attack",
    "harm": "harm of an attack",
    "cost": "cost of an attack to the attacker",
    "visible": "how visible an attack is",
    "stopped": "share stopped today",
    "ideal": "ideal point",
    "weight": "votes",
    "legal_limit": "legal limit for answers",
    "first_limit": "legal limit for acts before an attack",
    "monthly_cost": "cost a month",
    "firmness": "firmness of answers",
    "hardening": "hardening",
    "naming": "better identification",
    "speed": "faster attribution",
    "tempo": "cheaper moves",
    "first_acts": "chance of acting first, a month",
}
_THIN = "\u202f"
"""A narrow space at which no line breaks, before a per cent sign."""
_LEVERS = {
    "detection": "better detection",
    "readiness": "more readiness to answer",
    "majority": "majority instead of the alliance's",
}


def assumption(path: str) -> str:
    """The quantity at `path` in words, with the thing that it belongs to."""
    if path == CHANCE:
        return "chance alone, no assumption"
    parts = path.split(".")
    if "means" in parts:
        return f"{parts[1]}: {parts[-1]} among its attacks"
    if parts[0] == "postures":
        return f"{parts[1]}: {_LEVERS.get(parts[2], _KEYS[parts[2]])}"
    return f"{parts[1]}: {_KEYS[parts[2]]}" if len(parts) > 2 else _KEYS[parts[1]]  # noqa: PLR2004 - kind, name, key


def amount(value: float) -> str:
    """A number with three digits that count, thousands apart: 1,460; 12.3; 0.051."""
    if value == 0:
        return "0"
    if abs(value) >= 999.5:  # noqa: PLR2004 - has four digits once rounded to three that count
        digits = len(f"{abs(value):.0f}") - 3
        return f"{round(value, -digits):,.0f}"
    return f"{value:.3g}"


def percent(share: float) -> str:
    """A share in whole per cent, but never 0 or 100 where it is neither."""
    if 0 < share < 0.005:  # noqa: PLR2004 - rounds to nothing
        return f"under 1{_THIN}%"
    if 0.995 < share < 1:  # noqa: PLR2004 - rounds to everything
        return f"over 99{_THIN}%"
    return f"{share * 100:.0f}{_THIN}%"


def span(one: Quantity) -> str:
    """The value or range of a quantity, with its distribution where that is not uniform."""
    if not one.uncertain:
        return amount(one.low)
    shape = "" if one.shape.value == "uniform" else f", {one.shape.value}"
    peak = f" around {amount(one.likely)}" if one.likely is not None else ""
    return f"{amount(one.low)} to {amount(one.high)}{peak}{shape}"


def listed(names: Sequence[str]) -> str:
    """A list in a sentence: A, B and C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def unit(outcome: Outcome, money: str) -> str:
    """What an outcome is counted in."""
    return money if outcome.is_money else "number over the campaign"
