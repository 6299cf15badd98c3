"""Publication date: a date and time as pages and bylines write them, to a When.

In goes a string, out come the dates written in it, each with where it stands. A date counts only with its year; a time counts
only with its zone, otherwise the day alone is known. Dates before 1900, and later than a day after `now`, are no
publication dates and are passed over. Relative dates ("three hours ago") are not read.

Orders: 12/2/2025 is month first, as in the United States, unless that gives no date or one in the future; 2.12.2025 and
2-12-2025 are day first. CST, EST and the like are the zones of North America, IST is that of India, BST that of
Britain: the commonest use of each in English news. Words for the months: English and fourteen other languages of Europe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from watchfloor.evidence.calendar_words import MONTHS, zone
from watchfloor.model.when import When

EARLIEST_YEAR = 1900
"""No article on these matters is older; what looks like one is a telephone number or a default value."""

_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|er|º)?"
# The clock is often glued to the year where a page's layout was lost ("20253:41 PM").
_YEAR = r"(?P<year>\d{4})(?:(?!\d)|(?=\d?\d:\d\d))"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d){_YEAR}[-./](?P<month_number>\d\d?)[-./](?P<day>\d\d?)(?!\d)",
        rf"(?<![^\W\d_]){_MONTH}\s+{_DAY}\s*,?\s+(?:at\s+)?{_YEAR}",
        rf"(?<!\d){_DAY}\s*(?:of\s+|de\s+|-)?{_MONTH}(?:\s+de)?[\s,-]+{_YEAR}",
        rf"(?<!\d)(?P<a>\d\d?)(?P<sep>[-./])(?P<b>\d\d?)(?P=sep){_YEAR}",
    )
)
_CLOCK = (
    r"(?P<hour>2[0-3]|[01]?\d)(?:[:.h](?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?"
    r"\s*\(?(?P<zone>Z\b|(?:UTC|GMT)\s?[+-]\s?\d\d?(?::?\d\d)?|[+-]\d\d:?\d\d|[A-Z]{2,5}\b)?\)?"
)
_COMPACT = r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?P<zone>UTC|GMT|Z)\b"
_AFTER = tuple(re.compile(rf"(?:T|[\s,|·•–—-]|\bat\b|\bum\b)*{clock}") for clock in (_COMPACT, _CLOCK))
_WEEKDAY = r"(?:(?:on\s+)?[^\W\d_]{2,10}\.?,?\s+)?"
_BEFORE = tuple(re.compile(rf"(?<![\d:.]){clock}[\s,|·•–—-]*{_WEEKDAY}$") for clock in (_COMPACT, _CLOCK))


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date written at `start`..`end` of a string, the clock time beside it included."""

    start: int
    end: int
    when: When


def dates(text: str, now: datetime) -> tuple[DateMention, ...]:
    """The dates in `text` that could be a publication date, in order; none of them overlaps another."""
    found: list[DateMention] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            mention = _mention(text, match, now)
            if mention and all(mention.end <= other.start or other.end <= mention.start for other in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def publication_date(text: str, now: datetime) -> When | None:
    """The one date that a field for dates holds, the first if it holds several; None if it holds none."""
    return next((mention.when for mention in dates(text[:200], now)), None)


def plausible(when: When | None, now: datetime) -> When | None:
    """`when` if it can be a publication date seen at `now`, else None."""
    if when is None or when.earliest is None:
        return None
    return when if when.earliest.year >= EARLIEST_YEAR and when.earliest - timedelta(days=1) <= now else None


def _mention(text: str, match: re.Match[str], now: datetime) -> DateMention | None:
    after = next((clock for pattern in _AFTER if (clock := _clock(pattern.match(text, match.end())))), None)
    window = text[max(0, match.start() - 40) : match.start()]
    before = None if after else next((c for pattern in _BEFORE if (c := _clock(pattern.search(window)))), None)
    clock = after or before
    for day in _days(match):
        when = plausible(_when(day, clock), now)
        if when:
            end = after.end if after else match.end()
            start = match.start() - len(window) + before.start if before else match.start()
            return DateMention(start, end, when)
    return None


def _days(match: re.Match[str]) -> Iterator[date]:
    """What the digits and words of `match` can mean, the likeliest first."""
    parts = match.groupdict()
    year = int(parts["year"])
    if "a" in parts:
        month_first = (int(parts["a"]), int(parts["b"]))
        orders = [month_first, month_first[::-1]] if parts["sep"] == "/" else [month_first[::-1], month_first]
    elif "month_number" in parts:
        orders = [(int(parts["month_number"]), int(parts["day"]))]
    else:
        orders = [(MONTHS.get(parts["month"].casefold(), 0), int(parts["day"]))]
    for month, day in orders:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


@dataclass(frozen=True, slots=True)
class _Clock:
    start: int
    end: int
    at: time
    zone: str | None


def _clock(match: re.Match[str] | None) -> _Clock | None:
    """The time of day in `match`; None where its digits are something else (a day, a number of comments)."""
    if match is None:
        return None
    parts = match.groupdict()
    half = (parts.get("half") or "").replace(".", "").replace(" ", "").lower()
    hour = int(parts["hour"])
    if not parts["minute"] and not half:
        return None
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the hours on a clock face
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    end = match.end() if parts["zone"] is None or _known(parts["zone"]) else match.start("zone")
    zone_name = parts["zone"] if parts["zone"] and _known(parts["zone"]) else None
    return _Clock(match.start(), end, time(hour, int(parts["minute"] or 0)), zone_name)


def _known(name: str) -> bool:
    return bool(re.match(r"Z$|(?:UTC|GMT)?\s?[+-]", name)) or zone(name) is not None


def _when(day: date, clock: _Clock | None) -> When | None:
    if not EARLIEST_YEAR <= day.year < date.max.year:
        return None
    if clock is None or clock.zone is None:
        return When.day(day)
    offset = _offset(clock.zone)
    return When.at(datetime.combine(day, clock.at, offset)) if offset else When.day(day)


def _offset(name: str) -> tzinfo | None:
    """The zone that `name` writes: "+01:00", "GMT+3", "CST", "Z"."""
    numbers = re.search(r"([+-])\s?(\d\d?):?(\d\d)?$", name)
    if numbers is None:
        return zone("UTC" if name == "Z" else name)
    shift = timedelta(hours=int(numbers[2]), minutes=int(numbers[3] or 0))
    if shift >= timedelta(hours=15):
        return None
    return timezone(shift if numbers[1] == "+" else -shift)
