"""Opening: the bytes of one input of a known format to its exhibits.

In go bytes and their format, out come exhibits and refusals, by the module of that format. Archives are for `intake`, which
opens what is in them one by one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from watchfloor.errors import Unreadable
from watchfloor.evidence.article_json import article_json, article_jsonl
from watchfloor.evidence.exhibit import Acquired, Repeat, Source
from watchfloor.evidence.feed import feed
from watchfloor.evidence.format import WHOLE, Format
from watchfloor.evidence.register import Seen, unseen
from watchfloor.evidence.text_file import text_file
from watchfloor.evidence.web_page import web_page


def opened(
    raw: bytes, kind: Format, source: Source, charset: str | None = None, seen: Seen = unseen
) -> Iterator[Acquired]:
    """What the bytes hold, repeats unopened; `charset` is what a server said of them.

    Raises:
        Refused: they are not taken; the message says why.
    """
    if kind in WHOLE and seen(raw, source):
        yield Repeat()
        return
    match kind:
        case Format.TEXT | Format.MARKDOWN:
            yield text_file(raw, source, kind.value)
        case Format.HTML:
            yield web_page(raw, source, charset)
        case Format.JSON:
            yield from article_json(raw, source, seen)
        case Format.JSONL:
            yield from article_jsonl(io.BytesIO(raw), source, seen)
        case Format.FEED:
            yield from feed(raw, source, charset, seen)
        case Format.ZIP | Format.WARC:
            raise Unreadable("expected an article, found an archive inside another input; unpack it and give its files")
