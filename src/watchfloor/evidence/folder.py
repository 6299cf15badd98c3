"""Folder: a folder to the files in it that could be articles, and the sidecars beside them.

In goes a folder, out come its files in the order of their names, folder by folder, with what the sidecars of that folder say
of each. Hidden files, the parts of saved pages and links to folders inside are passed over; links that lead out of the folder
are refused. No article is read here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from watchfloor.errors import NoArticle, Refused, Unreadable
from watchfloor.evidence.exhibit import Refusal
from watchfloor.evidence.format import is_asset
from watchfloor.evidence.input_file import opened, readable
from watchfloor.evidence.metadata import Metadata
from watchfloor.evidence.sidecar import FOLDER_NAME, MAX_BYTES, SUFFIX, Sidecar, is_sidecar, merged, orphans, sidecar

_MAX_DEPTH = 64
"""Folders in one another; deeper ones are made by mistake or malice."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that could be an article, and what sidecars say of it."""

    path: Path
    metadata: Metadata


def files(folder: Path, now: datetime) -> Iterator[Found | Refusal]:
    """The files under `folder`, and a refusal for each folder or sidecar that can't be read and each link that leads out.

    Raises:
        NoArticle: there is no file in it that could be one.
    """
    with readable():
        root = folder.resolve()
    empty = True
    for found in _walked(folder, now, root):
        empty = False
        yield found
    if empty:
        raise NoArticle(
            "expected a folder with articles, found none in it; give one with .txt, .html or another kind that is read"
        )


def beside(path: Path, now: datetime) -> tuple[Metadata, tuple[Refusal, ...]]:
    """What the sidecars beside a single file say of it, and what is wrong with them."""
    with readable():
        names = [name for name in (FOLDER_NAME, path.name + SUFFIX) if path.with_name(name).is_file()]
    read, refusals = _sidecars(path.parent, names, now)
    return merged(read).get(path.name, Metadata()), tuple(refusals)


def _walked(folder: Path, now: datetime, root: Path, depth: int = 0) -> Iterator[Found | Refusal]:
    if depth > _MAX_DEPTH:
        yield Refusal(
            str(folder), f"expected at most {_MAX_DEPTH} folders in one another, found more; give this one by itself"
        )
        return
    try:
        with readable(), os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except Unreadable as error:
        yield Refusal(str(folder), str(error))
        return
    names = {entry.name for entry in listed}
    read, refusals = _sidecars(folder, [name for name in names if is_sidecar(name) and not name.startswith(".")], now)
    yield from refusals
    yield from (Refusal(str(folder / name), fault) for name, fault in orphans(read, names))
    known = merged(read)
    for entry in listed:
        if is_asset(entry.name) or is_sidecar(entry.name):
            continue
        fault = _fault(folder / entry.name, root) if entry.is_symlink() else None
        if fault:
            yield Refusal(str(folder / entry.name), fault)
        elif entry.is_dir(follow_symlinks=False):
            # A browser saves the parts of NAME.html in NAME_files: frames and advertisements, no articles.
            if not (entry.name.endswith("_files") and {entry.name[:-6] + ".html", entry.name[:-6] + ".htm"} & names):
                yield from _walked(folder / entry.name, now, root, depth + 1)
        elif not entry.is_dir():
            yield Found(folder / entry.name, known.get(entry.name, Metadata()))


def _fault(link: Path, root: Path) -> str | None:
    """Why a link is not followed: who packed the folder chose it, and what lies outside is the reader's own."""
    try:
        outside = not link.resolve().is_relative_to(root)
        link.is_dir()  # asked here, where it may fail
    except (OSError, RuntimeError):  # what resolve raises on a ring, by the version of Python
        return "expected a file, found a link that leads back to itself or may not be followed; remove it"
    if outside:
        return "expected a file of this folder, found a link that leads out of it; give what it points at by itself"
    return None


def _sidecars(folder: Path, names: list[str], now: datetime) -> tuple[list[Sidecar], list[Refusal]]:
    read, refusals = [], []
    for name in sorted(names):
        path = folder / name
        try:
            # Opened as every input is: a pipe under this name would be waited for without end.
            with opened(path) as stream:
                raw = stream.read(MAX_BYTES + 1)
        except Refused as error:
            refusals.append(Refusal(str(path), str(error)))
            continue
        one = sidecar(name, raw, now)
        read.append(one)
        refusals += [Refusal(str(path), fault) for fault in one.faults]
    return read, refusals
