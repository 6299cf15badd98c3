"""Speakers without a mention: who is an actor, who is nobody, and what is a thing."""

from __future__ import annotations

import pytest

from invented import document
from watchfloor.reading.rules import RuleReader
from watchfloor.reading.speech.speaker import called, is_thing


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The prosecution", "prosecution"),
        ("a person who attended", "person who attended"),
        ("Norwegian media", "Norwegian media"),
        ("those asked", "those asked"),
        ("One memo", "One memo"),
        ("No country", None),
        ("Nobody", None),
        ("This", None),
        ("photos taken since the incident", None),
        ("The ferry", None),
        ("That evidence", None),
        ("The repairs", None),
        ("Pictures of the minister", None),
    ],
)
def test_an_actor_keeps_its_words_and_a_thing_has_none(words: str, name: str | None) -> None:
    """An article is no part of a name; nobody, a pronoun and a thing are no speakers."""
    assert called(words) == name


@pytest.mark.parametrize("words", ["report on the ferry", "letter", "data from the ship", "crew of the ship"])
def test_documents_and_crews_are_no_things(words: str) -> None:
    """What tells is the head of the phrase."""
    assert not is_thing(words)


def speakers(text: str) -> list[str | None]:
    """Whose the statements of an invented text are, by name, as the rules read it."""
    reading = RuleReader().read(document(text))
    names = {actor.id: actor.name for actor in reading.actors}
    return [names.get(statement.speaker or "") for statement in reading.statements]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Orla Venn on Monday Daily denounced what was a grave error.", "Orla Venn"),
        ("NATO leaders meeting at a forum in Riga condemned the grave attack.", "NATO leaders"),
        ("The mayor's office in Riga said that the port was closed.", "mayor's office"),
        (
            "A spokesman for the Danish navy at its base in Riga, Latvia, said that the port was closed.",
            "spokesman for the Danish navy",
        ),
        ("The US and Britain on Thursday blamed the Norland military.", "US and Britain"),
    ],
)
def test_where_somebody_speaks_is_not_who_speaks(text: str, speaker: str) -> None:
    """A place or medium after the subject is passed over; two states named in one breath stay together."""
    assert speakers(text) == [speaker]


def test_nobody_speaks_whoever_is_named_beside() -> None:
    """In "no Norland official said" no official did."""
    assert speakers("Then no Danish official denied that the port was closed.") in ([], [None])


def test_according_to_him() -> None:
    """A pronoun after "according to" means whom it would mean as a subject."""
    assert speakers("Admiral Orla Rask spoke on Monday. According to him, the port was closed.") == ["Orla Rask"]
