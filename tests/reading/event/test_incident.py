"""Incident reports from whole documents. All examples are an EXERCISE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gold
from claim_exercise import READER, actors, document, span
from watchfloor.model.claim import Hedge, IncidentReport, Status
from watchfloor.model.document import Document
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.incident import incidents
from watchfloor.reading.place.place import places
from watchfloor.reading.text.sentence import sentences
from watchfloor.reading.time.time_expression import times


def read(
    doc: Document, where: Sequence[Where] = (), who: Mapping[str, Sequence[str]] | None = None
) -> tuple[IncidentReport, ...]:
    """The reports of a document with the given places and actors and no statements."""
    found = sentences(doc)
    return incidents(doc, found, (), actors(doc, who or {}), times(doc, found), where, READER)


def words(doc: Document, report: IncidentReport) -> list[str]:
    """The trigger words of a report."""
    return [doc.quote(trigger) for trigger in report.triggers]


def test_later_mentions_join_the_report() -> None:
    """One event told twice is one report with two triggers."""
    doc = document("An explosion tore a hole in the quay on Monday. The blast broke windows.")
    (report,) = read(doc)
    assert words(doc, report) == ["explosion", "blast"]
    assert report.specific
    assert report.status is Status.OCCURRED
    assert report.when is not None
    assert str(report.when.first_day) == "2025-11-17"


def test_a_pattern_and_an_event_of_one_kind_stay_apart() -> None:
    """Arson as such is another report than the fire that destroyed one depot."""
    doc = document("Cases of arson have multiplied. A fire that destroyed a depot on Monday was set by two men.")
    assert [r.specific for r in read(doc)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Around 70% of attacks on the power cable came on Monday.",
        "The depot is regularly the target of an arson attack.",
    ],
)
def test_shares_and_habits_are_patterns(text: str) -> None:
    """A share of many and what happens regularly tell of no one event, even where a day is named."""
    assert [r.specific for r in read(document(text))] == [False]


def test_a_ship_of_a_shadow_fleet_is_no_event() -> None:
    """`Shadow` before tankers is no verb."""
    assert read(document("Most of the oil is carried by shadow tankers.")) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A data cable was cut on Monday. Police are investigating serious sabotage.",
            ["cable was cut", "serious sabotage"],
        ),
        (
            "A data cable was cut on Monday. It was a hybrid attack, the mayor said.",
            ["cable was cut", "a hybrid attack"],
        ),
    ],
)
def test_a_word_for_what_it_was_is_no_event_of_its_own(text: str, found: list[str]) -> None:
    """What a told event is called afterwards, sabotage or a hybrid attack, is that event; where none was told, it is one."""
    doc = document(text)
    (report,) = read(doc)
    assert words(doc, report) == found
    alone = document(text.partition(". ")[2])
    assert [words(alone, report) for report in read(alone)] == [found[1:]]


def test_acts_of_a_kind_stay_a_pattern_beside_an_event() -> None:
    """Sabotage attacks in general are not the one cut cable."""
    doc = document("A data cable was cut on Monday. The ports have feared sabotage attacks for years.")
    assert len(read(doc)) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norland launched 12 long cruise missiles at an airfield on Monday.", "military_strike"),
        ("Norland fired a missile into the sea on Monday.", "other"),
        ("A chemical attack killed three men on Monday.", "war_crime"),
    ],
)
def test_missiles_and_poison_gas(text: str, kind: str) -> None:
    """A missile launched at something is a strike, one that is only launched is not; chemical weapons are a war crime."""
    assert [report.type.value for report in read(document(text))] == [kind]


def test_who_blasts_a_rival_sets_off_nothing() -> None:
    """After a plural subject "blast" is a verb."""
    assert read(document("Mayors blast Norland after talks.")) == ()
    assert read(document("A gas blast shook the port."))


def test_what_happened_and_what_might_stay_apart() -> None:
    """A cyberattack that took place is not the one that is feared."""
    doc = document("A cyberattack hit the port on Monday. The port could face further cyberattacks.")
    assert [r.status for r in read(doc)] == [Status.OCCURRED, Status.HYPOTHETICAL]


def test_two_places_are_two_events() -> None:
    """Explosions in two towns are two reports, each in its own town."""
    doc = document("An explosion in Sorvik hurt two men on Monday. An explosion in Lindmark hurt nobody on Tuesday.")
    where = [Where(n, span(doc, n), precision=PlacePrecision.CITY) for n in ("Sorvik", "Lindmark")]
    assert [[w.name for w in r.where] for r in read(doc, where)] == [["Sorvik"], ["Lindmark"]]


@pytest.mark.parametrize(
    "text",
    [
        "An explosion hit a depot on Monday. This is not the first time. In 2024, the gang was accused of an explosion.",
        "An explosion hit a depot on Monday. Such explosions are feared. In March 2023 an explosion hit a mill.",
        "An explosion hit a depot on Monday. The explosion of March 2023 hurt two men.",
        "The Exerlink 1 cable was cut under the sea on Monday. The Exerlink 2 cable was cut under the sea.",
    ],
)
def test_another_day_or_number_is_another_event(text: str) -> None:
    """What has a day or a number that the event told before can't have is no mention of it, definite or not."""
    found = [r for r in read(document(text)) if r.specific or r.when]
    assert len(found) == 2


def test_the_definite_article_joins_what_does_not_contradict() -> None:
    """The bare name of a cable, and the airport's city, may be those told before."""
    doc = document(
        "The Exerlink 1 cable was cut under the sea on Monday. Police said the Exerlink cable was damaged at sea."
    )
    assert len(read(doc)) == 1


def test_another_one_is_another_event() -> None:
    """`A second explosion` is no further mention of the first."""
    doc = document("An explosion hit the quay on Monday. A second explosion followed on Monday.")
    assert len(read(doc)) == 2


def test_the_day_of_the_briefing_does_not_date_the_event() -> None:
    """When somebody spoke is not when it happened."""
    doc = document("An explosion destroyed the pier, the mayor said on Tuesday.")
    assert [r.when for r in read(doc)] == [None]


def test_what_has_happened_is_dated_before_publication() -> None:
    """An explosion told as past is of the last such day, even where a word before it looks ahead."""
    doc = document("An explosion hit the planned terminal on Saturday.")
    (report,) = read(doc)
    assert report.when is not None
    assert str(report.when.first_day) == "2025-11-15"


def test_places_of_a_list_go_with_the_event_before_them() -> None:
    """All members of `in A, B and C` are places of the event, a place where somebody comes from is none."""
    doc = document("Officials from Torhaven reported cyberattacks on ports in Sorvik, Lindmark and Norby.")
    where = [Where(n, span(doc, n)) for n in ("Torhaven", "Sorvik", "Lindmark", "Norby")]
    (report,) = read(doc, where)
    assert [w.name for w in report.where] == ["Sorvik", "Lindmark", "Norby"]
    assert [doc.quote(t) for t in report.targets] == ["ports"]


def test_every_report_has_an_id_of_its_own_document_and_a_confidence() -> None:
    """Ids begin with the document and are unique; the confidence is the measured one of the rule's class."""
    doc = document("Arson, sabotage, GPS jamming and cyberattacks worry the port. An explosion hit it on Monday.")
    found = read(doc)
    assert len({r.id for r in found}) == len(found) == 5
    assert all(r.id.startswith(f"{doc.short_id}:I") and 0 < r.confidence < 1 for r in found)


def test_blame_is_part_of_the_report() -> None:
    """Who is accused of it stands in the report with the accuser."""
    doc = document("Norland accused Suderland of an explosion that hit the quay on Monday.")
    (report,) = read(doc, who={"Norland": ["Norland"], "Suderland": ["Suderland"]})
    assert [(b.actor, b.by, b.hedge) for b in report.blamed] == [("A2", "A1", Hedge.ASSERTED)]


_WORDS = st.sampled_from(
    'the attack explosion on Monday in Sorvik drones over airport , . ; said " ” denied cyberattacks could by and\n cables were cut'.split(
        " "
    )
)


@given(st.one_of(st.text(max_size=400), st.lists(_WORDS, max_size=60).map(" ".join)))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    """Arbitrary text never raises; every span lies in it, ids are unique, and reading again gives the same."""
    doc = document(text)
    found = read(doc)
    assert found == read(doc)
    assert len({r.id for r in found}) == len(found)
    assert all(doc.quote(s) for r in found for s in (*r.triggers, *r.targets))


@pytest.mark.skipif(not gold.STORIES, reason=gold.WITHOUT_STORIES)
def test_the_annotated_stories_are_mostly_found() -> None:
    """Over the press stories at least six in ten annotated reports have one of their kind nearby, and seven in ten reports are annotated."""
    wanted = hit = given_ = right = 0
    for story in gold.STORIES:
        for doc, reading in zip(gold.documents(story), gold.readings(story), strict=True):
            cut = sentences(doc)
            found = incidents(doc, cut, reading.statements, reading.actors, times(doc, cut), places(doc, cut), READER)
            wanted, given_ = wanted + len(reading.incidents), given_ + len(found)
            hit += sum(any(_same_spot(a, b) for b in found) for a in reading.incidents)
            right += sum(any(_same_spot(a, b) for b in reading.incidents) for a in found)
    assert hit / wanted >= 0.6
    assert right / given_ >= 0.7


def _same_spot(a: IncidentReport, b: IncidentReport) -> bool:
    """Whether both are of one type and a trigger of one lies within 120 characters of a trigger of the other."""
    return a.type is b.type and any(
        s.start - t.end <= 120 and t.start - s.end <= 120 for s in a.triggers for t in b.triggers
    )
