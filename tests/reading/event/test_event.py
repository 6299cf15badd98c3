"""Which tellings are of one event. All examples are an EXERCISE."""

from __future__ import annotations

from watchfloor.model.claim import Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.reading.event.event import Event, Telling, events
from watchfloor.reading.event.trigger import Pointer, Trigger

ARSON = IncidentType.ARSON
EXPLOSION = IncidentType.EXPLOSION


def telling(start: int, sentence: int, kind: IncidentType = ARSON, *, specific: bool = True) -> Telling:
    """A telling of an event without place or date, five characters long."""
    trigger = Trigger(start, start + 5, sentence, kind, kind.value)
    return Telling(trigger, Status.OCCURRED, specific=specific, when=None, where=())


def test_events_keep_every_telling_and_their_order() -> None:
    """Each telling is in exactly one event, and events stand in the order of their first words."""
    text = "x" * 100
    told = [telling(0, 0), telling(10, 0, EXPLOSION), telling(30, 1), telling(50, 2, specific=False)]
    found = events(text, told, [])
    assert sorted(m.trigger.start for e in found for m in e.mentions) == [0, 10, 30, 50]
    assert [e.spans[0] for e in found] == sorted(e.spans[0] for e in found)


def test_a_pointer_joins_the_nearest_event_of_its_types() -> None:
    """Words that can mean a fire join the fire, not the explosion told after it."""
    found = events("x" * 100, [telling(0, 0), telling(10, 0, EXPLOSION)], [Pointer(30, 38, 1, frozenset({ARSON}))])
    assert [len(e.pointers) for e in found] == [1, 0]


def test_a_pointer_too_far_away_is_dropped() -> None:
    """After many sentences a word that points back is not trusted."""
    found = events("x" * 900, [telling(0, 0)], [Pointer(800, 808, 40, frozenset({ARSON}))])
    assert [e.pointers for e in found] == [()]


def test_a_pointer_without_an_event_makes_none() -> None:
    """`The attack` alone is no event."""
    assert events("x" * 50, [], [Pointer(0, 10, 0, frozenset())]) == ()


def test_the_sentences_of_an_event_are_those_of_all_its_words() -> None:
    """Tellings and pointers both count."""
    event = Event((telling(0, 0), telling(30, 3)), (Pointer(50, 58, 5, frozenset()),))
    assert event.sentences == {0, 3, 5}
