"""Exhibit: a document as it was acquired, with the bytes that prove it; beside it what else can become of an input.

In go raw bytes, the text read from them and what is known about them; out comes an Exhibit. How the text is found in the
bytes is for the modules of the single formats.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime

from watchfloor.errors import NoArticle
from watchfloor.evidence import copies, furniture, language
from watchfloor.evidence.metadata import Metadata, printable
from watchfloor.model.document import Document


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One acquired document, and the exact bytes whose sha256 is its id."""

    document: Document
    raw: bytes

    @property
    def signature(self) -> bytes:
        """The MinHash signature of its text, made when asked for: who only reads needs none."""
        return copies.signature(copies.article(self.document))


@dataclass(frozen=True, slots=True)
class Repeat:
    """Bytes that the same intake has given out before; `exhibit` is there only where more is known of them this time."""

    exhibit: Exhibit | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not taken: where it lay, and in one line why."""

    origin: str
    reason: str


Acquired = Exhibit | Repeat | Refusal
"""What can become of an input."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where bytes came from, when, and what is already known about them (from a sidecar, an address)."""

    origin: str
    fetched_at: datetime
    metadata: Metadata = field(default_factory=Metadata)

    def at(self, origin: str) -> Source:
        """The same source at a place inside it: a line, an entry, a record."""
        return replace(self, origin=origin)


def exhibit(raw: bytes, text: str, media_type: str, source: Source, metadata: Metadata) -> Exhibit:
    """The exhibit of `text`, which was read from `raw`; what `source` knows wins over `metadata`.

    Raises:
        NoArticle: the text holds nothing but white space.
    """
    if not text.strip():
        raise NoArticle("expected an article, found no text in it; give a file that holds one")
    known = source.metadata.over(metadata)
    document = Document(
        id=hashlib.sha256(raw).hexdigest(),
        text=text,
        origin=printable(source.origin),
        media_type=media_type,
        fetched_at=source.fetched_at,
        headline=known.headline,
        outlet=known.outlet,
        author=known.author,
        url=known.url,
        published=known.published,
        language=language.language(text),
        furniture=furniture.furniture(text),
    )
    return Exhibit(document, raw)
