"""Whatever the user gives: each input is taken or refused in one line, and never stops the others."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_samples import ARTICLE, NOW, page, take
from watchfloor.evidence.exhibit import Exhibit, Repeat
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.evidence.intake import acquire

_OBJECT = json.dumps({"text": ARTICLE})
_ENTRY = f"<item><title>Exercise</title><description>{ARTICLE}</description></item>"


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", ARTICLE)
        archive.writestr("b.txt", ARTICLE)
    return packed.getvalue()


def _warc() -> bytes:
    answer = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + page().encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
    return (f"{head}Content-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n") * 2


_TWICE = {
    "a.jsonl": f"{_OBJECT}\n{_OBJECT}\n".encode(),
    "a.json": f"[{_OBJECT}, {_OBJECT}]".encode(),
    "a.xml": f'<rss version="2.0"><channel>{_ENTRY}{_ENTRY}</channel></rss>'.encode(),
    "a.zip": _zip(),
    "a.warc": _warc(),
}
"""Files of which each holds one article two times."""


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    """Good and bad inputs in any mixture: each good one is taken, each bad one refused with its name."""
    bad: dict[str, bytes] = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)),
        "other.txt": "Учебное сообщение".encode("cp1251"),
        "bare.html": b"<html></html>",
        "note.xml": b"<note/>",
        "broken.json": b"{",
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(ARTICLE)
    (tmp_path / "page.html").write_text(page())
    exhibits, refusals = take(tmp_path, tmp_path / "nothing.txt", "ftp://post.example/a", "", "a\x00b")
    assert [Path(one.document.origin).name for one in exhibits] == ["good.txt", "page.html"]
    assert {Path(one.origin).name for one in refusals} == {*bad, "nothing.txt", "a", "", "a\ufffdb"}
    assert all("expected" in one.reason and "\n" not in one.reason for one in refusals)


def test_names_that_speak_to_the_terminal_are_shown_harmless(tmp_path: Path) -> None:
    """A name that is not UTF-8, turns the writing or holds escape codes can be stored and shown in one line."""
    names = ["bad\x1b[2J\n.txt", "turned\u202etxt.exe.txt", "latin\udce9.txt"]
    for n, name in enumerate(names):
        (tmp_path / name).write_text(f"{ARTICLE} {n}")
    (tmp_path / "worse\x1b\n.pdf").write_text("x")
    exhibits, refusals = take(tmp_path)
    shown = [one.document.origin for one in exhibits] + [one.origin for one in refusals]
    assert len(shown) == 4
    assert all(len(name.splitlines()) == 1 and "\x1b" not in name and name.encode() for name in shown)


def test_huge_text_is_refused_by_its_size(tmp_path: Path) -> None:
    """200 MB of text are refused at once, without being read."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    began = time.monotonic()
    _, refusals = take(path)
    assert time.monotonic() - began < 1
    assert "200 MB" in refusals[0].reason


def test_same_bytes_twice_are_one_document(tmp_path: Path) -> None:
    """Ten thousand copies of one file are given out once and accounted for, within seconds."""
    for n in range(10_000):
        (tmp_path / f"{n}.txt").write_text(ARTICLE)
    first, *others = acquire([str(tmp_path)], fetch=FetchPolicy(), now=NOW)
    assert isinstance(first, Exhibit)
    assert others == [Repeat()] * 9_999


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.xml", "a.zip", "a.warc"])
def test_repeats_are_not_opened(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every format the second of the same bytes costs no more than its digest."""
    path = tmp_path / name
    path.write_bytes(_TWICE[name])
    made: list[str] = []
    monkeypatch.setattr("watchfloor.evidence.language.language", made.append)
    first, second = acquire([str(path)], fetch=FetchPolicy(), now=NOW)
    assert isinstance(first, Exhibit)
    assert second == Repeat()
    assert len(made) == 1


def test_a_repeat_tells_what_was_unknown(tmp_path: Path) -> None:
    """A copy whose sidecar knows more comes with what it knows; one that knows the same again, or less, does not."""
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text(ARTICLE)
    known = {
        "b.txt": {"outlet": "The Exercise Post"},
        "c.txt": {"outlet": "Another Name"},
        "d.txt": {"author": "A. B."},
    }
    (tmp_path / "meta.json").write_text(json.dumps(known))
    first, second, third, fourth = acquire([str(tmp_path)], fetch=FetchPolicy(), now=NOW)
    assert isinstance(first, Exhibit)
    assert first.document.outlet is None
    assert isinstance(second, Repeat)
    assert second.exhibit is not None
    assert (second.exhibit.document.id, second.exhibit.document.outlet) == (first.document.id, "The Exercise Post")
    assert third == Repeat()
    assert isinstance(fourth, Repeat)
    assert fourth.exhibit is not None
    assert fourth.exhibit.document.author == "A. B."


def test_lines_of_one_article_over_and_over(tmp_path: Path) -> None:
    """Twenty megabytes of one line are done within seconds."""
    path = tmp_path / "a.jsonl"
    row = json.dumps({"text": ARTICLE}).encode() + b"\n"
    path.write_bytes(row * (20_000_000 // len(row)))
    began = time.monotonic()
    found = Counter(map(type, acquire([str(path)], fetch=FetchPolicy(), now=NOW)))
    assert time.monotonic() - began < 10
    assert found == {Exhibit: 1, Repeat: 20_000_000 // len(row) - 1}


def test_documents_come_one_by_one(tmp_path: Path) -> None:
    """The first document is there before the second file is looked at."""
    (tmp_path / "a.txt").write_text(ARTICLE)
    found = acquire([str(tmp_path / "a.txt"), str(tmp_path / "later.txt")], fetch=FetchPolicy(), now=NOW)
    assert isinstance(next(found), Exhibit)
    (tmp_path / "later.txt").write_text(f"{ARTICLE} Later.")
    assert isinstance(next(found), Exhibit)


@pytest.mark.parametrize(
    ("name", "content", "media_type"), [("article", ARTICLE, "text/plain"), ("page.saved", page(), "text/html")]
)
def test_single_file_of_unknown_ending_is_looked_at(tmp_path: Path, name: str, content: str, media_type: str) -> None:
    """A file that is given by itself was meant, whatever it is called."""
    (tmp_path / name).write_text(content)
    (made,), _ = take(tmp_path / name)
    assert made.document.media_type == media_type


def test_unreadable_name_is_refused() -> None:
    """A name that is too long for the system is refused like any other bad input."""
    _, refusals = take("x" * 5_000)
    assert len(refusals) == 1


def test_device_is_refused() -> None:
    """A device never ends, so it is not read."""
    _, refusals = take("/dev/zero")
    assert "device" in refusals[0].reason


def test_importing_loads_nothing_heavy() -> None:
    """The command line can import the intake and still answer at once."""
    heavy = ("lxml", "httpx", "trafilatura", "datasketch", "numpy", "feedparser", "warcio", "py3langid", "sqlalchemy")
    code = f"import sys, watchfloor.evidence.intake; print([name for name in {heavy!r} if name in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=200),
    name=st.sampled_from(
        ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.xml", "a.zip", "a.warc", "a.warc.gz", "a.bin", "meta.json"]
    ),
)
def test_arbitrary_files_never_raise(tmp_path: Path, content: bytes, name: str) -> None:
    """Any bytes under any name give documents whose furniture lies in their text, or refusals of one line."""
    path = tmp_path / name
    path.write_bytes(content)
    exhibits, refusals = take(path)
    assert exhibits or refusals
    assert all("\n" not in one.reason for one in refusals)
    assert all(0 <= start < end <= len(one.document.text) for one in exhibits for start, end in one.document.furniture)
    path.unlink()
