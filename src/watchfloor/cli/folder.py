"""Texts into files of a folder, each whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from watchfloor.errors import WatchfloorError


def written(texts: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """The files of `texts` (name to content), written as UTF-8 into `folder`, which is made if need be.

    A file that is there is replaced only once the new one is complete.

    Raises:
        WatchfloorError: the folder or a file can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_write(folder / name, text) for name, text in texts.items())
    except OSError as error:
        raise WatchfloorError(
            f"Nothing can be written to {folder}: {error.strerror or error}. The store is not touched by that; name another place with --out."
        ) from error


def _write(path: Path, text: str) -> Path:
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    return path
