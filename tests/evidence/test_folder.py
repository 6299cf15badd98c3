"""Folders and the sidecars in them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from evidence_samples import ARTICLE, page, take


def _fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(title=f"Exercise: cable {name} cut") if name.endswith(".html") else f"{ARTICLE} {name}")


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Folder by folder, sorted; hidden files, pictures and backups are passed over without a word."""
    _fill(tmp_path, "b.txt", "a.txt", "c/z.txt", "c/y.md", ".hidden.txt", ".git/x.txt", "a.txt~", "photo.jpg")
    exhibits, refusals = take(tmp_path)
    assert [Path(one.document.origin).relative_to(tmp_path).as_posix() for one in exhibits] == [
        "a.txt",
        "b.txt",
        "c/y.md",
        "c/z.txt",
    ]
    assert refusals == []


def test_sidecar_of_the_folder_names_its_files(tmp_path: Path) -> None:
    """What meta.json says holds for the files beside it, and it is no article; the same for a file given by itself."""
    _fill(tmp_path, "a.txt", "b.txt")
    (tmp_path / "meta.json").write_text(
        json.dumps({"a.txt": {"outlet": "The Exercise Post", "published": "2026-03-09"}})
    )
    exhibits, refusals = take(tmp_path)
    assert [one.document.outlet for one in exhibits] == ["The Exercise Post", None]
    assert refusals == []
    (alone,), _ = take(tmp_path / "a.txt")
    assert alone.document.outlet == "The Exercise Post"


def test_malformed_sidecar_is_refused_and_the_articles_go_on(tmp_path: Path) -> None:
    """One line for the sidecar, none for its articles, however many of them are given one by one."""
    _fill(tmp_path, "a.txt", "b.txt")
    (tmp_path / "meta.json").write_text("{")
    for inputs in ([tmp_path], [tmp_path / "a.txt", tmp_path / "b.txt"]):
        exhibits, refusals = take(*inputs)
        assert len(exhibits) == 2
        assert [one.origin for one in refusals] == [str(tmp_path / "meta.json")]


def test_sidecar_given_by_itself_is_refused(tmp_path: Path) -> None:
    """A sidecar is never an article."""
    (tmp_path / "a.txt.meta.json").write_text(json.dumps({"text": ARTICLE}))
    exhibits, refusals = take(tmp_path / "a.txt.meta.json")
    assert exhibits == []
    assert "sidecar" in refusals[0].reason


def test_documents_of_other_programs_are_refused_by_name(tmp_path: Path) -> None:
    """What looks meant and can't be read gets a line; the rest goes on."""
    _fill(tmp_path, "a.txt", "paper.pdf", "memo.docx")
    exhibits, refusals = take(tmp_path)
    assert len(exhibits) == 1
    assert [Path(one.origin).name for one in refusals] == ["memo.docx", "paper.pdf"]


def test_parts_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    """The folder that a browser saves beside a page is passed over; one of that name without a page is not."""
    _fill(tmp_path, "story.html", "story_files/frame.html", "other_files/real.txt")
    exhibits, _ = take(tmp_path)
    assert [Path(one.document.origin).name for one in exhibits] == ["real.txt", "story.html"]


@pytest.mark.parametrize("kind", ["empty", "pictures"])
def test_folder_without_article_is_refused(tmp_path: Path, kind: str) -> None:
    """A folder with nothing to read says so."""
    if kind == "pictures":
        _fill(tmp_path, "a.png")
    _, refusals = take(tmp_path)
    assert [one.origin for one in refusals] == [str(tmp_path)]


def test_loops_and_pipes_are_safe(tmp_path: Path) -> None:
    """A link to the folder above is not followed, a pipe is not waited for, a link to nothing is refused."""
    _fill(tmp_path, "a.txt")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe.txt")
    exhibits, refusals = take(tmp_path)
    assert len(exhibits) == 1
    assert [Path(one.origin).name for one in refusals] == ["gone.txt", "pipe.txt"]


def test_deep_folders_end(tmp_path: Path) -> None:
    """Folders in one another beyond any purpose are refused and nothing runs out."""
    deepest = tmp_path.joinpath(*(["d"] * 70))
    deepest.mkdir(parents=True)
    _fill(deepest, "a.txt")
    exhibits, refusals = take(tmp_path)
    assert exhibits == []
    assert "in one another" in refusals[0].reason


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    """What links point at outside of their folder is not read, file or folder; one that leads nowhere ends nothing."""
    _fill(tmp_path, "press/a.txt", "press/z.txt", "private/b.txt")
    press = tmp_path / "press"
    (press / "file.txt").symlink_to(tmp_path / "private" / "b.txt")
    (press / "folder").symlink_to(tmp_path / "private", target_is_directory=True)
    (press / "again.txt").symlink_to(press / "a.txt")
    (press / "ring.txt").symlink_to(press / "ring.txt")
    exhibits, refusals = take(press)
    assert [Path(one.document.origin).name for one in exhibits] == ["a.txt", "z.txt"]
    assert [(Path(one.origin).name, "leads out" in one.reason) for one in refusals] == [
        ("file.txt", True),
        ("folder", True),
        ("ring.txt", False),
    ]


def test_a_sidecar_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe under a sidecar's name is refused, and the articles beside it are taken without it."""
    _fill(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "meta.json")
    exhibits, refusals = take(tmp_path)
    assert len(exhibits) == 1
    assert [Path(one.origin).name for one in refusals] == ["meta.json"]
