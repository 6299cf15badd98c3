"""Dates as pages and bylines write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_samples import NOW
from watchfloor.evidence.publication_date import dates, publication_date
from watchfloor.model.when import Precision


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("March 9, 2026 7:40 PM CST", "2026-03-09T19:40-06:00"),
        ("2026-03-09 06:59 GMT", "2026-03-09T06:59+00:00"),
        ("2026-03-09T06:59:12.5+01:00", "2026-03-09T06:59+01:00"),
        ("2026-03-09T06:59:00Z", "2026-03-09T06:59+00:00"),
        ("Mon, 09 Mar 2026 22:05:00 +0200", "2026-03-09T22:05+02:00"),
        ("9 March 2026 at 18.45 BST", "2026-03-09T18:45+01:00"),
        ("7:40 PM EDT, Mon March 9, 2026", "2026-03-09T19:40-04:00"),
        ("July 9, 2026, 6 a.m. ET", "2026-07-09T06:00-04:00"),
        ("January 9, 2026, 6:00 a.m. ET", "2026-01-09T06:00-05:00"),
        ("9. März 2026, 21:30 CET", "2026-03-09T21:30+01:00"),
        ("9 March 2026 1015 GMT", "2026-03-09T10:15+00:00"),
        ("9 March 2026 10:15 (GMT+3)", "2026-03-09T10:15+03:00"),
        ("March 9, 20263:41 PM EDT", "2026-03-09T15:41-04:00"),
        ("March 9, 2026 12:05 AM UTC", "2026-03-09T00:05+00:00"),
    ],
)
def test_time_with_zone_is_a_minute(text: str, moment: str) -> None:
    """A date with a time and its zone is known to the minute."""
    when = publication_date(text, NOW)
    assert when is not None
    assert when.precision is Precision.MINUTE
    assert when.earliest == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 9, 2026", "2026-03-09"),
        ("9th of March 2026", "2026-03-09"),
        ("Monday 9 Mar. 2026", "2026-03-09"),
        ("2026/03/09", "2026-03-09"),
        ("3/9/2026", "2026-03-09"),
        ("19/3/2026", "2026-03-19"),
        ("9.3.2026", "2026-03-09"),
        ("09-03-2026", "2026-03-09"),
        ("9 mars 2026", "2026-03-09"),
        ("9 de marzo de 2026", "2026-03-09"),
        ("9 березня 2026", "2026-03-09"),
        ("9 марта 2026, 12:30", "2026-03-09"),
        ("2026-03-09 21:45", "2026-03-09"),
        ("3/9/2026Exercise goes on", "2026-03-09"),
    ],
)
def test_date_without_zone_is_a_day(text: str, day: str) -> None:
    """A date, and a date with a time of no known zone, is that day."""
    when = publication_date(text, NOW)
    assert when is not None
    assert when.precision is Precision.DAY
    assert when.first_day is not None
    assert when.first_day.isoformat() == day


def test_month_first_unless_that_is_in_the_future() -> None:
    """05/12/2026 can't be the 12th of a May to come, so what can be past is taken."""
    past, future = publication_date("05/10/2026", NOW), publication_date("10/12/2026", datetime(2026, 6, 1, tzinfo=UTC))
    assert past is not None
    assert past.first_day == datetime(2026, 5, 10, tzinfo=UTC).date()
    assert future is None
    swapped = publication_date("12/10/2026", NOW)
    assert swapped is not None
    assert swapped.first_day == datetime(2026, 10, 12, tzinfo=UTC).date()


@pytest.mark.parametrize(
    "text",
    [
        "December 31, 9999",
        "9999-12-31",
        "31/12/9999 23:59 GMT",
        "1 May 1802",
        "0000-00-00",
        "2026-13-40",
        "30 February 2026",
        "2027-01-01",
        "March 9",
        "+44 2026 4321",
        "",
    ],
)
def test_impossible_dates_are_unknown(text: str) -> None:
    """A date in the year 9999, before 1900, in the future, without a year or of no calendar is no publication date."""
    assert publication_date(text, NOW) is None


def test_tomorrow_is_still_believed() -> None:
    """A page from a zone ahead may carry tomorrow's date, but not that of the day after."""
    assert publication_date((NOW + timedelta(days=1)).date().isoformat(), NOW) is not None
    assert publication_date((NOW + timedelta(days=2)).date().isoformat(), NOW) is None


def test_a_number_behind_a_date_is_no_time() -> None:
    """The "5 comments" behind the date is not five o'clock, and the mention ends before it."""
    text = "2026-03-09 5 comments"
    assert [(text[one.start : one.end], one.when.precision) for one in dates(text, NOW)] == [
        ("2026-03-09", Precision.DAY)
    ]


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """Whatever stands where a date should, the mentions lie inside it in order."""
    ends = [0]
    for one in dates(text, NOW):
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)


@given(st.datetimes(min_value=datetime(1901, 1, 1), max_value=datetime(2026, 11, 19), timezones=st.just(UTC)))  # noqa: DTZ001 - hypothesis wants bounds without zone
def test_iso_round_trips_to_the_minute(moment: datetime) -> None:
    """Every moment written in ISO 8601 is read back."""
    when = publication_date(moment.isoformat(), NOW)
    assert when is not None
    assert when.earliest == moment.replace(second=0, microsecond=0)
