"""Phrases: the small pattern language of the lexicons, compiled to regular expressions.

In go phrases as a lexicon writes them and its classes of words, out come `Phrases`, which search like one compiled pattern. A phrase is words
parted by spaces; each word is a regular expression without spaces, matched without regard to case. Between two words white
space, hyphens and quotation marks may stand. `<name>` stands for a class, `[word]` for a word that may be
missing, `_` for one word or two ("cyber_attack"), `~4` for up to four words of any kind, no comma between. What the phrases mean is not decided here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_BETWEEN = r"[\s\"“”„'‘’‐‑–-]+"
# The group is atomic: a gap over "a-b-c-…" has one reading only, so that no text makes the search take long.
_ANY_WORD = r"(?>\w[^\s;:()—,]*)"
_ONE_OR_TWO = r"[\s‐‑–-]?"
_CLASS = re.compile(r"<(\w+)>")
_ITEM = re.compile(r"~(?P<gap>\d+)|\[(?P<maybe>[^\[\]\s]+)\]|(?P<word>\S+)")


_CAPITAL = re.compile(r"\\.|[A-Z]")
_HEEDS_CAPITALS = "(?-i:"
_TEXTS = 16
"""Texts whose small letters are kept: a document, and the contents that are looked at beside it, for a few threads."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Any of some phrases. What a match holds may be written in small letters; its offsets are those of the text that was given.

    A pattern that heeds capitals, on a text in small letters, is searched for in half the time of one that does not; only
    a phrase with a part that heeds them itself, `(?-i:…)`, is looked for as the text is written.
    """

    pattern: re.Pattern[str]
    heeds_capitals: bool

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two offsets of `text`."""
        return self.pattern.search(self._looked_at(text), start, end)

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The match that begins at an offset of `text`."""
        return self.pattern.match(self._looked_at(text), start)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches between two offsets of `text`, in order."""
        return self.pattern.finditer(self._looked_at(text), start, end)

    def _looked_at(self, text: str) -> str:
        return text if self.heeds_capitals else _in_small_letters(text)


@lru_cache(maxsize=_TEXTS)
def _in_small_letters(text: str) -> str:
    """The text with every letter small that stays one character so."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def compiled(phrases: Iterable[str], classes: Mapping[str, str]) -> Phrases:
    """What finds any of `phrases`; whole words only.

    Raises:
        ValueError: a phrase names a class that is not there, ends in a gap or is no regular expression.
    """
    try:
        every = rf"(?<!\w)(?:{'|'.join(_pattern(p, classes) for p in phrases)})(?!\w)"
        if _HEEDS_CAPITALS in every:
            return Phrases(re.compile(every, re.IGNORECASE), heeds_capitals=True)
        return Phrases(re.compile(_CAPITAL.sub(_small, every)), heeds_capitals=False)
    except re.error as broken:
        raise ValueError(f"a phrase is no regular expression: {broken}") from broken


def _small(found: re.Match[str]) -> str:
    """A capital of a phrase as a small letter; what follows a backslash is no letter of the phrase."""
    return found[0] if len(found[0]) > 1 else found[0].lower()


def _pattern(phrase: str, classes: Mapping[str, str]) -> str:
    """The regular expression of one phrase."""
    parts: list[str] = []
    words = _split(phrase)
    for number, item in enumerate(words):
        last = number == len(words) - 1
        found = _ITEM.fullmatch(item)
        gap = found["gap"] if found else None
        maybe = found["maybe"] if found else None
        if last and (gap or maybe):
            raise ValueError(f"a phrase ends in a word, not in {item!r}: {phrase!r}")
        if gap:
            parts.append(rf"(?:{_ANY_WORD}{_BETWEEN}){{0,{gap}}}?")
        elif maybe:
            parts.append(rf"(?:{_expanded(maybe, classes)}{_BETWEEN})?")
        else:
            parts.append(_expanded(item, classes) + ("" if last else _BETWEEN))
    return "".join(parts)


def _split(phrase: str) -> list[str]:
    """The words of a phrase: what white space parts outside parentheses."""
    words: list[str] = []
    depth = 0
    for piece in phrase.split(" "):
        if depth:
            words[-1] += f" {piece}"
        else:
            words.append(piece)
        depth += piece.count("(") - piece.count(")")
    return words


def _expanded(word: str, classes: Mapping[str, str]) -> str:
    """A word with its classes put in; white space inside a group may be any mark that parts words."""
    for name in _CLASS.findall(word):
        if name not in classes:
            raise ValueError(f"no class of words is called {name!r}")
    while _CLASS.search(word):
        word = _CLASS.sub(lambda m: classes[m[1]], word)
    gaps = re.split(r"~(\d+) ", word.replace(r"\ ", " "))
    spaced = [part.replace(" ", _BETWEEN) for part in gaps[::2]]
    limits = [rf"(?:{_ANY_WORD}{_BETWEEN}){{0,{limit}}}?" for limit in gaps[1::2]]
    whole = spaced[0] + "".join(limit + part for limit, part in zip(limits, spaced[1:], strict=True))
    if "~" in whole:
        raise ValueError(f"a gap stands before a word: {word!r}")
    return f"(?:{whole.replace('_', _ONE_OR_TWO)})"
