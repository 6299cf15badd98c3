"""Tokens: the words and marks of a stretch of text, with their offsets.

A word keeps its inner hyphens and full stops ("drone-launch", "U.S."), and loses a possessive ending, which
is a token of its own ("NATO" + "'s"). Nothing is normalised except `lower`, which is for look-up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., U.K.
    r"|[A-Z]\.(?=\s[A-Z])"  # the initial in "John Q. Public"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Adm|Lt|Col|Sen|Rep|Gov|Prof|Sgt|Capt|Maj|Brig|Cmdr|Rev|St)\.(?=\s)"
    r"|[^\W_]+(?:(?:[-‐‑.&/](?=[^\W_])|['’](?!s\b|S\b)(?=[^\W\d_]))[^\W_]+)*"
    r"|['’][sS]\b"
    r"|\.{3}"
    r"|\S"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: its offsets in the document's text, as it stands and in lower case."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter or a digit."""
        return self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_possessive_mark(self) -> bool:
        """Whether it is the 's of a possessive, or the bare apostrophe after a plural."""
        return self.lower in {"'s", "’s", "'", "’"}


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of `text` between `start` and `end`, in order."""
    return tuple(
        Token(match.start(), match.end(), match.group(), match.group().lower())
        for match in _TOKEN.finditer(text, start, end)
    )
