"""What SQLite says went wrong, told to the person who has to act on it.

In comes an exception of SQLAlchemy's, out goes a StoreError of one line: what was tried, what was found, what to do.
Nothing is retried here; the waiting for a lock is SQLite's own (see `watchfloor.store.connection`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

from watchfloor.errors import StoreError

BUSY_SECONDS = 5
"""How long a write waits for another process. The store's own writes take milliseconds; whoever holds it longer than this is stuck or stopped."""

_PRIMARY_CODE = 0xFF
"""SQLite's extended result codes carry the primary one in their lowest byte."""

_KEPT = "Everything reported as stored before is kept"

_REASONS = {
    sqlite3.SQLITE_BUSY: f"another process holds it, for more than {BUSY_SECONDS} seconds now. {_KEPT}; wait for that process or end it, then run this again",
    sqlite3.SQLITE_LOCKED: f"another connection holds one of its tables. {_KEPT}; run this again",
    sqlite3.SQLITE_READONLY: "it can't be written. Make the file and its folder writable, or name another file with --db",
    sqlite3.SQLITE_PERM: "it may not be opened. Make the file and its folder readable and writable, or name another file with --db",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened or created there. Make sure that its folder exists and is writable and that it is a file, or name another file with --db",
    sqlite3.SQLITE_FULL: f"no space is left on its disk. {_KEPT}; make room, then run this again",
    sqlite3.SQLITE_IOERR: f"its disk can't be read or written; it may be full, over a quota or failing. {_KEPT}; look to the disk, then run this again",
    sqlite3.SQLITE_CORRUPT: "the file is damaged. Restore it from a copy, or name a new file with --db and add the articles again",
    sqlite3.SQLITE_NOTADB: "it is no SQLite database. Name another file with --db",
    sqlite3.SQLITE_TOOBIG: "the document is larger than SQLite can hold in one piece. Leave it out",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise whatever the database raises within as a StoreError about the store at `path`.

    Raises:
        StoreError: the database could not do what was asked.
        IntegrityError: the statement broke a rule of the schema; it passes as it is.
    """
    try:
        yield
    except IntegrityError:
        raise  # a rule of the schema was broken, which only the statement's author can explain
    except DBAPIError as error:
        raise StoreError(_line(path, error.orig)) from error
    except sqlite3.Error as error:
        raise StoreError(_line(path, error)) from error
    except OSError as error:
        raise StoreError(
            f"The store {path} can't be made: {path.parent} is no folder and can't be made one ({error.strerror or error}); "
            "name another file with --db."
        ) from error


def _line(path: Path, error: BaseException | None) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    reason = _REASONS.get(code & _PRIMARY_CODE) if isinstance(code, int) else None
    return f"The store {path} did not do what was asked: {reason or error}."
