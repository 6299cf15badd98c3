"""The first schema: documents with their bytes and full-text index, readings, judgements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPLICATION_ID = 0x5746_4C52
"""`WFLR`, by which a file is known as a Watchfloor store."""

TRIGGERS = (
    """CREATE TRIGGER document_text_follows_insert AFTER INSERT ON documents BEGIN
         INSERT INTO document_text (rowid, text) VALUES (NEW.number, NEW.text);
       END""",
    """CREATE TRIGGER document_text_follows_delete AFTER DELETE ON documents BEGIN
         INSERT INTO document_text (document_text, rowid, text) VALUES ('delete', OLD.number, OLD.text);
       END""",
    """CREATE TRIGGER document_text_is_final BEFORE UPDATE OF number, id, text ON documents BEGIN
         SELECT RAISE (ABORT, 'a document never changes: claims point into its text');
       END""",
    """CREATE TRIGGER judgements_never_change BEFORE UPDATE ON judgements BEGIN
         SELECT RAISE (ABORT, 'a judgement never changes: undo it by a later one');
       END""",
    """CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements BEGIN
         SELECT RAISE (ABORT, 'a judgement is kept for ever: undo it by a later one');
       END""",
    # INSERT OR REPLACE deletes without firing the trigger above.
    """CREATE TRIGGER judgements_are_not_replaced BEFORE INSERT ON judgements
       WHEN EXISTS (SELECT 1 FROM judgements WHERE id = NEW.id OR number = NEW.number) BEGIN
         SELECT RAISE (ABORT, 'a judgement of that id is there already');
       END""",
)


def upgrade() -> None:
    """Make the tables, the full-text index over the documents' text, and the triggers that guard them."""
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("fetched_at", sa.Text, nullable=False),
        sa.Column("headline", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published_earliest", sa.Text),
        sa.Column("published_latest", sa.Text),
        sa.Column("published_precision", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("furniture", sa.Text, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "raws",
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.UniqueConstraint("document_id", "reader"),
    )
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.execute(
        "CREATE VIRTUAL TABLE document_text USING fts5 ("
        "text, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
    )
    for trigger in TRIGGERS:
        op.execute(trigger)
