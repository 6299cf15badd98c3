"""Time expressions: what words mean on the day they were published. All sentences are invented for exercise."""

from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.model.document import Document
from watchfloor.model.when import Precision, When
from watchfloor.reading.text.sentence import sentences
from watchfloor.reading.time.time_expression import TimeExpression, times

TUESDAY = When.day(date(2025, 12, 2))


def _document(text: str, published: When | None) -> Document:
    raw = text.encode(errors="surrogatepass")
    name = sha256(raw).hexdigest()
    return Document(name, text, "exercise.txt", "text/plain", datetime(2026, 1, 1, tzinfo=UTC), published=published)


def _times(text: str, published: When | None = TUESDAY) -> tuple[TimeExpression, ...]:
    document = _document(text, published)
    return times(document, sentences(document))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The cable broke on December 1, 2025.", "2025-12-01", "2025-12-01"),
        ("The cable broke on 14 September.", "2025-09-14", "2025-09-14"),
        ("The cable broke on Oct. 31 2016.", "2016-10-31", "2016-10-31"),
        ("The cable broke on 2025-11-30.", "2025-11-30", "2025-11-30"),
        ("The cable broke on 14.09.2025.", "2025-09-14", "2025-09-14"),
        ("It lay broken October 2-4, 2025.", "2025-10-02", "2025-10-04"),
        ("It broke in December 2024.", "2024-12-01", "2024-12-31"),
        ("In July it broke.", "2025-07-01", "2025-07-31"),
        ("It broke in late November.", "2025-11-21", "2025-11-30"),
        ("It broke in August and September.", "2025-08-01", "2025-09-30"),
        ("It was cut by an anchor on November 30.", "2025-11-30", "2025-11-30"),
        ("It was lost, due to a storm, on November 30.", "2025-11-30", "2025-11-30"),
        ("The crew must repair it by November 30.", "", "2026-11-30"),
        ("It broke on Tuesday, September 16.", "2025-09-16", "2025-09-16"),
        ("It broke overnight on Monday.", "2025-11-30", "2025-12-01"),
        ("It broke in the second half of 2024.", "2024-07-01", "2024-12-31"),
        ("It broke in the summer of 2024.", "2024-06-01", "2024-09-22"),
        ("It broke in 2022.", "2022-01-01", "2022-12-31"),
        ("It was a 2015 treaty.", "2015-01-01", "2015-12-31"),
        ("Tests ran from 2014 to 2016.", "2014-01-01", "2016-12-31"),
        ("Tests ran between January 5 and May 3.", "2025-01-05", "2025-05-03"),
        ("The port has been dark since 2022.", "2022-01-01", "2025-12-02"),
        ("Since the storm over the strait in 2022, it is dark.", "2022-01-01", "2025-12-02"),
        ("The works end by 2035.", "", "2035-12-31"),
        ("It was quiet before 2014.", "", "2013-12-31"),
    ],
)
def test_dates_mean_their_days(text: str, first: str, last: str) -> None:
    """Absolute dates, months and years, with and without prepositions that open or close them."""
    (found,) = _times(text)
    assert (found.when.first_day, found.when.last_day) == (_day(first), _day(last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The ministry said on Monday it broke.", "2025-12-01", "2025-12-01"),
        ("The ministry said Tuesday it broke.", "2025-12-02", "2025-12-02"),
        ("It broke late Sunday night.", "2025-11-30", "2025-11-30"),
        ("The ship is expected to arrive on Friday.", "2025-12-05", "2025-12-05"),
        ("They will repair it by Friday.", "", "2025-12-05"),
        ("By Monday it had been repaired.", "", "2025-12-01"),
        ("It was cut by a tanker on Friday.", "2025-11-28", "2025-11-28"),
        ("They meet next Wednesday.", "2025-12-03", "2025-12-03"),
        ("It broke yesterday.", "2025-12-01", "2025-12-01"),
        ("It broke overnight.", "2025-12-01", "2025-12-02"),
        ("It broke last week.", "2025-11-24", "2025-11-30"),
        ("It broke this week.", "2025-12-01", "2025-12-02"),
        ("The crew will sail this week.", "2025-12-02", "2025-12-07"),
        ("It broke last weekend.", "2025-11-29", "2025-11-30"),
        ("It broke earlier this year.", "2025-01-01", "2025-12-02"),
        ("It broke last year.", "2024-01-01", "2024-12-31"),
        ("It broke two days ago.", "2025-11-30", "2025-11-30"),
        ("It broke two months ago.", "2025-10-01", "2025-10-31"),
        ("It has broken often in recent months.", "", "2025-12-02"),
        ("The past few months were quiet.", "", "2025-12-02"),
        ("It was quiet for the last three years.", "2022-12-01", "2025-12-02"),
    ],
)
def test_relative_times_count_from_publication(text: str, first: str, last: str) -> None:
    """News looks back unless the words look ahead; open ends stay open."""
    (found,) = _times(text)
    assert (found.when.first_day, found.when.last_day) == (_day(first), _day(last))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It broke on Friday, Saturday and Sunday.", [("2025-11-28", "2025-11-30")]),
        ("Lines broke on Sunday and Monday.", [("2025-11-30", "2025-12-01")]),
        ("Lines broke on November 30 and December 1.", [("2025-11-30", "2025-12-01")]),
        ("Lines broke on Friday and Monday.", [("2025-11-28", "2025-11-28"), ("2025-12-01", "2025-12-01")]),
    ],
)
def test_days_on_end_are_one_stretch(text: str, days: list[tuple[str, str]]) -> None:
    """A list of days that follow each other is one time; a gap between them parts it."""
    assert [(str(t.when.first_day), str(t.when.last_day)) for t in _times(text)] == days


@pytest.mark.parametrize("text", ["It broke on Monday.", "It broke in recent months.", "It broke on 14 September."])
@pytest.mark.parametrize("published", [None, When.days(date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR)])
def test_without_a_day_of_publication_nothing_relative_is_dated(text: str, published: When | None) -> None:
    """What can't be dated is left out, never guessed."""
    assert _times(text, published) == ()


def test_without_a_day_of_publication_full_dates_stand() -> None:
    """A date with its year needs no publication; what lasts since then is open."""
    (found,) = _times("It has been dark since 3 May 2022.", None)
    assert found.when.first_day == date(2022, 5, 3)
    assert found.when.latest is None


@pytest.mark.parametrize(
    "text",
    [
        "May I ask Theresa May whether they may march?",
        "Some 2000 people marched.",
        "The week-long drill ended.",
        "Russia Today is an outlet.",
        "He sat beside Wednesday Addams's 2,500 fans in row 1945-b.",
    ],
)
def test_words_that_only_look_like_times_are_left(text: str) -> None:
    """Names, modal verbs and counts are no times."""
    assert [found for found in _times(text) if found.when.precision is not Precision.DAY] == []


def test_times_keep_the_zone_of_publication() -> None:
    """A day is that day where the outlet writes."""
    zone = timezone(timedelta(hours=-6))
    (found,) = _times("It broke on Monday.", When.at(datetime(2025, 12, 1, 19, 40, tzinfo=zone)))
    assert found.when == When.day(date(2025, 12, 1), zone)


_WORDS = st.sampled_from(
    [
        "since",
        "Monday",
        "last",
        "next",
        "week",
        "two",
        "years",
        "ago",
        "in",
        "May",
        "2022",
        "31",
        "February",
        "between",
        "and",
        "-",
        "the",
        "early",
        "999",
        "decades",
        "weekend",
        "1 June",
        ",",
        ".",
    ]
)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_an_impossible_day_of_publication_is_no_ground_to_count_from(published: date) -> None:
    """A document dated in the year 1 or 9999 is read, and nothing in it is dated by that day."""
    assert _times("It broke on Monday, overnight and two decades ago.", When.day(published)) == ()


@given(st.lists(_WORDS | st.text(max_size=3)).map(" ".join), st.dates())
def test_times_lie_in_the_document_in_order(text: str, published: date) -> None:
    """On arbitrary text and any day of publication nothing is raised and no expression overlaps the next."""
    found = _times(text, When.day(published))
    assert all(one.span.end <= len(text) for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
