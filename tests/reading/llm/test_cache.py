"""Answers kept beside the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from watchfloor.reading.llm import cache
from watchfloor.reading.llm.cache import Cache, Question

ASKED = Question("d" * 64, "exercise-model", "EXERCISE. One.")


def test_what_was_kept_is_there(tmp_path: Path) -> None:
    """An answer comes back as it was, for the same question and no other."""
    kept = Cache(tmp_path / "a" / "b")
    assert kept.answer(ASKED) is None
    kept.keep(ASKED, "answer „é“ \ufffd")
    assert kept.answer(ASKED) == "answer „é“ \ufffd"
    for other in (
        Question("e" * 64, ASKED.model, ASKED.text),
        Question(ASKED.document_id, "another", ASKED.text),
        Question(ASKED.document_id, ASKED.model, "EXERCISE. Two."),
    ):
        assert kept.answer(other) is None


def test_another_prompt_asks_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer to an earlier version of the prompt is not used."""
    kept = Cache(tmp_path)
    kept.keep(ASKED, "answer")
    monkeypatch.setattr(cache, "VERSION", 999)
    assert kept.answer(ASKED) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b'{"document": 1}', b"[]"])
def test_a_damaged_answer_is_none(tmp_path: Path, damage: bytes) -> None:
    """A file that is not what was written counts as not there, and can be written again."""
    kept = Cache(tmp_path)
    kept.keep(ASKED, "answer")
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert kept.answer(ASKED) is None
    kept.keep(ASKED, "answer")
    assert kept.answer(ASKED) == "answer"
    assert list(tmp_path.iterdir()) == [file]


def test_no_folder_keeps_nothing() -> None:
    """Without a folder there is nothing to find and nothing goes wrong."""
    kept = Cache(None)
    kept.keep(ASKED, "answer")
    assert kept.answer(ASKED) is None


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    """What can't be kept is told, as it has been paid for."""
    (tmp_path / "taken").write_text("x")
    with pytest.raises(OSError, match="taken"):
        Cache(tmp_path / "taken").keep(ASKED, "answer")
