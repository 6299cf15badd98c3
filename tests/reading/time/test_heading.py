"""The year of a day that stands under a heading. All examples are an EXERCISE."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from watchfloor.model.document import Document
from watchfloor.model.when import When
from watchfloor.reading.text.sentence import sentences
from watchfloor.reading.time.heading import headings
from watchfloor.reading.time.time_expression import times


def _document(text: str) -> Document:
    return Document(
        id="0" * 64,
        text=text,
        origin="exercise.txt",
        media_type="text/plain",
        fetched_at=datetime(2025, 12, 31, tzinfo=UTC),
        published=When.day(date(2025, 12, 30)),
        language="en",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("December 2024: Cables\n\nThe cable broke on December 25.", "2024-12-25"),
        ("Nov 2023 - A pipe\n\nThe pipe burst on November 3.", "2023-11-03"),
        ("December 2024: Cables\n\nThe cable broke on December 25, 2025.", "2025-12-25"),
        ("December 2024: Cables\n\nThe ship left on March 3.", "2025-03-03"),
        ("In December 2024 a ship came.\n\nThe cable broke on December 25.", "2025-12-25"),
        ("The cable broke on December 25.\n\nDecember 2024: Cables", "2025-12-25"),
        ("February 2023\n\nThe cable broke on Monday.", "2025-12-29"),
    ],
)
def test_a_heading_gives_the_year(text: str, expected: str) -> None:
    """A day of the heading's month is of the heading's year, if it has none of its own; a sentence that names a month is no heading."""
    doc = _document(text)
    days = {t.when.first_day for t in times(doc, sentences(doc)) if t.when.first_day == t.when.last_day}
    assert {str(day) for day in days} == {expected}


def test_a_day_that_the_year_lacks_is_left_alone() -> None:
    """29 February is not moved to a year without one."""
    doc = _document("February 2023\n\nThe cable broke on 29 February 2024 and on February 28.")
    assert [str(t.when.last_day) for t in times(doc, sentences(doc)) if t.when.first_day == t.when.last_day] == [
        "2024-02-29",
        "2023-02-28",
    ]


def test_the_last_heading_holds() -> None:
    """Each heading holds to the next one, and nothing stands under one before the first."""
    doc = _document("Cables\n\nDecember 2024: Cables\n\nIt broke.\n\nMay 2025: Pipes")
    assert list(headings(doc.text, sentences(doc))) == [None, (2024, 12), (2024, 12), (2025, 5)]
