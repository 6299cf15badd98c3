"""A file is made, brought up to date or refused by its version."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from stored_values import article
from watchfloor.errors import StoreError
from watchfloor.store.connection import engine_of
from watchfloor.store.schema import VERSION
from watchfloor.store.store import Store
from watchfloor.store.tables import METADATA


def test_the_version_is_the_newest_step() -> None:
    """VERSION names the head of the migrations, of which there is one."""
    config = Config()
    config.set_main_option("script_location", "watchfloor.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [VERSION]


def test_the_tables_are_those_of_the_file(tmp_path: Path) -> None:
    """What the migrations make is what the statements are written against."""
    path = tmp_path / "watchfloor.db"
    Store.open(path).close()
    with engine_of(path).connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: kind != "table" or name in METADATA.tables}
        )
        assert compare_metadata(context, METADATA) == []


def test_a_newer_store_is_refused_untouched(tmp_path: Path) -> None:
    """A schema that this version does not know is named, with what to do, and the file stays as it is."""
    path = tmp_path / "watchfloor.db"
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"newer Watchfloor \(schema 9999; this one knows up to 0001\)\. Update"):
        Store.open(path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """A SQLite file with tables of its own is never written into."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("birds",)]


def test_an_up_to_date_store_opens_without_alembic(tmp_path: Path) -> None:
    """Opening what needs no step does not load the machinery for steps."""
    path = tmp_path / "watchfloor.db"
    Store.open(path).close()
    script = (
        "import sys; from pathlib import Path; from watchfloor.store.store import Store; "
        "Store.open(Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)], check=False).returncode == 0


def test_several_processes_may_make_the_same_store(tmp_path: Path) -> None:
    """Opened by several at once when it is not there yet, the file is made once and everybody's document is in it."""
    path = tmp_path / "a folder with 100% odd #name?" / "watchfloor.db"
    path.parent.mkdir()
    script = (
        "import sys; from pathlib import Path; from stored_values import article; "
        "from watchfloor.store.store import Store; Store.open(Path(sys.argv[1])).add(*article(sys.argv[2]))"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(path), f"EXERCISE {number}"], cwd=Path(__file__).parent.parent
        )
        for number in range(4)
    ]
    assert [child.wait() for child in children] == [0] * 4
    with Store.open(path) as store:
        assert {document.text for document in store.documents()} == {article(f"EXERCISE {n}")[0].text for n in range(4)}


@pytest.mark.parametrize("change", ["DELETE FROM alembic_version", "UPDATE alembic_version SET version_num = '0000'"])
def test_a_version_that_never_was_is_damage(tmp_path: Path, change: str) -> None:
    """A store whose version is gone or unknown is told as damaged, and stays as it is."""
    path = tmp_path / "watchfloor.db"
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(change)
        before = connection.execute("SELECT * FROM alembic_version").fetchall()
    with pytest.raises(StoreError, match=r"is damaged: .* Restore it"):
        Store.open(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == before
