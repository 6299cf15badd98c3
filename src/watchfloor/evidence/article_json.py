"""Article JSON: a .json file (one object or a list of them) or .jsonl file (one object a line) to exhibits.

In go bytes or lines; out comes an exhibit for each object, with "text" or "html" and, each optional, "url", "outlet", "published",
"headline" and "author". The raw bytes of an exhibit are the line, or the object written again as canonical JSON: keys sorted,
no spaces, UTF-8. Other keys are kept in the raw bytes and not read. A faulty object costs that object only.
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
from watchfloor.evidence.limits import MAX_DOCUMENT
from watchfloor.evidence.metadata import Metadata, line, web_address
from watchfloor.evidence.publication_date import publication_date
from watchfloor.evidence.register import Seen, unseen

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
        yield _found(canonical(content), content, source, seen)
        return
    if not isinstance(content, list) or not content:
        raise NoArticle("expected an object with 'text' or 'html', or a list of such objects; found neither")
    for number, item in enumerate(content, start=1):
        yield _one(source.at(f"{source.origin}#{number}"), item, seen)


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
            yield Repeat() if seen(row.strip(), source) else _line(row.strip(), place)
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
        return json.loads(text)
    except ValueError as error:
        raise Unreadable(f"expected JSON, found none ({line(str(error))}); mend it or save the text as .txt") from error
    except RecursionError as error:
        raise Unreadable(_TOO_DEEP) from error


def _line(row: bytes, place: Source) -> Acquired:
    try:
        content = _loaded(encoding.decode(row))
    except Refused as error:
        return Refusal(place.origin, str(error))
    return _one(place, content, unseen, row)


def _one(place: Source, content: object, seen: Seen, raw: bytes | None = None) -> Acquired:
    try:
        if not isinstance(content, dict):
            raise NoArticle(
                "expected an object with 'text' or 'html', found something else; write one object an article"
            )
        encoded = canonical(content)
        return _found(encoded if raw is None else raw, content, place, seen)
    except Refused as error:
        return Refusal(place.origin, str(error))


def _found(raw: bytes, content: dict[str, object], source: Source, seen: Seen) -> Acquired:
    return Repeat() if seen(raw, source) else _exhibit(raw, content, source)


def _exhibit(raw: bytes, content: dict[str, object], source: Source) -> Exhibit:
    text, html = content.get("text"), content.get("html")
    stated = Metadata(
        headline=line(content.get("headline")) or line(content.get("title")),
        outlet=line(content.get("outlet")),
        author=line(content.get("author")),
        url=web_address(content.get("url")),
        published=publication_date(str(content.get("published") or ""), source.fetched_at),
    )
    if isinstance(text, str) and text.strip():
        return exhibit(raw, text, MEDIA_TYPE, source, stated.over(heading(text, source.fetched_at).metadata))
    if isinstance(html, str) and html.strip():
        main, of_page = web_page.article(html, source)
        return exhibit(raw, main, MEDIA_TYPE, source, stated.over(of_page))
    raise NoArticle("expected an article's words under 'text' or 'html', found neither; add one of them")
