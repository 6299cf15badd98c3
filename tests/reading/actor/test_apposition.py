"""Appositions: descriptions with a name of their own mean who bears it."""

from __future__ import annotations

import pytest

from invented import document
from watchfloor.reading.actor.mention import Mention
from watchfloor.reading.passage import page


def mention_of(text: str, words: str) -> Mention:
    """The mention written `words` in an invented text."""
    read = page(document(text))
    return next(m for p in read.passages for m in p.mentions if text[m.start : m.end] == words)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Then the NATO military alliance met.", "the NATO military alliance", "NATO"),
        ("Then the Qarl news agency wrote.", "the Qarl news agency", "Qarl"),
        ("Then the newspaper Harbour Times wrote.", "the newspaper Harbour Times", "Harbour Times"),
        ("Then the Vask criminal group struck.", "the Vask criminal group", "Vask"),
    ],
)
def test_a_description_with_a_name_names(text: str, words: str, name: str) -> None:
    """The alliance, the agency, the newspaper, the group is the one that the words name."""
    assert mention_of(text, words).name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Then the NATO military committee met.", "the NATO military committee"),
        ("Then the Riga newspaper wrote.", "the Riga newspaper"),
        ("Then the Finnish coast guard came.", "the Finnish coast guard"),
    ],
)
def test_an_owner_a_town_and_an_origin_are_no_name_of_the_body(text: str, words: str) -> None:
    """A committee of NATO is not NATO, a newspaper in Riga not Riga."""
    assert mention_of(text, words).name is None


def test_who_is_told_is_not_who_acts() -> None:
    """In "told the paper Rask had left", Rask is no paper."""
    text = "She told the newspaper Qarl had left."
    assert mention_of(text, "the newspaper").name is None
