"""Times: intervals that never pretend to be more exact than they are."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.model.when import Precision, When

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
INTERVALS = st.tuples(DAYS, st.integers(0, 400)).map(
    lambda pair: When.days(pair[0], pair[0] + timedelta(days=pair[1]), Precision.RANGE)
)


def test_a_time_needs_an_end_a_zone_and_an_order() -> None:
    """Two open ends, an end without a zone and inverted ends are no times."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="at least one known end"):
        When(None, None, Precision.RANGE)
    with pytest.raises(ValueError, match="zone"):
        When(datetime(2026, 1, 1), None, Precision.DAY)  # noqa: DTZ001 - the missing zone is the point
    with pytest.raises(ValueError, match="before it starts"):
        When(now, now - timedelta(days=1), Precision.DAY)


def test_a_day_lasts_from_its_first_second_to_its_last_in_its_own_zone() -> None:
    """The calendar day survives the zone."""
    day = When.day(date(2026, 3, 8), timezone(timedelta(hours=9)))
    assert (day.first_day, day.last_day) == (date(2026, 3, 8), date(2026, 3, 8))
    assert day.latest is not None
    assert day.earliest is not None
    assert day.latest - day.earliest == timedelta(hours=23, minutes=59, seconds=59)


@given(INTERVALS, INTERVALS)
def test_overlap_is_mutual(a: When, b: When) -> None:
    """Whether two times may be one does not depend on who is asked."""
    assert a.may_overlap(b) == b.may_overlap(a)
    assert a.may_overlap(a)


@given(INTERVALS)
def test_an_open_end_excludes_nothing(a: When) -> None:
    """A time open on one side overlaps with everything on that side."""
    since = When(a.earliest, None, Precision.RANGE)
    assert since.may_overlap(a)
    assert a.earliest is not None
    assert not since.may_overlap(When(None, a.earliest - timedelta(seconds=1), Precision.RANGE))
