"""The record and the brief of a store, printed or written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import articles, run
from watchfloor.store.store import Store


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store to which articles were only added: the commands read what is unread themselves."""
    folder = tmp_path_factory.mktemp("output")
    assert run("add", articles(folder), "--db", folder / "watchfloor.db").exit_code == 0
    return folder / "watchfloor.db"


def test_the_record_is_one_object(db: Path) -> None:
    """JSON in the press schema, with the claims of every document in the store."""
    done = run("record", "--db", db)
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    documents = {document["id"] for document in found["documents"]}
    assert len(documents) == 2
    assert {statement["doc"] for statement in found["statements"]} == documents


def test_the_record_as_tables_names_every_id(db: Path) -> None:
    """Every utterance and contradiction of the JSON stands in the tables under its id."""
    shown = run("record", "--db", db, "--format", "table").stdout
    found = json.loads(run("record", "--db", db).stdout)
    for kind in ("documents", "actors", "contradictions"):
        assert all(one["id"] in shown for one in found[kind])


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_a_brief_on_the_terminal_is_the_brief_in_the_file(db: Path, tmp_path: Path, form: str) -> None:
    """The same text with and without --out."""
    printed = run("brief", "--db", db, "--format", form)
    assert printed.exit_code == 0, printed.output
    path = tmp_path / "new folder" / f"b.{form}"
    assert run("brief", "--db", db, "--format", form, "--out", path).exit_code == 0
    assert printed.stdout.strip() == path.read_text(encoding="utf-8").strip()


def test_an_empty_store_says_so(tmp_path: Path) -> None:
    """A store without articles has a record without items, and asking for one is no crash."""
    db = tmp_path / "watchfloor.db"
    Store.open(db).close()
    for arguments in (("record",), ("record", "--format", "table"), ("brief",)):
        assert run(*arguments, "--db", db).exit_code == 0
