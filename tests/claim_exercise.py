"""EXERCISE: short invented documents for the tests of reading; nothing in them happened and nobody in them lives."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.claim import Statement, StatementKind
from watchfloor.model.document import Document
from watchfloor.model.span import Span
from watchfloor.model.when import When

READER = "exercise 1"


def document(text: str) -> Document:
    """A plain English document of Thursday 20 November 2025 with just this text."""
    return Document(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        origin="exercise.txt",
        media_type="text/plain",
        fetched_at=datetime(2025, 11, 20, tzinfo=UTC),
        published=When.day(date(2025, 11, 20)),
        language="en",
    )


def span(doc: Document, words: str) -> Span:
    """The first place of `words` in the document."""
    start = doc.text.index(words)
    return doc.span(start, start + len(words))


def actors(doc: Document, names: Mapping[str, Sequence[str]]) -> tuple[Actor, ...]:
    """Actors under their names, each mentioned wherever one of its forms stands."""
    return tuple(
        Actor(
            id=f"A{number}",
            name=name,
            type=ActorType.STATE,
            mentions=tuple(
                doc.span(start, start + len(form))
                for form in forms
                for start in range(len(doc.text))
                if doc.text.startswith(form, start)
            ),
        )
        for number, (name, forms) in enumerate(names.items(), start=1)
    )


def statement(doc: Document, content: str, cue: str, speaker: str, source: str | None = None) -> Statement:
    """An indirect statement of the actor `speaker`."""
    return Statement(
        id=f"S{doc.text.index(content)}",
        document_id=doc.id,
        reader=READER,
        confidence=1.0,
        kind=StatementKind.INDIRECT,
        content=(span(doc, content),),
        cue=span(doc, cue),
        source=span(doc, source) if source else None,
        speaker=speaker,
    )
