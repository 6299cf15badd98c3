"""The faults of an input are told apart from those of the machine that reads it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from evidence_samples import ARTICLE, take
from watchfloor.errors import Unreadable, Unsafe
from watchfloor.evidence import input_file


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    """The bytes come out whole, from any place."""
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(range(256)) * 1_000)
    with input_file.opened(path) as stream:
        assert stream.peek(4)[:4] == b"\x00\x01\x02\x03"
        assert stream.read() == path.read_bytes()
        assert stream.seek(-1, os.SEEK_END) == 255_999
        assert stream.read(7) == b"\xff"


@pytest.mark.parametrize("make", ["missing", "folder", "pipe"])
def test_what_can_not_be_opened_is_refused(tmp_path: Path, make: str) -> None:
    """Nothing, a folder or a pipe: the refusal of that one input."""
    path = tmp_path / "input"
    if make == "folder":
        path.mkdir()
    elif make == "pipe":
        os.mkfifo(path)
    with pytest.raises((Unreadable, Unsafe), match="expected"):
        input_file.opened(path)


def test_a_read_that_fails_is_the_input_s_fault() -> None:
    """A file of which the first byte can't be read, as on a failing disk, is refused with the system's words."""
    with input_file.opened(Path("/proc/self/mem")) as stream, pytest.raises(Unreadable, match="Input/output error"):
        stream.read(1)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EMFILE])
def test_the_machine_s_faults_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """A full disk and too many open files are no fault of an input, whether they show while it is opened or later."""
    (tmp_path / "a.txt").write_text(ARTICLE)
    with pytest.raises(OSError, match=os.strerror(code)), input_file.readable():
        raise OSError(code, os.strerror(code))

    def fails(_text: str) -> str | None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("watchfloor.evidence.language.language", fails)
    with pytest.raises(OSError, match=os.strerror(code)):
        take(tmp_path)
