"""Units: what stands around a number and says what it measures.

In comes text with the offset where a number ends or starts, out goes the unit and where its words end: percent, a
currency, a measure of length, mass, temperature, energy or time. What is merely counted ("ships") is no unit here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MEASURES = {
    "kilometres": r"km|kilomet(?:er|re)s?",
    "metres": r"met(?:er|re)s?|m",
    "centimetres": r"cm|centimet(?:er|re)s?",
    "millimetres": r"mm|millimet(?:er|re)s?",
    "miles": r"miles?|mi",
    "nautical miles": r"nautical[ -]miles?|nm",
    "feet": r"feet|foot|ft",
    "yards": r"yards?",
    "inches": r"inch(?:es)?",
    "square kilometres": r"square[ -]kilomet(?:er|re)s?|sq\.? ?km|km2|km²",
    "square miles": r"square[ -]miles?|sq\.? ?mi",
    "hectares": r"hectares?|ha",
    "acres": r"acres?",
    "kilograms": r"kg|kilograms?|kilogrammes?|kilos?",
    "grams": r"grams?|grammes?",
    "tons": r"(?:short |long )?tons?",
    "tonnes": r"tonnes?|metric tons?",
    "kilotons": r"kilotons?|kt",
    "pounds (mass)": r"lbs?|pound",
    "knots": r"knots?",
    "kilometres per hour": r"km/h|kph|kmh",
    "miles per hour": r"mph",
    "degrees Celsius": r"°\s?C|degrees? (?:Celsius|centigrade)",
    "degrees Fahrenheit": r"°\s?F|degrees? Fahrenheit",
    "degrees": r"degrees?|°",
    "barrels": r"barrels?(?: (?:a|per) day)?|bpd",
    "litres": r"lit(?:er|re)s?",
    "gallons": r"gallons?",
    "kilowatts": r"kW|kilowatts?",
    "megawatts": r"MW|megawatts?",
    "gigawatts": r"GW|gigawatts?",
    "kilovolts": r"kV|kilovolts?",
    "gigabytes": r"GB|gigabytes?",
    "terabytes": r"TB|terabytes?",
    "hertz": r"Hz|hertz",
    "seconds": r"seconds?",
    "minutes": r"minutes?|mins?",
    "hours": r"hours?|hrs?",
    "days": r"days?",
    "weeks": r"weeks?",
    "months": r"months?",
    "quarters": r"quarters",
    "years": r"years?",
    "decades": r"decades?",
    "centuries": r"centur(?:y|ies)",
    "percentage points": r"percentage[ -]points?",
}
_CURRENCIES = {
    "USD": r"(?:U\.?S\.? )?dollars?|USD",
    "EUR": r"euros?|EUR",
    "GBP": r"pounds(?: sterling)?|GBP",
    "RUB": r"rou?bles?|RUB",
    "UAH": r"hryvnias?|UAH",
    "PLN": r"z[lł]otys?|PLN",
    "CNY": r"yuan|renminbi|CNY",
    "JPY": r"yen|JPY",
    "KRW": r"(?:South )?Korean won|KRW",
    "CHF": r"Swiss francs?|CHF",
    "SEK": r"Swedish (?:kronor|crowns)|SEK",
    "NOK": r"Norwegian (?:kroner|crowns)|NOK",
    "DKK": r"Danish (?:kroner|crowns)|DKK",
}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH"}
_SIGN = re.compile(r"(?<![\w])(?P<country>US|U\.S\.|A|AU|C|CA|HK|NZ)?(?P<sign>[$€£¥₽₴])\s?$")
_DOLLARS = {"A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "HK": "HKD", "NZ": "NZD"}
_PERCENT = re.compile(r"\s?%|[\s-](?:per\s?cent|pct)\b", re.IGNORECASE)
_OF_GDP = re.compile(r"\s+of\s+(?:its\s+|their\s+|the\s+)?(?:GDP|gross domestic product)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by name, and the offset where its words end."""

    name: str
    end: int


def unit_after(text: str, position: int) -> Unit | None:
    """The unit whose words follow a number that ends at `position`: "%", " of GDP" too, " km", "-year", " euros"."""
    if percent := _PERCENT.match(text, position):
        if gdp := _OF_GDP.match(text, percent.end()):
            return Unit("percent of GDP", gdp.end())
        return Unit("percent", percent.end())
    if found := _UNIT.match(text, position):
        name = found.lastgroup or ""
        unit = _NAMES[name]
        if unit == "GBP" and _OF.match(text, found.end()):
            unit = "pounds (mass)"
        return Unit(unit, found.end())
    return None


def currency_before(text: str, position: int) -> tuple[str, int] | None:
    """The currency whose sign stands just before `position`, and the offset where the sign begins."""
    found = _SIGN.search(text, max(0, position - len("U.S.$ ")), position)
    if found is None:
        return None
    if found["sign"] == "$":
        return _DOLLARS.get(found["country"] or "", "USD"), found.start()
    return _SIGNS[found["sign"]], found.start("sign")


def is_duration(unit: str) -> bool:
    """Whether `unit` measures time."""
    return unit in _DURATIONS


_OF = re.compile(r"\s+of\b")
_DURATIONS = frozenset(
    ("seconds", "minutes", "hours", "days", "weeks", "months", "quarters", "years", "decades", "centuries")
)
_NAMES = {f"u{number}": name for number, name in enumerate(_MEASURES | _CURRENCIES)}
_UNIT = re.compile(
    r"[\s-]?(?:"
    + "|".join(f"(?P<u{number}>{forms})" for number, forms in enumerate((_MEASURES | _CURRENCIES).values()))
    + r")(?![\w/²])",
)
