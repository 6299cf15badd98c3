"""Digest: what a measured set was, so that a floor never stands for another one.

In go named bytes or files, out comes a short digest. The order in which they are given does not matter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

LENGTH = 16
"""Hexadecimal digits kept: 64 bits tell any two versions of a set apart and can be read in a diff."""


def digest(parts: Mapping[str, bytes]) -> str:
    """The sha256 over the sorted names and their bytes, each with its length in front, so that no two sets run together."""
    total = hashlib.sha256()
    for name, held in sorted(parts.items()):
        for piece in (name.encode(), held):
            total.update(len(piece).to_bytes(8, "big"))
            total.update(piece)
    return total.hexdigest()[:LENGTH]


def digest_of(files: Iterable[Path], folder: Path) -> str:
    """The digest of `files`, which are named by their paths within `folder`."""
    return digest({file.relative_to(folder).as_posix(): file.read_bytes() for file in files})
