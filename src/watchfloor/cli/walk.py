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
from watchfloor.cli.options import ReaderName
from watchfloor.cli.progress import watched
from watchfloor.cli.terminal import note

if TYPE_CHECKING:
    from watchfloor.evidence.exhibit import Refusal
    from watchfloor.evidence.fetch import FetchPolicy
    from watchfloor.model.record import Record
    from watchfloor.model.sourcing import OutletRating
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


def reader(choice: ReaderName = ReaderName.TRAINED, db: Path | None = None) -> Reader:
    """The chosen reader; what it asks elsewhere is kept beside the store `db`.

    Raises:
        WatchfloorError: it lacks something that the user can give it.
    """
    from watchfloor.reading.choice import reader_named  # noqa: PLC0415

    return reader_named(choice.value, db and db.with_name(f"{db.name}.llm"))


@contextmanager
def chosen(choice: ReaderName, db: Path | None = None, *, quiet: bool) -> Iterator[Reader]:
    """The same; at the end, also after an error, it says on stderr what it could not read and, unless `quiet`, what it cost."""
    from watchfloor.reading.choice import Accountable  # noqa: PLC0415

    found = reader(choice, db)
    try:
        yield found
    finally:
        if isinstance(found, Accountable):
            for line in (*found.failures(), *(() if quiet else found.account())):
                note(line)


def policy(*, allow_private: bool) -> FetchPolicy:
    """How pages may be fetched."""
    from watchfloor.evidence.fetch import FetchPolicy  # noqa: PLC0415

    return FetchPolicy(allow_private=allow_private)


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def rated(db: Path, outlets: Path | None = None) -> tuple[OutletRating, ...]:
    """The user's ratings of outlets: those in the file `outlets`, else those beside the store `db`, else none.

    Raises:
        RatingsError: the file can't be read or breaks a rule; the message names it.
    """
    from watchfloor.errors import RatingsError, Refused  # noqa: PLC0415
    from watchfloor.evidence import encoding  # noqa: PLC0415
    from watchfloor.record.source.reliability import ratings  # noqa: PLC0415

    beside = db.with_name(f"{db.name}.outlets.csv")
    path = outlets or (beside if beside.is_file() else None)
    if path is None:
        return ()
    try:
        return ratings(encoding.decode(path.read_bytes()))
    except OSError as error:
        raise RatingsError(
            f"{path}: expected a table of outlets, found that it can't be read ({error.strerror})"
        ) from error
    except (RatingsError, Refused) as error:
        raise RatingsError(f"{path}: {error}") from error


def record_of(
    store: Store,
    by: Reader | None = None,
    confidence: float = 0.0,
    ratings: tuple[OutletRating, ...] = (),
    *,
    quiet: bool,
) -> Record:
    """The record of everything in the store that is read with that `confidence`; what was not read yet is read first.

    `by` is the reader, the usual one where it is None; `ratings` are the user's.
    """
    from watchfloor import pipeline  # noqa: PLC0415

    by = by or reader()
    with watched(quiet=quiet) as progress:
        read_again(store, by)
        pipeline.read(store, by, progress)
        return pipeline.record(store, by, confidence, progress, ratings)


def read_again(store: Store, by: Reader) -> None:
    """Let `by` read what it once could not read for a reason that may have passed."""
    from watchfloor.reading.choice import Accountable  # noqa: PLC0415

    if store.read_only or not isinstance(by, Accountable):
        return
    for reading in store.readings(by.name):
        if by.may_be_read(reading):
            store.add_reading(by.read(store.document(reading.document_id)))


def leave(refused: Iterable[Refusal], last: str = "") -> None:
    """Name each refused input on a line of its own, and leave with SOME_REFUSED if there was one, after the line `last`.

    Raises:
        typer.Exit: some inputs were refused.
    """
    lines = [f"Refused {refusal.origin}: {refusal.reason}" for refusal in refused]
    for one in lines:
        note(one)
    if last:
        note(last)
    if lines:
        raise typer.Exit(SOME_REFUSED)
