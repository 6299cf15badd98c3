"""Store: the one file that keeps documents, their bytes, readings and judgements.

In go values of the model, out come the same values; nothing is read, linked or judged here. Every write is one
transaction: when a method has returned, what it was given survives a kill and a power cut, and before that nothing of
it is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, RowMapping, Select, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from watchfloor.errors import NotFound, StoreError
from watchfloor.model.document import Document
from watchfloor.model.judgement import Decision, Judgement
from watchfloor.model.reading import Reading
from watchfloor.store.connection import engine_of, is_writable, remove_unless_open, writing
from watchfloor.store.failure import told
from watchfloor.store.judgement_json import subject_from_json, subject_to_json
from watchfloor.store.reading_json import from_json, to_json
from watchfloor.store.row import MAY_BE_UNKNOWN, columns_of, document_of, row_of
from watchfloor.store.schema import bring_up_to_date
from watchfloor.store.search import Hit, find
from watchfloor.store.tables import DOCUMENTS, JUDGEMENTS, RAWS, READINGS

_NEVER = datetime.max.replace(tzinfo=UTC)


class Store:
    """An open store; use it in a `with` statement or call `close`.

    Every method that touches the file raises StoreError when it is locked by another process for more than a few
    seconds, can't be written, is damaged or has no space left.
    """

    def __init__(self, engine: Engine, path: Path, *, read_only: bool = False) -> None:
        self._engine = engine
        self.path = path
        """The file."""
        self.read_only = read_only
        """Whether every write will fail, since the file or its folder can't be written."""

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Store:
        """The store in the file at `path`, made with its folder if there is none, brought up to date if older.

        Where `create` is False none is made, and one that can't be written is opened for reading.

        Raises:
            StoreError: there is none and it may not or can't be made, or what is there is not a store of this version or an older one.
        """
        if not create and not path.exists():
            raise StoreError(
                f"There is no store at {path}. Make one with `watchfloor build` or `watchfloor add`, or name another file with --db."
            )
        read_only = not create and not is_writable(path)
        engine = engine_of(path, read_only=read_only)
        try:
            with told(path):
                if create:
                    path.absolute().parent.mkdir(parents=True, exist_ok=True)
                bring_up_to_date(engine, path)
        except StoreError:
            engine.dispose()
            raise
        return cls(engine, path, read_only=read_only)

    def close(self) -> None:
        """Close the file. Nothing is left to be written by then."""
        self._engine.dispose()

    def remove_if_empty(self) -> bool:
        """Remove the file if it keeps no document and no judgement and nobody else has it open; whether it is gone.

        The store is closed where it is gone.
        """
        with self._read() as connection:
            if any(connection.execute(select(kept.c.number).limit(1)).first() for kept in (DOCUMENTS, JUDGEMENTS)):
                return False
        self.close()
        return remove_unless_open(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, document: Document, raw: bytes, signature: bytes) -> bool:
        """Keep `document`, its bytes and its MinHash signature. False if the same bytes are there already.

        What is known about a document stays as it was first given: its text, its origin and every known field. A field
        that was unknown is filled when the same bytes come again with more (a sidecar, say); its readings are then
        dropped, to be read again, since times are read relative to the day of publication.

        Raises:
            Unreadable: a text that UTF-8 can't hold.
            ValueError: the document's id is not the sha256 of `raw`.
        """
        if document.id != sha256(raw).hexdigest():
            raise ValueError(f"document {document.short_id} is not named by the sha256 of its bytes")
        row = row_of(document)
        with self._write() as connection:
            known = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == document.id)).mappings().one_or_none()
            if known is None:
                connection.execute(insert(DOCUMENTS).values(**row, signature=signature))
                connection.execute(insert(RAWS).values(document_id=document.id, bytes=raw))
            else:
                _fill(connection, known, document)
        return known is None

    def documents(self) -> tuple[Document, ...]:
        """Every document, by publication (unknown last), then by id."""
        return self._documents(select(DOCUMENTS))

    def count(self) -> int:
        """How many documents there are."""
        with self._read() as connection:
            return connection.execute(select(func.count()).select_from(DOCUMENTS)).scalar_one()

    def document(self, document_id: str) -> Document:
        """The document of that id.

        Raises:
            NotFound: there is none.
        """
        with self._read() as connection:
            row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == document_id)).mappings().one_or_none()
        if row is None:
            raise NotFound(f"No document {document_id} is in the store {self.path}.")
        return document_of(row)

    def raw(self, document_id: str) -> bytes:
        """The bytes of the document of that id, exactly as they were acquired.

        Raises:
            NotFound: there is none.
        """
        with self._read() as connection:
            raw = connection.execute(select(RAWS.c.bytes).where(RAWS.c.document_id == document_id)).scalar_one_or_none()
        if raw is None:
            raise NotFound(f"No document {document_id} is in the store {self.path}.")
        return bytes(raw)

    def signatures(self) -> dict[str, bytes]:
        """Every document's MinHash signature under its id, ordered by id."""
        with self._read() as connection:
            rows = connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.signature).order_by(DOCUMENTS.c.id)).all()
        return {row.id: bytes(row.signature) for row in rows}

    def add_reading(self, reading: Reading) -> None:
        """Keep `reading`, in the place of an earlier one by the same version of the same reader, and of no other.

        Raises:
            NotFound: its document is not in the store.
        """
        statement = insert(READINGS).values(
            document_id=reading.document_id, reader=reading.reader, json=to_json(reading)
        )
        replace = statement.on_conflict_do_update(
            index_elements=["document_id", "reader"], set_={"json": statement.excluded.json}
        )
        try:
            with self._write() as connection:
                connection.execute(replace)
        except IntegrityError as error:
            raise NotFound(f"No document {reading.document_id} is in the store {self.path}.") from error

    def reading(self, document_id: str, reader: str) -> Reading | None:
        """What that version of that reader found in the document, None if it has not read it."""
        wanted = (READINGS.c.document_id == document_id) & (READINGS.c.reader == reader)
        with self._read() as connection:
            found = connection.execute(select(READINGS.c.json).where(wanted)).scalar_one_or_none()
        return None if found is None else from_json(found)

    def readings(self, reader: str) -> tuple[Reading, ...]:
        """Everything that this version of the reader has read, ordered by document id."""
        wanted = select(READINGS.c.json).where(READINGS.c.reader == reader).order_by(READINGS.c.document_id)
        with self._read() as connection:
            found = connection.execute(wanted).scalars().all()
        return tuple(map(from_json, found))

    def unread(self, reader: str) -> tuple[Document, ...]:
        """The documents that this version of the reader has not read yet, ordered as in `documents`."""
        read = select(READINGS.c.document_id).where(READINGS.c.reader == reader)
        return self._documents(select(DOCUMENTS).where(DOCUMENTS.c.id.not_in(read)))

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep `judgement` for ever.

        Raises:
            StoreError: one of that id is there already.
        """
        row = {
            "id": judgement.id,
            "decision": judgement.decision.value,
            "subject": subject_to_json(judgement.subject),
            "value": judgement.value,
            "author": judgement.author,
            "made_at": judgement.made_at.isoformat(),
            "reason": judgement.reason,
        }
        try:
            with self._write() as connection:
                connection.execute(insert(JUDGEMENTS).values(**row))
        except IntegrityError as error:
            raise StoreError(
                f"A judgement {judgement.id} is in the store {self.path} already, and none is ever replaced."
            ) from error

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order in which they were made known."""
        with self._read() as connection:
            rows = connection.execute(select(JUDGEMENTS).order_by(JUDGEMENTS.c.number)).mappings().all()
        return tuple(map(_judgement, rows))

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """At most `limit` documents that hold all `words`, best first; see `watchfloor.store.search`."""
        with self._read() as connection:
            return find(connection, words, limit)

    def _documents(self, wanted: Select[Any]) -> tuple[Document, ...]:
        with self._read() as connection:
            rows = connection.execute(wanted).mappings().all()
        return tuple(sorted(map(document_of, rows), key=_publication))

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with told(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with told(self.path), writing(self._engine).begin() as connection:
            yield connection


def _fill(connection: Connection, known: RowMapping, document: Document) -> None:
    before = document_of(known)
    news = {
        name: value
        for field in MAY_BE_UNKNOWN
        if getattr(before, field) is None and getattr(document, field) is not None
        for name, value in columns_of(document, field).items()
    }
    if news:
        connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id == document.id).values(**news))
        connection.execute(delete(READINGS).where(READINGS.c.document_id == document.id))


def _publication(document: Document) -> tuple[bool, datetime, str]:
    known = document.published and (document.published.earliest or document.published.latest)
    return known is None, known or _NEVER, document.id


def _judgement(row: RowMapping) -> Judgement:
    return Judgement(
        id=row["id"],
        decision=Decision(row["decision"]),
        subject=subject_from_json(row["subject"]),
        value=row["value"],
        author=row["author"],
        made_at=datetime.fromisoformat(row["made_at"]),
        reason=row["reason"],
    )
