"""Where actors stand on issues. All examples are an EXERCISE."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gold
from claim_exercise import READER, actors, document, statement
from watchfloor.model.claim import IncidentReport, Statement, Status
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.span import Span
from watchfloor.reading.stance.position import positions
from watchfloor.reading.text.sentence import sentences

NAMES = {"Norland": ["Norland"], "Suderland": ["Suderland"], "Westria": ["Westria"]}
NORLAND, SUDERLAND, WESTRIA = "A1", "A2", "A3"


def told(doc: Document, kind: IncidentType, words: str) -> IncidentReport:
    """A report of an event of this kind on these words."""
    return IncidentReport(
        id="I1",
        document_id=doc.id,
        reader=READER,
        confidence=0.5,
        type=kind,
        status=Status.OCCURRED,
        specific=True,
        triggers=(words_span(doc, words),),
    )


def words_span(doc: Document, words: str) -> Span:
    """The span of the first occurrence of these words."""
    start = doc.text.index(words)
    return doc.span(start, start + len(words))


def held(doc: Document, *said: Statement) -> list[tuple[str, str, str]]:
    """Actor, issue and polarity of the positions of a document."""
    found = positions(doc, sentences(doc), said, actors(doc, NAMES), READER)
    return [(p.actor, p.toward, p.polarity.value) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland opposes the drone wall.", (NORLAND, "drone_wall", "against")),
        ("Norland has long backed more sanctions.", (NORLAND, "sanctions", "for")),
        ("Norland is weighing pre-emptive strikes.", (NORLAND, "preventive_action", "open")),
        ("Norland is divided over the peace plan.", (NORLAND, "peace_plan", "mixed")),
        ("The drone wall was condemned by Norland.", (NORLAND, "drone_wall", "against")),
        ("Lindmark pays the harbour fees backed by Norland.", (NORLAND, "other:harbour_fees", "for")),
        ("Norland's opposition to sanctions is known.", (NORLAND, "sanctions", "against")),
        ("Norland, for its part, was quick to denounce the peace plan.", (NORLAND, "peace_plan", "against")),
        ("Norland condemned the festival.", (NORLAND, "other:festival", "against")),
        ("Norland urged the islanders to stop the drills.", (NORLAND, "other:drills", "against")),
        ("Norland urged the islanders not to repeat the drills.", (NORLAND, "other:repeating_drills", "against")),
        ("Norland called for an end to the drills.", (NORLAND, "other:drills", "against")),
        (
            "Norland is pressing Suderland to bring its harbour fees to an end.",
            (NORLAND, "other:harbour_fees", "against"),
        ),
        ("Norland called on the union to lift the sanctions.", (NORLAND, "sanctions", "against")),
        ("Norland threatened to close the harbour.", (NORLAND, "other:closing_harbour", "for")),
        ("Norland warned the islanders to stop the drills.", (NORLAND, "other:drills", "against")),
        ("Norland slapped Suderland with new sanctions.", (NORLAND, "sanctions", "for")),
        ("Norland renewed its sanctions.", (NORLAND, "sanctions", "for")),
        ("Norland announced the end of its sanctions.", (NORLAND, "sanctions", "against")),
        ("Norland delivered ten tanks.", (NORLAND, "military_aid", "for")),
        ("Norland closed four border crossings with Suderland.", (NORLAND, "other:border_closure", "for")),
        ("Norland announced the closure of its border.", (NORLAND, "other:border_closure", "for")),
        ("Norland shut the consulate.", (NORLAND, "other:consulate_closure", "for")),
        ("Norland expelled two envoys.", (NORLAND, "other:expulsion_of_diplomats", "for")),
        ("Norland condemned the expulsion of its envoys.", (NORLAND, "other:expulsion_of_diplomats", "against")),
        ("Norland declared a state of emergency.", (NORLAND, "other:state_of_emergency", "for")),
        ("Norland will not join the drills.", (NORLAND, "other:joining_drills", "against")),
        ("Norland does not plan to reopen the mine.", (NORLAND, "other:reopening_mine", "against")),
        ("Norland is not prepared to reopen the mine.", (NORLAND, "other:reopening_mine", "against")),
        ("Norland is ready to reopen the mine.", (NORLAND, "other:reopening_mine", "for")),
        ("Norland has no intention of reopening the mine.", (NORLAND, "other:reopening_mine", "against")),
        ("Norland “rejects the language of the letter”.", (NORLAND, "other:language_of_letter", "against")),
        ("Norland expressed dismay at the harbour fees.", (NORLAND, "other:harbour_fees", "against")),
        ("Norland has expressed its support for the harbour fees.", (NORLAND, "other:harbour_fees", "for")),
        ("Norland stressed the need for more guards.", (NORLAND, "other:guards", "for")),
        ("Norland is considering closing the mine.", (NORLAND, "other:closing_mine", "open")),
        ("Norland wants more guards.", (NORLAND, "other:guards", "for")),
        ("Norland refused to rule out sanctions.", (NORLAND, "sanctions", "open")),
        ("Norland's peace proposal is on its way.", (NORLAND, "peace_plan", "for")),
        ("Norland's criticism of the harbour fees is known.", (NORLAND, "other:harbour_fees", "against")),
        ("Norland vowed not to reopen the mine.", (NORLAND, "other:reopening_mine", "against")),
        ("Norland denied the reports Friday.", (NORLAND, "other:reports", "against")),
        ("Norland denied allegations of oil smuggling.", (NORLAND, "other:allegations_of_oil_smuggling", "against")),
        ("Norland split over how to deal with beached whales.", (NORLAND, "other:beached_whales", "mixed")),
        ("Norland considers drone wall plans a mistake.", (NORLAND, "drone_wall", "against")),
    ],
)
def test_a_clause_tells_the_stand_of_its_subject(text: str, expected: tuple[str, str, str]) -> None:
    """Subject, verb and object give actor, polarity and issue; an issue outside the list is named by its words."""
    assert held(document(text)) == [expected]


def test_each_member_of_a_list_has_the_stand() -> None:
    """Three states that oppose a plan give three positions."""
    doc = document("Norland, Suderland and Westria oppose the drone wall.")
    assert held(doc) == [(actor, "drone_wall", "against") for actor in (NORLAND, SUDERLAND, WESTRIA)]


@pytest.mark.parametrize(
    "text",
    [
        "Does Norland oppose the drone wall?",
        "Norland built the drone wall.",
        "The mayor of Norland opposes the drone wall.",
        "Norland is considered a friend.",
        "Norland accused of opposing sanctions",
        "Norland urged to support the drone wall",
        "Norland condemned for opposing sanctions",
        "Norland sank the tanker, supporting suspicions of arson.",
        "Norland accused Suderland of sowing fear.",
        "Norland's non-existent plans to dam the river were a hoax.",
        "Norland's skepticism is known.",
        "Norland discussed the weather.",
        "Norland expressed doubt that the ferry sank.",
        "The mayors demanded that Norland impose sanctions.",
        "There is no evidence that this is backed by Norland.",
        "Norland dismissed the case against two sailors.",
        "Two sailors are wanted by Norland.",
        "Norland asked the mayor for comment.",
        "Norland expressed concern over safety in the harbour.",
        "Norland's readiness to respond is known.",
        "Ferries backed by Norland sailed on.",
    ],
)
def test_no_stand_is_made_up(text: str) -> None:
    """Questions, plain reports, the country of an office-holder, passives and headlines of the accused give no position."""
    assert held(document(text)) == []


def test_the_idea_means_the_issue_named_before() -> None:
    """Who rejects `the idea` rejects what was proposed a sentence earlier."""
    doc = document("Norland proposed a drone wall. Suderland rejected the idea.")
    assert held(doc) == [(NORLAND, "drone_wall", "for"), (SUDERLAND, "drone_wall", "against")]


def test_a_speaker_stands_for_what_the_words_say() -> None:
    """What somebody says shows a position, unless it tells somebody else's."""
    doc = document("Norland said pre-emptive strikes would be reckless. Norland said Suderland is weighing sanctions.")
    first = statement(doc, "pre-emptive strikes would be reckless", "said", NORLAND)
    second = statement(doc, "Suderland is weighing sanctions", "said", NORLAND)
    assert held(doc, first, second) == [
        (NORLAND, "preventive_action", "against"),
        (SUDERLAND, "sanctions", "open"),
    ]


def test_who_is_urged_holds_nothing() -> None:
    """What somebody is urged to do is no stand of theirs but of those who urge."""
    doc = document("Norland urged Suderland to stop the drills.")
    said = statement(doc, "Suderland to stop the drills", "urged", NORLAND)
    assert {actor for actor, _, _ in held(doc, said)} == {NORLAND}


def test_who_has_not_ruled_it_out_is_not_against_it() -> None:
    """A negated verb tells nothing against what it is about."""
    doc = document("Norland has not ruled out a drone wall.")
    said = statement(doc, "a drone wall", "ruled out", NORLAND)
    assert {polarity for _, _, polarity in held(doc, said)} == {"open"}


def test_every_speaker_of_a_list_is_counted() -> None:
    """A statement with the source `Norland and Suderland` gives both their position."""
    doc = document("Norland and Suderland cautioned that the drone wall is unrealistic.")
    said = statement(doc, "the drone wall is unrealistic", "cautioned", NORLAND, "Norland and Suderland")
    assert held(doc, said) == [(NORLAND, "drone_wall", "against"), (SUDERLAND, "drone_wall", "against")]


def test_the_same_stand_twice_is_one_position() -> None:
    """An actor's stand on an issue is reported once a document, on the first words that show it."""
    assert len(held(document("Norland opposes the drone wall. Norland rejected the drone wall again."))) == 1


def test_one_thing_by_two_names_is_one_position() -> None:
    """Names with a word in common are one issue of an actor's in one document; what only could follow is no stand on "this"."""
    doc = document("Norland opposes the use of the harbour funds. Norland opposes releasing the funds.")
    assert held(doc) == [(NORLAND, "other:use_of_harbour_funds", "against")]
    guess = document("A cable was cut. If it snows, Suderland could provoke a brawl, Norland said.")
    said = statement(guess, "If it snows, Suderland could provoke a brawl", "said", NORLAND)
    cut = told(guess, IncidentType.SUBSEA_CABLE_DAMAGE, "cut")
    assert positions(guess, sentences(guess), [said], actors(guess, NAMES), READER, [cut]) == ()


_WORDS = st.sampled_from(
    "Norland Suderland opposes backs the drone wall idea sanctions and , . said is weighing by 's opposition to ?".split()
)


@given(st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=50).map(" ".join)))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    """Arbitrary text never raises; every position has words of its own document and an id of its own."""
    doc = document(text)
    found = positions(doc, sentences(doc), (), actors(doc, NAMES), READER)
    assert len({p.id for p in found}) == len(found)
    assert all(doc.quote(p.span) for p in found)


@pytest.mark.skipif(not gold.STORIES, reason=gold.WITHOUT_STORIES)
def test_most_listed_positions_agree_with_the_annotation() -> None:
    """Of the positions on listed issues read from the press stories seven in ten are annotated so."""
    given_ = right = 0
    for story in gold.STORIES:
        for doc, reading in zip(gold.documents(story), gold.readings(story), strict=True):
            found = positions(doc, sentences(doc), reading.statements, reading.actors, READER)
            wanted = {(p.actor, p.toward, p.polarity) for p in reading.positions}
            listed = [p for p in found if not p.toward.startswith("other:")]
            given_ += len(listed)
            right += sum((p.actor, p.toward, p.polarity) in wanted for p in listed)
    assert right / given_ >= 0.7


def test_a_reprisal_is_against_what_it_answers() -> None:
    """Who calls a deed retaliation for a raid is against the raid; whom it strikes is another matter."""
    doc = document(
        "Norland said the attack was retaliation for the harbour raid. Norland said it would retaliate against Suderland."
    )
    first = statement(doc, "the attack was retaliation for the harbour raid", "said", NORLAND)
    second = statement(doc, "it would retaliate against Suderland", "said", NORLAND)
    assert held(doc, first, second) == [(NORLAND, "other:harbour_raid", "against")]


@pytest.mark.parametrize(
    "words",
    [
        "This is unacceptable",
        "If the sea is dark, it is dangerous",
        "Norland says they must stop",
        "The step is baseless",
    ],
)
def test_this_means_the_event_told_last(words: str) -> None:
    """Who calls "this" unacceptable is against the event told before; where none was told, nothing says against what."""
    doc = document(f"A cable was cut on Monday. {words}, Norland said.")
    said = statement(doc, words, "said", NORLAND)
    cut = told(doc, IncidentType.SUBSEA_CABLE_DAMAGE, "cut")
    named = actors(doc, NAMES)
    found = positions(doc, sentences(doc), [said], named, READER, [cut])
    assert [(p.actor, p.toward, p.polarity.value) for p in found] == [(NORLAND, "other:subsea_cable_damage", "against")]
    without = positions(doc, sentences(doc), [said], named, READER)
    assert [p.toward for p in without if p.toward.startswith("other:subsea")] == []


def test_who_answers_for_a_reprisal_stands_behind_it() -> None:
    """A deed of their own that speakers call a reprisal has their support, and what it answers has not."""
    doc = document("A blast shook the port. Norland called it revenge for the harbour raid.")
    said = statement(doc, "it revenge for the harbour raid", "called", NORLAND)
    blast = told(doc, IncidentType.EXPLOSION, "blast")
    found = positions(doc, sentences(doc), [said], actors(doc, NAMES), READER, [blast])
    assert {(p.toward, p.polarity.value) for p in found} == {
        ("other:explosion", "for"),
        ("other:harbour_raid", "against"),
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We categorically reject the harbour fees", ("other:harbour_fees", "against")),
        ("I strongly urge the union to reopen the mine", ("other:reopening_mine", "for")),
        ("Suderland should abandon the drills", ("other:drills", "against")),
        ("Suderland should expand its ferries as quickly as possible", ("other:expanding_ferries", "for")),
        ("Suderland should close the mine if it does not pay", ("other:closing_mine", "for")),
        ("it was necessary to reopen the mine", ("other:reopening_mine", "for")),
    ],
)
def test_a_speaker_takes_a_stand_in_words_of_their_own(words: str, expected: tuple[str, str]) -> None:
    """What "we" reject and urge, what must be done and what must end are the speaker's stand, whoever the words are about."""
    doc = document(f"{words}, Norland said.")
    assert (NORLAND, *expected) in held(doc, statement(doc, words, "said", NORLAND))


def test_who_reports_takes_no_stand() -> None:
    """A medium that reports what must be done, and a statement that holds a condemnation, stand for nothing."""
    doc = document("Sanctions must go on, Norland has reported.")
    assert held(doc, statement(doc, "Sanctions must go on", "has reported", NORLAND)) == []
    paper = document("The letter condemned the harbour fees.")
    named = actors(paper, {"letter": ["letter"]})
    assert positions(paper, sentences(paper), (), named, READER) == ()
    nobody = document("No town opposes the drone wall.")
    assert positions(nobody, sentences(nobody), (), actors(nobody, {"No town": ["No town"]}), READER) == ()


def test_who_only_rules_or_carries_words_holds_nothing() -> None:
    """A court's ruling and a platform's name are nobody's stand."""
    doc = document("The harbour court rejected the drone wall. Suderland on X denounced the drone wall.")
    named = actors(doc, {"harbour court": ["harbour court"], "X": ["X"], "Suderland": ["Suderland"]})
    found = positions(doc, sentences(doc), (), named, READER)
    assert [p.actor for p in found] == ["A3"]


def test_whoever_is_asked_to_do_it_has_not_said_so() -> None:
    """Who is to release a ship at somebody's request holds no stand on it."""
    doc = document("Norland requested that Suderland release the ship.")
    said = statement(doc, "that Suderland release the ship", "requested", NORLAND)
    assert held(doc, said) == [(NORLAND, "other:releasing_ship", "for")]


def test_behaviour_is_something_done() -> None:
    """Who condemns somebody's behaviour means that, or what happened, and not what others asked for."""
    doc = document(
        "A cable was cut. Norland called for a drone wall. Suderland called Westria's actions reckless, and what Westria is doing unacceptable."
    )
    named = actors(doc, NAMES)
    said = [
        statement(doc, "Westria's actions reckless", "called", SUDERLAND),
        statement(doc, "what Westria is doing unacceptable", "called", SUDERLAND),
    ]
    cut = told(doc, IncidentType.SUBSEA_CABLE_DAMAGE, "cut")
    found = positions(doc, sentences(doc), said, named, READER, [cut])
    assert {p.toward for p in found if p.actor == SUDERLAND} == {"other:westria_actions", "other:subsea_cable_damage"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opposition from Norland to the drone wall is growing.", [(NORLAND, "drone_wall", "against")]),
        (
            "It drew criticism from both Norland and Suderland over the harbour fees.",
            [(NORLAND, "other:harbour_fees", "against"), (SUDERLAND, "other:harbour_fees", "against")],
        ),
        ("The drone wall has the backing of others.", []),
    ],
)
def test_whom_an_opposition_comes_from_holds_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Those named behind the noun take the stand that it tells."""
    assert held(document(text)) == expected


def test_who_defends_itself_against_something_is_against_it() -> None:
    """What stands behind "against" in a defence tells the side, whatever verb stands before it."""
    doc = document("Norland said it will defend itself against the sanctions.")
    said = statement(doc, "it will defend itself against the sanctions", "said", NORLAND)
    assert held(doc, said) == [(NORLAND, "sanctions", "against")]


def test_remarks_are_what_is_dismissed() -> None:
    """Who dismisses somebody's remarks is against them, and not against the event told before."""
    doc = document("A cable was cut. Norland called her remarks absurd.")
    said = statement(doc, "her remarks absurd", "called", NORLAND)
    cut = told(doc, IncidentType.SUBSEA_CABLE_DAMAGE, "cut")
    found = positions(doc, sentences(doc), [said], actors(doc, NAMES), READER, [cut])
    assert [p.toward for p in found] == ["other:remarks"]
