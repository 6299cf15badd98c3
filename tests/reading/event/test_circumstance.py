"""When, where and to what an event happened. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from claim_exercise import document, span
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.circumstance import dated, dated_again, located, targeted
from watchfloor.reading.event.trigger import Trigger, triggers
from watchfloor.reading.text.sentence import sentences
from watchfloor.reading.time.time_expression import times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday an explosion shook the quay.", "Monday"),
        ("An explosion shook the quay on Monday.", "Monday"),
        ("Arson and vandalism were reported; an explosion followed on Monday.", "Monday"),
        ("An explosion shook the quay, police said on Monday.", None),
        ("On Monday the mayor said an explosion shook the quay.", None),
        ("A court on Monday jailed two men over the explosion.", None),
        ("The ferry line on Monday stopped all its trips and sales because of the explosion.", None),
        ("The port reopened on Monday, hours after an explosion shook the quay.", None),
        ("Police opened an investigation on Monday after an explosion shook the quay.", None),
        ("The port closed on Monday after an explosion shook the quay.", "Monday"),
        ("Police said the explosion shook the quay on Monday.", "Monday"),
        ("The town condemned the explosion on Monday.", None),
        ("An explosion shook the ferry Lindmark, which sailed from Sorvik on Monday.", None),
        ("An explosion broke the quay, which was closed until it finished repairs on Monday.", None),
        ("An explosion shut the quay until repairs were done on Monday.", None),
        ("An explosion shut the quay until Monday.", None),
        ("An explosion shook the quay by the time the ship came on Monday.", None),
        ("An explosion shook the quay before the ship came on Monday.", None),
        ("An explosion shook the quay before dawn on Monday.", "Monday"),
        ("An explosion shook the quay before 6am on Monday.", "Monday"),
        ("A fire broke out on Monday, a month after an explosion shook the quay.", None),
        ("An explosion shook the quay a month after a fire broke out on Monday.", None),
        ("An explosion shook the quay in Lindmark, which was closed on Monday.", "Monday"),
        ("Police looked into the explosion and on Monday seized a ship.", None),
        ("On Sunday, an explosion shook the quay, and on Monday, three fast boats crossed the bay.", "Sunday"),
        ("On Monday, the island’s own office for the safety of harbours Keel told an agency of the explosion.", None),
        ("Norland denies the explosion and on Monday the Coast Guard rejected all charges.", None),
        (
            "The mayor visits the site of the explosion in Lindmark, 1 December 2025. TOWN HALL/Handout via REUTERS",
            None,
        ),
    ],
)
def test_the_time_of_the_event_is_told_from_the_time_of_speaking(text: str, expected: str | None) -> None:
    """A time that opens the sentence or follows the event dates it; one beside a verb of saying, or far in front, does not."""
    doc = document(text)
    sentence, *_ = sentences(doc)
    beside = triggers(text, [sentence])
    (blast,) = [t for t in beside if t.type.value == "explosion"]
    found = dated(text, sentence, blast, beside, times(doc, [sentence]))
    assert (found is not None) is (expected is not None)
    assert expected is None or (found is not None and expected in doc.quote(found.span))


def test_a_time_goes_with_the_event_before_it() -> None:
    """Of two events that are no list the later time dates the later one only."""
    text = "An explosion shook the quay on Monday before hackers attacked the bank and a warehouse was set on fire on Tuesday."
    doc = document(text)
    (sentence,) = sentences(doc)
    beside = triggers(text, [sentence])
    found = {t.type.value: dated(text, sentence, t, beside, times(doc, [sentence])) for t in beside}
    told = {kind: doc.quote(time.span) for kind, time in found.items() if time}
    assert "Monday" in told["explosion"]
    assert "Tuesday" in told["arson"]


def test_a_place_in_an_aside_is_not_that_of_the_event() -> None:
    """Where a ship came from is not where it was hit."""
    text = "An explosion shook the ferry Lindmark, which sailed from Sorvik."
    doc = document(text)
    (sentence,) = sentences(doc)
    (blast,) = triggers(text, [sentence])
    assert located(text, sentence, blast, [blast], [Where("Sorvik", span(doc, "Sorvik"))]) == ()


def test_where_somebody_spoke_of_an_event_is_not_its_place() -> None:
    """A spokesman in Sorvik says something of an event, before or behind the words that name it."""
    text = "“We heard of an explosion,” a spokesman in Sorvik said."
    doc = document(text)
    (sentence,) = sentences(doc)
    (blast,) = triggers(text, [sentence])
    assert located(text, sentence, blast, [blast], [Where("Sorvik", span(doc, "Sorvik"))]) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The incident occurred on Monday.", True),
        ("The incident took place late on Monday, police said.", True),
        ("The incident was discussed on Monday.", False),
        ("The incident occurred at sea, the minister told a paper on Monday.", False),
    ],
)
def test_words_that_point_back_can_date_an_event(text: str, expected: bool) -> None:
    """The day on which "the incident occurred" is that of the event; one on which it was spoken of is not."""
    doc = document(text)
    (sentence,) = sentences(doc)
    found = dated_again(text, sentence, len("The incident"), times(doc, [sentence]))
    assert (found is not None) is expected


def test_a_list_of_events_shares_its_place() -> None:
    """In `sabotage, cyberattacks and arson across Norland` the place is that of all three."""
    text = "They fear sabotage, cyberattacks and arson across Norland."
    doc = document(text)
    (sentence,) = sentences(doc)
    beside = triggers(text, [sentence])
    place = Where("Norland", span(doc, "Norland"))
    assert [located(text, sentence, t, beside, [place]) for t in beside] == [(place,)] * 3


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("An explosion shook a quay in Sorvik.", True),
        ("An explosion closed Sorvik airport.", True),
        ("An explosion worried Sorvik officials.", False),
    ],
)
def test_only_a_place_of_the_event_counts(text: str, *, is_there: bool) -> None:
    """A place after a preposition of place or before an airport is the event's; one that qualifies people is not."""
    doc = document(text)
    (sentence,) = sentences(doc)
    (trigger,) = triggers(text, [sentence])
    place = Where("Sorvik", span(doc, "Sorvik"), precision=PlacePrecision.CITY)
    assert bool(located(text, sentence, trigger, [trigger], [place])) is is_there


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cyberattacks against the water works were reported.", "the water works"),
        ("Cyberattacks targeting banks in Sorvik go on.", "banks"),
        ("Cyberattacks go on.", None),
    ],
)
def test_the_target_is_what_follows_against(text: str, expected: str | None) -> None:
    """The noun phrase after "against", "on" or "targeting" is the target, without what comes behind it."""
    (sentence,) = sentences(document(text))
    (trigger,) = triggers(text, [sentence])
    found = targeted(text, sentence, trigger)
    assert (text[slice(*found)] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("A spokesman in Sorvik said that the blast tore a hole.", "blast", []),
        ("The cable cut raised alarm, because ships in Sorvik stayed there.", "cable cut", []),
        ("A cable cut in Lindmark, an airport closed in Sorvik: two losses.", "cable cut", ["Lindmark"]),
        ("A cable cut south of Lindmark was found.", "cable cut", ["Lindmark"]),
    ],
)
def test_places_of_another_clause_are_not_the_events(text: str, trigger: str, expected: list[str]) -> None:
    """Where somebody spoke, what is given as a reason, and what else happened put the event nowhere."""
    doc = document(text)
    here = [
        Where(name, span(doc, name), "XA", precision=PlacePrecision.CITY)
        for name in ("Lindmark", "Sorvik")
        if name in text
    ]
    [sentence] = sentences(doc)
    start = text.index(trigger)
    mine = Trigger(start, start + len(trigger), 0, IncidentType.EXPLOSION, "x")
    assert [w.name for w in located(text, sentence, mine, [mine], here)] == expected


def test_a_dateline_is_the_day_of_sending() -> None:
    """The day between a town in capitals and a dash dates no event."""
    doc = document("SORVIK, 10 March. – The port spoke of the breakage of the cable.")
    found = sentences(doc)
    start = doc.text.index("breakage")
    number = next(n for n, s in enumerate(found) if s.start <= start < s.end)
    mine = Trigger(start, start + 8, number, IncidentType.SUBSEA_CABLE_DAMAGE, "cable")
    assert dated(doc.text, found[number], mine, [mine], times(doc, found)) is None
