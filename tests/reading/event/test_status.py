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
        ("The council doesn't rule out an explosion.", Status.HYPOTHETICAL),
        ("Quick work prevented an explosion.", Status.HYPOTHETICAL),
        ("Police can confirm that an explosion was heard.", Status.OCCURRED),
        ("Guests could see the explosion.", Status.OCCURRED),
        ("In May an explosion hit the pier.", Status.OCCURRED),
        ("It is not unusual to hear an explosion on the range.", Status.OCCURRED),
        ("Near the border it was not uncommon for ships to see an explosion.", Status.OCCURRED),
        ("Experts found neither arson nor an explosion.", Status.DENIED),
        ("There was no sign of an explosion.", Status.DENIED),
        ("Asked whether he was worried, the mayor said an explosion hit the pier.", Status.OCCURRED),
    ],
)
def test_words_before_the_event_set_its_status(text: str, expected: Status) -> None:
    """Denials, allegations, plans and possibilities are told apart from what happened."""
    assert told(text, "explosion") is expected


def test_who_denies_a_part_in_it_does_not_deny_the_event() -> None:
    """`Denied involvement in the explosion` leaves the explosion as it is."""
    assert told("The gang denied involvement in the explosion.", "explosion") is Status.OCCURRED


@pytest.mark.parametrize(
    "text",
    [
        "It is too early to say whether a gang was behind the explosion.",
        "The council cannot rule out that a gang was responsible for the explosion.",
        "The council can't rule out that the explosion was an attack.",
        "There is no evidence that a gang had a hand in the explosion.",
    ],
)
def test_doubt_about_who_did_it_is_no_doubt_that_it_happened(text: str) -> None:
    """Who may be behind `the explosion` is open; that there was one is taken for granted."""
    assert told(text, "explosion") is Status.OCCURRED


def test_what_a_court_is_asked_for_is_planned() -> None:
    """A deed that somebody asks leave for has not been done."""
    assert told("The owner asked a court to seize the freighter.", "seize the freighter") is Status.PLANNED


def test_what_somebody_must_be_able_to_do_is_not_done() -> None:
    """A power that is asked for tells of no deed; a duty that an event brings does not undo it."""
    assert told("Police must be able to seize the freighter.", "seize the freighter") is Status.HYPOTHETICAL
    assert told("The port must explain the explosion.", "explosion") is Status.OCCURRED


def test_a_word_in_another_clause_says_nothing() -> None:
    """A possibility behind a break of the sentence is not about this event."""
    assert told("Prices could rise, but the explosion hit the pier.", "explosion") is Status.OCCURRED


def test_without_a_word_the_prior_stands() -> None:
    """What the words of the event suggest holds where nothing else is said."""
    assert told("Generals spoke of strikes.", "strikes", Status.HYPOTHETICAL) is Status.HYPOTHETICAL
