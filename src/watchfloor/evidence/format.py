"""Format: which kind of input a file or a fetched body is, by its name, its media type or its first bytes.

In goes one of these, out comes a Format; what can't be read is refused with the reason. Nothing is read here beyond
the bytes given.
"""

from __future__ import annotations

import re
from enum import StrEnum

from watchfloor.errors import Unreadable


class Format(StrEnum):
    """The kinds of input that are read."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    JSON = "application/json"
    JSONL = "application/x-ndjson"
    FEED = "application/xml"
    ZIP = "application/zip"
    WARC = "application/warc"


WHOLE = frozenset({Format.TEXT, Format.MARKDOWN, Format.HTML})
"""Formats of which a file is one document, so that its bytes are the document's."""
HEAD = 2_048
"""Bytes that `by_content` needs to see."""

_BY_SUFFIX = {
    **dict.fromkeys((".txt", ".text"), Format.TEXT),
    **dict.fromkeys((".md", ".markdown"), Format.MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Format.HTML),
    ".json": Format.JSON,
    **dict.fromkeys((".jsonl", ".ndjson"), Format.JSONL),
    **dict.fromkeys((".xml", ".rss", ".atom", ".rdf"), Format.FEED),
    ".zip": Format.ZIP,
    **dict.fromkeys((".warc", ".warc.gz"), Format.WARC),
}
_ASSETS = frozenset(
    [
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".svg",
        ".webp",
        ".avif",
        ".ico",
        ".bmp",
        ".tif",
        ".tiff",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".mp3",
        ".mp4",
        ".m4a",
        ".ogg",
        ".wav",
        ".webm",
        ".mov",
        ".avi",
        ".db",
        ".lock",
    ]
)
"""What lies beside a saved page or an article and is no article: passed over without a word."""
_MEDIA_TYPES = {
    **dict.fromkeys(("text/html", "application/xhtml+xml"), Format.HTML),
    **dict.fromkeys(
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"),
        Format.FEED,
    ),
    **dict.fromkeys(("application/json", "text/json", "application/ld+json"), Format.JSON),
    **dict.fromkeys(("application/x-ndjson", "application/jsonl", "application/json-lines"), Format.JSONL),
    "text/markdown": Format.MARKDOWN,
}
_VAGUE = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream"})
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(rb"<!doctype html|<html[\s>]", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]|<\?xml", re.IGNORECASE)
_JSON = re.compile(rb"""\{\s*"|\[\s*\{""")
_MAGIC = {
    b"%PDF": "a PDF",
    b"{\\rtf": "an RTF file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x7fELF": "a program",
}


def by_name(name: str) -> Format | None:
    """The format that a file name stands for; None for an unknown one."""
    lower = name.lower()
    return next((kind for suffix, kind in _BY_SUFFIX.items() if lower.endswith(suffix)), None)


def is_asset(name: str) -> bool:
    """Whether a file of this name is part of a page or a machine's own, and so never meant as an article."""
    lower = name.lower()
    return name.startswith(".") or name.endswith("~") or any(lower.endswith(suffix) for suffix in _ASSETS)


def by_media_type(media_type: str, head: bytes) -> Format:
    """The format of a body that a server calls `media_type` and that begins with `head`.

    Raises:
        Unreadable: it is of a kind that is not read.
    """
    kind = _MEDIA_TYPES.get(media_type)
    if kind is None and media_type not in _VAGUE:
        raise Unreadable(
            f"expected a page, a feed, JSON or plain text, found {media_type[:60]!r}; save its text as .txt"
        )
    seen = by_content(head)
    # Servers call pages XML and feeds pages; the root element knows better. What calls itself text is looked at as well.
    return seen if kind is None or {kind, seen} == {Format.HTML, Format.FEED} else kind


def by_content(head: bytes) -> Format:
    """The format of a file that begins with `head`; whatever is nothing else is taken for text.

    Raises:
        Unreadable: it is of a kind that is known and not read.
    """
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            raise Unreadable(f"expected text, a page, a feed or an archive, found {kind}; save its text as .txt")
    if head.startswith(b"PK\x03\x04"):
        return Format.ZIP
    if head.startswith((b"WARC/", b"\x1f\x8b")):
        return Format.WARC
    start = _plain_start(head)
    if _FEED.match(start):
        return Format.HTML if _HTML.search(start) else Format.FEED
    if _HTML.search(start) and start.startswith(b"<"):
        return Format.HTML
    return Format.JSON if _JSON.match(start) else Format.TEXT


def _plain_start(head: bytes) -> bytes:
    """The first bytes without byte order mark and leading space, of UTF-16 every other one."""
    for mark in _BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"").lstrip()[:HEAD]
