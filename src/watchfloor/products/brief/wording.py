"""Wording: whether one text carries what another says, as far as words tell.

In go texts, out come their content stems, numbers, days, deeds and negations, and yes or no. It knows no meaning: a paraphrase without a common word carries
nothing here, and that errs on the side of counting fewer documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from watchfloor.record.event.deed import deeds
from watchfloor.record.text.wording import Lexicon, fold, stem

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPELLED = {word: str(n) for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)}  # fmt: skip
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december yesterday".split()
)
"""Words that date: like a number, one is carried only by a text that gives it."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NOT = re.compile(r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot)\b|n't\b")
_ONE = {
    stem(word): group.split()[0]
    for group in (
        "close closes closed closing closure shut shuts shutting",
        "undersea subsea submarine underwater",
        "electricity electric power",
        "ship ships vessel vessels",
        "see seen saw spot spots spotted sight sighted sighting observe observed",
        "start started begin began begun",
    )
    for word in group.split()
}
"""Words that the press uses for one another without saying more or less; "cut" and "damaged" are none of them."""
_FEW = 4
"""Content words up to which all are needed: a short text says nothing that can be spared."""
_PLAIN = Lexicon(frozenset(), {}, 0.0)


@dataclass(frozen=True, slots=True)
class Words:
    """A text as its content stems, its numbers (as digits), days and deeds, whether it negates, and its words in a row."""

    content: frozenset[str]
    exact: frozenset[str]
    negates: bool
    row: str

    @classmethod
    def of(cls, text: str) -> Self:
        """The words of a text."""
        return cls(*_read(text))

    @property
    def says(self) -> bool:
        """Whether anything is said: a word that tells, a number, a day, or a no."""
        return bool(self.content or self.exact or self.negates)


def carries(own: Words, shown: Words, share: float) -> bool:
    """Whether `own` holds the shown words in a row, or at least `share` of them with each number, day and deed, and both negate or neither."""
    if _in_a_row(own, shown):
        return True
    if not shown.content or shown.exact - own.exact or shown.negates != own.negates:
        return False
    return len(shown.content & own.content) >= needed(shown, share)


def needed(shown: Words, share: float) -> float:
    """How many of the shown content words are enough; all of a few."""
    return len(shown.content) if len(shown.content) <= _FEW else share * len(shown.content)


def held(own: Words, shown: Words) -> float:
    """The share of the shown content words that `own` holds, 0 to 1."""
    if _in_a_row(own, shown) or not shown.content:
        return 1.0
    return len(shown.content & own.content) / len(shown.content)


def _in_a_row(own: Words, shown: Words) -> bool:
    return bool(shown.row) and f" {shown.row} " in f" {own.row} "


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[frozenset[str], frozenset[str], bool, str]:
    folded = fold(text)
    words = _WORD.findall(folded)
    exact = {n.replace(",", "") for n in _NUMBER.findall(folded)} | {_SPELLED[w] for w in words if w in _SPELLED}
    exact |= _DATES.intersection(words)
    wording = _PLAIN.read(text)
    content = frozenset(
        _ONE.get(s, s) for s in wording.content if not s[0].isdigit() and s not in _SPELLED and s not in _DATES
    )
    return content, frozenset(exact) | deeds(wording.content), bool(_NOT.search(folded)), wording.key
