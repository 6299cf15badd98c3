"""Metadata: what is known about an article beside its text.

In go values that a sidecar, a page, a feed or the first lines of a text state; out comes one Metadata, in which what is
stated nearer to the user wins. Nothing here reads a format: `sidecar`, `page_metadata`, `heading` and `feed` do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from watchfloor.model.when import When

MAX_LENGTH = 500
"""Characters of one value; a longer "headline" is a text in the wrong place, and no name of an outlet comes near it."""
MAX_ADDRESS = 8_000
"""Characters of an address; what servers must take at least (RFC 9110, section 4.1)."""

FIELDS = ("headline", "outlet", "author", "url", "published")
"""The names of what Metadata may know."""

_SPACE = re.compile(r"\s+")
# Control characters, line and paragraph separators, half surrogate pairs (a name that is not UTF-8) and the marks that turn
# the direction of writing: in a name they can't be stored, break a line in two or show another name than the true one.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Headline, outlet, author, address and time of publication; what is not stated is None, never a guess."""

    headline: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: When | None = None

    @property
    def stated(self) -> frozenset[str]:
        """The names of what is known."""
        return frozenset(field for field in FIELDS if getattr(self, field) is not None)

    def over(self, other: Metadata) -> Metadata:
        """These values, and where one is unknown the one of `other`."""
        return Metadata(
            headline=self.headline or other.headline,
            outlet=self.outlet or other.outlet,
            author=self.author or other.author,
            url=self.url or other.url,
            published=self.published or other.published,
        )


def line(value: object) -> str | None:
    """A value from outside as one line of at most MAX_LENGTH characters; None for what is no text or blank."""
    if not isinstance(value, str):
        return None
    shown = _UNPRINTABLE.sub("", _SPACE.sub(" ", value[: 4 * MAX_LENGTH]))
    return shown.strip()[:MAX_LENGTH].strip() or None


def printable(text: str) -> str:
    """A path, a name or a message as one line that can be stored and shown: what can't be is a replacement character."""
    return _UNPRINTABLE.sub("\ufffd", text)


def web_address(value: object) -> str | None:
    """A value from outside if it is an http(s) address with a host, else None: no other scheme is ever shown as a link.

    One that is too long, or holds what no address may, is None and not cut: half an address leads elsewhere.
    """
    text = value.strip() if isinstance(value, str) else ""
    if len(text) > MAX_ADDRESS or _SPACE.search(text) or _UNPRINTABLE.search(text):
        return None
    try:
        parts = urlsplit(text)
        return text if parts.scheme.lower() in {"http", "https"} and parts.hostname else None
    except ValueError:  # a malformed IPv6 host
        return None
