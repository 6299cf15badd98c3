"""Words that have the form of an accusation and blame nobody. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from claim_exercise import READER, actors, document
from watchfloor.reading.event.incident import incidents
from watchfloor.reading.text.sentence import sentences

NAMES = {name: [name] for name in ("Norland", "Suderland", "No country")}


def blamed(text: str) -> set[str]:
    """The names of all who are blamed for anything in a text."""
    doc = document(text)
    told = actors(doc, NAMES)
    names = {actor.id: actor.name for actor in told}
    reports = incidents(doc, sentences(doc), (), told, (), (), READER)
    assert reports
    return {names[b.actor] for report in reports for b in report.blamed}


@pytest.mark.parametrize(
    "text",
    [
        "Norland launched a sabotage investigation on Monday after an undersea cable was cut.",
        "Norland opened an arson probe and seized a tanker on Monday.",
        "Norland ordered an inquiry into the explosion at the quay on Monday.",
        "Norland launched an investigation on Monday after an undersea cable was cut.",
        "Norland sent divers after the explosion at the quay on Monday.",
        "Norland's sabotage charges were brought on Monday after the explosion at the quay.",
    ],
)
def test_who_looks_into_a_deed_has_not_done_it(text: str) -> None:
    """An event before investigation, probe or charges, or behind "into" and "after", is not what somebody launched."""
    assert blamed(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "An undersea cable linking Norland with Suderland was damaged on Monday.",
        "The damage to the undersea cable, which connects Norland to Suderland, was found on Monday.",
        "Damage to two undersea cables, laid along the strait and connecting Norland with Suderland, was found on Monday.",
        "An explosion hit the bridge on Monday. The road linking the capital to Suderland was closed.",
        "An explosion hit the port on Monday. The bridge linking it to Suderland was closed.",
        "The ferry service that links Norland to Suderland stopped after the explosion on Monday.",
    ],
)
def test_a_way_that_links_places_blames_nobody(text: str) -> None:
    """A cable, a road or a service joins places, not a state to a deed."""
    assert blamed(text) == set()


def test_who_links_a_deed_to_a_state_still_blames_it() -> None:
    """That the deed befell a cable takes nothing from an accusation."""
    text = "An undersea cable was cut on Monday. Norland linked the damage to Suderland."
    assert blamed(text) == {"Suderland"}


@pytest.mark.parametrize(
    "text",
    [
        "An undersea cable was cut on Monday. The mayor noted that risks posed by Suderland must be averted.",
        "Two suspects fled to Suderland after the explosion at the quay on Monday.",
        "An undersea cable was cut on Monday. The mayor said three suspects Suderland holds are brothers.",
        "An explosion hit the quay on Monday. The envoy condemned it on behalf of Suderland.",
        "An undersea cable was cut on Monday. The mayor pointed to Suderland's rival in the north.",
        "The parcel that exploded on Monday was sent by air to Suderland.",
        "Asked about the suspected sabotage on Monday, Suderland closed the port.",
        "Hackers attacked the bank on Monday, which the mayor attributed to issues on Suderland’s end.",
        "Drones flew over the airport on Monday. Their detection is the responsibility of Suderland.",
        "Suderland's Kelp Airport closed on Monday after drones were seen.",
    ],
)
def test_words_that_only_sound_like_an_accusation(text: str) -> None:
    """A risk, people who are suspected, a speaker's state, a rival and a destination are blamed of nothing."""
    assert blamed(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The explosion hit the quay on Monday. Suderland admitted that it had no plan.", set()),
        ("The explosion hit the quay on Monday. Suderland admitted during a debate that it was late.", set()),
        ("The explosion hit the quay on Monday. Suderland admitted its part in it.", {"Suderland"}),
        ("The explosion hit the quay on Monday. Suderland admitted planting the bomb.", {"Suderland"}),
        ("The explosion hit the quay on Monday. Suderland is responsible for border control.", set()),
        ("The explosion hit the quay on Monday. Suderland is responsible for the inquiry into the explosion.", set()),
        ("Suderland is responsible for the explosion on Monday.", {"Suderland"}),
        ("The explosion hit the quay on Monday. Suderland was responsible.", {"Suderland"}),
        ("Norland has not enough proof to conclude that Suderland was behind the explosion on Monday.", set()),
        ("Norland is unable to say that Suderland was behind the explosion on Monday.", set()),
        ("The explosion hit the quay on Monday. The firm, which is run by Suderland, was shut.", set()),
        ("Suderland was used for arson and explosions on Monday.", set()),
        ("Suderland used arson and explosions on Monday.", {"Suderland"}),
        ("Allegations that Suderland was behind the explosion on Monday were described as absurd.", set()),
        ("Charges that Suderland was behind the explosion on Monday do not accord with the facts.", set()),
    ],
)
def test_to_admit_to_run_and_to_be_used_is_not_to_have_done_it(text: str, expected: set[str]) -> None:
    """Only who admits the deed itself has done it; who runs a firm, or what is used, has not; what is called absurd is no accusation."""
    assert blamed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No country has claimed responsibility for the explosion on Monday.", set()),
        ("A group loyal to Suderland claimed responsibility for the explosion on Monday.", set()),
        ("An undersea cable was cut on Monday. Another, owned by Suderland, is suspected to have been severed.", set()),
        ("An undersea cable was cut on Monday. The ship, which belongs to Suderland, is suspected of it.", set()),
        ("GPS jamming over Suderland, suspected by officials to be an operation of Andorra, goes on.", set()),
        ("Suderland claimed responsibility for the explosion on Monday.", {"Suderland"}),
        ("Suderland is suspected of cutting an undersea cable on Monday.", {"Suderland"}),
    ],
)
def test_only_the_subject_has_done_it(text: str, expected: set[str]) -> None:
    """Where it happened, whose it was, and to whom somebody is loyal is not the subject of the verb."""
    assert blamed(text) == expected
