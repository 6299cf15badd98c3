"""Spelling: one name as transliterations and keyboards write it.

In goes a folded word of a name, out comes the spelling that its variants share: Zelensky, Zelenskyy and Zelenskiy, Kavo and Cavo, Mueller and Müller.
It is no phonetic code: letters of one sound in one language and of two in another stay apart, so that two names seldom fall together.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CYRILLIC = dict(
    zip(
        "абвгґдеёжзиіїйклмнопрстуфхцчшщъыьэюяєў",
        "a b v g g d e e zh z i i i i k l m n o p r s t u f h ts ch sh sh _ i _ e iu ia ie u".replace("_", "").split(
            " "
        ),
        strict=True,
    )
)
_LATIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
_ALIKE = (
    (re.compile(r"sch|shch"), "sh"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ck|q|c(?!h)"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ou|ue"), "u"),
    (re.compile(r"oe"), "o"),
    (re.compile(r"[yji]+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What is written in two ways, and the one that stands for both, in the order in which they are replaced."""
_SPELLED = _CYRILLIC | _LATIN
_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def spelled(word: str) -> str:
    """The spelling that the variants of a folded word share."""
    before, latin = "", "".join(_SPELLED.get(letter, letter) for letter in word)
    # What one replacement leaves may be another's: it ends, as each takes letters away that none brings back.
    while latin != before:
        before = latin
        for written, one in _ALIKE:
            latin = written.sub(one, latin)
    return latin
