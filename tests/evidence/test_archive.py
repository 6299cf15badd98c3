"""Zip archives, honest and hostile."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from evidence_samples import ARTICLE, take
from watchfloor.errors import TooLarge, Unreadable
from watchfloor.evidence.archive import Archive
from watchfloor.evidence.limits import MAX_DOCUMENT


def _zip(path: Path, members: dict[str, bytes], *, packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_members_are_documents_in_order(tmp_path: Path) -> None:
    """Texts come out by name with their place in the archive; sidecars apply in their own folder; pictures are passed over."""
    members = {
        "b.txt": f"{ARTICLE} B".encode(),
        "a/a.txt": f"{ARTICLE} A".encode(),
        "meta.json": b'{"b.txt": {"outlet": "The Exercise Post"}, "a.txt": {"outlet": "Wrong"}}',
        "a/a.txt.meta.json": b'{"outlet": "Own"}',
        "a/x.png": b"\x89PNG",
        "__MACOSX/b.txt": b"x",
        ".hidden.txt": b"x",
    }
    path = _zip(tmp_path / "press.zip", members)
    exhibits, refusals = take(path)
    assert [(one.document.origin, one.document.outlet) for one in exhibits] == [
        (f"{path}/a/a.txt", "Own"),
        (f"{path}/b.txt", "The Exercise Post"),
    ]
    assert [(one.origin, one.reason.partition(":")[0]) for one in refusals] == [(f"{path}/meta.json", "a.txt")]


def test_bad_sidecar_costs_no_article(tmp_path: Path) -> None:
    """A malformed sidecar is refused by its name, the articles beside it are taken."""
    path = _zip(tmp_path / "press.zip", {"a.txt": ARTICLE.encode(), "meta.json": b"{"})
    exhibits, refusals = take(path)
    assert len(exhibits) == 1
    assert [one.origin for one in refusals] == [f"{path}/meta.json"]


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:\\evil.txt"])
def test_path_traversal_is_refused(tmp_path: Path, name: str) -> None:
    """A member whose path leads out is refused, nothing is written, and the others are taken."""
    inside = tmp_path / "inside"
    inside.mkdir()
    path = _zip(inside / "press.zip", {name: b"evil", "good.txt": ARTICLE.encode()})
    exhibits, refusals = take(path)
    assert len(exhibits) == 1
    assert "leads out" in refusals[0].reason
    assert [one.name for one in tmp_path.rglob("*")] == ["inside", "press.zip"]


def test_bomb_is_refused(tmp_path: Path) -> None:
    """A member that unpacks to a thousand times its size is refused before it is unpacked."""
    path = _zip(tmp_path / "press.zip", {"bomb.txt": bytes(15_000_000), "good.txt": ARTICLE.encode()})
    exhibits, refusals = take(path)
    assert len(exhibits) == 1
    assert "times its size" in refusals[0].reason


def test_large_member_is_refused(tmp_path: Path) -> None:
    """A member over the limit of one document is refused by its stated size."""
    path = _zip(tmp_path / "press.zip", {"large.txt": bytes(MAX_DOCUMENT + 1)}, packing=zipfile.ZIP_STORED)
    _, refusals = take(path)
    assert "20 MB" in refusals[0].reason


def test_lying_size_does_not_help(tmp_path: Path) -> None:
    """A member whose directory entry understates its size gives no more than that, or nothing."""
    path = _zip(tmp_path / "press.zip", {"bomb.txt": bytes(MAX_DOCUMENT * 3)})
    raw = path.read_bytes()
    path.write_bytes(raw.replace(struct.pack("<L", MAX_DOCUMENT * 3), struct.pack("<L", 500_000)))
    exhibits, refusals = take(path)
    assert exhibits == []
    assert len(refusals) == 1


def test_allowance_of_the_whole_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many members that are each within the limit are stopped by the limit of the whole."""
    monkeypatch.setattr("watchfloor.evidence.archive.MAX_UNPACKED", 3 * len(ARTICLE))
    path = _zip(tmp_path / "press.zip", {f"{n}.txt": f"{ARTICLE} {n}".encode() for n in range(5)})
    exhibits, refusals = take(path)
    assert len(exhibits) == 2
    assert len(refusals) == 3


def test_links_nesting_and_unknown_kinds_are_refused(tmp_path: Path) -> None:
    """A link, an archive in the archive and a file of another program are refused, each with its own reason."""
    path = tmp_path / "press.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("inner.zip", b"PK\x03\x04")
        archive.writestr("paper.pdf", b"%PDF")
    _, refusals = take(path)
    assert [
        (one.origin.rpartition("/")[2], word in one.reason)
        for one, word in zip(refusals, ("archive in an archive", "link", ".pdf"), strict=True)
    ] == [
        ("inner.zip", True),
        ("link.txt", True),
        ("paper.pdf", True),
    ]


def test_encrypted_member_is_refused(tmp_path: Path) -> None:
    """A member that needs a password is refused and says so."""
    path = _zip(tmp_path / "press.zip", {"a.txt": ARTICLE.encode()}, packing=zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    _, refusals = take(path)
    assert "encrypted" in refusals[0].reason


@pytest.mark.parametrize("cut", [10, 40, -30])
def test_broken_archive_is_one_refusal(tmp_path: Path, cut: int) -> None:
    """A file that is no whole zip is refused in one line."""
    path = _zip(tmp_path / "press.zip", {"a.txt": ARTICLE.encode()})
    path.write_bytes(path.read_bytes()[:cut])
    exhibits, refusals = take(path)
    assert exhibits == []
    assert len(refusals) == 1
    assert "\n" not in refusals[0].reason


def test_empty_archive_is_refused(tmp_path: Path) -> None:
    """An archive without an article says so."""
    _, refusals = take(_zip(tmp_path / "press.zip", {"x.png": b"x"}))
    assert "none in it" in refusals[0].reason


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of members is bounded."""
    monkeypatch.setattr("watchfloor.evidence.archive.MAX_MEMBERS", 2)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for n in range(3):
            archive.writestr(f"{n}.txt", b"x")
    with pytest.raises(TooLarge, match="at most 2 files"):
        Archive(held)
    with pytest.raises(Unreadable):
        Archive(io.BytesIO(b"no zip"))


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_spoiled_member_costs_itself_only(tmp_path: Path, packing: int) -> None:
    """However it is packed, a member whose bytes are spoiled is one refusal, and the one behind it is taken."""
    path = _zip(tmp_path / "press.zip", {"a.txt": ARTICLE.encode()}, packing=packing)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("b.txt", f"{ARTICLE} b")
        start = archive.infolist()[0].header_offset + 30 + len("a.txt") + 9
    raw = bytearray(path.read_bytes())
    raw[start : start + 40] = b"\xff" * 40
    path.write_bytes(raw)
    exhibits, refusals = take(path)
    assert [one.document.origin.rpartition("/")[2] for one in exhibits] == ["b.txt"]
    assert [one.origin.rpartition("/")[2] for one in refusals] == ["a.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused(tmp_path: Path) -> None:
    """Where unpacking would keep one of two members and lose the other, neither is taken, and a line says so."""
    path = tmp_path / "press.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for n, name in enumerate(("a.txt", "b.txt", "a.txt")):
            archive.writestr(name, f"{ARTICLE} {n}")
    exhibits, refusals = take(path)
    assert [one.document.origin.rpartition("/")[2] for one in exhibits] == ["b.txt"]
    assert [(one.origin.rpartition("/")[2], "several" in one.reason) for one in refusals] == [("a.txt", True)]
