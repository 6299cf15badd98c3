"""Who is blamed for an event, by whom, and how firmly. All examples are an EXERCISE."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claim_exercise import READER, actors, document, statement
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import NARRATOR, Statement
from watchfloor.model.document import Document
from watchfloor.reading.event.incident import incidents
from watchfloor.reading.text.sentence import sentences

NAMES = {"Norland": ["Norland"], "Suderland": ["Suderland"], "Andorra": ["Andorra"]}
NORLAND, SUDERLAND, ANDORRA = "A1", "A2", "A3"


def blamed(doc: Document, *said: Statement) -> set[tuple[str, str, str]]:
    """Actor, accuser and hedge of all blame in the document."""
    reports = incidents(doc, sentences(doc), said, actors(doc, NAMES), (), (), READER)
    return {(b.actor, b.by, b.hedge.value) for report in reports for b in report.blamed}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland accused Suderland of a cyberattack on its banks.", (SUDERLAND, NORLAND, "asserted")),
        ("Norland blamed Suderland for the explosion at the quay.", (SUDERLAND, NORLAND, "asserted")),
        ("The explosion at the quay was blamed on Suderland.", (SUDERLAND, NARRATOR, "asserted")),
        ("The explosion is widely attributed to Suderland.", (SUDERLAND, NARRATOR, "suspected")),
        ("Norland suspects Suderland after the explosion.", (SUDERLAND, NORLAND, "suspected")),
        ("Norland linked the explosion to Suderland.", (SUDERLAND, NORLAND, "linked")),
        ("Suderland was behind the explosion.", (SUDERLAND, NARRATOR, "asserted")),
        ("Suderland is believed to be behind the explosion.", (SUDERLAND, NARRATOR, "suspected")),
        ("The explosion was carried out by Suderland.", (SUDERLAND, NARRATOR, "asserted")),
        ("Cyberattacks by Suderland go on.", (SUDERLAND, NARRATOR, "asserted")),
        ("Suderland's hybrid attacks go on.", (SUDERLAND, NARRATOR, "asserted")),
        ("A Suderland-backed disinformation campaign goes on.", (SUDERLAND, NARRATOR, "linked")),
        ("Andorran cyberattacks go on.", (ANDORRA, NARRATOR, "asserted")),
        ("Suspected Andorran cyberattacks go on.", (ANDORRA, NARRATOR, "suspected")),
    ],
)
def test_blame_is_read_with_its_hedge(text: str, expected: tuple[str, str, str]) -> None:
    """Words that accuse, modifiers, agents and possessives each name whom they blame and how firmly."""
    doc = document(text + " Andorra is small." if "Andorran" in text else text)
    assert blamed(doc) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "A cyberattack hit the banks of Norland.",
        "Norland intercepted drones over its airport.",
        "Norland condemned the explosion at the quay.",
        "Data cables of Norland were severed in the strait.",
        "Norland's airspace was violated by two jets.",
        "The minister stopped short of blaming Norland for the explosion.",
        "Andorran police searched the depot after the arson. Andorra is small.",
        "Andorran police detained a trawler in the strait. Andorra is small.",
        "The trawler was boarded by Andorra.",
        "Two men were held on suspicion of arson at a Norland depot.",
    ],
)
def test_victims_and_those_who_answer_are_not_blamed(text: str) -> None:
    """Who suffers, condemns or intercepts is blamed of nothing."""
    assert blamed(document(text)) == set()


@pytest.mark.parametrize(
    "text",
    ["Suderland's sabotage, arson and cyberattacks go on.", "Sabotage, arson and cyberattacks by Suderland go on."],
)
def test_blame_holds_for_a_whole_list(text: str) -> None:
    """An owner before a list of events, or an agent behind it, is blamed for each of them."""
    doc = document(text)
    reports = incidents(doc, sentences(doc), (), actors(doc, NAMES), (), (), READER)
    assert [[b.actor for b in report.blamed] for report in reports] == [[SUDERLAND]] * 3


def test_a_denial_beside_an_accusation_is_kept_with_it() -> None:
    """The accused who denies a part in it stands once as accused and once as denying."""
    doc = document("Norland blamed Suderland for an explosion at the quay on Monday. Suderland denied any involvement.")
    assert blamed(doc) == {(SUDERLAND, NORLAND, "asserted"), (SUDERLAND, SUDERLAND, "denied")}


def test_a_denial_in_a_relative_clause_is_read() -> None:
    """Whom "which" and "who" mean denies as if the clause were a sentence."""
    doc = document(
        "Norland blamed Suderland, which has repeatedly denied any involvement, for the explosion at the quay."
    )
    assert (SUDERLAND, SUDERLAND, "denied") in blamed(doc)


def test_a_denial_of_a_part_in_it_stands_alone() -> None:
    """Who denies involvement has been accused by somebody, be it outside the text."""
    doc = document("An explosion hit the quay on Monday. Suderland denied any involvement.")
    assert blamed(doc) == {(SUDERLAND, SUDERLAND, "denied")}


def test_a_speaker_who_had_nothing_to_do_with_it_denies() -> None:
    """A denial in the first person is the speaker's."""
    doc = document("An explosion hit the quay on Monday. Suderland said: We had nothing to do with it.")
    said = statement(doc, "We had nothing to do with it", "said", SUDERLAND)
    assert blamed(doc, said) == {(SUDERLAND, SUDERLAND, "denied")}


def test_a_denial_by_nobody_accused_is_no_blame() -> None:
    """Who rejects a claim without being accused is not drawn in."""
    assert blamed(document("Norland rejected claims of an explosion at the quay.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "It is too early to say whether Suderland was behind the explosion at the quay.",
        "An explosion hit the quay on Monday. It was unclear if Suderland ordered the attack.",
        "An explosion hit the quay on Monday. Nothing indicates that Suderland was behind the attack.",
        "An explosion hit the quay on Monday. Investigators found no proof that the attack was the work of Suderland.",
        "Asked whether Suderland was behind the explosion on Monday, the mayor declined to answer.",
        "The mayor doesn't know if Suderland carried out the explosion on Monday.",
        "An explosion hit the quay on Monday. Was Suderland behind the attack?",
        "An explosion hit the quay on Monday. It has not been confirmed that the attack was carried out by Suderland.",
        "An explosion hit the quay on Monday. The mayor said that no one was accusing Suderland.",
        "An explosion hit the quay on Monday. The mayor warned against blaming Suderland.",
        "An explosion hit the quay on Monday. Police found no link to Suderland.",
        "An explosion hit the quay on Monday. Claims that Suderland ordered the attack are false.",
        "An explosion hit the quay on Monday. Suderland has been blamed before.",
        "The mayor ruled out that Suderland was behind the explosion on Monday.",
        "Investigators found no evidence of Suderland's sabotage at the quay on Monday.",
    ],
)
def test_who_only_asks_or_finds_nothing_blames_nobody(text: str) -> None:
    """An accusing word that a question or a want of evidence governs accuses nobody, wherever in the sentence that stands."""
    assert blamed(document(text)) == set()


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Norland cannot rule out that Suderland was behind the explosion at the quay on Monday.", NORLAND),
        ("An explosion hit the quay on Monday. Norland did not rule out that Suderland ordered the attack.", NORLAND),
        ("Norland suspects that the explosion on Monday was the work of Suderland.", NORLAND),
        ("That Suderland was behind the explosion on Monday can not be ruled out.", NARRATOR),
    ],
)
def test_what_is_left_open_is_suspected(text: str, by: str) -> None:
    """What somebody can't rule out or believes is a suspicion of theirs, not an accusation."""
    assert blamed(document(text)) == {(SUDERLAND, by, "suspected")}


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether it was an accident, the mayor said Suderland was behind the explosion on Monday.",
        "The mayor had no evidence of arson, but Suderland was behind the explosion on Monday.",
        "There is no doubt that Suderland was behind the explosion on Monday.",
    ],
)
def test_doubt_ends_with_its_clause(text: str) -> None:
    """Doubt about something else in the sentence takes nothing from an accusation, and `no doubt` is none."""
    assert blamed(document(text)) == {(SUDERLAND, NARRATOR, "asserted")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suderland accused of jamming GPS at the quay", (SUDERLAND, NARRATOR, "asserted")),
        ("Suderland was accused by Norland of jamming GPS signals.", (SUDERLAND, NORLAND, "asserted")),
        ("Suderland is accused of sabotage by Norland.", (SUDERLAND, NORLAND, "asserted")),
        ("Suderland is suspected of damaging an undersea cable.", (SUDERLAND, NARRATOR, "suspected")),
        ("Suderland blamed for the explosion at the quay", (SUDERLAND, NARRATOR, "asserted")),
        ("After the explosion the freighter was linked to Suderland.", (SUDERLAND, NARRATOR, "linked")),
    ],
)
def test_the_subject_of_a_passive_is_the_accused(text: str, expected: tuple[str, str, str]) -> None:
    """Who is accused stands in front, who accuses behind `by`; the narrator accuses where nobody is named."""
    assert blamed(document(text)) == {expected}


def test_whose_fleet_a_ship_sails_in_is_a_link() -> None:
    """A ship tied to a state's shadow fleet is linked to it; nobody said that the state did it."""
    doc = document("A tanker of Suderland's shadow fleet was seized on Monday, linking it to Suderland's shadow fleet.")
    assert {hedge for _, _, hedge in blamed(doc)} == {"linked"}


def test_who_is_suspected_of_being_something_is_not_blamed() -> None:
    """To belong to a fleet is no deed."""
    doc = document("A tanker was seized on Monday. Norland suspects Suderland is part of the fleet.")
    assert blamed(doc) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The explosion, which Norland has linked to Suderland, hit the quay.",
        "An explosion that Norland attributed to Suderland hit the quay.",
    ],
)
def test_who_links_it_in_a_relative_clause_is_the_accuser(text: str) -> None:
    """An active verb has its subject in front also where its object is fronted."""
    assert {(actor, by) for actor, by, _ in blamed(document(text))} == {(SUDERLAND, NORLAND)}


def test_a_state_denies_for_itself_and_not_for_another() -> None:
    """Beside an accusation of another state a state that denies the reports speaks of itself."""
    text = "Norland blamed Andorra for the explosion at the quay. Suderland denied the reports."
    assert blamed(document(text)) == {(ANDORRA, NORLAND, "asserted"), (SUDERLAND, SUDERLAND, "denied")}


def test_the_accuser_who_rejects_something_denies_nothing() -> None:
    """Who accuses another and turns a claim down is not drawn in."""
    text = "Norland blamed Andorra for the explosion at the quay. Norland rejected claims of a cover-up."
    assert blamed(document(text)) == {(ANDORRA, NORLAND, "asserted")}


def test_a_pronoun_is_not_those_who_boarded_the_ship() -> None:
    """Whoever boards, seizes or detains is not the "it" that is suspected."""
    text = "An undersea cable was cut on Monday. Norland boarded the Sea Lark. It was suspected of damaging the cable."
    doc = document(text)
    told = actors(doc, {"Norland": ["Norland", "It"], "the Sea Lark": ["Sea Lark"]})
    told = (told[0], replace(told[1], type=ActorType.ORGANISATION))
    reports = incidents(doc, sentences(doc), (), told, (), (), READER)
    assert {b.actor for report in reports for b in report.blamed} == {told[1].id}


def test_may_is_a_name_and_no_doubt_where_it_has_a_capital() -> None:
    """A family name or a month before an accusing word leaves it as firm as it is."""
    doc = document("On 3 May Norland blamed Suderland for the explosion at the quay.")
    assert blamed(doc) == {(SUDERLAND, NORLAND, "asserted")}


def test_the_speaker_is_the_one_who_blames() -> None:
    """Blame inside what somebody says is laid at that speaker's door."""
    doc = document("Norland said the explosion was the work of Suderland.")
    said = statement(doc, "the explosion was the work of Suderland", "said", NORLAND)
    assert blamed(doc, said) == {(SUDERLAND, NORLAND, "asserted")}


def test_a_state_that_denies_any_part_denies_its_own() -> None:
    """Where somebody unnamed beside it is accused, too, a state that denies involvement speaks for itself and not for them."""
    text = "Norland blamed Andorra for the explosion at the quay. Suderland denied any involvement in it."
    kinds = {"Norland": ActorType.STATE, "Suderland": ActorType.STATE, "Andorra": ActorType.STATE}
    doc = document(text)
    told = tuple(replace(a, type=kinds[a.name]) for a in actors(doc, NAMES))
    reports = incidents(doc, sentences(doc), (), told, (), (), READER)
    found = {(b.actor, b.by, b.hedge.value) for r in reports for b in r.blamed}
    assert found == {(ANDORRA, NORLAND, "asserted"), (SUDERLAND, SUDERLAND, "denied")}
