"""Who takes no stand. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from watchfloor.model.actor import Actor, ActorType
from watchfloor.reading.stance.nobody import is_nobody


@pytest.mark.parametrize(
    ("name", "nobody"),
    [
        ("harbour court", True),
        ("court spokesman", False),
        ("X", True),
        ("Xavia", False),
        ("the letter", True),
        ("No town", True),
        ("Opposition from two towns", True),
        ("Norland", False),
    ],
)
def test_who_only_carries_words_or_rules(name: str, nobody: bool) -> None:
    """Courts, platforms, papers and the words for a stand hold nothing; who speaks for a court may."""
    assert is_nobody(Actor(id="A1", name=name, type=ActorType.ORGANISATION, mentions=())) is nobody
