"""Document to a row of the documents table and back, losing nothing.

Times are written in ISO 8601 with their offset and come back as the same instant at the same offset.
"""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import RowMapping

from watchfloor.errors import StoreError, Unreadable
from watchfloor.model.document import Document
from watchfloor.model.when import Precision, When

MAY_BE_UNKNOWN = ("headline", "outlet", "author", "url", "published", "language")
"""The fields of a document that a source may leave open, and that a later one may fill."""

_PUBLISHED = ("published_earliest", "published_latest", "published_precision")


def row_of(document: Document) -> dict[str, str | None]:
    """The columns of `document`, all but its signature.

    Raises:
        Unreadable: its text or what is known about it holds half a character, which no UTF-8 file can keep.
    """
    row: dict[str, str | None] = {
        "id": document.id,
        "text": document.text,
        "origin": document.origin,
        "media_type": document.media_type,
        "fetched_at": document.fetched_at.isoformat(),
        "furniture": json.dumps(document.furniture),
    }
    row |= {name: value for field in MAY_BE_UNKNOWN for name, value in columns_of(document, field).items()}
    for name, value in row.items():
        if isinstance(value, str):
            _check_characters(name, value)
    return row


def columns_of(document: Document, field: str) -> dict[str, str | None]:
    """The column or columns in which one field of MAY_BE_UNKNOWN is kept."""
    if field != "published":
        return {field: getattr(document, field)}
    when = document.published
    if when is None:
        return dict.fromkeys(_PUBLISHED)
    return dict(zip(_PUBLISHED, (_iso(when.earliest), _iso(when.latest), when.precision.value), strict=True))


def document_of(row: RowMapping) -> Document:
    """The document that `row` keeps.

    Raises:
        StoreError: the row was written by something else than this module.
    """
    try:
        return _document(row)
    except (ValueError, TypeError) as error:
        raise StoreError(
            f"The store holds a document that this version can't load ({error}). Restore the store from a copy, "
            "or name a new file with --db and add the articles again."
        ) from error


def _document(row: RowMapping) -> Document:
    return Document(
        id=row["id"],
        text=row["text"],
        origin=row["origin"],
        media_type=row["media_type"],
        fetched_at=datetime.fromisoformat(row["fetched_at"]),
        headline=row["headline"],
        outlet=row["outlet"],
        author=row["author"],
        url=row["url"],
        published=_when(*(row[name] for name in _PUBLISHED)),
        language=row["language"],
        furniture=tuple((start, end) for start, end in json.loads(row["furniture"])),
    )


def _when(earliest: str | None, latest: str | None, precision: str | None) -> When | None:
    if precision is None:
        return None
    return When(_moment(earliest), _moment(latest), Precision(precision))


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(iso: str | None) -> datetime | None:
    return datetime.fromisoformat(iso) if iso else None


def _check_characters(name: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise Unreadable(
            f"its {name.replace('_', ' ')} holds half a character (a lone surrogate) at {error.start}, which can't be kept; "
            "save the source as UTF-8 and add it again"
        ) from error
