"""Times of what has happened. All sentences are invented for exercise."""

from __future__ import annotations

from datetime import date

import pytest

from claim_exercise import document
from watchfloor.model.when import When
from watchfloor.reading.text.sentence import sentences
from watchfloor.reading.time.past import as_past
from watchfloor.reading.time.time_expression import times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet on Friday.", "2025-11-14"),
        ("They meet on December 24.", "2024-12-24"),
        ("They meet on December 24, 2025.", None),
        ("They meet on November 21.", None),
        ("They will meet tomorrow.", None),
        ("They met on Monday.", "2025-11-17"),
    ],
)
def test_what_has_happened_lies_before_publication(text: str, expected: str | None) -> None:
    """A weekday or a day ahead is the last one of its name; what can be no other day than one ahead dates nothing."""
    doc = document(text)
    (found,) = times(doc, sentences(doc))
    told = as_past(text, found, doc.published)
    assert (str(told.when.first_day) if told else None) == expected


def test_without_a_day_of_publication_a_time_stays() -> None:
    """Where nobody knows when the text appeared, no time lies after it."""
    doc = document("They met on December 24, 2025.")
    (found,) = times(doc, sentences(doc))
    assert as_past(doc.text, found, None) is found
    assert as_past(doc.text, found, When.day(date(2026, 1, 1))) is found
