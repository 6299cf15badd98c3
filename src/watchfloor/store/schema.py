"""The schema's version: a new file gets the schema, an older one the missing steps, a newer or foreign one is refused.

In goes an engine, out comes a file that the store's statements fit. alembic is loaded only where a step is missing.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine

from watchfloor.errors import StoreError
from watchfloor.store.connection import writing

VERSION = "0001"
"""The newest step in migrations/versions; a test holds the two together."""

APPLICATION_ID = 0x5746_4C52
"""SQLite's mark of whose file it is; the first step sets it."""

_UNKNOWN = "The store {path} is damaged: it is {found}. Restore it from a copy, or name another file with --db."


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Leave the file behind `engine` at VERSION, in one transaction or untouched.

    Raises:
        StoreError: the file belongs to another program, or to a newer Watchfloor, or its version is unknown.
    """
    with engine.connect() as connection:
        if _found(connection, path) == VERSION:
            return
    with writing(engine).begin() as connection:
        # Asked again, now that nobody else can write: another process may have made the file in between.
        if _found(connection, path) != VERSION:
            _migrate(connection, path)


def _found(connection: Connection, path: Path) -> str | None:
    """The version of the file, None for a file without anything in it."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark != APPLICATION_ID:
        if mark or connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
            raise StoreError(
                f"{path} is a database of another program, and no Watchfloor store. Name another file with --db."
            )
        return None
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    if version is None:
        raise StoreError(_UNKNOWN.format(path=path, found="without a version"))
    if str(version) > VERSION:
        raise StoreError(
            f"The store {path} was written by a newer Watchfloor (schema {version}; this one knows up to {VERSION}). "
            "Update Watchfloor, or name another file with --db."
        )
    return str(version)


def _migrate(connection: Connection, path: Path) -> None:
    # Loaded here because alembic takes longer to import than an up-to-date store takes to open.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "watchfloor.store:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(_UNKNOWN.format(path=path, found="of a version that never was")) from error
