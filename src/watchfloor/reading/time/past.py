"""Past: the time of something that has happened, where word order alone would put it in the future.

In comes an expression with the day of publication, out comes the latest time before publication that its words can mean. News
can't tell what has happened tomorrow. Whether something is told as having happened is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from watchfloor.model.when import When
from watchfloor.reading.time.time_expression import TimeExpression

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|Christmas|Boxing|New Year")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WEEK = timedelta(days=7)
_NEXT_DAY = timedelta(days=1)
"""A date this little ahead is of another time zone sooner than of another year."""


def as_past(text: str, expression: TimeExpression, published: When | None) -> TimeExpression | None:
    """The expression, moved back a week or a year if it lies after publication; None where its words allow no such time."""
    when, today = expression.when, published.latest if published else None
    if today is None or when.earliest is None or when.latest is None or when.earliest <= today:
        return expression
    words = text[expression.span.start : expression.span.end]
    if _YEAR.search(words):
        return None
    if _MONTH.search(words):
        return None if when.earliest - today <= _NEXT_DAY else _year_before(expression)
    if not _WEEKDAY.search(words):
        return None
    moved = replace(when, earliest=when.earliest - _WEEK, latest=when.latest - _WEEK)
    return replace(expression, when=moved)


def _year_before(expression: TimeExpression) -> TimeExpression | None:
    """The same days of the year before; None for 29 February."""
    when = expression.when
    if when.earliest is None or when.latest is None:
        return None
    try:
        earliest = when.earliest.replace(year=when.earliest.year - 1)
        latest = when.latest.replace(year=when.latest.year - 1)
    except ValueError:
        return None
    return replace(expression, when=replace(when, earliest=earliest, latest=latest))
