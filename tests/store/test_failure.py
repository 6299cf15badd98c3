"""Every way in which a disk or another process can say no is told in one line, and loses nothing."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from stored_values import article
from watchfloor.errors import StoreError
from watchfloor.store.failure import BUSY_SECONDS
from watchfloor.store.store import Store

NOBODY = 65534
HOLD_THE_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""
FILL = """
import sys
from pathlib import Path
from stored_values import article
from watchfloor.errors import StoreError
from watchfloor.store.store import Store
with Store.open(Path(sys.argv[1])) as store:
    for number in range(10_000):
        document, raw, signature = article(f"EXERCISE {number} " + "word " * 4000)
        try:
            store.add(document, raw, signature)
        except StoreError as error:
            sys.exit(str(error))
        print(document.id, flush=True)
"""


@pytest.fixture
def plain_user() -> Iterator[Path]:
    """A folder of one's own, as a user to whom the permissions of files apply (root is stopped by none)."""
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def told(error: pytest.ExceptionInfo[StoreError], path: Path) -> str:
    """The message, which must be one line that names the store."""
    message = str(error.value)
    assert str(path) in message
    assert "\n" not in message
    return message


def test_a_store_that_another_process_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Adding waits a while, then says who is in the way; reading goes on all the while, adding goes on after."""
    monkeypatch.setattr("watchfloor.store.connection.BUSY_SECONDS", 0.5)
    path = tmp_path / "watchfloor.db"
    with Store.open(path) as store:
        store.add(*article("EXERCISE one"))
        command = [sys.executable, "-c", HOLD_THE_LOCK, str(path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "held\n"
            with pytest.raises(StoreError) as error:
                store.add(*article("EXERCISE two"))
            assert f"another process holds it, for more than {BUSY_SECONDS} seconds" in told(error, path)
            assert len(store.documents()) == 1
            child.communicate("")
        assert store.add(*article("EXERCISE two"))


def test_a_folder_that_may_not_be_written(plain_user: Path) -> None:
    """A new store in a read-only folder is refused with what to do."""
    plain_user.chmod(0o500)
    path = plain_user / "watchfloor.db"
    with pytest.raises(StoreError) as error:
        Store.open(path)
    assert "Make sure that its folder exists and is writable" in told(error, path)


def test_a_file_that_may_not_be_written(plain_user: Path) -> None:
    """A read-only store is refused, or read, but writing to it always says that it can't be written."""
    path = plain_user / "watchfloor.db"
    with Store.open(path) as store:
        store.add(*article("EXERCISE one"))
    path.chmod(0o400)
    plain_user.chmod(0o500)
    with pytest.raises(StoreError) as error, Store.open(path) as store:
        store.add(*article("EXERCISE two"))
    assert "writable" in told(error, path)


def test_a_store_that_may_only_be_read(plain_user: Path) -> None:
    """Opened to look something up, a store in a read-only folder gives all it has, and says that it can't be written."""
    path = plain_user / "watchfloor.db"
    with Store.open(path) as store:
        store.add(*article("EXERCISE one"))
        assert not store.read_only
    for file_mode, folder_mode in ((0o600, 0o500), (0o400, 0o500), (0o400, 0o700)):
        path.chmod(file_mode)
        plain_user.chmod(folder_mode)
        with Store.open(path, create=False) as store:
            assert store.read_only
            assert [document.text for document in store.documents()] == ["EXERCISE one"]
            assert len(store.search("exercise")) == 1
            with pytest.raises(StoreError) as error:
                store.add(*article("EXERCISE two"))
            assert "can't be written" in told(error, path)


def test_a_read_only_store_with_a_log_is_not_read_without_it(plain_user: Path) -> None:
    """What was stored last and lies in the log still is not passed over: it is read too, or the store is refused."""
    path = plain_user / "watchfloor.db"
    with Store.open(path) as store:
        store.add(*article("EXERCISE one"))
        copy = plain_user / "copy.db"
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", f"{copy}{ending}")
    plain_user.chmod(0o500)
    try:
        with Store.open(copy, create=False) as store:
            found = len(store.documents())
    except StoreError:
        found = 1
    assert found == 1


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    """A folder itself and a path through a file are told."""
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file" / "watchfloor.db", tmp_path / "file" / "deep" / "watchfloor.db"):
        with pytest.raises(StoreError) as error:
            Store.open(path)
        assert "name another file with --db" in told(error, path)


def test_no_store_where_one_is_needed(tmp_path: Path) -> None:
    """Opened only to look something up, a store that is not there is not made."""
    path = tmp_path / "watchfloor.db"
    with pytest.raises(StoreError, match="There is no store at"):
        Store.open(path, create=False)
    assert not path.exists()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """A text file is refused and left as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("Minutes of the exercise. " * 100)
    with pytest.raises(StoreError) as error:
        Store.open(path)
    assert "no SQLite database" in told(error, path)
    assert path.read_text().startswith("Minutes")


def test_a_damaged_file(tmp_path: Path) -> None:
    """Pages overwritten by something else are told as damage."""
    path = tmp_path / "watchfloor.db"
    with Store.open(path) as store:
        for number in range(50):
            store.add(*article(f"EXERCISE {number} " + "word " * 2000))
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    with pytest.raises(StoreError) as error, Store.open(path) as store:
        store.documents()
    assert "damaged" in told(error, path)


def test_a_full_store_keeps_what_it_has(tmp_path: Path) -> None:
    """SQLite's own word for a full disk: the document is not there, those before it are, and later ones fit again."""
    path = tmp_path / "watchfloor.db"
    with Store.open(path) as store:
        store.add(*article("EXERCISE one"))
        limit = 60
        event.listen(store._engine, "begin", lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {limit}"))
        with pytest.raises(StoreError) as error:
            store.add(*article("EXERCISE two " + "word " * 100_000))
        assert "no space is left" in told(error, path)
        assert [document.text for document in store.documents()] == ["EXERCISE one"]
        assert store.add(*article("EXERCISE three"))


def test_a_disk_that_fills_up_while_storing(tmp_path: Path) -> None:
    """A process that may write no more bytes: it ends with one line, and everything that it reported is whole."""
    path = tmp_path / "watchfloor.db"
    Store.open(path).close()
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(path)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=_may_write_two_megabytes,
    )
    reported = done.stdout.split()
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Everything reported as stored before is kept" in done.stderr
    assert len(reported) > 3
    with Store.open(path) as store:
        assert [document.id for document in store.documents()] == sorted(reported)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _may_write_two_megabytes() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
