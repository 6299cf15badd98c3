"""Reading without a store: JSON lines in the press schema, or a table."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from command_line import ARTICLES, articles, process, run


def test_one_object_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line is one document with its path, hash and claims, and no store is made."""
    monkeypatch.chdir(tmp_path)
    done = run("read", articles(tmp_path))
    assert done.exit_code == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {one["sha256"] for one in found} == {hashlib.sha256(text.encode()).hexdigest() for text in ARTICLES.values()}
    for one in found:
        assert Path(one["path"]).name in ARTICLES
        assert {"statements", "incidents", "positions", "figures", "actors"} <= one.keys()
        assert one["statements"]
    assert not (tmp_path / "watchfloor.db").exists()


def test_the_table_counts(tmp_path: Path) -> None:
    """The table has a row for each document."""
    done = run("read", articles(tmp_path), "--format", "table")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 1 + len(ARTICLES)
    assert "Statements" in done.stdout


def test_refusals_go_to_stderr_only(tmp_path: Path) -> None:
    """What was read is on stdout as pure JSON lines, what was refused on stderr, and the code is 3."""
    done = run("read", articles(tmp_path), tmp_path / "missing.txt")
    assert done.exit_code == 3
    assert [json.loads(line) for line in done.stdout.splitlines()]
    (line,) = done.stderr.splitlines()
    assert line.startswith("Refused ")


def test_json_is_utf8_in_any_locale(tmp_path: Path) -> None:
    """Non-ASCII text comes out as UTF-8 bytes, also where the terminal's encoding is another."""
    (tmp_path / "küste.txt").write_text("EXERCISE. „Die Fähre fährt“, said the ministry in Torvan.", encoding="utf-8")
    done = process(tmp_path, "read", "küste.txt", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["path"] == "küste.txt"
    assert "küste.txt".encode() in done.stdout
