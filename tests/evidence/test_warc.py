"""Web archives."""

from __future__ import annotations

import gzip
import hashlib
import io
import tracemalloc
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from evidence_samples import ARTICLE, page, take


def _warc(
    path: Path,
    pages: dict[str, bytes],
    *,
    status: str = "200 OK",
    media_type: str = "text/html; charset=utf-8",
    packed: bool = False,
) -> Path:
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=packed)
        for url, body in pages.items():
            headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.0")
            record = writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2026-03-09T06:59:00Z"},
            )
            writer.write_record(record)
    return path


@pytest.mark.parametrize("name", ["press.warc", "press.warc.gz"])
def test_pages_are_documents(tmp_path: Path, name: str) -> None:
    """Each page becomes a document with the address and the time of its capture; one without article is refused."""
    path = _warc(
        tmp_path / name,
        {"https://post.example/1": page().encode(), "https://post.example/2": b"<html>nothing</html>"},
        packed=name.endswith("gz"),
    )
    (made,), (refusal,) = take(path)
    assert made.document.url == "https://post.example/1"
    assert made.document.fetched_at.isoformat() == "2026-03-09T06:59:00+00:00"
    assert made.raw == page().encode()
    assert refusal.origin == f"{path}#https://post.example/2"


@pytest.mark.parametrize(("status", "media_type"), [("404 Not Found", "text/html"), ("200 OK", "image/png")])
def test_other_records_are_passed_over(tmp_path: Path, status: str, media_type: str) -> None:
    """Failures and pictures are no pages; an archive of nothing else is refused once."""
    exhibits, refusals = take(
        _warc(
            tmp_path / "press.warc", {"https://post.example/1": page().encode()}, status=status, media_type=media_type
        )
    )
    assert exhibits == []
    assert len(refusals) == 1
    assert "none" in refusals[0].reason


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no archive at all\r\n",
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\n",
        gzip.compress(b"no archive"),
        b"\x1f\x8b\x08\x00junk",
    ],
)
def test_what_is_no_archive_is_refused(tmp_path: Path, raw: bytes) -> None:
    """Broken and foreign files are refused in one line."""
    path = tmp_path / "press.warc.gz"
    path.write_bytes(raw)
    exhibits, refusals = take(path)
    assert exhibits == []
    assert len(refusals) == 1
    assert "\n" not in refusals[0].reason


def test_what_stands_before_the_break_is_kept(tmp_path: Path) -> None:
    """An archive that was cut off gives its whole records."""
    path = _warc(
        tmp_path / "press.warc.gz",
        {f"https://post.example/{n}": page(title=f"Exercise: cable {n} cut").encode() for n in range(3)},
        packed=True,
    )
    path.write_bytes(path.read_bytes()[:-300])
    exhibits, _ = take(path)
    assert len(exhibits) >= 2


@pytest.mark.parametrize("name", ["press.warc", "press.warc.gz"])
def test_an_archive_that_breaks_off_is_broken(tmp_path: Path, name: str) -> None:
    """Cut in its only page, packed or not, it is no archive without pages but a broken one, of which nothing was taken."""
    path = _warc(tmp_path / name, {"https://post.example/1": page().encode()}, packed=name.endswith("gz"))
    path.write_bytes(path.read_bytes()[:-300])
    exhibits, refusals = take(path)
    assert exhibits == []
    assert len(refusals) == 1
    assert "found it broken" in refusals[0].reason
    assert "nothing could be taken" in refusals[0].reason


@pytest.mark.parametrize("name", ["notes.gz", "notes.warc.gz"])
def test_another_packed_file_claims_nothing(tmp_path: Path, name: str) -> None:
    """A packed text is no web archive, and nobody is told that a part of it was taken."""
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"Notes\n\n" + ARTICLE.encode()))
    exhibits, (refusal,) = take(path)
    assert exhibits == []
    assert "found something else" in refusal.reason
    assert "taken" not in refusal.reason


def test_oversized_record_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record over the limit is not held in memory; the next one is read."""
    monkeypatch.setattr("watchfloor.evidence.warc.MAX_DOCUMENT", 20_000)
    pages = {
        "https://post.example/1": page().encode() + b"x" * 30_000,
        "https://post.example/2": f"{page()}<p>{ARTICLE}</p>".encode(),
    }
    exhibits, refusals = take(_warc(tmp_path / "press.warc.gz", pages, packed=True))
    assert [one.document.url for one in exhibits] == ["https://post.example/2"]
    assert "expected at most" in refusals[0].reason


_RECORD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"


@pytest.mark.parametrize(
    "start",
    [
        b"WARC/1.0\r\nWARC-Type: ",
        _RECORD + b"Content-Length: 4\r\n\r\nabcd\r\n\r\n",
        _RECORD + b"Content-Length: 90000000\r\n\r\nHTTP/1.0 200 OK\r\nX: ",
    ],
)
def test_a_line_without_end_does_not_fill_the_memory(tmp_path: Path, start: bytes) -> None:
    """A header that unpacks to tens of megabytes is given up after a few, wherever it stands."""
    path = tmp_path / "press.warc.gz"
    path.write_bytes(gzip.compress(start + b"x" * 60_000_000, compresslevel=1))
    tracemalloc.start()
    exhibits, refusals = take(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert exhibits == []
    assert len(refusals) == 1
    assert peak < 30_000_000


def test_spoiled_packing_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """An archive spoiled in the middle gives what stands before, and says that it breaks off; nothing else is printed."""
    noise = hashlib.shake_128(b"exercise").hexdigest(60_000)
    pages = {
        f"http://a.example/{n}": page(title=f"Exercise: cable {n} cut", body=f"<!-- {noise} -->").encode()
        for n in range(3)
    }
    path = _warc(tmp_path / "press.warc.gz", pages, packed=True)
    raw = bytearray(path.read_bytes())
    middle = len(raw) // 2
    raw[middle : middle + 400] = b"\xff" * 400
    path.write_bytes(raw)
    exhibits, refusals = take(path)
    assert [one.document.url for one in exhibits] == ["http://a.example/0"]
    assert "what came before it was taken" in refusals[-1].reason
    assert capfd.readouterr() == ("", "")


def test_unpacked_bytes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an archive unpacks to counts, not what its records say."""
    monkeypatch.setattr("watchfloor.evidence.warc_bytes.MAX_UNPACKED", 20_000)
    pages = {f"http://a.example/{n}": page(title=f"Exercise: cable {n} cut").encode() for n in range(40)}
    exhibits, refusals = take(_warc(tmp_path / "press.warc.gz", pages, packed=True))
    assert 0 < len(exhibits) < len(pages)
    assert "unpacked" in refusals[-1].reason
