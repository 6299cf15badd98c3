"""WARC: a web archive to exhibits, one for each HTML page that was answered with success.

In goes an open .warc or .warc.gz; out come exhibits with the address and the time of the capture. Records of other kinds
are passed over; a page without an article is refused like any other.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from watchfloor.errors import NoArticle, Refused, TooLarge, Unreadable
from watchfloor.evidence.exhibit import Acquired, Refusal, Repeat, Source
from watchfloor.evidence.limits import MAX_DOCUMENT
from watchfloor.evidence.metadata import Metadata, web_address
from watchfloor.evidence.reason import reason
from watchfloor.evidence.register import Seen, unseen
from watchfloor.evidence.web_page import web_page

_HTML = ("text/html", "application/xhtml+xml")
_FAILURES = (OSError, EOFError, ValueError, zlib.error, AttributeError, KeyError, IndexError)
"""What warcio has been seen to raise on broken records, beside its own errors."""

_ANOTHER = "expected a web archive (WARC), found something else; if it is packed, unpack it and give what is in it"


def warc(stream: BinaryIO, source: Source, seen: Seen = unseen) -> Iterator[Acquired]:
    """The exhibits of a web archive, in its order.

    Raises:
        Unreadable: it is no WARC, or broken from some record on; what came before has been given out.
        NoArticle: it holds no page.
    """
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - heavy
    from warcio.recordloader import StatusAndHeadersParserException  # noqa: PLC0415 - heavy

    begun = found = taken = False
    records = _records(stream)
    while True:
        try:
            record = next(records, None)
            answer = _answer(record) if record is not None else None
        except (*_FAILURES, ArchiveLoadFailed, StatusAndHeadersParserException) as error:
            if isinstance(error, ArchiveLoadFailed) and not begun:
                raise Unreadable(_ANOTHER) from error
            what = "what came before it was taken" if taken else "nothing could be taken from it"
            raise Unreadable(f"expected a whole WARC file, found it broken ({reason(error)}); {what}") from error
        if record is None:
            break
        begun = True
        if answer is not None:
            found = True
            page = _page(record, answer, source, seen)
            taken = taken or not isinstance(page, Refusal)
            yield page
    if not found:
        raise NoArticle("expected web pages in the archive, found none; give a WARC with responses of HTML")


def _records(stream: BinaryIO) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - heavy

    from watchfloor.evidence.warc_bytes import WarcBytes  # noqa: PLC0415 - brings warcio

    records = ArchiveIterator(stream)
    records.reader = unpacked = WarcBytes(records.fh)
    for record in records:
        unpacked.begin_record()
        yield record
        unpacked.begin_record()


def _answer(record: Any) -> tuple[bytes, str | None] | None:
    """The body of a successful HTML response, one byte over the limit at most, and its charset; None for other records."""
    if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return None
    content_type = (record.http_headers.get_header("Content-Type") or "").lower()
    if not content_type.startswith(_HTML):
        return None
    charset = content_type.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    body = record.content_stream().read(MAX_DOCUMENT + 1)
    if len(body) <= MAX_DOCUMENT and getattr(record.raw_stream, "limit", False) and not record.raw_stream.read(1):
        raise EOFError("its last record breaks off")
    return body, charset


def _page(record: Any, answer: tuple[bytes, str | None], source: Source, seen: Seen) -> Acquired:
    raw, charset = answer
    url = web_address(record.rec_headers.get_header("WARC-Target-URI"))
    place = Source(
        f"{source.origin}#{url or ''}", _captured(record, source.fetched_at), source.metadata.over(Metadata(url=url))
    )
    try:
        if len(raw) > MAX_DOCUMENT:
            raise TooLarge(f"expected at most {MAX_DOCUMENT / 1e6:g} MB, found more; save the article alone")
        return Repeat() if seen(raw, place) else web_page(raw, place, charset)
    except Refused as error:
        return Refusal(place.origin, str(error))


def _captured(record: Any, now: datetime) -> datetime:
    """The time of the capture, or `now` where the record gives none that can be."""
    stated = record.rec_headers.get_header("WARC-Date") or ""
    try:
        captured = datetime.fromisoformat(stated)
    except ValueError:
        return now
    return captured if captured.tzinfo is not None and captured <= now else now
