"""Page metadata: what a web page says of itself: JSON-LD, OpenGraph and meta elements, and what trafilatura finds beside.

In goes a parsed page, out come Metadata. A date of publication is taken only where the page states it as one; trafilatura's
guess from the address or the text comes last and gives a day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from watchfloor.evidence.metadata import Metadata, line, web_address
from watchfloor.evidence.publication_date import publication_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # ships no types

_MAX_JSON = 1_000_000
"""Characters of one JSON-LD block; those of real pages have a few thousand."""
_MAX_DEPTH = 12
_ARTICLE_TYPES = ("Article", "Report", "Posting", "WebPage")
_PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:article:published_time' or @property='og:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='pubdate' or @name='publishdate' or @name='publish-date' or @name='DC.date.issued']/@content",
    "//meta[@name='parsely-pub-date' or @name='sailthru.date' or @name='dcterms.created' or @name='article:published_time']/@content",
    "(//time[@pubdate]/@datetime | //article//time/@datetime | //header//time/@datetime)[1]",
)
_TITLE = (
    "//meta[@property='og:title']/@content",
    "//meta[@name='twitter:title']/@content",
    "(//article//h1 | //main//h1 | //h1)[1]//text()",
)
_OUTLET = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
_URL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_AUTHOR = (
    "//meta[@name='author' or @property='article:author' or @name='parsely-author' or @name='byl']/@content",
    "(//*[@rel='author'])[1]//text()",
)


def page_metadata(tree: HtmlElement, now: datetime) -> Metadata:
    """What the page says of itself, whose dates must not lie after `now`."""
    stated = _json_ld(tree, now).over(
        Metadata(
            headline=_first(tree, _TITLE),
            outlet=_first(tree, _OUTLET),
            author=_person(_first(tree, _AUTHOR)),
            url=next(
                (address for path in _URL for value in _values(tree, path) if (address := web_address(value))), None
            ),
            published=next(
                (
                    when
                    for path in _PUBLISHED
                    for value in _values(tree, path)
                    if (when := publication_date(value, now))
                ),
                None,
            ),
        )
    )
    return stated.over(_guessed(tree, now))


def host(url: str | None) -> str | None:
    """The host of an address as the name of an outlet, "www." left out; None where there is no host."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def _json_ld(tree: HtmlElement, now: datetime) -> Metadata:
    found = Metadata()
    for block in _values(tree, "//script[@type='application/ld+json']/text()"):
        for thing in _things(block):
            if any(str(kind).endswith(_ARTICLE_TYPES) for kind in _many(thing.get("@type"))):
                found = found.over(
                    Metadata(
                        headline=line(thing.get("headline")),
                        outlet=_name(thing.get("publisher")),
                        author=_person(", ".join(name for one in _many(thing.get("author")) if (name := _name(one)))),
                        url=web_address(thing.get("url")),
                        published=publication_date(str(thing.get("datePublished") or ""), now),
                    )
                )
    return found


def _things(block: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD block, the outer before the inner."""
    if len(block) > _MAX_JSON:
        return
    try:
        waiting = [(json.loads(block, strict=False), 0)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value, depth = waiting.pop(0)
        if isinstance(value, dict):
            yield value
        if depth < _MAX_DEPTH and isinstance(value, dict | list):
            inner = value.values() if isinstance(value, dict) else value
            waiting += [(one, depth + 1) for one in inner if isinstance(one, dict | list)]


def _many(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return next((name for one in value if (name := _name(one))), None)
    return line(value.get("name")) if isinstance(value, dict) else line(value)


def _person(value: str | None) -> str | None:
    """A name, if the value can be one: many pages give the author's address instead."""
    name = line(value)
    return (
        None
        if name is None or "://" in name or name.startswith(("@", "/"))
        else name.removeprefix("By ").removeprefix("by ")
    )


def _values(tree: HtmlElement, path: str) -> list[str]:
    found = tree.xpath(path)
    return [str(value) for value in found] if isinstance(found, list) else []


def _first(tree: HtmlElement, paths: tuple[str, ...]) -> str | None:
    for path in paths:
        found = _values(tree, path)
        value = line("".join(found) if path.endswith("//text()") else next(iter(found), None))
        if value:
            return value
    return None


def _guessed(tree: HtmlElement, now: datetime) -> Metadata:
    from trafilatura import extract_metadata  # noqa: PLC0415 - heavy

    try:
        # A copy of the day only: extensive search would take any date of the text or of the footer for the article's.
        found = extract_metadata(tree, extensive=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return Metadata()
    return Metadata(
        headline=line(found.title),
        outlet=line(found.sitename),
        author=_person(line(found.author)),
        url=web_address(found.url),
        published=publication_date(found.date or "", now),
    )
