"""One event or a kind of events, by the words alone. All examples are an EXERCISE."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claim_exercise import document
from watchfloor.model.claim import Status
from watchfloor.reading.event.specific import Words, is_specific
from watchfloor.reading.event.trigger import triggers
from watchfloor.reading.text.sentence import sentences


def told(text: str, status: Status = Status.OCCURRED, headline: str | None = None) -> bool:
    """Whether the first trigger of a text is one event, with nothing known of its time and place."""
    doc = replace(document(text), headline=headline)
    found = sentences(doc)
    first = triggers(doc.text, found)[0]
    return is_specific(Words.of(doc, found[first.sentence], first), status, None, ())


@pytest.mark.parametrize(
    "text",
    [
        "An anchor severed the cable off Lindmark.",
        "The explosion tore a hole in the quay.",
        "Russia's invasion of Ukraine goes on.",
        "Police ask what caused damage to a data cable.",
        "After the poisoning of a clerk the inn stayed shut.",
    ],
)
def test_one_thing_with_an_article_or_a_finite_verb(text: str) -> None:
    """An article, a possessive or something finite done to one thing make an event."""
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "There has been a string of losses: severed data cables, burnt depots.",
        "He was disappointed that Norland is allowing oil to go into North Korea.",
        "The ships of Norland transferred oil to tankers at sea about 30 times.",
        "The missiles that overflew the island worried the town.",
    ],
)
def test_lists_habits_and_bare_plurals_are_kinds(text: str) -> None:
    """A participle in a list, a progressive, a number of times and a plural with a relative clause tell of no one event."""
    assert not told(text)


def test_a_headline_leaves_out_its_article() -> None:
    """What would be a kind in running text is one event where it is the headline."""
    text = "New missile launch near Lindmark"
    assert told(text, headline=text)
    assert not told(text)


def test_what_only_might_happen_is_a_kind() -> None:
    """Neither a feared explosion nor a planned one is an event."""
    assert not told("The explosion tore a hole in the quay.", Status.HYPOTHETICAL)
    assert not told("Explosions were planned.", Status.PLANNED)


def test_the_jamming_of_one_plane_is_one_event() -> None:
    """A mass noun is one event where it befell one craft, in a headline also without an article."""
    assert told("A plane with the minister on board met GPS jamming over Norland.")
    assert told("GPS jamming struck the minister's plane.")
    assert not told("GPS jamming struck planes over Norland.")
    assert not told("The plane-spotters of Norland noted GPS jamming.")
    text = "Plane with minister on board hit by GPS jamming"
    assert told(text, headline=text)
    assert not told(text)
