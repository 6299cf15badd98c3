"""Sidecars: what they say, and that a fault costs no more than itself."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_samples import ARTICLE, NOW, take
from watchfloor.evidence.sidecar import is_sidecar, merged, orphans, sidecar


def _raw(content: object) -> bytes:
    return json.dumps(content).encode()


def test_folder_sidecar_says_all_of_each_file() -> None:
    """Every field of every file is read, the date with its zone."""
    entry = {
        "outlet": "The Exercise Post",
        "published": "2026-03-09 06:59 GMT",
        "headline": "Cable cut",
        "url": "https://post.example/1",
        "author": "Ilva Sorrento",
    }
    read = sidecar("meta.json", _raw({"a.txt": entry, "b.txt": {}}), NOW)
    known = read.metadata["a.txt"]
    assert (known.outlet, known.headline, known.url, known.author) == (
        "The Exercise Post",
        "Cable cut",
        "https://post.example/1",
        "Ilva Sorrento",
    )
    assert known.published is not None
    assert read.faults == ()


def test_null_is_unknown_and_no_fault() -> None:
    """A field that is null is simply not known."""
    assert sidecar("meta.json", _raw({"a.txt": {"outlet": None, "published": None}}), NOW).faults == ()


@pytest.mark.parametrize(
    "raw",
    [b"{", b"[]", b'"text"', b"7", b"null", b"", b"\xff\x00\x00", b"[" * 100_000, b'{"a.txt": 3}', b'{"a.txt": ["x"]}'],
)
def test_malformed_sidecar_is_a_fault(raw: bytes) -> None:
    """What is no object of objects is told in one line and knows nothing."""
    read = sidecar("meta.json", raw, NOW)
    assert not read.metadata
    assert len(read.faults) == 1
    assert "\n" not in read.faults[0]


def test_faulty_field_costs_that_field() -> None:
    """A wrong date, address or type is named with its file; the other fields hold."""
    entry = {"outlet": "The Exercise Post", "published": "9999-12-31", "url": "javascript:alert(1)", "author": 3}
    read = sidecar("meta.json", _raw({"a.txt": entry}), NOW)
    known = read.metadata["a.txt"]
    assert (known.outlet, known.published, known.url, known.author) == ("The Exercise Post", None, None, None)
    assert len(read.faults) == 3
    assert all(fault.startswith("a.txt: expected") for fault in read.faults)


def test_own_sidecar_wins() -> None:
    """NAME.meta.json is nearer to NAME than meta.json, which still fills what it leaves open."""
    own = sidecar("a.txt.meta.json", _raw({"outlet": "Own"}), NOW)
    common = sidecar("meta.json", _raw({"a.txt": {"outlet": "Common", "author": "Ilva Sorrento"}}), NOW)
    for order in ([own, common], [common, own]):
        known = merged(order)["a.txt"]
        assert (known.outlet, known.author) == ("Own", "Ilva Sorrento")


def test_names_of_sidecars() -> None:
    """Only these two shapes of name are sidecars."""
    assert is_sidecar("meta.json")
    assert is_sidecar("a.txt.meta.json")
    assert not is_sidecar("a.json")
    assert not is_sidecar("metameta.json")


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
        max_leaves=10,
    )
)
def test_no_json_raises(content: object) -> None:
    """Any JSON is a sidecar or a list of faults."""
    for name in ("meta.json", "a.txt.meta.json"):
        assert all("\n" not in fault for fault in sidecar(name, _raw(content), NOW).faults)


def test_entries_for_files_that_are_not_there_are_told() -> None:
    """Each is named with the sidecar that has it; those that are there are not."""
    common = sidecar("meta.json", _raw({"a.txt": {}, "sub/b.txt": {}, "gone\n.txt": {}}), NOW)
    own = sidecar("lost.txt.meta.json", _raw({}), NOW)
    told = list(orphans([common, own], {"a.txt", "b.txt"}))
    assert [name for name, _ in told] == ["meta.json", "meta.json", "lost.txt.meta.json"]
    assert [fault.partition(":")[0] for _, fault in told] == ["sub/b.txt", "gone\ufffd.txt", "lost.txt"]


def test_orphans_are_told_from_folders_and_archives(tmp_path: Path) -> None:
    """A line for the entry, and the articles are taken."""
    entries = {"a.txt": {"outlet": "The Exercise Post"}, "lost.txt": {"outlet": "Another"}}
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(ARTICLE)
    (texts / "meta.json").write_bytes(_raw(entries))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in texts.iterdir():
            archive.write(path, f"press/{path.name}")
    for place, origin in ((texts, "texts/meta.json"), (tmp_path / "a.zip", "a.zip/press/meta.json")):
        (made,), (refusal,) = take(place)
        assert made.document.outlet == "The Exercise Post"
        assert refusal.origin == str(tmp_path / origin)
        assert refusal.reason.startswith("lost.txt: expected a file")
    assert take(texts / "a.txt")[1] == []
