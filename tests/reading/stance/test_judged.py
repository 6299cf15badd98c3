"""What somebody's own words judge. All examples are an EXERCISE."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.model.claim import Polarity
from watchfloor.reading.stance.judged import judged
from watchfloor.reading.stance.outside import EVENT, THIS

FOR, AGAINST = Polarity.FOR, Polarity.AGAINST


@pytest.mark.parametrize(
    ("words", "at_large", "expected"),
    [
        ("risks posed by Norland's old ferries must be averted", FOR, ("other:risks_of_norland_old_ferries", AGAINST)),
        ("the seals must be protected", FOR, ("other:seals", FOR)),
        ("the brawl must not be repeated", AGAINST, ("other:brawl", AGAINST)),
        ("Norland must leave the harbour", FOR, ("other:leaving_harbour", FOR)),
        ("We must not show weakness", AGAINST, ("other:showing_weakness", AGAINST)),
        ("The union and its towns will not tolerate loud horns", AGAINST, ("other:loud_horns", AGAINST)),
        ("Mr. Venn would see the folly in draining the lake", AGAINST, ("other:draining_lake", AGAINST)),
        ("it is a mistake to drain the lake", AGAINST, ("other:draining_lake", AGAINST)),
        ("there is no need to drain the lake", AGAINST, ("other:draining_lake", AGAINST)),
        ("Norland has only offered “baseless accusations", AGAINST, ("other:accusations", AGAINST)),
        ("the drills that woke the town were reckless", AGAINST, ("other:drills", AGAINST)),
        ("Norland's course is contributing to the quarrel and is reckless", AGAINST, ("other:norland_course", AGAINST)),
        ("any quick answer could risk a quarrel", AGAINST, ("other:quick_answer", AGAINST)),
        ("We are deeply worried about the drills", AGAINST, ("other:drills", AGAINST)),
        ("Norland has rammed the pier twice this year, which is unacceptable", AGAINST, (EVENT, AGAINST)),
        ("We saw ferries that shouldn't have been there", AGAINST, (EVENT, AGAINST)),
        ("This is unacceptable", AGAINST, (THIS, AGAINST)),
    ],
)
def test_the_clause_tells_what_is_judged(words: str, at_large: Polarity, expected: tuple[str, Polarity]) -> None:
    """Subject, object or deed is what is judged; a clause that judges nothing itself means what happened."""
    assert judged(words, at_large) == (expected,)


@pytest.mark.parametrize(
    ("words", "at_large"),
    [
        ("the diggers failed to prove it and that any neglect must be pursued by the town", FOR),
        ("Norland must tread carefully", FOR),
        ("it is what a town must be prepared for", FOR),
        ("the mayor has deepened his resistance to the drills", AGAINST),
        ("in an effort to help, Norland could provoke a quarrel", AGAINST),
    ],
)
def test_what_settles_nothing(words: str, at_large: Polarity) -> None:
    """A participle that tells no side, a verb without an object, another's resistance and a guess give no stand."""
    assert judged(words, at_large) == ()


@given(st.text(max_size=120), st.sampled_from([FOR, AGAINST]))
def test_any_words_give_at_most_one_stand(words: str, at_large: Polarity) -> None:
    """Whatever the words, one clause gives one stand or none, for or against."""
    assert [polarity for _, polarity in judged(words, at_large)] in ([], [FOR], [AGAINST])
