"""Heading: the year of a day under a heading that names its month.

In go a document's sentences, or a time with the heading that it stands under; out come the headings in force, and the time in the heading's year.
A factbox or a timeline writes "December 2024: …" once and then "on December 25"; what stands under no such heading is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from watchfloor.reading.text.sentence import Sentence
from watchfloor.reading.time.absolute_time import MONTH, Dated, month_number

_HEADING = re.compile(rf"\W*(?P<month>{MONTH}),?\s+(?P<year>20\d\d)\s*(?:[:–—-][^.!?]{{0,80}})?\s*")
"""A line that is nothing but a month with its year, and a few words after a colon or a dash."""
_MONTH = re.compile(rf"\b{MONTH}(?!\w)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Month = tuple[int, int]
"""A year and the number of one of its months."""


def headings(text: str, sentences: Sequence[Sentence]) -> Iterator[Month | None]:
    """For each sentence the month that the last heading before it names; None before the first."""
    last: Month | None = None
    for sentence in sentences:
        found = _HEADING.fullmatch(text, sentence.start, sentence.end)
        if found:
            last = int(found["year"]), month_number(found["month"])
        yield last


def under(text: str, dated: Dated, heading: Month | None) -> Dated:
    """A day of the heading's month that has no year of its own, in the year of the heading."""
    words = text[dated.start : dated.end]
    first, last = dated.days.first, dated.days.last
    if heading is None or first is None or last is None or _YEAR.search(words) or not _MONTH.search(words):
        return dated
    year, month = heading
    # Who writes "December 2024" above a day of a December before or after it means another one, and says so.
    if (first.month, last.month) != (month, month) or first.year == year:
        return dated
    start, end = _in_year(first, year), _in_year(last, year)
    return dated if start is None or end is None else replace(dated, days=replace(dated.days, first=start, last=end))


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None  # 29 February
