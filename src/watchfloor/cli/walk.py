"""What a command needs for the walk: an open store, the reader, the record as it now is.

Everything is imported when it is called; see `watchfloor.cli`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from watchfloor.cli.edge import SOME_REFUSED, Interrupted
from watchfloor.cli.progress import watched
from watchfloor.cli.terminal import note

if TYPE_CHECKING:
    from watchfloor.evidence.exhibit import Refusal
    from watchfloor.evidence.fetch import FetchPolicy
    from watchfloor.model.record import Record
    from watchfloor.reading.reader import Reader
    from watchfloor.store.store import Store


@contextmanager
def opened(db: Path, *, create: bool = False) -> Iterator[Store]:
    """The store in the file `db`.

    Raises:
        Interrupted: Ctrl-C; the message says what is kept.
        StoreError: it can't be opened, or there is none and `create` is False.
    """
    from watchfloor.store.store import Store  # noqa: PLC0415

    try:
        with Store.open(db, create=create) as store:
            yield store
    except KeyboardInterrupt as error:
        raise Interrupted(
            f"Stopped. Every article added and read until now is kept in {db}; run the same command again to go on."
        ) from error


def reader() -> Reader:
    """The reader that commands use."""
    from watchfloor.reading.choice import reader_named  # noqa: PLC0415

    return reader_named()


def policy(*, allow_private: bool) -> FetchPolicy:
    """How pages may be fetched."""
    from watchfloor.evidence.fetch import FetchPolicy  # noqa: PLC0415

    return FetchPolicy(allow_private=allow_private)


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def record_of(store: Store, *, quiet: bool) -> Record:
    """The record of everything in the store; what was added and not read yet is read first."""
    from watchfloor import pipeline  # noqa: PLC0415

    with watched(quiet=quiet) as progress:
        pipeline.read(store, reader(), progress)
        return pipeline.record(store, reader())


def leave(refused: Iterable[Refusal]) -> None:
    """Name each refused input on a line of its own, and leave with SOME_REFUSED if there was one.

    Raises:
        typer.Exit: some inputs were refused.
    """
    lines = [f"Refused {refusal.origin}: {refusal.reason}" for refusal in refused]
    for one in lines:
        note(one)
    if lines:
        raise typer.Exit(SOME_REFUSED)
