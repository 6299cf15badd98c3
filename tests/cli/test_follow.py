"""A brief that is followed holds what other commands put into the store. All articles are an EXERCISE."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

from command_line import articles, command, process, run

PATIENCE = 60
"""Seconds that a busy machine may take for what takes one."""


def until_it_holds(words: str, page: Path) -> bool:
    """Whether the page comes to hold the words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if page.is_file() and words in page.read_text("utf-8"):
            return True
        time.sleep(0.1)
    return False


def test_what_is_added_elsewhere_comes_into_the_brief(tmp_path: Path) -> None:
    """While one process follows, another adds an article; the brief has it, Ctrl-C ends with 130, and the lines count the documents."""
    texts = articles(tmp_path)
    process(tmp_path, "add", texts / "one.txt")
    following = subprocess.Popen(
        command("follow", "--every", "0.2", "--reader", "rules"), cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    try:
        page = tmp_path / "brief" / "brief.md"
        assert until_it_holds("Ada Voss", page)
        assert "Brandt" not in page.read_text("utf-8")
        process(tmp_path, "add", texts / "two.txt")
        assert until_it_holds("Brandt", page)
    finally:
        following.send_signal(signal.SIGINT)
        _, told = following.communicate(timeout=PATIENCE)
    assert following.returncode == 130
    assert " 1 documents" not in told
    assert ": 1 document, " in told
    assert ": 2 documents, " in told


def test_without_a_store_there_is_nothing_to_follow(tmp_path: Path) -> None:
    """A store that isn't there is an error of one line, not an empty brief."""
    done = run("follow", "--db", tmp_path / "none.db")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "none.db").exists()
