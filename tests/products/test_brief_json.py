"""The brief as JSON: the same lines, each with the numbers of its notes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import exercise
from watchfloor.products import brief_json
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.shape import Line, walk


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a JSON value."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(item)


def test_every_line_has_its_notes_and_they_exist() -> None:
    """Each line names at least one note by number, and each note holds its document's own characters."""
    written = json.loads(brief_json.render(exercise.record()))
    notes = {note["number"]: note for note in written["notes"]}
    lines = [found for found in objects(written) if "pieces" in found]
    assert lines
    assert all(line["evidence"] and set(line["evidence"]) <= set(notes) for line in lines)
    texts = {d.id: d.text for d in exercise.record().documents}
    for note in notes.values():
        marked = "".join(stretch["text"] for stretch in note["passage"] if stretch["focus"] == "marked")
        assert marked == "".join(texts[note["document"]][start:end] for start, end in note["spans"])


def test_json_says_what_the_other_forms_say() -> None:
    """The lines of the JSON are the lines of the brief, in its order."""
    written = json.loads(brief_json.render(exercise.record()))
    lines = [found["text"] for found in objects(written["parts"]) if "pieces" in found]
    assert lines == [found.text for found in walk(brief_of(exercise.record()).parts) if isinstance(found, Line)]


def test_keys_are_those_documented() -> None:
    """The top keys are the ones that the module promises."""
    written = json.loads(brief_json.render(exercise.record()))
    assert list(written) == [
        "format",
        "title",
        "parts",
        "other_sources",
        "method",
        "refuses",
        "decisions",
        "decisions_left_out",
        "notes",
    ]
    assert written["format"] == brief_json.FORMAT
    assert all(f"{key} " in (brief_json.__doc__ or "") or f"{key}," in (brief_json.__doc__ or "") for key in written)
