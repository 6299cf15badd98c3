"""Whose stand a clause shows. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from claim_exercise import actors, document
from watchfloor.reading.stance.holder import Named, outermost, stands
from watchfloor.reading.text.sentence import sentences

NAMES = {
    "Norland": ["Norland"],
    "Suderland": ["Suderland"],
    "Mira Holm": ["Mira Holm"],
    "the Institute": ["the Institute"],
}


def holders(text: str) -> list[set[str]]:
    """The names of those who take each stand in the text."""
    doc = document(text)
    who = actors(doc, NAMES)
    named = sorted(Named(span, actor.name) for actor in who for span in actor.mentions)
    return [set(stand.actors) for stand in stands(text, sentences(doc), named)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland opposes it.", [{"Norland"}]),
        ("Norland and Suderland oppose it.", [{"Norland", "Suderland"}]),
        ("It was condemned by Suderland.", [{"Suderland"}]),
        ("Mira Holm of the Institute opposes it.", [{"Mira Holm"}]),
        ("Norland has cut its budget, urging others to pay.", [{"Norland"}]),
        ("After talks in Norland, Suderland opposes it.", [{"Suderland"}]),
        ("The plan has split Norland.", [{"Norland"}]),
        ("Norland's opposition to it is old.", [{"Norland"}]),
        ("Voters in Norland oppose it.", []),
        ("Voters who met at the Institute in Norland oppose it.", []),
        ("Mira Holm on behalf of Norland “strongly opposed” it.", [{"Norland"}]),
        ("Will Norland oppose it?", []),
    ],
)
def test_the_subject_the_agent_or_the_owner_holds_the_stand(text: str, expected: list[set[str]]) -> None:
    """Subjects, agents after "by" and owners of nouns hold a stand; places of other subjects and questions give none."""
    assert holders(text) == expected


def test_outermost_leaves_out_what_another_covers() -> None:
    """A mention inside a longer one is dropped."""
    doc = document("Norland Bank")
    whole, part = Named(doc.span(0, 12), "A1"), Named(doc.span(0, 7), "A2")
    assert outermost([part, whole]) == [whole]
