"""How a document presents an event. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from watchfloor.model.claim import Status
from watchfloor.reading.event.scope import scope
from watchfloor.reading.event.status import status
from watchfloor.reading.text.sentence import Sentence


def told(text: str, words: str, prior: Status = Status.OCCURRED) -> Status:
    """The status of the event that `words` name in the one sentence `text`."""
    start = text.index(words)
    end = start + len(words)
    return status(text, scope(text, Sentence(0, len(text), 0), start, end), start, end, prior)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An explosion damaged the pier.", Status.OCCURRED),
        ("Police are investigating an alleged explosion.", Status.ALLEGED),
        ("The pier may have been hit by an explosion.", Status.ALLEGED),
        ("Witnesses claim that an explosion was heard.", Status.ALLEGED),
        ("The ministry denied reports of an explosion.", Status.DENIED),
        ("There was no evidence of an explosion.", Status.DENIED),
        ("The gang planned to cause an explosion.", Status.PLANNED),
        ("Police foiled a planned explosion.", Status.PLANNED),
        ("A spark could cause an explosion.", Status.HYPOTHETICAL),
        ("Engineers fear the risk of an explosion.", Status.HYPOTHETICAL),
        ("The council did not rule out an explosion.", Status.HYPOTHETICAL),
    ],
)
def test_words_before_the_event_set_its_status(text: str, expected: Status) -> None:
    """Denials, allegations, plans and possibilities are told apart from what happened."""
    assert told(text, "explosion") is expected


def test_who_denies_a_part_in_it_does_not_deny_the_event() -> None:
    """`Denied involvement in the explosion` leaves the explosion as it is."""
    assert told("The gang denied involvement in the explosion.", "explosion") is Status.OCCURRED


def test_a_word_in_another_clause_says_nothing() -> None:
    """A possibility behind a break of the sentence is not about this event."""
    assert told("Prices could rise, but the explosion hit the pier.", "explosion") is Status.OCCURRED


def test_without_a_word_the_prior_stands() -> None:
    """What the words of the event suggest holds where nothing else is said."""
    assert told("Generals spoke of strikes.", "strikes", Status.HYPOTHETICAL) is Status.HYPOTHETICAL
