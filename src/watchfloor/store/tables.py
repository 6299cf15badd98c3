"""The tables as SQLAlchemy Core sees them: what the store's statements are written against.

The file itself is made by the migrations and not by this module; a test holds the two together. The full-text index
`document_text` and the triggers stand in the migrations only, because SQLAlchemy has no words for them.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

METADATA = MetaData()

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("fetched_at", Text, nullable=False),
    Column("headline", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("url", Text),
    Column("published_earliest", Text),
    Column("published_latest", Text),
    Column("published_precision", Text),
    Column("language", Text),
    Column("furniture", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""One row a document. Times are ISO 8601 with zone, `furniture` a JSON list of [start, end] pairs."""

RAWS = Table(
    "raws",
    METADATA,
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
"""The bytes as they were acquired, apart from the documents so that reading a row does not drag them along."""

READINGS = Table(
    "readings",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("json", Text, nullable=False),
    UniqueConstraint("document_id", "reader"),
)
"""One row for what one reader version found in one document."""

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("decision", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("value", Text),
    Column("author", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
"""What people decided, in the order in which they did. Triggers refuse every change and deletion."""
