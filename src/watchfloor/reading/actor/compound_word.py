"""Compound words: what begins with a name and is none ("Ukrainian-owned", "New York-based"), and given names that look alike ("Jae-in").

In go tokens, out comes whether a word with a hyphen is an adjective, and whether a name before it is only that adjective's beginning.
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.reading.actor.name_word import KOREAN_FAMILIES
from watchfloor.reading.text.token import Token

_LONGEST_SYLLABLE = 5
"""Letters of either part of a Korean given name as English writes it ("Kyung-hyun" is rare)."""


def is_compound_adjective(word: Token, before: Token | None = None) -> bool:
    """Whether the word only begins with a name ("Ukrainian-owned", "Moscow-directed"); after a Korean family name it may be a given one."""
    first, hyphen, rest = word.text.replace("‑", "-").partition("-")
    if not hyphen or not rest[:1].islower():
        return False
    family = before is not None and before.text in KOREAN_FAMILIES
    return not (family and max(len(first), len(rest)) <= _LONGEST_SYLLABLE and rest not in {"led", "era"})


def is_cut_by_hyphen(words: Sequence[Token], last: int) -> bool:
    """Whether a name that ends at `last` goes on in the word after it, which only begins with its last word ("New York-based")."""
    if last + 1 >= len(words) or not words[last + 1].is_capitalised:
        return False
    return is_compound_adjective(words[last + 1], words[last]) and words[last + 1].start - words[last].end <= 1


def says_whence(words: Sequence[Token]) -> bool:
    """Whether the words are nothing but such an adjective with the name that it begins with ("United Arab Emirates-based")."""
    capital = all(word.is_capitalised for word in words)
    return bool(words) and capital and is_compound_adjective(words[-1])
