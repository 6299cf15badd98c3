"""What a sentence tells only to date its own event by it. All examples are an EXERCISE."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim_exercise import document
from watchfloor.model.when import When
from watchfloor.reading.event.aside import aside_of, asides, is_of_another, lying_back
from watchfloor.reading.text.sentence import sentences


def told_aside(text: str) -> list[str]:
    """The words of the asides of a text of one sentence."""
    (sentence,) = sentences(document(text))
    return [text[one.start : one.end] for one in asides(text, sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cable failed on Monday, just over a month after two cables were cut.", ["two cables were cut."]),
        ("Weeks after two cables were cut, a third one failed.", ["two cables were cut"]),
        ("The pipe burst almost three years before the port burned down.", ["the port burned down."]),
        ("Two cables were cut in Torhaven.", []),
        ("The ship was held two days after the cable was cut.", []),
        ("The port closed hours after drones were seen.", []),
        ("The port has been shut for a month after the fire.", ["the fire."]),
    ],
)
def test_what_lies_weeks_away_is_an_aside(text: str, expected: list[str]) -> None:
    """An interval of weeks with "after" or "before" opens an aside, which ends at the next comma; hours and a few days open none."""
    assert told_aside(text) == expected


@pytest.mark.parametrize(
    ("words", "latest"),
    [
        ("a month", date(2025, 10, 29)),
        ("less than a month", date(2025, 11, 5)),
        ("two years", date(2024, 5, 22)),
        ("weeks", date(2025, 11, 10)),
    ],
)
def test_an_aside_lies_back_by_its_interval(words: str, latest: date) -> None:
    """What was a month before the event of the day lies three weeks back at least, and no beginning is known."""
    doc = document(f"A cable failed {words} after two cables were cut.")
    (one,) = asides(doc.text, sentences(doc)[0])
    found = lying_back(doc, one)
    assert found is not None
    assert (found.when.earliest, found.when.last_day) == (None, latest)


def test_what_came_later_or_before_the_calendar_has_no_time() -> None:
    """Neither "a month before" nor "ninety decades after" in a text of long ago dates anything."""
    later = document("The cable failed a month before two cables were cut.")
    (one,) = asides(later.text, sentences(later)[0])
    assert lying_back(later, one) is None
    long_ago = replace(
        document("It failed 90 decades after two cables were cut."), published=When.at(datetime(600, 1, 1, tzinfo=UTC))
    )
    (one,) = asides(long_ago.text, sentences(long_ago)[0])
    assert lying_back(long_ago, one) is None


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("A power cable failed, a month after two data cables were cut.", True),
        ("A court jailed the captain, a month after two data cables were cut.", False),
    ],
)
def test_another_of_its_kind(text: str, another: bool) -> None:
    """Where the rest of the sentence names a thing of the same kind, the aside tells of a second event; else it may be the one that the article is about."""
    sentence = sentences(document(text))[0]
    words = "data cables were cut"
    one = aside_of(text, sentence, text.index(words))
    assert one is not None
    assert is_of_another(text, sentence, one, words) is another


@given(st.text(alphabet="a month years after before, 12few", max_size=80))
def test_asides_lie_in_their_sentence(text: str) -> None:
    """Whatever the words, an aside lies behind its interval and within the sentence."""
    for sentence in sentences(document(text)):
        for one in asides(text, sentence):
            assert sentence.start <= one.interval[0] < one.interval[1] < one.start <= one.end <= sentence.end
