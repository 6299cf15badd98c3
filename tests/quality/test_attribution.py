"""Statements are handed to the scorer as they were read, article by article."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution import FEW, Said, articles, by_product, few, measure
from polnear_exercise import ARTICLE, STATEMENTS, offsets, polnear
from shared import POLNEAR_SCORER

scored = pytest.mark.skipif(not POLNEAR_SCORER.exists(), reason="../shared/score/polnear.py is absent")


def _truth() -> list[Said]:
    return [Said(offsets(source), offsets(cue), (offsets(content),), 0.9) for source, cue, content in STATEMENTS]


@scored
def test_the_truth_scores_one_and_silence_nothing(tmp_path: Path) -> None:
    """The annotation itself has every figure at 1 and no article missing, an empty reading has every figure at 0."""
    texts = articles(polnear(tmp_path, "one", "two"))
    right = measure("exercise", tmp_path, texts, {text.name: _truth() for text in texts}).figures
    assert (right["documents"], right["missing"], right["gold"]) == (2, 0, 6)
    keys = ("source", "cue", "content", "content_soft", "source_given_content", "direct_recall", "indirect_recall")
    assert [right[key] for key in keys] == [1.0] * len(keys)
    silent = measure("exercise", tmp_path, texts, {text.name: [] for text in texts}).figures
    assert [silent[key] for key in keys] == [0.0] * len(keys)


@scored
def test_a_part_is_scored_alone(tmp_path: Path) -> None:
    """Of a part's articles none is missing, the others are not counted, and the part has a digest of its own."""
    texts = articles(polnear(tmp_path, "one", "two"))
    heard = {texts[0].name: _truth()}
    part = measure("part", tmp_path, texts[:1], heard)
    assert (part.figures["documents"], part.figures["missing"]) == (1, 0)
    assert part.digest != measure("whole", tmp_path, texts, heard | {texts[1].name: []}).digest


def test_the_product_reads_the_text_as_it_stands(tmp_path: Path) -> None:
    """Each statement's offsets lie in the file's own text, and its confidence between 0 and 1."""
    (text,) = articles(polnear(tmp_path, "one"))
    heard = by_product([text])[text.name]
    assert heard
    assert all(0 <= start < end <= len(ARTICLE) for said in heard for start, end in said.content)
    assert all(0 <= said.confidence <= 1 for said in heard)


def test_the_few_are_always_the_same() -> None:
    """The subset depends on names alone: not on the order of the folder, nor on articles that are not in it."""
    texts = [Path(f"exercise-{number}.txt") for number in range(3 * FEW)]
    chosen = few(texts)
    assert few(texts[::-1]) == chosen
    assert len(chosen) == FEW
    assert few([text for text in texts if text in chosen or text.stem.endswith("7")]) == chosen
