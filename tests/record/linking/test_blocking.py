"""Blocking: pairs worth comparing, without comparing all."""

from __future__ import annotations

from watchfloor.record.linking.blocking import CROWD, NEIGHBOURS, propose


def test_a_shared_word_proposes_its_pair() -> None:
    """Two texts with a word in common meet, and a text with none meets nobody."""
    assert propose({"x": {"cable"}, "y": {"cable", "port"}, "z": {"hospital"}}, lambda _: 1.0) == {("x", "y")}


def test_words_that_nobody_else_has_take_no_place() -> None:
    """A text of many unique words is still met under the one that it shares."""
    words = {"x": {*(f"only{n}" for n in range(30)), "cable"}, "y": {"cable"}}
    assert propose(words, lambda word: 9.0 if word.startswith("only") else 1.0, rare=3) == {("x", "y")}


def test_a_word_of_all_texts_costs_no_square() -> None:
    """A word that a thousand texts share proposes a number of pairs that grows with the texts."""
    names = [f"{n:04}" for n in range(1000)]
    assert len(names) > CROWD
    assert len(propose({name: {"war"} for name in names}, lambda _: 1.0)) <= NEIGHBOURS * len(names)
