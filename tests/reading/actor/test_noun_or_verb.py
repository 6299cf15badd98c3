"""Nouns that are verbs too: when "suspect" or "states" says what an actor does."""

from __future__ import annotations

import pytest

from watchfloor.reading.actor.noun_or_verb import is_verb
from watchfloor.reading.text.token import tokens


def says_what_somebody_does(text: str, word: str) -> bool:
    """Whether `word` is a verb in an invented sentence."""
    words = tokens(text, 0, len(text))
    return is_verb(words, next(i for i, token in enumerate(words) if token.text == word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Officials suspect the ferry did it.", "suspect"),
        ("Norland customs suspect it is part of a fleet.", "suspect"),
        ("Prosecutors claim that he left.", "claim"),
        ("Police fear Rask has fled.", "fear"),
        ("In what officials suspect was arson, a barn burned.", "suspect"),
        ("The report states that she left.", "states"),
        ("The ministry reports that it rained.", "reports"),
    ],
)
def test_a_verb_follows_its_actor_and_has_an_object(text: str, word: str) -> None:
    """After officials, police or a ministry and before a determiner, a pronoun, a name or "that", it is the verb."""
    assert says_what_somebody_does(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A murder suspect said no.", "suspect"),
        ("The police suspect was held.", "suspect"),
        ("Officials read the report.", "report"),
        ("The member states that border Norland agreed.", "states"),
        ("The officials' claim that he left was false.", "claim"),
    ],
)
def test_a_noun_stays_a_noun(text: str, word: str) -> None:
    """A suspect of murder, a police suspect, the member states, the claim that somebody owns."""
    assert not says_what_somebody_does(text, word)
