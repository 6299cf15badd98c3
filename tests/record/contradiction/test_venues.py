"""One saying from two interviews. Everything is an exercise."""

from __future__ import annotations

from dataclasses import replace

from desk import Desk, record_of
from watchfloor.model.record import Contradiction, ContradictionKind, Strength

QUOTE = "If we go on counting severed cables, we invite the next anchor. Every repair costs us a winter."


def told(outlet: str, via: str | None, speaker: str = "Orla Venn", other: str | None = None) -> Desk:
    """An article in which the speaker says the words to an outlet, and perhaps to another."""
    desk = Desk(f"EXERCISE. The cable off Amberholm. “{QUOTE}”, said {speaker}. {QUOTE}", outlet)
    desk.says(desk.actor(speaker), QUOTE)
    [first] = desk._statements
    desk._statements[:] = [replace(first, via=via)]
    if other:
        later = desk.span(QUOTE)
        later = replace(later, start=desk.text.rindex(QUOTE), end=desk.text.rindex(QUOTE) + len(QUOTE))
        desk._statements.append(replace(first, id=f"{first.id}b", content=(later,), via=other))
    return desk


def venues(*desks: Desk) -> list[Contradiction]:
    """The contradictions of venue."""
    return [x for x in record_of(*desks).contradictions if x.kind is ContradictionKind.VENUE]


def test_one_saying_from_two_interviews_is_a_tension() -> None:
    """The same words given to two outlets may have been said twice, and are shown with both."""
    [x] = venues(told("Post", "Harbour Times"), told("Herald", "Fjord Daily"))
    assert x.strength is Strength.TENSION
    assert {side.value for side in x.sides} == {"Harbour Times", "Fjord Daily"}
    assert all(name in x.explain for name in ("Harbour Times", "Fjord Daily", "Post", "Herald"))


def test_silence_and_longer_names_are_no_disagreement() -> None:
    """One that names no venue is silent; an outlet under a longer name is the same; another speaker is another disagreement."""
    assert venues(told("Post", "Harbour Times"), told("Herald", None)) == []
    assert venues(told("Post", "Harbour Times"), told("Herald", "The Harbour Times of Bergen")) == []
    assert venues(told("Post", "Harbour Times"), told("Herald", "Fjord Daily", "Jonas Marik")) == []


def test_who_names_both_settles_it() -> None:
    """An article that has the words from both outlets shows that they were said to both."""
    assert venues(told("Post", "Harbour Times"), told("Herald", "Fjord Daily", other="Harbour Times")) == []
