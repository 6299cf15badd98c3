"""Texts: the documents of a record as comparators need them, cut and weighed.

In go documents, out come the words under a span, the sentence around it, and the lexicon of all of them. Nothing is
compared here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Self

from watchfloor.model.document import Document, by_id
from watchfloor.model.span import Span
from watchfloor.reading.text.sentence import Sentence, sentences
from watchfloor.record.text.wording import Lexicon


@dataclass(frozen=True, slots=True)
class Texts:
    """Documents under their ids, their sentences, and the lexicon that their sentences teach."""

    documents: Mapping[str, Document]
    sentences: Mapping[str, tuple[Sentence, ...]]
    lexicon: Lexicon

    @classmethod
    def of(cls, documents: Iterable[Document], cut: Mapping[str, tuple[Sentence, ...]] | None = None) -> Self:
        """The texts of `documents`, whatever their order; their sentences are taken from `cut` where it is given."""
        known = by_id(documents)
        split = {key: cut[key] if cut else sentences(document) for key, document in known.items()}
        return cls(known, split, Lexicon.of(known[key].text[s.start : s.end] for key in split for s in split[key]))

    @classmethod
    def together(cls, parts: Iterable[Texts]) -> Self:
        """The documents and sentences of several, to be quoted and not to be weighed: the lexicon is empty."""
        documents: dict[str, Document] = {}
        split: dict[str, tuple[Sentence, ...]] = {}
        for part in parts:
            documents.update(part.documents)
            split.update(part.sentences)
        return cls(documents, split, Lexicon.of(()))

    def quote(self, span: Span) -> str:
        """The characters under a span."""
        return self.documents[span.document_id].quote(span)

    def said(self, spans: Iterable[Span]) -> str:
        """The words under several spans, with an ellipsis where the text between them is left out."""
        return " … ".join(self.quote(span) for span in spans)

    def around(self, span: Span) -> Sentence | None:
        """The sentence in which a span starts; None where it lies in none."""
        found = self.sentences[span.document_id]
        index = bisect_right(found, span.start, key=lambda s: s.start) - 1
        return None if index < 0 or found[index].end <= span.start else found[index]

    def sentence(self, span: Span) -> str:
        """The words of the sentence in which a span starts, or the span's own where it lies in none."""
        found = self.around(span)
        return self.documents[span.document_id].text[found.start : found.end] if found else self.quote(span)

    def label(self, document_id: str) -> str:
        """What a person calls a document: its outlet, else in quotation marks the first words of its headline, else of its text."""
        document = self.documents[document_id]
        return document.outlet or f"“{headline(document, words=5)}”"


def headline(document: Document, words: int = 12) -> str:
    """The headline, or where it is unknown the first words of the text, cut to `words` words and marked where cut."""
    whole = (document.headline or document.text.strip().partition("\n")[0]).split()
    if not whole:
        return document.short_id
    return " ".join(whole[:words]) + (" …" if len(whole) > words else "")


def published(document: Document) -> tuple[float, str]:
    """What documents are ordered by: the earliest moment of publication, the undated last, then the id."""
    when = document.published
    known = when and (when.earliest or when.latest)
    return (known.timestamp() if known else inf, document.id)
