"""Days: intervals of calendar days, and the arithmetic of weeks, months and years.

In come dates and counts, out come intervals with the unit in which they are known. Weeks begin on Monday (ISO 8601).
No text is read here, and no zone is known: that is for `time_expression` to add.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from watchfloor.model.when import Precision

_MONTHS = 12
_IN_MONTHS = {"month": 1, "year": 12, "decade": 120}
_IN_DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Days:
    """From the day `first` to the day `last`, both included; an end that is open is None, and never both are."""

    first: date | None
    last: date | None
    precision: Precision


def day(when: date) -> Days:
    """One day."""
    return Days(when, when, Precision.DAY)


def week(when: date) -> Days:
    """The week, Monday to Sunday, that holds `when`."""
    monday = when - timedelta(days=when.weekday())
    return Days(monday, monday + timedelta(days=6), Precision.WEEK)


def month(year: int, number: int) -> Days:
    """A calendar month."""
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]), Precision.MONTH)


def year(number: int) -> Days:
    """A calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def between(first: date | None, last: date | None) -> Days | None:
    """An interval known by its ends; None where they are in the wrong order or both open."""
    if (first is None and last is None) or (first and last and first > last):
        return None
    return Days(first, last, Precision.RANGE)


def part_of_month(of: Days, part: str) -> Days:
    """The early (to the 10th), mid (11th to 20th) or late (from the 21st) part of a month."""
    if of.first is None:
        return of
    first, last = {"early": (1, 10), "mid": (11, 20)}.get(part, (21, None))
    return Days(of.first.replace(day=first), of.first.replace(day=last) if last else of.last, Precision.RANGE)


def part_of_year(of: Days, part: str) -> Days:
    """The early, mid or late four months of a year: what the words can stretch to."""
    if of.first is None:
        return of
    start, end = {"early": (1, 4), "mid": (5, 8)}.get(part, (9, 12))
    number = of.first.year
    return Days(month(number, start).first, month(number, end).last, Precision.RANGE)


def season(number: int, name: str) -> Days:
    """A season of the northern hemisphere, by the widest of its usual bounds; winter begins in December of `number`."""
    first, last = {
        "spring": (date(number, 3, 1), date(number, 6, 20)),
        "summer": (date(number, 6, 1), date(number, 9, 22)),
        "autumn": (date(number, 9, 1), date(number, 12, 20)),
        "fall": (date(number, 9, 1), date(number, 12, 20)),
    }.get(name, (date(number, 12, 1), date(number + 1, 3, 20)))
    return Days(first, last, Precision.RANGE)


def months_before(when: date, count: int) -> Days | None:
    """The calendar month `count` months before that of `when`, None where the calendar ends."""
    months = when.year * _MONTHS + when.month - 1 - count
    number, index = divmod(months, _MONTHS)
    return month(number, index + 1) if MINYEAR <= number <= MAXYEAR else None


def years_before(when: date, count: int) -> Days | None:
    """The calendar year `count` years before that of `when`, None where the calendar ends."""
    number = when.year - count
    return year(number) if MINYEAR <= number <= MAXYEAR else None


def weekday_by(when: date, weekday: int) -> date:
    """The last `weekday` (Monday is 0) on or before `when`."""
    return when - timedelta(days=(when.weekday() - weekday) % 7)


def weekday_from(when: date, weekday: int) -> date:
    """The first `weekday` (Monday is 0) on or after `when`."""
    return when + timedelta(days=(weekday - when.weekday()) % 7)


def shifted(when: date, unit: str, count: int) -> date | None:
    """The day `count` units before `when`; None where the calendar ends. `unit` is day, week, month, year or decade."""
    if unit in _IN_MONTHS:
        found = months_before(when, count * _IN_MONTHS[unit])
        if found is None or found.first is None or found.last is None:
            return None
        return found.first.replace(day=min(when.day, found.last.day))
    days = count * _IN_DAYS[unit]
    return when - timedelta(days=days) if days < when.toordinal() else None
