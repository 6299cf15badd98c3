"""Article JSON: a .json file (one object or a list of them) or .jsonl file (one object a line) to exhibits.

In go bytes or lines; out comes an exhibit for each object, with "text" or "html" and, each optional, "url", "outlet", "published",
"headline" and "author". The raw bytes of an exhibit are the line, or the object written again as canonical JSON: keys sorted,
no spaces, UTF-8. Other keys are kept in the raw bytes and not read. A faulty object costs that object only,
a faulty field that field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from watchfloor.errors import NoArticle, Refused, TooLarge, Unreadable
from watchfloor.evidence import encoding, web_page
from watchfloor.evidence.exhibit import Acquired, Exhibit, Refusal, Repeat, Source, exhibit
from watchfloor.evidence.heading import heading
from watchfloor.evidence.json_value import NotJson, json_value
from watchfloor.evidence.limits import MAX_DOCUMENT
from watchfloor.evidence.metadata import Metadata, line
from watchfloor.evidence.register import Seen, unseen
from watchfloor.evidence.stated import stated

MEDIA_TYPE = "application/json"
_TOO_DEEP = "expected an article in JSON, found too many lists in one another; give one object an article"


def article_json(raw: bytes, source: Source, seen: Seen = unseen) -> Iterator[Acquired]:
    """The exhibits of a .json file.

    Raises:
        NoArticle: it is empty, or holds neither an object nor a list.
        Unreadable: it is no JSON.
    """
    if not raw.strip():
        raise NoArticle("expected an article in JSON, found an empty file; give a file with an object in it")
    content = _loaded(encoding.decode(raw))
    if isinstance(content, dict):
        yield from _found(canonical(content), content, source, seen)
        return
    if not isinstance(content, list) or not content:
        raise NoArticle("expected an object with 'text' or 'html', or a list of such objects; found neither")
    for number, item in enumerate(content, start=1):
        yield from _one(source.at(f"{source.origin}#{number}"), item, seen)


def article_jsonl(stream: BinaryIO, source: Source, seen: Seen = unseen) -> Iterator[Acquired]:
    """The exhibits of a .jsonl file, read line by line, so that the file may be of any size."""
    found = False
    for number in count(1):
        row = stream.readline(MAX_DOCUMENT + 1)
        if not row:
            break
        place = source.at(f"{source.origin}:{number}")
        if len(row) > MAX_DOCUMENT:
            yield Refusal(
                place.origin,
                str(
                    TooLarge(
                        f"expected lines of at most {MAX_DOCUMENT / 1e6:g} MB, found a longer one; the rest is not read"
                    )
                ),
            )
            return
        if row.strip():
            found = True
            yield from [Repeat()] if seen(row.strip(), source) else _line(row.strip(), place)
    if not found:
        yield Refusal(source.origin, "expected articles, one JSON object a line; found an empty file")


def canonical(content: object) -> bytes:
    """The one way of writing a JSON value that an id can be made of.

    Raises:
        Unreadable: it holds half a surrogate pair, which is no text, or lists in one another beyond writing.
    """
    try:
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unreadable("expected text, found half a character (a lone surrogate); write the article again") from error
    except RecursionError as error:
        raise Unreadable(_TOO_DEEP) from error


def _loaded(text: str) -> object:
    try:
        return json_value(text)
    except NotJson as error:
        raise Unreadable(f"expected JSON, found none ({error}); mend it or save the text as .txt") from error


def _line(row: bytes, place: Source) -> Iterator[Acquired]:
    try:
        content = _loaded(encoding.decode(row))
    except Refused as error:
        yield Refusal(place.origin, str(error))
    else:
        yield from _one(place, content, unseen, row)


def _one(place: Source, content: object, seen: Seen, raw: bytes | None = None) -> Iterator[Acquired]:
    try:
        if not isinstance(content, dict):
            raise NoArticle(
                "expected an object with 'text' or 'html', found something else; write one object an article"
            )
        encoded = canonical(content)
        yield from _found(encoded if raw is None else raw, content, place, seen)
    except Refused as error:
        yield Refusal(place.origin, str(error))


def _found(raw: bytes, content: dict[str, object], source: Source, seen: Seen) -> Iterator[Acquired]:
    """The article in one object, after a line for each field of it that is not what it should be."""
    if seen(raw, source):
        yield Repeat()
        return
    said = stated(content, source.fetched_at, also=("title", "text", "html"))
    known = said.metadata.over(Metadata(headline=line(content.get("title"))))
    made = _exhibit(raw, content, known, source)
    yield from (Refusal(source.origin, fault) for fault in said.faults)
    yield made


def _exhibit(raw: bytes, content: dict[str, object], known: Metadata, source: Source) -> Exhibit:
    text, html = content.get("text"), content.get("html")
    if isinstance(text, str) and text.strip():
        return exhibit(raw, text, MEDIA_TYPE, source, known.over(heading(text, source.fetched_at).metadata))
    if isinstance(html, str) and html.strip():
        main, of_page = web_page.article(html, source)
        return exhibit(raw, main, MEDIA_TYPE, source, known.over(of_page))
    raise NoArticle("expected an article's words under 'text' or 'html', found neither; add one of them")
