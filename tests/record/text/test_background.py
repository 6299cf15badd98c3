"""Background: how common a stem is in the press at large."""

from __future__ import annotations

from watchfloor.record.text.background import background, lexicon
from watchfloor.record.text.wording import stem


def test_common_words_are_common() -> None:
    """A word of every other article has a larger share of texts than one of few, and one never seen has none."""
    share = background().share
    assert 1 > share(stem("government")) > share(stem("ransomware")) > share("qwxzv") == 0


def test_what_is_rare_weighs_most() -> None:
    """A stem that the table lacks weighs as much as any, a common one less, none nothing."""
    held = lexicon()
    assert held.weight("qwxzv") == max(held.weights.values()) > held.weight(stem("government")) > 0
