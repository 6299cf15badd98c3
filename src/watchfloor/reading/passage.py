"""Passages: a document's sentences with their tokens and mentions, the form in which the rules read.

In goes a Document, out come its passages in order. Nothing here decides who an actor is or what is said.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from watchfloor.model.document import Document
from watchfloor.reading.actor.mention import Mention, mentions
from watchfloor.reading.actor.proper_name import known_names
from watchfloor.reading.text.quotation import Quotation, quotations
from watchfloor.reading.text.sentence import Sentence, sentences
from watchfloor.reading.text.token import Token, tokens


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with what stands in it, in order."""

    sentence: Sentence
    words: tuple[Token, ...]
    mentions: tuple[Mention, ...]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.sentence.end


@dataclass(frozen=True, slots=True)
class Page:
    """A document's passages and quotations, those in furniture left out; the starts are kept apart for look-up."""

    document: Document
    passages: tuple[Passage, ...]
    quotations: tuple[Quotation, ...]
    passage_starts: tuple[int, ...]
    quotation_starts: tuple[int, ...]

    def passage_number(self, offset: int) -> int | None:
        """The number of the passage that holds the character at `offset`."""
        i = bisect_right(self.passage_starts, offset) - 1
        return i if i >= 0 and offset < self.passages[i].end else None

    def quotations_around(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The quotation that ends last before `start`, those that begin between, and the first that begins after `end`."""
        first = bisect_right(self.quotation_starts, start) - 1
        last = bisect_right(self.quotation_starts, end + 1) + 1
        return self.quotations[max(0, first) : last]

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether `start`..`end` lies inside quotation marks."""
        i = bisect_right(self.quotation_starts, start) - 1
        return i >= 0 and any(s <= start and end <= e for s, e in self.quotations[i].pieces)


def page(document: Document) -> Page:
    """What the rules read of `document`."""
    split = sentences(document)
    words = [tokens(document.text, sentence.start, sentence.end) for sentence in split]
    known = known_names(words)
    passages = tuple(Passage(s, w, mentions(w, known)) for s, w in zip(split, words, strict=True))
    quoted = tuple(q for q in quotations(document.text) if not document.is_furniture(q.start, q.end))
    return Page(document, passages, quoted, tuple(p.start for p in passages), tuple(q.start for q in quoted))
