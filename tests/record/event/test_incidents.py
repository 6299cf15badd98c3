"""Incidents: reports of many articles as one event, or not. Everything is an exercise."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from desk import Desk, day, record_of
from watchfloor.model.claim import Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import ContradictionKind
from watchfloor.model.when import Precision, When

CABLE, DRONE = IncidentType.SUBSEA_CABLE_DAMAGE, IncidentType.DRONE_INCURSION


def seen(
    text: str,
    trigger: str,
    kind: IncidentType = CABLE,
    *,
    specific: bool = True,
    status: Status = Status.OCCURRED,
    when: When | None = None,
    city: str | None = None,
) -> Desk:
    """An article with one report."""
    desk = Desk(f"EXERCISE. {text} The Nordland coast guard is looking into the matter of the cable.")
    desk.reports(kind, trigger, specific=specific, status=status, when=when, where=(city, "NO") if city else None)
    return desk


def sizes(*desks: Desk) -> list[int]:
    """How many reports each incident has."""
    return sorted((len(i.reports) for i in record_of(*desks).incidents), reverse=True)


def test_one_event_in_two_articles() -> None:
    """Type, day, place and words together make two reports one incident."""
    first = seen("An anchor severed the cable off Bergen on Monday.", "severed", when=day("2031-04-28"), city="Bergen")
    second = seen("The cable off Bergen was severed by an anchor.", "severed", when=day("2031-04-28"), city="Bergen")
    assert sizes(first, second) == [2]


def test_two_events_of_one_kind() -> None:
    """A week between them, or another country, makes two events however alike the words."""
    base = seen("An anchor severed the cable off Bergen.", "severed", when=day("2031-04-18"), city="Bergen")
    later = seen("Again an anchor severed the cable off Bergen.", "severed", when=day("2031-04-28"), city="Bergen")
    assert sizes(base, later) == [1, 1]
    abroad = Desk(
        "EXERCISE. An anchor severed the cable off Visby. The Nordland coast guard is looking into the matter of the cable."
    )
    abroad.reports(CABLE, "severed", when=day("2031-04-18"), where=("Visby", "SE"))
    assert sizes(base, abroad) == [1, 1]


def test_a_pattern_is_no_event() -> None:
    """A generic mention never joins a specific report, and is marked as a pattern."""
    event = seen("An anchor severed the cable off Bergen.", "severed")
    pattern = seen("Severed cables are reported again and again off Bergen.", "Severed cables", specific=False)
    found = record_of(event, pattern).incidents
    assert sorted((len(i.reports), i.specific) for i in found) == [(1, False), (1, True)]


def test_patterns_of_one_type_are_one_in_a_story() -> None:
    """Generic mentions of one type in articles on one story are one pattern; of another type, or only planned, they are not."""
    told = [
        seen(f"{words} worry the coast guard of Nordland.", words, DRONE, specific=False)
        for words in ("Drone incursions", "Drone flights over ports")
    ]
    planned = seen(
        "Drone patrols are planned by the coast guard of Nordland.",
        "Drone patrols",
        DRONE,
        specific=False,
        status=Status.PLANNED,
    )
    assert sizes(*told, planned) == [2, 1]


def test_the_incident_says_no_more_than_its_reports() -> None:
    """Status is the strongest reported, time what the reports have in common, and each place stands once."""
    first = seen(
        "An anchor severed the cable off Bergen this week.",
        "severed",
        when=day("2031-04-28", "2031-05-04"),
        city="Bergen",
    )
    second = seen(
        "An anchor is said to have severed the cable off Bergen.",
        "severed",
        status=Status.ALLEGED,
        when=day("2031-04-30"),
        city="Bergen",
    )
    found = record_of(first, second).incidents
    assert len(found) == 1
    assert found[0].status is Status.OCCURRED
    assert found[0].when == day("2031-04-30")
    assert [w.name for w in found[0].where] == ["Bergen"]
    assert found[0].links[0].why


def held(text: str, trigger: str, date: str, outlet: str) -> Desk:
    """An article on one ship, with what was done to it."""
    desk = Desk(f"EXERCISE. {text} The ship Ostrava lies off Bergen, under watch.", outlet)
    desk.reports(IncidentType.MARITIME_INCIDENT, trigger, when=day(date), where=("Bergen", "NO"))
    return desk


def test_another_deed_on_another_day_is_another_event() -> None:
    """A ship that is stopped on Sunday and boarded on Tuesday went through two events; stopped on both, one is dated wrongly."""
    stopped = held("The coast guard stopped the ship Ostrava.", "stopped the ship", "2031-04-27", "Post")
    boarded = held("Prosecutors boarded the ship Ostrava.", "boarded the ship", "2031-04-29", "Herald")
    halted = held("The navy halted the ship Ostrava.", "halted the ship", "2031-04-29", "Echo")
    assert sizes(stopped, boarded) == [1, 1]
    assert sizes(stopped, halted) == [2]


def test_a_document_that_tells_two_days_apart_keeps_them_apart() -> None:
    """Where one article tells of two cuts on two days, two articles with one cut each are of those two."""
    sunday, tuesday = (
        seen(f"{words} severed the cable off Bergen.", "severed", when=day(d), city="Bergen")
        for words, d in (("An anchor", "2031-04-27"), ("Again an anchor", "2031-04-29"))
    )
    assert sizes(sunday, tuesday) == [2]
    both = Desk(
        "EXERCISE. An anchor severed the cable off Bergen, and another cut it again. The Nordland coast guard looks.",
        "Echo",
    )
    both.reports(CABLE, "severed", when=day("2031-04-27"), where=("Bergen", "NO"))
    both.reports(CABLE, "cut it", when=day("2031-04-29"), where=("Bergen", "NO"))
    days = [set(i.reports) for i in record_of(sunday, tuesday, both).incidents]
    first, second = sunday.reading.incidents[0].id, tuesday.reading.incidents[0].id
    assert not any({first, second} <= reports for reports in days)


def test_an_undated_headline_joins_the_dated_event() -> None:
    """An undated lead on the cable is of the event that another article dates; on another country's cable it is not, and two undated are none."""
    event = seen("An anchor severed the cable off Bergen on Monday.", "severed the cable", when=day("2031-04-28"), city="Bergen")  # fmt: skip
    lead = seen("Anchor severed cable off Bergen.", "severed cable", specific=False, city="Bergen")
    assert sizes(event, lead) == [2]
    abroad = Desk("EXERCISE. Anchor severed cable off Visby. The Nordland coast guard is looking into the matter.")
    abroad.reports(CABLE, "severed cable", specific=False, where=("Visby", "SE"))
    assert sizes(event, abroad) == [1, 1]
    undated = seen("An anchor severed the cable off Bergen.", "severed the cable", city="Bergen")
    assert sizes(undated, lead) == [1, 1]


def test_a_date_after_publication_dates_nothing() -> None:
    """What an article of 2 May dates to 9 May is misread: it joins the event and does not move it."""
    event = seen("An anchor severed the cable off Bergen.", "severed", when=day("2031-04-28"), city="Bergen")
    misread = seen("The cable off Bergen was severed by an anchor.", "severed", when=day("2031-05-09"), city="Bergen")
    [incident] = record_of(event, misread).incidents
    assert incident.when == day("2031-04-28")


def test_a_passage_printed_again_is_one_event_on_no_other_day() -> None:
    """An outlet that reprints its article a week later, "on Sunday" and all, reports no second event and no second day; other words a week later do."""
    text = 'An anchor severed the cable off Bergen on Sunday, the harbour office said. "Somebody pulled it on purpose," the harbour master told the council of the town.'
    days = (day("2031-04-18"), day("2031-04-25"))
    first, again = (Desk(f"EXERCISE. {text}\n\nPrinted on day {n}.", "Post") for n in range(2))
    other = Desk(
        'EXERCISE. An anchor severed the cable off Bergen on Sunday, the mayor wrote. "This is the second time," she said.'
    )
    for desk, when in ((first, days[0]), (again, days[1]), (other, days[1])):
        desk.reports(CABLE, "severed", when=when, where=("Bergen", "NO"))
    assert sizes(first, again) == [2]
    assert not record_of(first, again).contradictions
    assert sizes(first, other) == [1, 1]


def printed(words: str, outlet: str, published: str, when: When, dated: str) -> Desk:
    """An article with one report of a cut cable that the words `dated` date."""
    desk = Desk(f"EXERCISE. {words}", outlet, published)
    desk.reports(CABLE, "severed", when=when, where=("Bergen", "NO"), dated=dated)
    return desk


SUNDAY = (
    "An anchor severed the cable off Bergen on Sunday, the harbour office said. "
    '"Somebody pulled it on purpose," the harbour master told the council of the town. The council of the town meets again in the week after next, as every month.'
)
FIRST, AGAIN = day("2031-04-18"), day("2031-04-25")


def test_a_reprint_is_dated_as_where_it_first_stood() -> None:
    """The event keeps the Sunday before the first printing; the reprint's report keeps its own, and an article that agrees with the first disagrees with nobody."""
    first = printed(SUNDAY, "Post", "2031-04-19", FIRST, "on Sunday")
    again = printed(f"{SUNDAY} Printed again.", "Post", "2031-04-26", AGAIN, "on Sunday")
    other = printed("The cable off Bergen was severed on 18 April 2031 by an anchor, the harbour office said.", "Herald", "2031-04-20", FIRST, "18 April 2031")  # fmt: skip
    for desks in permutations((first, again, other)):
        record = record_of(*desks)
        [incident] = record.incidents
        assert (incident.when, len(incident.reports)) == (FIRST, 3)
        assert not record.contradictions
        assert {r.when for r in record.reports} == {FIRST, AGAIN}


def test_two_days_in_one_sentence_stay_two() -> None:
    """Words of date that differ are no reprint of one another, though one sentence holds both, nor are other sentences a week later."""
    first = printed(SUNDAY, "Post", "2031-04-19", FIRST, "on Sunday")
    new = printed(SUNDAY.replace("Somebody", "Nobody").replace("council", "mayor"), "Post", "2031-04-26", AGAIN, "on Sunday")  # fmt: skip
    assert sizes(first, new) == [1, 1]
    both = Desk(
        "EXERCISE. An anchor severed the cable off Bergen on Sunday, and a second anchor cut it off Bergen on Tuesday."
    )
    both.reports(CABLE, "severed", when=FIRST, where=("Bergen", "NO"), dated="on Sunday")
    both.reports(CABLE, "cut it", when=day("2031-04-20"), where=("Bergen", "NO"), dated="on Tuesday")
    assert {i.when for i in record_of(both).incidents} == {FIRST, day("2031-04-20")}


def test_a_document_dated_after_it_was_fetched_dates_nothing_later() -> None:
    """Fetched on 1 June, it is listed in its story under the date that it bears, July; the day in July that it gives an event moves nothing and contradicts nobody."""
    event = seen("An anchor severed the cable off Bergen.", "severed", when=day("2031-04-28"), city="Bergen")
    early = seen("The cable off Bergen was severed by an anchor.", "severed", when=day("2031-07-05"), city="Bergen")
    early.published = "2031-07-10"
    record = record_of(event, early)
    assert date.fromisoformat(early.published) > early.document.fetched_at.date()
    assert early.document in record.documents
    assert [early.id in story.documents for story in record.stories] == [True]
    [incident] = record.incidents
    assert (incident.when, len(incident.reports)) == (day("2031-04-28"), 2)
    assert not record.contradictions


def test_a_day_before_fetching_still_counts() -> None:
    """The document with the impossible date may well tell of what happened before it was fetched."""
    late = seen("The cable off Bergen was severed by an anchor.", "severed", when=day("2031-05-20"), city="Bergen")
    late.published = "2031-07-10"
    [incident] = record_of(late).incidents
    assert incident.when == day("2031-05-20")


def test_a_similar_incident_is_another_one() -> None:
    """A sentence that opens with "a similar incident" tells of a second one, where the words alone would make it the same."""
    first = seen(
        "Police are at work. A drone was sighted over the depot and the mill.", "sighted over the depot", DRONE
    )
    told = "the guards of the quarry said, when a drone was sighted and shot at."
    same = seen(f"Police are at work. This occurred at night, {told}", "sighted and shot at", DRONE)
    other = seen(f"Police are at work. A similar incident occurred at night, {told}", "sighted and shot at", DRONE)
    assert sizes(first, same) == [2]
    assert sizes(first, other) == [1, 1]


def test_days_of_a_series_are_events_of_their_own() -> None:
    """Where one article says that it was the third night in a row, another night is another event; "four times this year" says nothing of a night."""
    one = seen(
        "Drones were sighted over the depot at Bergen on Monday.",
        "sighted",
        DRONE,
        when=day("2031-04-28"),
        city="Bergen",
    )

    def again(words: str) -> Desk:
        text = f"Drones were sighted over the depot at Bergen on Sunday, {words}."
        return seen(text, "sighted", DRONE, when=day("2031-04-27"), city="Bergen")

    assert sizes(one, again("for the third night in a row")) == [1, 1]
    assert sizes(one, again("for the third time this month")) == [1, 1]
    assert sizes(one, again("as four times this year")) == [2]


def test_a_stretch_of_nights_joins_no_two_days_to_a_disagreement() -> None:
    """Where a report of all the nights brings two of them together, their days disagree in nothing."""
    monday, sunday = (
        seen(f"Drones were sighted over the depot at Bergen on {name}.", "sighted", DRONE, when=day(d), city="Bergen")
        for name, d in (("Monday", "2031-04-28"), ("Sunday", "2031-04-27"))
    )

    def dates(*desks: Desk) -> int:
        return sum(x.kind is ContradictionKind.DATE for x in record_of(*desks).contradictions)

    assert dates(monday, sunday) == 1
    nights = When.days(date(2031, 4, 26), date(2031, 4, 28), Precision.RANGE)
    all_ = seen(
        "Drones were sighted over the depot at Bergen for three consecutive nights.",
        "sighted",
        DRONE,
        when=nights,
        city="Bergen",
    )
    assert dates(monday, sunday, all_) == 0


def test_what_only_dates_another_event_is_apart() -> None:
    """What an article tells to be a month before its own event is neither that event nor the later one of another article."""
    told = "EXERCISE. A cable failed off Bergen on Monday, a month after two cables were cut there."
    both = Desk(told)
    both.reports(CABLE, "cable failed", when=day("2031-04-28"), where=("Bergen", "NO"))
    both.reports(CABLE, "cables were cut", where=("Bergen", "NO"))
    later = seen("The cables off Bergen were cut.", "cables off Bergen were cut", when=day("2031-04-28"), city="Bergen")
    incidents = record_of(both, later).incidents
    assert sorted(len(i.reports) for i in incidents) == [1, 2]
    [alone] = (i for i in incidents if len(i.reports) == 1)
    assert alone.reports[0].startswith(both.id[:12])
    assert alone.when is None


def test_a_guessed_year_contradicts_nobody() -> None:
    """One day of the year, with the year left out by one outlet, is no disagreement on the year."""

    def told(outlet: str, words: str | None, when: When | None) -> Desk:
        desk = Desk(f"EXERCISE. An anchor severed the Nordlink cable off Bergen{f' {words}' if words else ''}.", outlet)
        desk.reports(CABLE, "severed the Nordlink cable", when=when, where=("Bergen", "NO"), dated=words)
        return desk

    def dates(words: str) -> int:
        desks = (
            told("Post", "on 28 April 2031", day("2031-04-28")),
            told("Herald", words, day("2030-04-28")),
            *(told(f"Gazette {n}", None, None) for n in range(3)),
        )
        return sum(x.kind is ContradictionKind.DATE for x in record_of(*desks).contradictions)

    assert dates("on 28 April") == 0
    assert dates("on 28 April 2030") == 1
