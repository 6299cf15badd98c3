"""Quantities: numbers with their unit, their range and the words that soften them.

In comes a sentence, out come the stretches that state an amount: "between 70% and 80%", "$3.5 billion", "two-thirds",
"dozens", "twice as many", "nearly half a million". Whether an amount is a figure of the news or a date, an age in a name or
part of a title, and what it counts, is for `figure` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from watchfloor.reading.figure.number import Number, numbers
from watchfloor.reading.figure.unit import Unit, currency_before, is_duration, unit_after
from watchfloor.reading.text.apart import apart


@dataclass(frozen=True, slots=True)
class Quantity:
    """Characters `start` to `end` state `value` (up to `high`) of `unit`; a unit of None means that things are counted.

    `vague` holds for "dozens" and "thousands", whose value is the least that the word can mean. `number` is the number
    as written, None where no number is ("half", "dozens").
    """

    start: int
    end: int
    value: float | None
    unit: str | None = None
    high: float | None = None
    approx: bool = False
    vague: bool = False
    number: Number | None = None


_APPROX = re.compile(
    r"\b(?:about|around|approximately|approx\.|roughly|nearly|almost|some|close to|perhaps|(?:an )?estimated|more or less"
    r"|at least|at most|at minimum|as many as|as much as|as few as|as little as|up to|no more than|no fewer than|no less than|not more than"
    r"|(?:well |just |slightly |a little )?(?:over|under|above|below|beyond|more than|less than|fewer than)"
    r"|more than|less than|fewer than|in excess of|upwards? of"
    r"|another|a further|an additional|nigh on|circa|ca\.|c\.|~|≈|>|<)\s*(?:the |a |an )?$",
    re.IGNORECASE,
)
# A verb that softens is no part of the amount.
_APPROX_VERB = re.compile(r"\b(?:exceed|approach|surpass|near|top)(?:s|e?d|es|ing)?\s+$", re.IGNORECASE)
# These add to a count or go beyond it and do not make it less exact.
_EXACT = re.compile(r"^(?:another|a further|an additional)", re.IGNORECASE)
_OR_SO = re.compile(r"\s+(?:or (?:so|more|fewer|less)|and (?:more|counting)|-odd\b|-plus\b)|\+(?!\w)|-plus\b|-odd\b")
_JOIN = re.compile(r"\s?(?:-|–|—|to|or)\s?|\s(?:to|or)\s")
# "200m wide" is metres, "200m people" is millions.
_DISTANCE = re.compile(
    r"[\s-](?:away|long|wide|deep|tall|high|across|from|below|above|beneath|under|off|north|south|east|west)\b"
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)

_VAGUE = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 10**2, "thousands": 10**3, "millions": 10**6}
_VAGUE |= {"billions": 10**9, "trillions": 10**12}
_VAGUE_WORDS = re.compile(
    rf"\b(?:(?P<several>several|a\s+few)\s+(?:dozen|hundred|thousand|million|billion)|(?P<first>{'|'.join(_VAGUE)}))(?:\s+of\s+(?P<second>thousands|millions|billions))?\b(?P<more>\s+more\b)?",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_SHARE_COUNT = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_SHARE = re.compile(
    r"\b(?:(?<!first )(?<!second )(?<!last )(?<!other )(?<!and a )(?P<half>half)(?=\s+(?:of|the|its|their|his|her|all)\b)"
    r"|(?P<count>a|one|two|three|four|five)[\s-](?P<part>third|quarter|fifth|sixth|eighth|tenth)s?(?=\s+of\b)"
    r"|(?<=\bby )(?P<by>a|one|two|three)[\s-](?P<by_part>third|quarter|fifth)s?\b)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:(?P<twice>twice)|(?P<n>three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?) times)"
    r"\s+(?:as\s+(?:many|much|high|large|big|often|likely)|more|higher|larger|the)\b",
    re.IGNORECASE,
)
_TIMES_WORD = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def quantities(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    """The quantities between two offsets of `text`, in order, none overlapping another."""
    found = chain(
        _ratios(text, start, end), _shares(text, start, end), _vague(text, start, end), _exact(text, start, end)
    )
    softened: list[Quantity] = []
    for quantity in apart(found, start, end):
        # A word that softens two amounts ("12 or more than 5") belongs to the first.
        softened.append(_softened(text, softened[-1].end if softened else start, quantity))
    return tuple(softened)


def _exact(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Numbers with their units; two numbers that bound a range are one quantity."""
    parts = [_measured(text, number) for number in numbers(text, start, end)]
    skip = -1
    for index, part in enumerate(parts):
        if index <= skip or (part.number and text[part.number.start - 1 : part.number.start] == "-"):
            continue
        following = parts[index + 1] if index + 1 < len(parts) else None
        if following and (joined := _range(text, part, following)):
            skip = index + 1
            yield joined
        else:
            yield part


def _measured(text: str, number: Number) -> Quantity:
    currency = currency_before(text, number.start)
    if currency:
        return Quantity(currency[1], number.end, number.value, currency[0], number=number)
    if text[number.start : number.end].endswith("m") and _DISTANCE.match(text, number.end):
        return Quantity(number.start, number.end, number.value / 10**6, "metres", number=replace(number, scaled=False))
    unit = unit_after(text, number.end) or Unit("", number.end)
    return Quantity(number.start, unit.end, number.value, unit.name or None, number=number)


def _range(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """One quantity from two: "70-80%", "10 to 15 ships", "between $2 million and $3 million"."""
    between = _BETWEEN.search(text, max(0, low.start - 10), low.start)
    link = text[low.end : high.start]
    if not (_JOIN.fullmatch(link) or (between and link.strip() == "and")):
        return None
    if low.value is None or high.value is None or (low.unit not in {None, high.unit} and high.unit is not None):
        return None
    value = low.value
    if low.number and high.number and high.number.scaled and not low.number.scaled and value < 1000:  # noqa: PLR2004 - "2 to 3 million"
        scaled = text[high.number.start : high.number.end]
        own = next(iter(numbers(scaled.split()[0], 0, len(scaled.split()[0]))), None)
        if own and own.value:
            value = round(value * high.value / own.value, 6)
    if value >= high.value:
        return None
    begin = between.start() if between else low.start
    return Quantity(begin, high.end, value, high.unit or low.unit, high=high.value, approx=True, number=high.number)


def _shares(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _SHARE.finditer(text, start, end):
        if match["half"]:
            value = 50.0
        else:
            count, part = match["count"] or match["by"], match["part"] or match["by_part"]
            share = _SHARE_COUNT[count.lower()] / _PARTS[part.lower()]
            value = round(100 * share, 1)
        yield Quantity(match.start(), match.end(), value, "percent")


def _ratios(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _TIMES.finditer(text, start, end):
        word = (match["n"] or "").lower()
        value = 2.0 if match["twice"] else float(_TIMES_WORD.get(word) or word)
        yield Quantity(match.start(), match.end(), value, "ratio")


def _vague(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _VAGUE_WORDS.finditer(text, start, end):
        value = float(_VAGUE.get((match["first"] or "").lower(), 1) * _VAGUE.get((match["second"] or "").lower(), 1))
        of = re.compile(r"\s+of").match(text, match.end())
        unit = unit_after(text, of.end() if of else match.end()) if of or match["several"] else None
        # "Dozens more" adds an unknown count to a known one, "several hundred" has no least: no number of their own.
        yield Quantity(
            match.start(),
            unit.end if unit else match.end(),
            None if match["more"] or match["several"] else value,
            unit.name if unit else None,
            approx=True,
            vague=True,
        )


def _softened(text: str, start: int, quantity: Quantity) -> Quantity:
    """With the words before and after it that make it approximate, which become part of its span."""
    before = _APPROX.search(text, max(start, quantity.start - 40), quantity.start)
    if before and before.group().strip().lower() == "over" and is_duration(quantity.unit or ""):
        before = None  # "$5 billion over six years" takes exactly six
    after = _OR_SO.match(text, quantity.end)
    begin = before.start() if before else quantity.start
    stop = after.end() if after else quantity.end
    verb = _APPROX_VERB.search(text, max(start, quantity.start - 15), quantity.start)
    soft = bool(after or verb or (before and not _EXACT.match(before.group())))
    return replace(quantity, start=begin, end=stop, approx=quantity.approx or soft)
