"""The bridge from the annotated stories to the model: what tests of everything else stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

import gold
from watchfloor.model.claim import NARRATOR

pytestmark = pytest.mark.skipif(not gold.STORIES, reason=gold.WITHOUT_STORIES)


@pytest.mark.parametrize("story", gold.STORIES, ids=lambda s: s.name)
def test_readings_name_only_their_own_actors(story: Path) -> None:
    """Every actor that a claim of a reading names is in that reading, and ids are unique over the story."""
    seen: set[str] = set()
    for reading in gold.readings(story):
        own = {a.id for a in reading.actors}
        assert not own & seen
        seen |= own
        named = {s.speaker for s in reading.statements} | {p.actor for p in reading.positions}
        named |= {f.asserted_by for f in reading.figures}
        named |= {x for i in reading.incidents for b in i.blamed for x in (b.actor, b.by)}
        assert named - {None, NARRATOR} <= own


@pytest.mark.parametrize("story", gold.STORIES, ids=lambda s: s.name)
def test_record_holds_every_claim_once(story: Path) -> None:
    """Utterances partition the statements and incidents the reports; every contradiction stands on known claims."""
    record = gold.gold_record(story)
    assert sorted(i for u in record.utterances for i in u.statements) == sorted(s.id for s in record.statements)
    assert sorted(i for e in record.incidents for i in e.reports) == sorted(r.id for r in record.reports)
    known = {c.id for c in record.claims}
    assert all(set(x.claims) <= known and len(x.sides) > 1 for x in record.contradictions)
    actors = {a.id for a in record.actors}
    assert all(s.speaker is None or s.speaker in actors for s in record.statements)
