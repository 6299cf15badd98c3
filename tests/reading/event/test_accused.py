"""Whom a pronoun means that is blamed. All examples are an EXERCISE."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from claim_exercise import document, span
from watchfloor.model.actor import Actor, ActorType
from watchfloor.reading.event.accusation import NamedActor
from watchfloor.reading.event.accused import accused
from watchfloor.reading.text.sentence import sentences

KINDS: Mapping[str, ActorType] = {
    "the coast guard": ActorType.ORGANISATION,
    "the Sea Lark": ActorType.ORGANISATION,
    "the Night Heron": ActorType.ORGANISATION,
    "Norland": ActorType.STATE,
    "Suderland": ActorType.STATE,
    "the prosecutors": ActorType.GROUP,
    "three men": ActorType.GROUP,
}


def meant(text: str, pronoun: str, read_as: str, by: str | None = None) -> str | None:
    """Whom the last `pronoun` of a text means as the accused, where coreference took it for `read_as`."""
    doc = document(text)
    actors = {name: Actor(name, name, kind) for name, kind in KINDS.items()}
    named = [NamedActor(s.start, s.end, name) for name in KINDS if name in text for s in (span(doc, name),)]
    start = text.rindex(f"{pronoun} ")
    who = NamedActor(start, start + len(pronoun), read_as)
    cut = sentences(doc)
    here = [sorted((n for n in (*named, who) if s.start <= n.start < s.end), key=lambda n: n.start) for s in cut]
    accuser = next((n for n in named if n.actor == by), None)
    found = accused(text, len(cut) - 1, who, accuser, here, actors)
    return found.actor if found else None


@pytest.mark.parametrize(
    ("text", "pronoun", "read_as", "expected"),
    [
        (
            "On Monday the coast guard boarded the Sea Lark. It was suspected of cutting the cable.",
            "It",
            "the coast guard",
            "the Sea Lark",
        ),
        (
            "On Monday the coast guard boarded a ship. It was suspected of cutting the cable.",
            "It",
            "the coast guard",
            None,
        ),
        (
            "There the coast guard met the Sea Lark and the Night Heron. It was suspected of sabotage.",
            "It",
            "the coast guard",
            None,
        ),
        ("Norland seized a ship on suspicion that it had cut the cable.", "it", "Norland", None),
        (
            "On Monday the prosecutors charged three men. They were accused of arson.",
            "They",
            "the prosecutors",
            "three men",
        ),
        ("New sanctions hit Norland. It was accused of sabotage.", "It", "Norland", "Norland"),
        ("Norland condemned Suderland after it staged a test.", "it", "Norland", "Suderland"),
        ("Norland-flagged ships stay away. It was accused of sabotage.", "It", "Norland", "Norland"),
    ],
)
def test_who_looks_into_a_deed_is_not_suspected(text: str, pronoun: str, read_as: str, expected: str | None) -> None:
    """A pronoun that is blamed passes over those who board, charge and judge, and means the name beside it."""
    assert meant(text, pronoun, read_as) == expected


def test_the_accuser_does_not_accuse_itself() -> None:
    """Of two names before the pronoun the one who accuses is not the accused."""
    text = "Suderland grew loud, and Norland accused it of sabotage."
    assert meant(text, "it", "Suderland", by="Norland") == "Suderland"


def test_a_name_means_itself() -> None:
    """Only a pronoun is read anew; who can't have done it is not accused."""
    norland = Actor("Norland", "Norland", ActorType.STATE)
    who = NamedActor(0, 7, "Norland")
    assert accused("Norland police were blamed.", 0, who, None, [[who]], {"Norland": norland}) is who
    assert accused("Norland police were blamed.", 0, who, None, [[who]], {}) is None
