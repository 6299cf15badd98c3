"""Relative times: expressions that count from the day of publication.

In comes a stretch of text and the day it was published, out come the days that "on Monday", "last week", "two days ago",
"overnight" or "in recent months" mean on that day. A weekday is the last one on or before publication, as news is of the
past, or the next where the sentence looks ahead. Calendar dates are not read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from watchfloor.model.when import Precision
from watchfloor.reading.figure.number import numbers
from watchfloor.reading.time.absolute_time import Dated, looks_ahead
from watchfloor.reading.time.days import (
    Days,
    between,
    day,
    month,
    months_before,
    part_of_month,
    part_of_year,
    season,
    shifted,
    week,
    weekday_by,
    weekday_from,
    year,
    years_before,
)

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART_OF_DAY = r"(?:\s+(?:night|morning|afternoon|evening|overnight))?"
_COUNT = r"(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|few|several|couple(?: of)?|recent|many)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"

_ON_WEEKDAY = re.compile(
    rf"\b(?:(?P<which>last|next|this|this past|this coming|the previous|the following)\s+)?"
    rf"(?P<lead>(?:late|early|earlier|later)\s+(?:on\s+)?)?(?P<day>{_WEEKDAY})(?!s|\s+(?:Times|Night Live))(?P<part>{_PART_OF_DAY})\b"
)
_NAMED_DAY = re.compile(
    r"\b(?P<name>the day before yesterday|the day after tomorrow|yesterday|tomorrow|today|tonight|overnight|last night|this morning"
    r"|this afternoon|this evening|earlier in the day|later in the day)\b(?!['’]s)",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"\b[A-Z]\w*\s$")
_SHIFT = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2}
_WEEKEND = re.compile(
    r"\b(?P<which>this|last|next|the|past|over the|at the|this past|this coming)\s+weekend\b", re.IGNORECASE
)
_NEIGHBOUR = re.compile(
    r"\b(?:(?P<lead>early|earlier|late|later|so far|mid)[\s-])?(?P<which>this|last|next|the coming|the previous)\s+(?P<unit>week|month|year|decade)\b(?!['’]s\s+end|end|\s+in\b\s+\d)",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:(?P<lead>early|earlier|late|later)\s+)?(?P<which>this|last|next|this past)\s+(?P<name>spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_AGO = re.compile(rf"\b{_COUNT}\s+{_UNIT}\s+(?:ago|earlier)\b", re.IGNORECASE)
_HOURS_AGO = re.compile(r"\b(?:hours|minutes)\s+(?:ago|earlier)\b", re.IGNORECASE)
_PAST = re.compile(
    rf"\b(?:(?:the|these)\s+)?(?:last|past)\s+(?:{_COUNT}\s+)?(?P<plain>{_UNIT})\b"
    r"|\brecent\s+(?P<recent>days|weeks|months|years|decades)\b",
    re.IGNORECASE,
)


def relative_times(text: str, start: int, end: int, today: date) -> Iterator[Dated]:
    """The expressions between two offsets of `text` that count from `today`; they may overlap, the longest is meant."""
    for pattern, days_of in _FORMS:
        for match in pattern.finditer(text, start, end):
            days = days_of(match, today, looks_ahead(text, start, match.start()))
            if days:
                yield Dated(match.start(), match.end(), days)


def _on_weekday(match: re.Match[str], today: date, ahead: bool) -> Days:
    weekday = _WEEKDAYS.index(match["day"][:3].lower())
    which = (match["which"] or "").lower()
    if which in {"last", "the previous"}:
        return day(weekday_by(today - timedelta(days=1), weekday))
    if which in {"next", "this coming", "the following"}:
        return day(weekday_from(today + timedelta(days=1), weekday))
    return day(weekday_from(today, weekday) if ahead else weekday_by(today, weekday))


def _named_day(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    name = match["name"].lower()
    if match["name"].istitle() and _CAPITALISED.search(match.string, max(0, match.start() - 20), match.start()):
        return None  # the name of an outlet
    if name == "overnight":
        # The night that ended on the day of publication, or the coming one.
        return between(today, today + timedelta(days=1)) if ahead else between(today - timedelta(days=1), today)
    return day(today + timedelta(days=_SHIFT.get(name, 0)))


def _weekend(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    which = match["which"].lower()
    coming = which in {"next", "this coming"} or ahead
    saturday = weekday_from(today, _WEEKDAYS.index("sat")) if coming else weekday_by(today, _WEEKDAYS.index("sat"))
    return between(saturday, saturday + timedelta(days=1))


def _neighbour(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    unit, lead = match["unit"].lower(), (match["lead"] or "").lower()
    step = {"this": 0, "last": -1, "the previous": -1, "next": 1, "the coming": 1}[match["which"].lower()]
    whole = _unit(today, unit, step)
    if whole is None:
        return None
    if step:
        return _part(whole, unit, lead)
    if lead == "later" or (ahead and lead not in {"earlier", "early"}):
        return between(today, whole.last)
    return Days(whole.first, today, whole.precision if whole.first == today else Precision.RANGE)


def _part(whole: Days, unit: str, lead: str) -> Days:
    """The early or late part of a month or year, where the words name one."""
    if lead not in {"early", "mid", "late"} or unit not in {"month", "year"}:
        return whole
    return part_of_month(whole, lead) if unit == "month" else part_of_year(whole, lead)


def _unit(today: date, unit: str, step: int) -> Days | None:
    """The week, month, year or decade `step` after that of `today`."""
    if unit == "week":
        moved = shifted(today, "week", -step)
        return week(moved) if moved else None
    if unit == "month":
        return months_before(today, -step)
    if unit == "year":
        return years_before(today, -step)
    first = today.year // 10 * 10 + 10 * step
    return between(year(first).first, year(first + 9).last)


def _season(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    which, name = match["which"].lower(), match["name"].lower()
    candidates = [season(today.year + shift, name) for shift in (-2, -1, 0, 1)]
    begun = [found for found in candidates if found.first and found.first <= today]
    coming = [found for found in candidates if found.first and found.last and found.last >= today]
    if which == "next" or ahead:
        return coming[0]
    latest = begun[-1]
    if latest.last and latest.last >= today:
        return between(latest.first, today) if which != "last" else begun[-2]
    return latest


def _ago(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    del ahead
    unit, count = match["unit"].lower(), _count(match["count"])
    then = shifted(today, unit, count or 1)
    if then is None or count is None:
        # "A few years ago" is one year ago at the latest.
        return between(None, then)
    # "Two weeks ago" seldom means the very day, "two decades ago" seldom the very year.
    return {
        "day": day(then),
        "week": Days(then - timedelta(days=3), then + timedelta(days=3), Precision.WEEK),
        "month": month(then.year, then.month),
        "year": year(then.year),
    }.get(unit) or between(year(then.year - 2).first, year(then.year + 2).last)


def _hours_ago(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    del match, ahead
    return between(today - timedelta(days=1), today)


def _past(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    del ahead
    if match["recent"]:
        return between(None, today)
    unit, count = match["unit"].lower(), match["count"]
    if count is None:
        if not match["plain"].lower().endswith("s") and not match.group().lower().startswith(
            ("the past", "past", "the last")
        ):
            return None
        if match["plain"].lower().endswith("s"):
            return between(None, today)
    number = _count(count) if count else 1
    if number is None:
        return between(None, today)
    then = shifted(today, unit, number)
    # Nobody who writes "the last three years" counts to the day.
    rounded = then.replace(day=1) if then and unit in {"month", "year", "decade"} else then
    return between(rounded, today) if rounded else None


def _count(word: str) -> int | None:
    """The count that a word gives, None for "few" and "several"."""
    if word.lower() in {"a", "an"}:
        return 1
    if word.lower().startswith("couple"):
        return None
    found = next(iter(numbers(word, 0, len(word))), None)
    return int(found.value) if found else None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, bool], Days | None]], ...] = (
    (_ON_WEEKDAY, _on_weekday),
    (_NAMED_DAY, _named_day),
    (_WEEKEND, _weekend),
    (_SEASON, _season),
    (_AGO, _ago),
    (_HOURS_AGO, _hours_ago),
    (_PAST, _past),
    (_NEIGHBOUR, _neighbour),
)
