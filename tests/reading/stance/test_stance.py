"""On which issues words take a stand. All examples are an EXERCISE."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.model.claim import Polarity
from watchfloor.reading.stance.stance import cue_polarity, stance


@pytest.mark.parametrize(
    ("content", "cue", "expected"),
    [
        ("the alliance should act first", "said", ("preventive_action", Polarity.FOR)),
        ("a pre-emptive strike could be an option", "said", ("preventive_action", Polarity.OPEN)),
        ("a pre-emptive strike would be reckless", "said", ("preventive_action", Polarity.AGAINST)),
        ("any pre-emptive strike", "rejected", ("preventive_action", Polarity.AGAINST)),
        ("a possible pre-emptive strike", "condemned", ("preventive_action", Polarity.AGAINST)),
        ("the drone wall is unrealistic", "cautioned", ("drone_wall", Polarity.AGAINST)),
        ("a wall of drones", "proposed", ("drone_wall", Polarity.FOR)),
        ("more sanctions on the port of Sorvik", "called for", ("sanctions", Polarity.FOR)),
        ("the sanctions must not be lifted in haste", "said", ("sanctions", Polarity.AGAINST)),
        ("members must raise defence spending", "said", ("defence_spending", Polarity.FOR)),
        ("justice for these crimes", "said", ("amnesty_for_war_crimes", Polarity.AGAINST)),
        ("shifting from reactive to bolder ways is necessary", "said", ("reactive_posture", Polarity.AGAINST)),
    ],
)
def test_a_stand_on_a_listed_issue_is_read(content: str, cue: str, expected: tuple[str, Polarity]) -> None:
    """Issue and polarity come from the words and the verb that tells them."""
    assert expected in stance(content, cue)


@pytest.mark.parametrize("content", ["the weather was fine", "the sanctions list has nine pages", ""])
def test_an_issue_without_a_stand_is_left_out(content: str) -> None:
    """Naming an issue, or none, is no stand."""
    assert stance(content) == ()


def test_the_sentence_that_names_the_issue_decides() -> None:
    """A word for or against in a neighbouring sentence is about something else."""
    assert stance("Such attacks are unacceptable. We have decided to request sanctions.") == (
        ("sanctions", Polarity.FOR),
    )


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("denounced", Polarity.AGAINST),
        ("is weighing", Polarity.OPEN),
        ("urged", Polarity.FOR),
        ("split over", Polarity.MIXED),
        ("said", None),
    ],
)
def test_a_verb_of_stand_is_told_from_a_verb_of_saying(cue: str, expected: Polarity | None) -> None:
    """Only verbs that take a stand have a polarity."""
    assert cue_polarity(cue) is expected


@given(st.text(max_size=300), st.text(max_size=20))
def test_any_text_gives_each_issue_once(content: str, cue: str) -> None:
    """Reading arbitrary text never raises and names no issue twice."""
    found = [toward for toward, _ in stance(content, cue)]
    assert len(found) == len(set(found))
