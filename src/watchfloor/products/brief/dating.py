"""A When in words: as exact as it is known and no more exact."""

from __future__ import annotations

import re
from datetime import date, datetime

from watchfloor.model.when import Precision, When

_DAY = r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
_RANGE = re.compile(rf"\b{_DAY}(?: to {_DAY})?\b")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(value: date) -> str:
    """2 December 2025; month names are English whatever the locale."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def moment(when: When | None) -> str | None:
    """A date for a source: the day, with time and zone where the minute is known."""
    if when is None:
        return None
    if when.precision is Precision.MINUTE and when.earliest:
        return f"{day(when.earliest)}, {when.earliest:%H:%M} {_zone(when.earliest)}"
    return interval(when)


def interval(when: When) -> str:
    """One day, a month, a year, or from one day to another, with open ends said as such."""
    first, last = when.first_day, when.last_day
    if first is None or last is None:
        return f"since {day(first)}" if first else f"by {day(last)}" if last else ""
    return span(first, last)


def span(first: date, last: date) -> str:
    """The shortest exact words for two days: 2 December 2025, December 2025, 1 to 7 December 2025."""
    if first == last:
        return day(first)
    whole_months = first.day == 1 and (last.toordinal() + 1 == _month_after(last).toordinal())
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if whole_months and first.month == 1 and last.month == len(_MONTHS) and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def readable(text: str) -> str:
    """The text, with days that are written as digits in words: "2026-03-07 to 2026-03-08" is "7 to 8 March 2026"."""
    return _RANGE.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    try:
        return span(date.fromisoformat(found[1]), date.fromisoformat(found[2] or found[1]))
    except ValueError:  # 30 February stays what it is
        return found[0]


def _month_after(value: date) -> date:
    """The first day of the next month; the calendar's last month stands for itself."""
    if value.month < len(_MONTHS):
        return date(value.year, value.month + 1, 1)
    return date(min(value.year + 1, date.max.year), 1, 1)


def _zone(value: datetime) -> str:
    offset = value.strftime("%z")
    return "UTC" if offset in {"+0000", ""} else f"UTC{offset[:3]}:{offset[3:5]}"
