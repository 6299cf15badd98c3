"""What to call a document: its outlet where that is stated, else its file or its headline, and never a guess.

In go the documents of a record and its copies, out comes one Source each, its short label unique among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from watchfloor.evidence.metadata import web_address
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.document import Document
from watchfloor.model.sourcing import OutletRating, Reliability
from watchfloor.products.brief.dating import day, moment
from watchfloor.products.brief.evidence import Source
from watchfloor.record.source.reliability import rating_of

_LABEL_LENGTH = 22
"""Characters of a mark behind a line: more, and the marks outweigh the line."""
_COPIES = 6
"""Copies of one document that are named."""
_KIND = {CopyKind.NEAR_DUPLICATE: "near-duplicate", CopyKind.WIRE_COPY: "shared wire text"}


def sources(
    documents: Iterable[Document],
    copies: Iterable[Copy],
    not_read: Iterable[tuple[str, str]],
    ratings: Collection[OutletRating] = (),
) -> dict[str, Source]:
    """One source a document, under the document's id, in the order given."""
    listed = tuple(documents)
    labels = _unique([_label(d) for d in listed])
    of = {d.id: label for d, label in zip(listed, labels, strict=True)}
    alike: dict[str, list[str]] = {}
    for copy in copies:
        for one, other in ((copy.first, copy.second), (copy.second, copy.first)):
            alike.setdefault(one, []).append(f"{of.get(other, other[:12])} ({_KIND[copy.kind]}, {copy.similarity:.2f})")
    why = dict(not_read)
    rated = {d.id: rating_of(d.outlet, ratings) for d in listed}
    return {
        d.id: Source(
            document_id=d.id,
            label=of[d.id],
            outlet=d.outlet or f"outlet not stated: {_unnamed(d)}",
            outlet_stated=d.outlet is not None,
            headline=d.headline,
            author=d.author,
            published=moment(d.published),
            url=web_address(d.url),
            origin=_file(d.origin) or d.origin,
            copies=_few(alike.get(d.id, [])),
            not_read=why.get(d.id),
            reliability=rating.reliability if (rating := rated[d.id]) else Reliability.F,
            rated=rated_by(rating) if rating else None,
        )
        for d in listed
    }


def _few(copies: list[str]) -> tuple[str, ...]:
    """The first of them, and how many more there are: of a wire report all that print it share their text with all others."""
    over = len(copies) - _COPIES
    return (*copies[:_COPIES], f"{over} more") if over > 0 else tuple(copies)


def rated_by(rating: OutletRating) -> str:
    """Who gave the rating, when, and why."""
    return f"by {rating.by}{f', {day(rating.on)}' if rating.on else ''}: {rating.why}"


def _label(document: Document) -> str:
    name = document.outlet.removeprefix("www.") if document.outlet else _unnamed(document)
    return _short(name)


def _unnamed(document: Document) -> str:
    """What a document without outlet is known by: the site or the file it came from, else its first words, else its id."""
    words = (document.headline or document.text).split()[:4]
    address = web_address(document.url) or web_address(document.origin)
    site = (urlsplit(address).hostname or "").removeprefix("www.") if address else _file(document.origin)
    return site or " ".join(words) or document.short_id


def _file(origin: str) -> str | None:
    """The name of the file, if the origin is one; an address on the web is not."""
    if web_address(origin):
        return None
    return PurePosixPath(origin.replace("\\", "/")).name or None


def _short(name: str) -> str:
    return name if len(name) <= _LABEL_LENGTH else name[: _LABEL_LENGTH - 1].rstrip() + "…"


def _unique(labels: list[str]) -> list[str]:
    """Labels that stand twice get a number: "bbc.com 1", "bbc.com 2"."""
    often = Counter(label.casefold() for label in labels)
    taken = set(often)
    found = []
    for label in labels:
        own, number = label, 1
        while often[label.casefold()] > 1 and own.casefold() in taken:
            own, number = f"{label} {number}", number + 1
        taken.add(own.casefold())
        found.append(own)
    return found
