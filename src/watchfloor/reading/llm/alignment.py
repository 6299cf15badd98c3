"""Alignment: where words that somebody claims to have read really stand in a text.

In go a text and words, out comes where they stand: exactly, up to white space and the shape of quotation marks and dashes, or else
nearly, from a stated likeness on. Words that stand nowhere are not found, and nothing is built on them. What is found are always
the text's own characters, whatever the words were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rapidfuzz import fuzz

FLOOR = 90.0
"""Likeness (rapidfuzz's normalised indel similarity, 0..100) from which words count as found: one wrong letter in ten. A slip of the pen in
a sentence scores above 95; two different sentences of one article hardly reach 60."""
SHORTEST_FUZZY = 20
"""Characters below which words must stand exactly: one letter in "cut" makes another word."""

_SAME = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛´`′", "'"),  # noqa: RUF001 - the same for quotation marks
    **dict.fromkeys("‐‑‒–—−", "-"),  # noqa: RUF001 - the dashes that newspapers print
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...",
}
_EDGES = " \"'"
_MOST = 1_000
"""Places at which the same words are looked at; beyond it they are too common to be told apart anyway."""


@dataclass(frozen=True, slots=True)
class Found:
    """Characters `start` to `end` of the text; `likeness` is 1 where they are the words, less where they are nearly so."""

    start: int
    end: int
    likeness: float


class Ground:
    """Characters `start` to `end` of a text, made ready to find words in it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._offsets = _folded(text, start, end)

    def find(self, words: str, before: str = "", near: tuple[int, int] | None = None) -> Found | None:
        """Where `words` stand; None if nowhere.

        Where they stand several times, the place nearest to the characters `near` counts, else the one that follows
        `before` best, else the first.
        """
        wanted = _folded(words)[0].strip(_EDGES)
        if not any(character.isalnum() for character in wanted):
            return None
        exact = list(self._places(wanted))
        if exact:
            start = self._best(exact, len(wanted), _folded(before)[0].rstrip(_EDGES), near)
            return self._found(start, start + len(wanted), 1.0)
        return self._nearly(wanted) if SHORTEST_FUZZY <= len(wanted) <= len(self._text) else None

    def _places(self, wanted: str) -> Iterator[int]:
        """Where the words stand, not as a part of longer ones."""
        pattern = (
            ("(?<!\\w)" if wanted[0].isalnum() else "")
            + re.escape(wanted)
            + ("(?!\\w)" if wanted[-1].isalnum() else "")
        )
        for number, match in enumerate(re.finditer(pattern, self._text)):
            if number >= _MOST:
                return
            yield match.start()

    def _best(self, places: list[int], length: int, before: str, near: tuple[int, int] | None) -> int:
        if near is not None:
            low, high = near
            return min(places, key=lambda p: max(self._offsets[p] - high, low - self._offsets[p + length - 1], 0))
        if not before or len(places) == 1:
            return places[0]
        return max(places, key=lambda p: (fuzz.ratio(before, self._ahead(p, len(before))), -p))

    def _ahead(self, place: int, length: int) -> str:
        """The characters before `place`, as many as there are."""
        ahead = self._text[max(0, place - length - len(_EDGES)) : place].rstrip(_EDGES)
        return ahead[-length:]

    def _nearly(self, wanted: str) -> Found | None:
        """The stretch most like the words, between whole words; None below the floor."""
        match = fuzz.partial_ratio_alignment(wanted, self._text, score_cutoff=FLOOR)
        if match is None:
            return None
        starts, ends = self._word_edges(match.dest_start), self._word_edges(match.dest_end)
        scored = [(fuzz.ratio(wanted, self._text[s:e]), s - e, s, e) for s, e in product(starts, ends) if s < e]
        score, _, start, end = max(scored, default=(0.0, 0, 0, 0))
        start += len(self._text[start:end]) - len(self._text[start:end].lstrip())
        end = start + len(self._text[start:end].rstrip())
        return self._found(start, end, score / 100) if score >= FLOOR and start < end else None

    def _word_edges(self, at: int) -> tuple[int, int]:
        """The nearest offsets before and after `at` that lie within no word."""
        low = high = at
        while 0 < low < len(self._text) and self._text[low - 1].isalnum() and self._text[low].isalnum():
            low -= 1
        while 0 < high < len(self._text) and self._text[high - 1].isalnum() and self._text[high].isalnum():
            high += 1
        return low, high

    def _found(self, start: int, end: int, likeness: float) -> Found:
        return Found(self._offsets[start], self._offsets[end - 1] + 1, likeness)


def _folded(text: str, start: int = 0, end: int | None = None) -> tuple[str, list[int]]:
    """The text with plain quotation marks, dashes and single spaces, and the offset that each character of it comes from."""
    made: list[str] = []
    offsets: list[int] = []
    for offset in range(start, len(text) if end is None else end):
        character = text[offset]
        for plain in " " if character.isspace() else _SAME.get(character, character):
            if plain != " " or (made and made[-1] != " "):
                made.append(plain)
                offsets.append(offset)
    return "".join(made), offsets
