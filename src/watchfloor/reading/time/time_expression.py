"""Time expressions: what a document says about when.

In come a document and its sentences, out come the expressions that tell a time, each as an interval no more exact than its
words. Relative ones ("on Monday", "in recent months") count from the day of publication and are left out where that is unknown
or not one day. "Since", "until", "before" and "after" open or close the interval. Which event a time dates is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta, tzinfo

from watchfloor.model.document import Document
from watchfloor.model.span import Span
from watchfloor.model.when import Precision, When
from watchfloor.reading.text.apart import apart
from watchfloor.reading.text.sentence import Sentence
from watchfloor.reading.time.absolute_time import Dated, absolute_times
from watchfloor.reading.time.days import Days, between
from watchfloor.reading.time.heading import headings, under
from watchfloor.reading.time.relative_time import relative_times


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, and the interval that they mean."""

    span: Span
    when: When


_YEARS_OF_NEWS = range(1600, 2201)
"""From the first printed newspapers on; a day of publication outside it is a mistake, and no ground to count from."""
_LEAD = re.compile(
    r"(?<!\w)(?P<word>since|until|till|by|before|after|as of|as early as|from|in|on|during|over|within|at|throughout|between)\s+"
    r"(?:the\s+(?:end\s+of\s+|beginning\s+of\s+)?)?(?:at\s+least\s+|around\s+|about\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s(?:and|to|until|till|through)\s(?:the\s)?")
_LISTED = re.compile(r",?\s(?:and|&)\s(?:on\s)?|,\s")
_BESIDE = re.compile(r",?\s\(?|\son\s")
_IS_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_SINCE_EVENT = re.compile(r"\bsince\s+(?:[^\s,.;:()\"“”]+\s+){1,8}$", re.IGNORECASE)


def times(document: Document, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The time expressions of the sentences, in order, none overlapping another."""
    today = _day_of_publication(document)
    zone = _zone(document)
    return tuple(
        TimeExpression(
            document.span(dated.start, dated.end),
            When.days(dated.days.first, dated.days.last, dated.days.precision, zone),
        )
        for sentence, heading in zip(sentences, headings(document.text, sentences), strict=True)
        for found in _of_sentence(document.text, sentence, today)
        for dated in (under(document.text, found, heading),)
    )


def _day_of_publication(document: Document) -> date | None:
    published = document.published
    if published is None or published.first_day is None or published.first_day != published.last_day:
        return None
    return published.first_day if published.first_day.year in _YEARS_OF_NEWS else None


def _zone(document: Document) -> tzinfo:
    published = document.published
    known = (published.earliest or published.latest) if published else None
    return (known.tzinfo if known else None) or UTC


def _of_sentence(text: str, sentence: Sentence, today: date | None) -> list[Dated]:
    found = list(absolute_times(text, sentence.start, sentence.end, today))
    if today:
        found += relative_times(text, sentence.start, sentence.end, today)
    kept = apart(sorted(found, key=lambda dated: dated.start - dated.end), sentence.start, sentence.end)
    joined = _joined(text, sentence, kept)
    opened: list[Dated] = []
    for dated in joined:
        floor = opened[-1].end if opened else sentence.start
        if whole := _with_lead(text, floor, dated, today):
            opened.append(whole)
    return opened


def _joined(text: str, sentence: Sentence, found: list[Dated]) -> list[Dated]:
    """The expressions with those made one that bound an interval: "between January 1 and May 3", "from May to July"."""
    joined: list[Dated] = []
    for dated in found:
        before = joined[-1] if joined else None
        if before and (one := _of_one_day(text, before, dated)):
            joined[-1] = one
            continue
        if before and (run := _days_on_end(text, before, dated)):
            joined[-1] = run
            continue
        if before and _LINK.fullmatch(text, before.end, dated.start):
            lead = _LEAD.search(text, max(sentence.start, before.start - 40), before.start)
            whole = between(before.days.first, dated.days.last)
            if lead and lead["word"].lower() in {"between", "from"} and whole:
                joined[-1] = Dated(before.start, dated.end, whole)
                continue
        joined.append(dated)
    return joined


def _of_one_day(text: str, first: Dated, second: Dated) -> Dated | None:
    """The two as one where a weekday and a date stand for one day ("Monday, September 22"), or "overnight on Tuesday"."""
    if not _BESIDE.fullmatch(text, first.end, second.start):
        return None
    one, other = text[first.start : first.end], text[second.start : second.end]
    if _IS_WEEKDAY.fullmatch(one) and _IS_WEEKDAY.fullmatch(other):
        return None
    if _IS_WEEKDAY.fullmatch(one) and second.days.precision is Precision.DAY:
        return Dated(first.start, second.end, second.days)
    if _IS_WEEKDAY.fullmatch(other) and first.days.precision is Precision.DAY:
        return Dated(first.start, second.end, first.days)
    if one.lower() == "overnight" and second.days.precision is Precision.DAY and second.days.first:
        night = between(second.days.first - timedelta(days=1), second.days.last)
        return Dated(first.start, second.end, night) if night else None
    return None


def _days_on_end(text: str, first: Dated, second: Dated) -> Dated | None:
    """The two as one stretch where a list names days that follow each other: "Friday, Saturday and Sunday"."""
    if not _LISTED.fullmatch(text, first.end, second.start) or second.days.precision is not Precision.DAY:
        return None
    one, other = first.days.last, second.days.first
    if first.days.first is None or one is None or other is None or other != one + timedelta(days=1):
        return None
    run = between(first.days.first, second.days.last)
    return Dated(first.start, second.end, run) if run else None


def _with_lead(text: str, floor: int, dated: Dated, today: date | None) -> Dated | None:
    """The expression with the preposition before it, and what that does to the interval."""
    lead = _LEAD.search(text, max(floor, dated.start - 40), dated.start)
    start = lead.start() if lead else dated.start
    word = lead["word"].lower() if lead else ""
    event = _SINCE_EVENT.search(text, max(floor, start - 90), start)
    if event and word in {"in", "on", "during", ""}:
        start, word = event.start(), "since"
    days = _bounded(dated.days, word, today)
    return Dated(start, dated.end, days) if days else None


def _bounded(days: Days, word: str, today: date | None) -> Days | None:
    """What a preposition makes of an interval; "since 2022" lasts to the day of publication."""
    if word in {"since", "as early as"}:
        return between(days.first, today if today is None or days.first is None or today >= days.first else None)
    if word in {"until", "till", "by"}:
        return between(None, days.last)
    if word == "before" and days.first and days.first > date.min:
        return between(None, days.first - timedelta(days=1))
    if word == "after" and days.last and days.last < date.max and days.first != days.last:
        return between(days.first, None)
    return days
