"""Dates in words: as exact as they are known and no more."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from watchfloor.model.when import Precision, When
from watchfloor.products.brief.dating import interval, moment


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2031, 5, 1), date(2031, 5, 1), "1 May 2031"),
        (date(2031, 5, 1), date(2031, 5, 31), "May 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2031, 5, 1), date(2031, 5, 7), "1 to 7 May 2031"),
        (date(2031, 4, 28), date(2031, 5, 1), "28 April to 1 May 2031"),
        (date(2030, 12, 31), date(2031, 1, 1), "31 December 2030 to 1 January 2031"),
        (date(2031, 5, 1), None, "since 1 May 2031"),
        (None, date(9999, 12, 31), "by 31 December 9999"),
    ],
)
def test_interval_in_words(first: date | None, last: date | None, words: str) -> None:
    """Whole months and years are named as such, open ends are said to be open."""
    assert interval(When.days(first, last, Precision.RANGE)) == words


def test_minute_is_told_with_its_zone() -> None:
    """A minute known in a zone is told in that zone; a day is told without a time."""
    chicago = timezone(timedelta(hours=-6))
    assert moment(When.at(datetime(2031, 5, 1, 19, 40, tzinfo=chicago))) == "1 May 2031, 19:40 UTC-06:00"
    assert moment(When.at(datetime(2031, 5, 1, 6, 30, tzinfo=UTC))) == "1 May 2031, 06:30 UTC"
    assert moment(When.day(date(2031, 5, 1))) == "1 May 2031"
    assert moment(None) is None
