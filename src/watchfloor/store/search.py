"""Words to the documents that hold all of them, and to where in each text they stand.

In go words as a person types them, of which none is a command: full-text syntax in them is taken as words. A part in
double quotation marks is looked for as a phrase. Letters match without regard to case and accents. Out come hits,
best first (BM25). Nothing here knows about sentences or claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

from watchfloor.model.span import Span

EXCERPT = 240
"""Characters of text to show with a hit: three lines of a terminal."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One document that holds the words: where they stand, and the stretch of text in which most of them do.

    `words` is empty only for a text with NUL characters, where SQLite can't say where the words are.
    """

    document_id: str
    words: tuple[Span, ...]
    excerpt: Span


def find(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """At most `limit` hits for `words`; none where `words` holds no letter and no digit."""
    query = match_query(words)
    if not query:
        return ()
    rows = connection.execute(
        text(
            "SELECT d.number, d.id, d.text FROM document_text JOIN documents AS d ON d.number = document_text.rowid "
            "WHERE document_text MATCH :query ORDER BY bm25(document_text), d.id LIMIT :limit"
        ),
        {"query": query, "limit": limit},
    ).all()
    return tuple(_hit(connection, query, *row) for row in rows)


def match_query(words: str) -> str:
    """`words` as an FTS5 expression that asks for all of them and can't be malformed; empty if there are none."""
    clean = words.encode("utf-8", "replace").decode().replace("\0", " ")
    parts = (phrase or word for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', clean))
    return " AND ".join(f'"{part}"' for part in parts if any(character.isalnum() for character in part))


def _hit(connection: Connection, query: str, number: int, document_id: str, whole: str) -> Hit:
    opening, closing = _unused(whole)
    marked = connection.execute(
        text(
            "SELECT highlight(document_text, 0, :opening, :closing) FROM document_text "
            "WHERE rowid = :number AND document_text MATCH :query"
        ),
        {"opening": opening, "closing": closing, "number": number, "query": query},
    ).scalar_one()
    spans = tuple(Span(document_id, start, end) for start, end in _marked(marked, opening, closing))
    if marked.replace(opening, "").replace(closing, "") != whole:
        spans = ()
    return Hit(document_id, spans, _excerpt(document_id, whole, spans))


def _unused(whole: str) -> tuple[str, str]:
    """Two characters that the text does not hold, to mark words with."""
    used = set(whole)
    free = (chr(code) for code in range(0xE000, 0x11_0000) if chr(code) not in used)
    return next(free), next(free)


def _marked(marked: str, opening: str, closing: str) -> list[tuple[int, int]]:
    """The offsets, in the text without marks, of what stands between marks."""
    offsets, position = [], 0
    for piece in re.split(f"({opening}[^{closing}]*{closing})", marked):
        inside = piece.startswith(opening)
        length = len(piece) - 2 if inside else len(piece)
        if inside and length:
            offsets.append((position, position + length))
        position += length
    return offsets


def _excerpt(document_id: str, whole: str, words: tuple[Span, ...]) -> Span:
    """The window of about EXCERPT characters that holds most of the words, cut between words."""
    if not words:
        return Span(document_id, 0, min(EXCERPT, len(whole)))
    first, last, most = 0, 0, 0
    opening = 0
    for closing in range(len(words)):
        while words[closing].end - words[opening].start > EXCERPT and opening < closing:
            opening += 1
        if closing - opening + 1 > most:
            first, last, most = opening, closing, closing - opening + 1
    start, end = words[first].start, words[last].end
    margin = max(0, EXCERPT - (end - start)) // 2
    left = whole.rfind(" ", 0, max(0, start - margin)) + 1 if start > margin else 0
    right = whole.find(" ", end + margin)
    return Span(document_id, left if start - left < 2 * EXCERPT else start, _until(right, end, len(whole)))


def _until(right: int, end: int, length: int) -> int:
    """`right` unless it is unknown or, in a text without spaces, absurdly far."""
    return right if 0 <= right < end + 2 * EXCERPT else min(length, end + EXCERPT)
