"""Stance time: what dates a stand, and which times are one. Everything is an exercise."""

from __future__ import annotations

import pytest

from desk import Desk, day
from watchfloor.record.position.stance_time import may_be_one_time, told_at
from watchfloor.record.text.texts import Texts


def dated(text: str, words: str, cue: str | None = None) -> tuple[str | None, bool]:
    """The last day of the stand that is shown by `words`, and whether the text gave it."""
    desk = Desk(text, "Post", published="2031-05-20")
    said = None
    if cue:
        desk.says(None, words, cue=cue)
        said = desk.reading.statements[0]
    when, span = told_at(desk.document, desk.span(words), said, Texts.of([desk.document]))
    return (when.last_day.isoformat() if when and when.last_day else None), span is not None


@pytest.mark.parametrize(
    ("text", "words", "cue", "expected"),
    [
        ("EXERCISE. Norland opposes the fence.", "opposes the fence", None, ("2031-05-20", False)),
        ("EXERCISE. On 3 March 2031 Norland opposed the fence.", "opposed the fence", None, ("2031-03-03", True)),
        ("EXERCISE. Norland said on 3 March 2031 the fence is folly.", "the fence is folly", "said", ("2031-03-03", True)),
        ("EXERCISE. Norland said the raid of 3 March 2031 was folly.", "the raid of 3 March 2031 was folly", "said", ("2031-05-20", False)),
        ("EXERCISE. Norland opposed the fence that stood since the storm of 3 March 2031.", "opposed the fence", None, ("2031-05-20", False)),
        ("EXERCISE. On 3 March 2032 Norland will open the fence it backs.", "it backs", None, ("2031-05-20", False)),
    ],
)  # fmt: skip
def test_what_dates_a_stand(text: str, words: str, cue: str | None, expected: tuple[str, bool]) -> None:
    """A time at the head of the sentence or beside the verb dates it; one inside what is said, of something else, or to come, does not."""
    assert dated(text, words, cue) == expected


def test_a_document_dated_after_it_was_fetched_dates_no_stand_later() -> None:
    """What was fetched on 1 June bears 10 July: its stands were taken by 1 June, whatever "on Monday" counts from; an earlier day that the text names stands."""
    texts = {
        "EXERCISE. Norland opposes the fence.": (None, "2031-06-01"),
        "EXERCISE. On Monday Norland opposes the fence.": (None, "2031-06-01"),
        "EXERCISE. On 3 March 2031 Norland opposes the fence.": ("2031-03-03", "2031-03-03"),
    }
    for text, expected in texts.items():
        desk = Desk(text, "Post", published="2031-07-10")
        when, _ = told_at(desk.document, desk.span("opposes"), None, Texts.of([desk.document]))
        assert when
        assert tuple(d and d.isoformat() for d in (when.first_day, when.last_day)) == expected


def test_a_document_of_the_next_day_is_no_misdating() -> None:
    """Where it is fetched on 1 June it may be 2 June elsewhere: that day is kept."""
    desk = Desk("EXERCISE. Norland opposes the fence.", "Post", published="2031-06-02")
    assert told_at(desk.document, desk.span("opposes"), None, Texts.of([desk.document])) == (day("2031-06-02"), None)


def test_a_saying_is_printed_within_days() -> None:
    """Articles two days apart may tell of one moment, articles a week apart not; the unknown excludes nothing."""
    assert may_be_one_time(day("2031-05-01"), day("2031-05-03"))
    assert may_be_one_time(day("2031-05-03"), day("2031-05-01"))
    assert not may_be_one_time(day("2031-05-01"), day("2031-05-08"))
    assert may_be_one_time(None, day("2031-05-08"))
