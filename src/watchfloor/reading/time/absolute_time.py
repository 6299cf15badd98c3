"""Absolute times: dates, months and years that the text itself writes.

In comes a stretch of text, out come the days that each date in it means. A date without a year ("1 December", "in
July") is the latest such day on or before today, or the first after it where the sentence looks ahead; without a
today it is left out. Days of the week and counts back from today are not read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from watchfloor.reading.time.days import Days, between, day, month, part_of_month, part_of_year, season, year

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d,]\d|-\w|\.\d)"
_YEAR_START = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[:.,]\d)"
_TO = r"\s?(?:-|–|—|to|and|through|until)\s?"
_PART = r"(?:(?P<part>early|mid|late|beginning of|start of|middle of|end of)[\s-](?:in\s)?)?"

_ISO = re.compile(r"(?<![\w-])(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH_DAY = re.compile(
    rf"\b(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY})(?!\s*{MONTH}))?(?:,?\s+(?P<y>{_YEAR}))?(?!\w)"
)
_DAY_MONTH = re.compile(
    rf"(?<![\w.,/-])(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?P<y>{_YEAR}))?(?!\w)"
)
_MONTH_YEAR = re.compile(
    rf"\b{_PART}(?P<m>{MONTH})(?:{_TO}(?P<m2>{MONTH}))?,?\s+(?:of\s+)?(?P<y>{_YEAR})(?!\w)", re.IGNORECASE
)
_CUED_MONTH = re.compile(
    r"\b(?i:in|since|during|by|until|till|from|before|after|between|through|last|this|next|of|the|a|an|early|late|mid|end of|and|for)[\s-]"
    rf"(?:in\s)?{_PART}(?P<m>{MONTH})(?:{_TO}(?P<m2>{MONTH}))?(?![\w'’-]|\s+\d)"
)
_BARE_PART_MONTH = re.compile(rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-](?P<m>{MONTH})(?![\w'’]|\s+\d)")
_PART_YEAR = re.compile(
    rf"\b(?P<part>early|mid|late|beginning of|end of|start of)[\s-](?:in\s)?(?P<y>{_YEAR})(?!\w)", re.IGNORECASE
)
_QUARTER = re.compile(
    rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<unit>quarter|half)\s+of\s+(?P<y>{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"\b(?P<y>{_YEAR_START})(?:\s?[-–—]\s?|\s(?:to|through|until)\s)(?P<y2>{_YEAR}|\d\d(?!\d))(?!\w)")
_CUED_YEAR = re.compile(
    r"\b(?:(?i:in|since|during|by|until|till|from|before|after|of|the|a|an|this|that|his|her|its|their|year|through|for|back in)"
    rf"|[A-Z]\w+['’]s|around|about|\()\s*(?P<y>{_YEAR})(?![\w'’%]|\s?(?:%|percent|km|dollars|euros|people|troops))"
    rf"|\((?P<y2>{_YEAR})\)"
)
_DECADE = re.compile(r"\b(?:the\s+)?(?P<part>early|mid|late)?[\s-]?(?P<y>(?:19|20)\d)0['’]?s\b")
_SEASON_YEAR = re.compile(
    rf"\b(?P<name>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<y>{_YEAR})(?!\w)", re.IGNORECASE
)
_SLASHED = re.compile(r"(?<![\w/.])(?P<a>[0-3]?\d)(?P<sign>[/.])(?P<b>[0-3]?\d)(?P=sign)(?P<y>(?:19|20)\d\d)(?!\d)")
_HOLIDAY = re.compile(
    r"\b(?P<name>Christmas Eve|Christmas Day|Boxing Day|New Year['’]s Eve|New Year['’]s Day)(?:,?\s+(?:in\s+)?(?P<y>(?:19|20)\d\d))?\b"
)
_SIGN = re.compile(rf"\d|{MONTH}|Christmas|Boxing|New Year")
"""What every time that a text writes holds, in whatever form."""
_HOLIDAYS = {"christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26)}
_HOLIDAYS |= {"new year's eve": (12, 31), "new year's day": (1, 1)}


@dataclass(frozen=True, slots=True)
class Dated:
    """Characters `start` to `end` mean `days`."""

    start: int
    end: int
    days: Days


def absolute_times(text: str, start: int, end: int, today: date | None) -> Iterator[Dated]:
    """The dates, months and years between two offsets of `text`, seen from `today`; they may overlap, the longest is meant."""
    if not _SIGN.search(text, start, end):
        return
    for pattern, days_of in _FORMS:
        for match in pattern.finditer(text, start, end):
            ahead = looks_ahead(text, start, match.start())
            if days := days_of(match, today, ahead=ahead):
                # Named groups hold the date, what stands before them only shows that it is one.
                begin = min(match.start(name) for name in match.groupdict() if match.start(name) >= 0)
                yield Dated(begin, match.end(), days)


def looks_ahead(text: str, start: int, position: int) -> bool:
    """Whether the clause that leads to `position` speaks of what is to come: "will travel on Tuesday", "by Friday"."""
    first = max(start, position - _CLAUSE)
    if _AHEAD.search(text, first, position):
        return True
    deadline = _DEADLINE.search(text, first, position) or _BY.match(text, position)
    return bool(deadline) and not _TOLD.search(text, first, position) and not _HAD.search(text, position, position + 60)


_AHEAD = re.compile(
    r"\b(?:will|shall|would|won['’]t|is to|are to|due(?!\s+to\b)|set (?:to|for)|expected|scheduled|slated|planned|plans|planning|upcoming"
    r"|next(?!\s+to\b)|ahead of|intends?|aims?|going to)\b(?:(?!\b(?:said|told|says|after|since|has|have|had|was|were)\b)[^,;:.\"“”])*$",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\bby\s+(?:(?:the\s+)?(?:end|start|middle|beginning)\s+of\s+|late\s+|early\s+|the\s+)?$", re.IGNORECASE
)
_BY = re.compile(r"by\s", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:was|were|had|been|did)\b", re.IGNORECASE)
_HAD = re.compile(r"[^.;\"“”]*?\b(?:was|were|had)\b", re.IGNORECASE)
"""By a day that is past something had been done: "by Friday 300 flights had been cancelled"."""
_CLAUSE = 90
"""Characters before a time in which its clause is looked for."""
_NEAR_FUTURE = 60
"""Days: a date without a year that lies this little ahead is of this year, as outlets write the year of anything farther."""


def _iso(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:  # noqa: ARG001 - one signature for all
    found = _date(int(match["y"]), int(match["m"]), int(match["d"]))
    return day(found) if found else None


def _day(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:
    number, first = month_number(match["m"]), _ordinal(match["d"])
    last = _ordinal(match["d2"]) if match["d2"] else first
    if match["y"]:
        when, until = _date(int(match["y"]), number, first), _date(int(match["y"]), number, last)
    elif today:
        when = _nearest(today, number, first, ahead=ahead)
        until = _date(when.year, number, last) if when else None
    else:
        return None
    if when is None or until is None:
        return None
    return day(when) if when == until else between(when, until)


def _nearest(today: date, number: int, first: int, *, ahead: bool) -> date | None:
    """The day that a date without a year means, seen from `today`."""
    this = _date(today.year, number, first)
    if this is None:
        return None
    distance = (this - today).days
    if distance > 0 and not ahead and distance > _NEAR_FUTURE:
        return _date(today.year - 1, number, first)
    return _date(today.year + 1, number, first) if distance < 0 and ahead else this


def _month_of_year(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:  # noqa: ARG001 - as above
    number = int(match["y"])
    return _months(match, number)


def _recent_month(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:
    if today is None or (match["m"] == "May" and not _MAY.match(match.group())):
        return None
    this = month_number(match["m"])
    number = today.year
    if ahead and this < today.month:
        number += 1
    elif not ahead and this > today.month:
        number -= 1
    return _months(match, number)


def _months(match: re.Match[str], number: int) -> Days | None:
    """One month of the year `number`, part of it, or several."""
    first = month(number, month_number(match["m"]))
    groups = match.groupdict()
    if second := groups.get("m2"):
        last = month(number, month_number(second))
        return between(first.first, last.last)
    part = (groups.get("part") or "").lower().split(" ")[0]
    return part_of_month(first, _PARTS.get(part, part)) if part else first


def _whole_year(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:  # noqa: ARG001 - as above
    groups = match.groupdict()
    number = int(groups["y"] or groups["y2"])
    part = (groups.get("part") or "").lower().split(" ")[0]
    return part_of_year(year(number), _PARTS.get(part, part)) if part else year(number)


def _quarter(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:  # noqa: ARG001 - as above
    length = 3 if match["unit"].lower() == "quarter" else 6
    count = 12 // length
    index = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": count - 1}[match["nth"].lower()]
    if index >= count:
        return None
    first = index * length + 1
    return between(month(int(match["y"]), first).first, month(int(match["y"]), first + length - 1).last)


def _years(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:  # noqa: ARG001 - as above
    first, second = match["y"], match["y2"]
    last = int(second) if len(second) == len(first) else int(first[:2] + second)
    return between(year(int(first)).first, year(last).last)


def _decade(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:  # noqa: ARG001 - as above
    number = int(match["y"]) * 10
    first, last = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}.get((match["part"] or "").lower(), (0, 9))
    return between(year(number + first).first, year(number + last).last)


def _holiday(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:
    number, first = _HOLIDAYS[match["name"].lower().replace("’", "'")]
    if match["y"]:
        when = _date(int(match["y"]), number, first)
    else:
        when = _nearest(today, number, first, ahead=ahead) if today else None
    return day(when) if when else None


def _season_year(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:  # noqa: ARG001 - as above
    return season(int(match["y"]), match["name"].lower())


def _slashed(match: re.Match[str], today: date | None, *, ahead: bool) -> Days | None:  # noqa: ARG001 - as above
    """A date in digits: with full stops it begins with the day, with slashes it is read only where that can't be doubted."""
    number, first, second = int(match["y"]), int(match["a"]), int(match["b"])
    readings = (
        {_date(number, second, first)}
        if match["sign"] == "."
        else {_date(number, second, first), _date(number, first, second)}
    )
    possible = [found for found in readings if found]
    return day(possible[0]) if len(possible) == 1 else None


def _date(number: int, month_number: int, day_number: int) -> date | None:
    """The date, None where the calendar has no such day."""
    try:
        return date(number, month_number, day_number)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number, from 1, of a month named in full or by its first three letters."""
    return _MONTHS.index(name[:3].lower()) + 1


def _ordinal(text: str) -> int:
    return int(text.rstrip("strndh"))


_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
_MAY = re.compile(r"(?:in|since|during|until|last|this|next|the|a|early|late|mid|end of|through)[\s-]", re.IGNORECASE)
_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Days | None]], ...] = (
    (_ISO, _iso),
    (_MONTH_DAY, _day),
    (_DAY_MONTH, _day),
    (_MONTH_YEAR, _month_of_year),
    (_BARE_PART_MONTH, _recent_month),
    (_CUED_MONTH, _recent_month),
    (_QUARTER, _quarter),
    (_PART_YEAR, _whole_year),
    (_YEARS, _years),
    (_CUED_YEAR, _whole_year),
    (_DECADE, _decade),
    (_HOLIDAY, _holiday),
    (_SEASON_YEAR, _season_year),
    (_SLASHED, _slashed),
)
