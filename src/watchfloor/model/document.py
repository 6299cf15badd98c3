"""Document: one article as it was acquired, with its canonical text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from watchfloor.model.span import Span
from watchfloor.model.when import When


@dataclass(frozen=True, slots=True)
class Document:
    """One article: the text that claims point into, and what is known about where it came from.

    Its `id` is the sha256 of the raw bytes, in hexadecimal; the bytes themselves stay in the store. `text` is
    canonical: for a plain-text file exactly the decoded file (line ends and all), for a web page its main text.
    What the source does not say is None, never a guess. `furniture` marks stretches of the text that belong to the page
    and not to the article ("READ NEXT", share bars), as (start, end) offsets in order; nobody reads claims there.

    `origin` is where the input lay (a path or a URL as the user gave it), `language` an ISO 639-1 code.
    """

    id: str
    text: str
    origin: str
    media_type: str
    fetched_at: datetime
    headline: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: When | None = None
    language: str | None = None
    furniture: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span `start`..`end` of this text.

        Raises:
            ValueError: it does not lie inside the text.
        """
        if end > len(self.text):
            raise ValueError(f"span {start}..{end} ends outside a text of {len(self.text)} characters")
        return Span(self.id, start, end)

    def quote(self, span: Span) -> str:
        """The characters of `span`, which must be of this document.

        Raises:
            ValueError: the span is of another document or ends outside the text.
        """
        if span.document_id != self.id or span.end > len(self.text):
            raise ValueError(f"{span} is not of document {self.id[:12]}")
        return self.text[span.start : span.end]

    def is_furniture(self, start: int, end: int) -> bool:
        """Whether `start`..`end` touches a stretch marked as furniture."""
        return any(s < end and start < e for s, e in self.furniture)

    @property
    def short_id(self) -> str:
        """The first twelve digits of the id, as claims and people write it."""
        return self.id[:12]


def by_id(documents: Iterable[Document]) -> dict[str, Document]:
    """The documents under their ids."""
    return {document.id: document for document in documents}
