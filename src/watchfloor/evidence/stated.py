"""Stated: what an object of JSON says about an article, and what is wrong with it.

In goes an object of a sidecar or an article in JSON; out come Metadata and a line for each field that is not what it should be.
Such a field stays unknown and costs nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from watchfloor.evidence.metadata import FIELDS, Metadata, line, web_address
from watchfloor.evidence.publication_date import publication_date

_SHOWN = 60
"""Characters of a value that a line shows: enough to find it by."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known, and a line for each thing that is wrong."""

    metadata: Metadata
    faults: tuple[str, ...]


def stated(entry: Mapping[str, object], now: datetime, *, also: tuple[str, ...] = ()) -> Stated:
    """What `entry` states; the keys `also` must hold text as well."""
    faults = [
        f"expected text for {key!r}, found {kind(entry[key])}; it stays unknown"
        for key in (*FIELDS, *also)
        if entry.get(key) is not None and not isinstance(entry[key], str)
    ]
    url, published = entry.get("url"), entry.get("published")
    address = web_address(url)
    when = publication_date(published, now) if isinstance(published, str) else None
    if isinstance(url, str) and url.strip() and address is None:
        faults.append(f"expected an http(s) address for 'url', found {url[:_SHOWN]!r}; it stays unknown")
    if isinstance(published, str) and published.strip() and when is None:
        faults.append(
            f"expected a date since 1900 and not in the future for 'published', found {published[:_SHOWN]!r}; it stays unknown"
        )
    known = Metadata(line(entry.get("headline")), line(entry.get("outlet")), line(entry.get("author")), address, when)
    return Stated(known, tuple(faults))


def kind(value: object) -> str:
    """What a value of JSON is, for a line."""
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "nothing")
