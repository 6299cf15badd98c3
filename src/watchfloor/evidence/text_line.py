"""Text line: the lines of a text, as offsets, and what tells a line of the page from a sentence of news.

In goes text, out come its lines that are not blank. What a line says is for `heading` and `furniture`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]+")
_FINAL_STOP = re.compile(r"[.。।۔][\"'”’»)\]\s]*$")  # noqa: RUF001 - the quotation marks that print has
_ENDS_IN_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr)\.$|(?:\.{3}|…)[\"'”’]?$")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line that is not blank: `words` without white space at its ends, and where they stand."""

    start: int
    end: int
    words: str

    @property
    def ends_in_stop(self) -> bool:
        """Whether it ends as a sentence does; "in the U.S." and "and then ..." don't count."""
        return bool(_FINAL_STOP.search(self.words[-8:])) and not _ENDS_IN_INITIALS.search(self.words[-12:])

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.words.split())


def lines(text: str) -> Iterator[TextLine]:
    """The lines of `text` that are not blank, in order."""
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words)
            yield TextLine(start, start + len(words), words)
