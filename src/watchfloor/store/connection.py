"""One SQLite file as an SQLAlchemy engine: how it is opened, how long it waits, how a transaction begins.

In goes a path, out come two faces of one engine, for reading and for writing; or one for reading only, where the file or its
folder can't be written. It makes no tables.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event

from watchfloor.store.failure import BUSY_SECONDS

_WRITES = "writes"


def engine_of(path: Path, *, read_only: bool = False) -> Engine:
    """An engine on the file at `path`; nothing is opened before its first connection."""
    url = _read_only(path) if read_only else URL.create("sqlite", database=str(path.absolute()))
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_reading if read_only else _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def is_writable(path: Path) -> bool:
    """Whether this user may write the file at `path` and, as WAL needs even for reading, beside it."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.absolute().parent))


def remove_unless_open(path: Path) -> bool:
    """Remove the file at `path` unless another process has it open; whether it is gone."""
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        # SQLite leaves WAL only for whoever is alone with the file.
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    path.unlink()
    return True


def writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock when they begin.

    A transaction that starts by reading and only then writes can't wait for a lock: SQLite fails it at once when
    somebody else wrote in between.
    """
    return engine.execution_options(**{_WRITES: True})


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # Python's module would begin transactions itself, late, and not for DDL; `_begin` does it instead.
    connection.isolation_level = None
    # FULL makes a commit survive a power cut too, where WAL's usual NORMAL may forget the last few.
    for pragma in ("foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")


def _read_only(path: Path) -> URL:
    query = {"uri": "true", "mode": "ro"}
    log = path.with_name(f"{path.name}-wal")
    if not (log.exists() and log.stat().st_size):
        # Only then may SQLite leave out the files of WAL that it can't make; a log that is not empty holds what was stored last.
        query["immutable"] = "1"
    return URL.create("sqlite", database=path.absolute().as_uri(), query=query)


def _prepare_reading(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
