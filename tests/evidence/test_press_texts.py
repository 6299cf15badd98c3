"""Real articles beside the checkout: what their first lines and their furniture must give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence_samples import take
from watchfloor.evidence.copies import copies

_PRESS = Path(__file__).resolve().parents[3] / "shared" / "press"
_STORIES = sorted(path.parent for path in _PRESS.glob("*/gold.json"))

pytestmark = pytest.mark.skipif(
    not _STORIES, reason="the annotated stories (../shared/press) are not beside this checkout"
)


@pytest.mark.parametrize("story", _STORIES, ids=lambda story: story.name)
def test_headline_and_day_are_those_of_the_annotation(story: Path) -> None:
    """Headlines and days of publication agree with the annotation, and the text is the file."""
    exhibits, refusals = take(story / "texts")
    assert refusals == []
    by_name = {Path(one.document.origin).name: one.document for one in exhibits}
    for expected in json.loads((story / "gold.json").read_text())["documents"]:
        document = by_name[Path(expected["path"]).name]
        assert document.id == expected["sha256"]
        assert document.text == (story / expected["path"]).read_bytes().decode()
        assert document.headline == expected["headline"]
        day = document.published.first_day if document.published else None
        assert (day.isoformat() if day else None) == expected["published"]
        assert document.language == "en"


@pytest.mark.parametrize("story", _STORIES, ids=lambda story: story.name)
def test_nothing_annotated_is_furniture(story: Path) -> None:
    """No statement, incident, figure or position of the annotation lies in a stretch marked as furniture."""
    gold = json.loads((story / "gold.json").read_text())
    documents = {Path(one.document.origin).stem: one.document for one in take(story / "texts")[0]}
    for claim in (*gold["statements"], *gold["incidents"], *gold["figures"], *gold["positions"]):
        spans = [*claim.get("content", []), *claim.get("trigger", []), *([claim["span"]] if "span" in claim else [])]
        assert not any(documents[claim["doc"]].is_furniture(*span) for span in spans), claim["id"]


@pytest.mark.parametrize("story", _STORIES, ids=lambda story: story.name)
def test_independent_reports_are_no_copies(story: Path) -> None:
    """Different outlets' own reports of one story are not linked, though they share quotations."""
    exhibits, _ = take(story / "texts")
    assert copies([one.document for one in exhibits], {one.document.id: one.signature for one in exhibits}) == ()
