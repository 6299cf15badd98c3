"""Which tellings are of one event. All examples are an EXERCISE."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from watchfloor.model.claim import Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.span import Span
from watchfloor.model.when import When
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.event import Event, Telling, events
from watchfloor.reading.event.trigger import Pointer, Trigger
from watchfloor.reading.time.time_expression import TimeExpression

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


def told(text: str, *items: Telling) -> list[list[int]]:
    """Where the mentions of each event begin."""
    return [[m.trigger.start for m in event.mentions] for event in events(text, items, [])]


def named(text: str, words: str, number: int, **about: object) -> Telling:
    """A telling of one explosion by `words`, in the sentence of that number."""
    trigger = Trigger(text.index(words), text.index(words) + len(words), number, EXPLOSION, "explosion")
    return replace(Telling(trigger, Status.OCCURRED, specific=True, when=None, where=()), **about)  # type: ignore[arg-type] # fields by name


def test_the_blast_is_the_first_one_and_not_the_second_bomb() -> None:
    """An event brought in as a second one does not draw later words from the one that the article is about."""
    text = "A blast hit it. Was a second bomb there? The explosion tore a hole."
    found = told(text, named(text, "blast", 0), named(text, "bomb", 1), named(text, "explosion", 2))
    assert found == [[2, text.index("explosion")], [text.index("bomb")]]


def test_what_another_state_does_is_another_event() -> None:
    """Two states as subjects make two events, and a pattern whose doer is named elsewhere is one of its own."""
    text = "Ships sold oil. Others shipped coal. Those moved fuel."
    north, south = (named(text, w, n, doer=d) for w, n, d in (("sold", 0, "NO"), ("shipped", 1, "SE")))
    assert told(text, north, south) == [[6], [23]]
    assert told(text, north, replace(south, doer="NO")) == [[6, 23]]
    vague = replace(north, doer=None, specific=False)
    assert told(text, vague, replace(south, specific=False)) == [[6], [23]]


def test_a_dated_one_is_not_the_undated_one_of_the_day() -> None:
    """One "in 2015" is no second mention of the blast that the article opens with."""
    text = "The blast hit it. There was a bombing in 2015."
    year = TimeExpression(Span("d", 38, 42), When.day(date(2015, 1, 1)))
    assert told(text, named(text, "blast", 0), named(text, "bombing", 1, when=year)) == [[4], [30]]


def test_a_series_is_not_the_event_that_follows_it() -> None:
    """Many of a kind stay apart from the one that has been told, though that was first told without an article."""
    text = (
        "Blasts at the quay. A blast hit it on Sunday. It follows a series of loud blasts. Similar blasts hit others."
    )
    quay = Where("Quay", Span("d", 0, 4), precision=PlacePrecision.SITE)
    headline = named(text, "Blasts", 0, specific=False, where=(quay,))
    blast = named(text, "blast", 1, where=(quay,))
    before, others = (named(text, words, n, specific=False) for n, words in ((2, "loud blasts"), (3, "blasts hit")))
    found = told(text, headline, blast, before, others)
    assert found[0] == [0, text.index("blast")]
    assert text.index("loud blasts") not in found[0]
    assert text.index("blasts hit") not in found[0]


def test_the_fires_are_those_that_have_been_told() -> None:
    """A definite plural means the event before the kind of events that was mentioned in between."""
    text = "A fire broke out at Lindmark. Fires are frequent. The fires left nothing."
    one, kind, back = (
        telling(text.index("fire"), 0),
        telling(text.index("Fires"), 1, specific=False),
        telling(text.rindex("fires"), 2, specific=False),
    )
    assert told(text, one, kind, back) == [[one.trigger.start, back.trigger.start], [kind.trigger.start]]


def test_a_town_is_that_of_its_airport() -> None:
    """Drones over the town, told as a kind, are those of the event at its airport."""
    text = "x" * 100

    def at(name: str, precision: PlacePrecision) -> tuple[Where, ...]:
        return (Where(name, Span("d", 0, 4), "NO", precision=precision),)

    one = replace(telling(0, 0), where=at("Lindmark Airport", PlacePrecision.SITE))
    again = replace(telling(50, 3, specific=False), where=at("Lindmark", PlacePrecision.CITY))
    away = replace(telling(80, 4, specific=False), where=at("Sorvik", PlacePrecision.CITY))
    assert told(text, one, again, away) == [[0, 50], [80]]
