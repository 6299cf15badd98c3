"""Whom the words for an event name as its doer. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from claim_exercise import actors, document
from watchfloor.model.claim import Status
from watchfloor.reading.event.accusation import named_actors
from watchfloor.reading.event.agent import agents, listed
from watchfloor.reading.event.event import Telling, events
from watchfloor.reading.event.trigger import triggers
from watchfloor.reading.text.sentence import sentences


def doers(text: str) -> list[tuple[str, str]]:
    """The words for the doer of the one event of a text, and the hedge."""
    doc = document(text)
    cut = sentences(doc)
    told = events(text, [Telling(t, Status.OCCURRED, True, None, ()) for t in triggers(text, cut)], ())
    named = named_actors(text, actors(doc, {"Andorra": ["Andorra"]}))
    here = [[n for n in named if s.start <= n.start < s.end] for s in cut]
    found = [one for event in told for one in agents(text, cut, event, listed(text, told), here, set())]
    return [(text[who.start : who.end], hedge.value) for who, hedge in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Andorran hackers attacked the bank. Andorra is small.", [("Andorran", "asserted")]),
        ("Andorran cyberattacks hit the bank. Andorra is small.", [("Andorran", "asserted")]),
        ("Nothing points to an Andorran cyberattack. Andorra is small.", []),
        ("The mayor can't rule out an Andorran cyberattack. Andorra is small.", [("Andorran", "suspected")]),
        ("Andorran bank cyberattacks go on. Andorra is small.", []),
        ("Andorra-backed cyberattacks go on.", [("Andorra", "linked")]),
        ("A cyberattack by Andorra hit the bank.", [("Andorra", "asserted")]),
        ("The freighter was seized by Andorra.", []),
        ("Andorran-made malware hacked the bank. Andorra is small.", []),
        ("Andorra hacked, customers warned.", []),
        ("Andorran hackers attacked at night. Andorra is small.", [("Andorran", "asserted")]),
        ("Andorran singer bemoans cyberattack. Andorra is small.", []),
        ("Andorra opposes hacking.", []),
        ("Andorra denies hacking the bank.", []),
        ("Andorra's hacked website is back.", []),
        ("Andorran singer under cyberattack. Andorra is small.", []),
        ("Andorra phishing attack fools customers.", []),
        ("Andorra's worst cyberattack hit the bank.", []),
        ("Andorra's hacking tools are for sale.", []),
        ("An Andorran hacking victim gave up. Andorra is small.", []),
        ("Andorra hacking the bank was news.", [("Andorra", "asserted")]),
        ("The most cyberattacks hit the bank, followed by Andorra.", []),
        ("Andorran arson charges were dropped. Andorra is small.", []),
        ("Remembrance of the Andorran genocide. Andorra is small.", []),
    ],
)
def test_doers_are_told_from_victims_and_responders(text: str, expected: list[tuple[str, str]]) -> None:
    """An adjective on the deed names its doer, one on a bank or on who answers does not, and doubt weakens it."""
    assert doers(text) == expected
