"""Archive: a zip file to its members' bytes, one after the other.

In goes a zip; out come its members' names and bytes, in the order of their names, each unpacked into memory and never onto the
disk. Bombs, paths that lead out of the archive, links, encrypted members and archives in archives are refused one by one.
"""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import BinaryIO

from watchfloor.errors import Refused, TooLarge, Unreadable, Unsafe
from watchfloor.evidence.format import Format, by_name, is_asset
from watchfloor.evidence.limits import MAX_DOCUMENT, MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, RATIO_FROM
from watchfloor.evidence.metadata import Metadata
from watchfloor.evidence.reason import reason
from watchfloor.evidence.sidecar import Sidecar, is_sidecar, merged, orphans, sidecar

_FAILURES = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
    MemoryError,
)
"""What zipfile raises on broken, encrypted or strangely packed members; MemoryError where one asks for a window of gigabytes."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its path inside, and what it holds or why it is not taken."""

    path: PurePosixPath
    content: bytes | Refused


class Archive:
    """An open zip whose members can be read in any order, no more than MAX_UNPACKED bytes of them in all."""

    def __init__(self, file: BinaryIO) -> None:
        """Open the zip in `file`.

        Raises:
            Unreadable: it is no zip.
            TooLarge: it has too many members.
        """
        try:
            self._zip = zipfile.ZipFile(file)
            entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        except _FAILURES as error:
            raise Unreadable(f"expected a zip archive, found a broken one ({reason(error)}); pack it again") from error
        if len(entries) > MAX_MEMBERS:
            raise TooLarge(f"expected at most {MAX_MEMBERS} files in one archive, found {len(entries)}; split it")
        self._entries = {entry.filename: entry for entry in sorted(entries, key=lambda entry: entry.filename)}
        self._several = {name for name, times in Counter(entry.filename for entry in entries).items() if times > 1}
        self._left = MAX_UNPACKED

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names as they stand in the archive, sorted; folders left out."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """What the member called `name` holds.

        Raises:
            Unsafe: its path leads out of the archive, it is a link, or several members are called so.
            TooLarge: it is too large, packs too well to be text, or the archive's allowance is used up.
            Unreadable: it is encrypted or broken.
        """
        entry = self._entries[name]
        _check(entry)
        if name in self._several:
            raise Unsafe("expected one file of each name, found several of this one; pack it again")
        limit = min(MAX_DOCUMENT, self._left)
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(limit + 1)
        except _FAILURES as error:
            raise Unreadable(
                f"expected a readable member, found a broken one ({reason(error)}); pack it again"
            ) from error
        # The size in the directory is only a claim: what counts is what came out.
        self._left -= len(content)
        if len(content) > limit:
            raise TooLarge(f"expected at most {MAX_UNPACKED / 1e9:g} GB in one archive, unpacked, found more; split it")
        return content


def members(archive: Archive) -> Iterator[Member]:
    """The members of `archive` that could be articles, in the order of their names; hidden files and sidecars are passed over."""
    for name in archive.names:
        path = _path(name)
        hidden = any(part.startswith(".") and part != ".." for part in path.parts) or "__MACOSX" in path.parts
        if hidden or is_asset(path.name) or is_sidecar(path.name):
            continue
        if by_name(path.name) in {Format.ZIP, Format.WARC}:
            yield Member(
                path, Unsafe("expected an article, found an archive in an archive; unpack the outer one first")
            )
            continue
        try:
            yield Member(path, archive.read(name))
        except Refused as error:
            yield Member(path, error)


def sidecars(archive: Archive, now: datetime) -> tuple[Mapping[PurePosixPath, Metadata], tuple[tuple[str, str], ...]]:
    """What the sidecars in `archive` say of its members, by path, and what is wrong with them, as (name, fault)."""
    read: defaultdict[PurePosixPath, list[Sidecar]] = defaultdict(list)
    faults = []
    for name in archive.names:
        path = _path(name)
        if not is_sidecar(path.name) or path.name.startswith(".") or "__MACOSX" in path.parts:
            continue
        try:
            one = sidecar(path.name, archive.read(name), now)
        except Refused as error:
            faults.append((name, str(error)))
        else:
            read[path.parent].append(one)
            faults += [(name, fault) for fault in one.faults]
    present = {_path(name) for name in archive.names}
    for folder, found in read.items():
        beside = {path.name for path in present if path.parent == folder}
        faults += [(str(folder / name), fault) for name, fault in orphans(found, beside)]
    known = {folder / name: metadata for folder, found in read.items() for name, metadata in merged(found).items()}
    return known, tuple(faults)


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(name.replace("\\", "/"))


def _check(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    path = _path(name)
    if path.is_absolute() or ".." in path.parts or "\x00" in name or (path.parts and path.parts[0].endswith(":")):
        raise Unsafe("expected a path inside the archive, found one that leads out of it; pack it again")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Unsafe("expected a file, found a link; pack the file itself")
    if entry.flag_bits & 1:
        raise Unreadable("expected a readable member, found an encrypted one; pack it again without a password")
    if entry.file_size > MAX_DOCUMENT:
        raise TooLarge(f"expected at most {MAX_DOCUMENT / 1e6:g} MB, found {entry.file_size / 1e6:.0f} MB; split it")
    if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
        raise TooLarge(
            f"expected text, found a member that unpacks to over {MAX_RATIO} times its size; give it unpacked if you trust it"
        )
