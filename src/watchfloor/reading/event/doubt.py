"""Doubt: words that take the firmness from what a clause says, wherever they stand in the sentence.

In go a sentence and the offsets of words that accuse, out come the words that govern them: those that leave it open
("cannot rule out that"), and those with which nobody accuses at all ("too early to say whether", "no evidence that"). It is a
look to the left with a stop where another clause begins, not a parse; an event's own status is read in `status`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from watchfloor.reading.text.phrase import Phrases, compiled
from watchfloor.reading.text.sentence import Sentence

_PARTED = re.compile(
    r"[;:]|\b(?:but|although|though|whereas|while|however|because)\b"
    r"|\band\s+(?:\w+ly\s+)?(?:accus(?:es|ed)|blam(?:es|ed)|den(?:ies|ied)|point(?:s|ed)|said)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:said|says|told|warned|added|claim(?:s|ed)|insist(?:s|ed)|argue[sd]|stated|noted|declared|announced|replied|answered"
    r"|responded|repeated|confirmed|accus(?:es|ed)|blam(?:es|ed)|den(?:ies|ied)|rejected|point(?:s|ed))\b",
    re.IGNORECASE,
)
"""Where another clause begins, which the doubt of the one before doesn't reach: "asked whether it was so, he blamed …"."""
_ASKS = re.compile(r"\?[\"”’)]*\s*$")
_PRESUPPOSES = re.compile(r"[\"“‘]?(?:why|how|what will|what should)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Characters `start` to `end` take the firmness from what they govern, and all of it where `nobody_accuses`."""

    start: int
    end: int
    nobody_accuses: bool
    after: bool = False


def doubts(text: str, sentence: Sentence) -> tuple[Doubt, ...]:
    """The words of doubt in `sentence`, none covered by another; a question doubts all that it asks."""
    if _ASKS.search(text, max(sentence.start, sentence.end - 5), sentence.end) and not _PRESUPPOSES.match(
        text, sentence.start
    ):
        return (Doubt(sentence.start, sentence.start, nobody_accuses=True),)
    found = [
        Doubt(hit.start(), hit.end(), table.nobody_accuses, table.after)
        for table in _tables()
        for hit in table.words.finditer(text, sentence.start, sentence.end)
    ]
    return tuple(one for one in found if not any(_covers(other, one) for other in found))


def _covers(one: Doubt, other: Doubt) -> bool:
    """Whether the words of `one` hold those of `other` and more, and look the same way."""
    wider = one.end - one.start > other.end - other.start
    return wider and one.after is other.after and one.start <= other.start and other.end <= one.end


def governing(text: str, found: Sequence[Doubt], start: int, end: int) -> Doubt | None:
    """The doubt that governs the words from `start` to `end`; one that takes all firmness before one that takes some."""
    return max(_governing(text, found, start, end), key=lambda d: (d.nobody_accuses, d.start), default=None)


def _governing(text: str, found: Sequence[Doubt], start: int, end: int) -> Iterator[Doubt]:
    for one in found:
        if one.after:
            if one.start >= end and "," not in text[end : one.start] and not is_parted(text, end, one.start):
                yield one
        elif one.end <= start and not is_parted(text, one.end, end):
            yield one


def is_parted(text: str, start: int, end: int) -> bool:
    """Whether another clause begins between two offsets: after a conjunction, or with a comma and a verb that reports."""
    comma = text.find(",", start, end)
    return bool(_PARTED.search(text, start, end) or (comma >= 0 and _REPORTS.search(text, comma, end)))


@dataclass(frozen=True, slots=True)
class _Table:
    words: Phrases
    nobody_accuses: bool
    after: bool


@cache
def _tables() -> tuple[_Table, ...]:
    lexicon = tomllib.loads(files("watchfloor.reading.lexicon").joinpath("blame.toml").read_text(encoding="utf-8"))
    return tuple(
        _Table(compiled(row["words"], lexicon["words"]), row.get("nobody_accuses", False), row.get("after", False))
        for row in lexicon["doubt"]
    )
