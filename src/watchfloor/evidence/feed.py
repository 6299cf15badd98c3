"""Feed: RSS or Atom to exhibits, one an entry.

In go the feed's bytes; out comes an exhibit for each entry that carries text, its content if the feed has it, else its
summary. The pages the entries link to are not fetched: add their addresses for that. The raw bytes of an exhibit are the
entry's fields as canonical JSON.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from watchfloor.errors import NoArticle, Refused
from watchfloor.evidence.article_json import canonical
from watchfloor.evidence.exhibit import Acquired, Exhibit, Refusal, Repeat, Source, exhibit
from watchfloor.evidence.markup import markup, plain_text
from watchfloor.evidence.metadata import Metadata, line, web_address
from watchfloor.evidence.page_metadata import host
from watchfloor.evidence.publication_date import publication_date
from watchfloor.evidence.register import Seen, unseen

MEDIA_TYPE = "application/feed+json"


def feed(raw: bytes, source: Source, charset: str | None = None, seen: Seen = unseen) -> Iterator[Acquired]:
    """The exhibits of a feed; the entries without text are refused together in one line.

    Raises:
        NoArticle: it is no feed, or one without entries.
        Unreadable: it is in an encoding that is not read.
        Unsafe: it declares entities.
    """
    parsed = _parsed(markup(raw, charset))
    if not parsed.get("version"):
        raise NoArticle("expected an RSS or Atom feed, found something else; give a feed, a page or a text file")
    if not parsed.entries:
        raise NoArticle("expected a feed with entries, found one without; nothing to take")
    outlet = line(parsed.feed.get("title"))
    empty = 0
    for number, entry in enumerate(parsed.entries, start=1):
        place = source.at(f"{source.origin}#{number}")
        try:
            found = _exhibit(entry, outlet, place, seen)
        except NoArticle:
            empty += 1
        except Refused as error:
            yield Refusal(place.origin, str(error))
        else:
            yield found
    if empty:
        yield Refusal(
            source.origin,
            f"expected text in every entry, found none in {empty} of {len(parsed.entries)}; add the pages they link to",
        )


def _parsed(text: str) -> Any:
    import feedparser  # noqa: PLC0415 - heavy

    # A stream and never a string: feedparser takes a string for an address or a file name and opens it.
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    return feedparser.parse(
        stream,
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _exhibit(entry: Mapping[str, Any], outlet: str | None, source: Source, seen: Seen) -> Exhibit | Repeat:
    contents = [part.get("value") or "" for part in entry.get("content", [])]
    text = max((plain_text(str(body)) for body in (*contents, entry.get("summary") or "")), key=len)
    url = web_address(entry.get("link"))
    source_title = line(entry["source"].get("title")) if isinstance(entry.get("source"), Mapping) else None
    fields = {
        "author": line(entry.get("author")),
        "headline": line(plain_text(str(entry.get("title") or ""))),
        "html": max((*contents, entry.get("summary") or ""), key=len),
        "outlet": source_title or outlet or host(url),
        "published": line(entry.get("published")) or line(entry.get("updated")),
        "url": url,
    }
    metadata = Metadata(
        headline=fields["headline"],
        outlet=fields["outlet"],
        author=fields["author"],
        url=url,
        published=publication_date(fields["published"] or "", source.fetched_at),
    )
    raw = canonical(fields)
    return Repeat() if seen(raw, source) else exhibit(raw, text, MEDIA_TYPE, source, metadata)
