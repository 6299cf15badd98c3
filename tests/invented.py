"""Invented documents for tests: every sentence in them is an exercise, and nobody in them exists."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

from watchfloor.model.document import Document
from watchfloor.model.when import When

FETCHED = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def document(
    text: str,
    *,
    published: datetime | None = None,
    language: str | None = "en",
    furniture: tuple[tuple[int, int], ...] = (),
) -> Document:
    """A plain-text document of `text`."""
    return Document(
        id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        origin="exercise.txt",
        media_type="text/plain",
        fetched_at=FETCHED,
        published=When.day(published.date()) if published else None,
        language=language,
        furniture=furniture,
    )
