"""Sidecar: the file beside articles that says where they are from.

In goes the JSON of `meta.json` (an object from file name to what is known) or of `NAME.meta.json` (what is known of NAME), out
come Metadata by file name and a line for each thing wrong with it. A sidecar is never an article, and a fault in one entry
costs that entry and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from watchfloor.errors import Unreadable
from watchfloor.evidence import encoding
from watchfloor.evidence.json_value import NotJson, json_value
from watchfloor.evidence.metadata import FIELDS, Metadata, printable
from watchfloor.evidence.stated import kind, stated

FOLDER_NAME = "meta.json"
SUFFIX = ".meta.json"
MAX_BYTES = 20_000_000
"""A hundred thousand entries of two hundred bytes; more is not a sidecar."""


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
        content = json_value(encoding.decode(raw))
    except Unreadable as error:
        return Sidecar({}, (str(error),))
    except NotJson as error:
        fault = (
            f"expected a sidecar in JSON, found none ({error}); mend or remove it, its articles are taken without it"
        )
        return Sidecar({}, (fault,))
    if not isinstance(content, dict):
        return Sidecar({}, (f"expected a JSON object, found {kind(content)}; its articles are taken without it",))
    entries = content if name == FOLDER_NAME else {name.removesuffix(SUFFIX): content}
    metadata: dict[str, Metadata] = {}
    faults: list[str] = []
    for file_name, entry in entries.items():
        shown = printable(file_name[:80])
        if not isinstance(entry, dict):
            faults.append(f"{shown}: expected an object with any of {', '.join(FIELDS)}, found {kind(entry)}")
            continue
        said = stated(entry, now)
        metadata[file_name] = said.metadata
        faults += [f"{shown}: {fault}" for fault in said.faults]
    return Sidecar(metadata, tuple(faults), own=name != FOLDER_NAME)


def orphans(sidecars: Iterable[Sidecar], present: Collection[str]) -> Iterator[tuple[str, str]]:
    """What the sidecars of one folder say of files that are not `present` in it, as (name of the sidecar, fault)."""
    for one in sidecars:
        for name in one.metadata:
            if name not in present:
                yield (
                    name + SUFFIX if one.own else FOLDER_NAME,
                    f"{printable(name[:80])}: expected a file of this name beside the sidecar, found none; mend the name",
                )


def merged(sidecars: Iterable[Sidecar]) -> Mapping[str, Metadata]:
    """What all sidecars of one folder say of each file; `NAME.meta.json` wins over `meta.json`, wherever it stands in the order given."""
    ordered = sorted(sidecars, key=lambda one: one.own)
    known: dict[str, Metadata] = {}
    for one in ordered:
        for name, metadata in one.metadata.items():
            known[name] = metadata.over(known.get(name, Metadata()))
    return known
