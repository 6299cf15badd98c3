"""When: a time as exactly as it is known and no more exactly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum


class Precision(StrEnum):
    """The unit in which a source gave a time."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    """Several units or an open side: "since 2022", "in recent months"."""


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval in which something lies: "on Monday" is one day long, "earlier this year" may be eleven months.

    Both ends know their time zone. An end that the source leaves open is None ("in the past few months" has no
    earliest); at least one end is known. A date whose zone is unknown is taken as that day in UTC.

    Raises:
        ValueError: both ends open, an end without a zone, or ends in the wrong order.
    """

    earliest: datetime | None
    latest: datetime | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise ValueError("a time needs at least one known end")
        if any(end is not None and end.tzinfo is None for end in (self.earliest, self.latest)):
            raise ValueError("a time needs a zone")
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"a time can't end before it starts: {self.earliest} > {self.latest}")

    @classmethod
    def at(cls, moment: datetime) -> When:
        """The minute of `moment`, which must know its zone."""
        start = moment.replace(second=0, microsecond=0)
        return cls(start, start + timedelta(seconds=59), Precision.MINUTE)

    @classmethod
    def days(cls, first: date | None, last: date | None, precision: Precision, zone: tzinfo = UTC) -> When:
        """From the first second of `first` to the last second of `last`, either of which may be open."""
        earliest = datetime.combine(first, time.min, zone) if first else None
        latest = datetime.combine(last, time(23, 59, 59), zone) if last else None
        return cls(earliest, latest, precision)

    @classmethod
    def day(cls, day: date, zone: tzinfo = UTC) -> When:
        """One whole day."""
        return cls.days(day, day, Precision.DAY, zone)

    @property
    def first_day(self) -> date | None:
        """The calendar day of the earliest end, in that end's own zone."""
        return self.earliest.date() if self.earliest else None

    @property
    def last_day(self) -> date | None:
        """The calendar day of the latest end, in that end's own zone."""
        return self.latest.date() if self.latest else None

    def may_overlap(self, other: When) -> bool:
        """Whether both can be true of one moment; an open end excludes nothing."""
        return _not_after(self.earliest, other.latest) and _not_after(other.earliest, self.latest)


def _not_after(start: datetime | None, end: datetime | None) -> bool:
    return start is None or end is None or start <= end
