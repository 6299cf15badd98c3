"""One speaker: what counts as a pair of statements of one actor, and against what it is measured."""

from __future__ import annotations

import pytest

import speakers
from shared import STORY_SCORER

SCORED = pytest.mark.skipif(not STORY_SCORER.exists(), reason="../shared/score is absent")


def test_one_actor_for_one_speaker_is_perfect() -> None:
    """Other ids for the same partition change nothing."""
    assert speakers.f1([("1", "A"), ("2", "A"), ("2", "B"), ("3", "B")], ["x", "x", "y", "y"]) == (1.0, 1.0)


def test_a_torn_speaker_costs_its_pairs() -> None:
    """Three statements of one actor are three pairs; with one torn off, a single pair is left, and none false."""
    assert speakers.f1([("1", "A"), ("2", "A"), ("3", "A")], ["x", "x", "y"])[0] == pytest.approx(2 / 4)


def test_pairs_across_documents_are_counted_apart() -> None:
    """A pair within one document tells nothing of linking between documents."""
    whole, across = speakers.f1([("1", "A"), ("1", "A"), ("2", "A")], ["x", "x", "y"])
    assert whole == 0.5
    assert across == 0.0


def test_nobody_is_no_speaker() -> None:
    """Statements without a speaker are no pair, neither wanted nor given; without any wanted pair there is no figure."""
    assert speakers.f1([("1", None), ("2", None)], ["x", "x"]) == (None, None)
    assert speakers.f1([("1", "A"), ("2", "A")], [None, None]) == (0.0, 0.0)


def _story(speaker: str) -> dict[str, object]:
    said = [
        {"id": f"{doc}:S1", "doc": doc, "kind": "direct", "content": [[0, 9]], "speaker": speaker.format(doc)}
        for doc in ("a", "b")
    ]
    return {"documents": [{"id": "a", "sha256": "1"}, {"id": "b", "sha256": "2"}], "actors": [], "statements": said}


@SCORED
def test_the_baseline_is_equality_of_names_in_the_statements_documents() -> None:
    """An actor that the record has linked, under two names in two documents, is found by the record and not by the baseline."""
    found = speakers.figures(_story("A"), _story("x"), {"a:S1": "Ann Orlin", "b:S1": "the envoy"})
    assert found["same_speaker.f1"] == 1.0
    assert found["same_speaker.name_f1"] == 0.0
    found = speakers.figures(_story("A"), _story("x{}"), {"a:S1": "Ann  Orlin", "b:S1": "ann orlin"})
    assert found["same_speaker.f1"] == 0.0
    assert found["same_speaker.name_f1"] == 1.0
