"""Sidecar: the file beside articles that says where they are from.

In goes the JSON of `meta.json` (an object from file name to what is known) or of `NAME.meta.json` (what is known of NAME), out
come Metadata by file name and a line for each thing wrong with it. A sidecar is never an article, and a fault in one entry
costs that entry and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from watchfloor.errors import Unreadable
from watchfloor.evidence import encoding
from watchfloor.evidence.metadata import Metadata, line, printable, web_address
from watchfloor.evidence.publication_date import publication_date
from watchfloor.model.when import When

FOLDER_NAME = "meta.json"
SUFFIX = ".meta.json"
MAX_BYTES = 20_000_000
"""A hundred thousand entries of two hundred bytes; more is not a sidecar."""
_KEYS = ("headline", "outlet", "author", "url", "published")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says of each file, by the file's name without its folder, and what is wrong with it.

    `own` is true for a sidecar of a single file, which knows better than the one of its folder.
    """

    metadata: Mapping[str, Metadata]
    faults: tuple[str, ...] = ()
    own: bool = False


def is_sidecar(name: str) -> bool:
    """Whether a file of this name (without its folder) is a sidecar."""
    return name == FOLDER_NAME or name.endswith(SUFFIX)


def sidecar(name: str, raw: bytes, now: datetime) -> Sidecar:
    """What the sidecar called `name` with the content `raw` says."""
    if len(raw) > MAX_BYTES:
        return Sidecar(
            {}, (f"expected a sidecar of at most {MAX_BYTES / 1e6:g} MB, found a larger one; split the folder",)
        )
    try:
        content = json.loads(encoding.decode(raw))
    except Unreadable as error:
        return Sidecar({}, (str(error),))
    except (ValueError, RecursionError) as error:
        return Sidecar(
            {},
            (
                f"expected a sidecar in JSON, found none ({_short(error)}); mend or remove it, its articles are taken without it",
            ),
        )
    if not isinstance(content, dict):
        return Sidecar({}, (f"expected a JSON object, found {_kind(content)}; its articles are taken without it",))
    entries = content if name == FOLDER_NAME else {name.removesuffix(SUFFIX): content}
    metadata: dict[str, Metadata] = {}
    faults: list[str] = []
    for file_name, entry in entries.items():
        if not isinstance(entry, dict):
            faults.append(
                f"{printable(file_name[:80])}: expected an object with any of {', '.join(_KEYS)}, found {_kind(entry)}"
            )
            continue
        metadata[file_name] = _metadata(printable(file_name[:80]), entry, now, faults)
    return Sidecar(metadata, tuple(faults), own=name != FOLDER_NAME)


def _metadata(file_name: str, entry: Mapping[str, object], now: datetime, faults: list[str]) -> Metadata:
    wrong = [key for key in _KEYS if entry.get(key) is not None and not isinstance(entry[key], str)]
    faults += [f"{file_name}: expected text for {key!r}, found {_kind(entry[key])}" for key in wrong]
    url, published = entry.get("url"), entry.get("published")
    address, when = web_address(url), _when(published, now)
    if isinstance(url, str) and url.strip() and address is None:
        faults.append(f"{file_name}: expected an http(s) address for 'url', found {url[:60]!r}")
    if isinstance(published, str) and published.strip() and when is None:
        faults.append(
            f"{file_name}: expected a date since 1900 and not in the future for 'published', found {published[:60]!r}"
        )
    return Metadata(line(entry.get("headline")), line(entry.get("outlet")), line(entry.get("author")), address, when)


def _when(value: object, now: datetime) -> When | None:
    return publication_date(value, now) if isinstance(value, str) else None


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "nothing")


def _short(error: Exception) -> str:
    return line(str(error)) or type(error).__name__


def merged(sidecars: Iterable[Sidecar]) -> Mapping[str, Metadata]:
    """What all sidecars of one folder say of each file; `NAME.meta.json` wins over `meta.json`, wherever it stands in the order given."""
    ordered = sorted(sidecars, key=lambda one: one.own)
    known: dict[str, Metadata] = {}
    for one in ordered:
        for name, metadata in one.metadata.items():
            known[name] = metadata.over(known.get(name, Metadata()))
    return known
