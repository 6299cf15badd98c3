"""The press schema: what Watchfloor writes in it is scored as it stands."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import gold
from watchfloor.model.reading import Reading
from watchfloor.products.press import reading_json, record_json

SCORE = gold.PRESS.parent / "score" / "score.py"
pytestmark = pytest.mark.skipif(not gold.STORIES or not SCORE.exists(), reason=gold.WITHOUT_STORIES)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """The scorer as it stands beside the repository."""
    spec = importlib.util.spec_from_file_location("score", SCORE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("story", gold.STORIES, ids=lambda s: s.name)
def test_record_of_gold_scores_full_marks(story: Path, scorer: ModuleType) -> None:
    """A record made of the annotation itself, written out and read again, is a perfect one to the scorer."""
    written = json.loads(json.dumps(record_json(gold.gold_record(story))))
    truth = scorer.Story(json.loads((story / "gold.json").read_text(encoding="utf-8")))
    report: dict[str, Any] = scorer.score(truth, scorer.Story(written))
    for kind in ("statements", "incidents", "figures", "positions", "contradictions"):
        assert report[kind]["f1"] == 1.0, kind
    for kind in ("same_statement", "same_incident"):
        assert report[kind]["bcubed_f1"] == 1.0, kind
        assert report[kind]["link_f1"] in {1.0, None}, kind
    assert report["speaker_accuracy"] == 1.0
    for part in ("status", "specific", "country", "blamed"):
        assert report["incidents"][f"{part}_accuracy"] == 1.0, part


@pytest.mark.parametrize("story", gold.STORIES, ids=lambda s: s.name)
def test_every_item_names_a_document_and_lies_in_it(story: Path) -> None:
    """Each item's `doc` is the id of a listed document, and its offsets lie inside that document's text."""
    record = gold.gold_record(story)
    written: dict[str, Any] = record_json(record)
    length = {d.short_id: len(d.text) for d in record.documents}
    assert [d["id"] for d in written["documents"]] == list(length)
    for kind, key in (("statements", "content"), ("incidents", "trigger"), ("positions", "span"), ("figures", "span")):
        for item in written[kind]:
            pieces = item[key] if isinstance(item[key][0], list) else [item[key]]
            assert all(0 <= start < end <= length[item["doc"]] for start, end in pieces)


def test_omission_is_what_most_others_carry() -> None:
    """A document is said to lack only what more than half of the story's other documents carry."""
    record = gold.gold_record(gold.STORIES[-1])
    written: dict[str, Any] = record_json(record)
    home = {c.id: c.document_id[:12] for c in record.claims}
    for gap in written["omissions"]:
        carriers = {home[i] for i in gap["ids"]}
        assert gap["doc"] not in carriers
        assert len(carriers) * 2 > len(record.documents) - 1


def test_reading_stands_alone() -> None:
    """A reading names its document by path and sha256, and every actor that its claims name."""
    story = gold.STORIES[0]
    document, reading = gold.documents(story)[0], gold.readings(story)[0]
    written: dict[str, Any] = json.loads(json.dumps(reading_json(document, reading)))
    assert (written["path"], written["sha256"]) == (document.origin, document.id)
    actors = {a["id"] for a in written["actors"]}
    assert {s["speaker"] for s in written["statements"]} - {None} <= actors
    assert len(written["statements"]) == len(reading.statements)


def test_reading_of_another_document_is_refused() -> None:
    """A reading can't be written under a document that it is not of."""
    document = gold.documents(gold.STORIES[0])[0]
    with pytest.raises(ValueError, match="is not one of"):
        reading_json(document, Reading("0" * 64, "rules 1"))
