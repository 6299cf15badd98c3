"""One SQLite file as an SQLAlchemy engine: how it is opened, how long it waits, how a transaction begins.

In goes a path, out come two faces of one engine, for reading and for writing. It makes no tables.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event

from watchfloor.store.failure import BUSY_SECONDS

_WRITES = "writes"


def engine_of(path: Path) -> Engine:
    """An engine on the file at `path`; nothing is opened before its first connection."""
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())),
        connect_args={"timeout": BUSY_SECONDS},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


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


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
