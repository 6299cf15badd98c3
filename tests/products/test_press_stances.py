"""The stance table as JSON."""

from __future__ import annotations

import json

import exercise
from watchfloor.model.claim import Polarity
from watchfloor.model.stance import Change, Stance, StanceEntry, Voicing
from watchfloor.products.press_stances import stances_json


def test_a_row_holds_who_what_when_and_where() -> None:
    """Each entry names its claim, document, words, time and who says it, and each change the claims it stands between."""
    held = [
        StanceEntry(p.id, p.document_id, p.polarity, p.spans, Voicing.REPORTED, exercise.MORNING.published, group="A9")
        for p in exercise.POSITIONS
    ]
    row = Stance("A1", "Ilva Brandt", "sanctions", tuple(held), (Change(*held),))
    known = {d.id: d for d in (exercise.MORNING, exercise.EVENING)}
    [found] = json.loads(json.dumps(stances_json([row], known)))
    assert (found["actor"], found["name"], found["issue"]) == ("A1", "Ilva Brandt", "Sanctions")
    first = found["entries"][0]
    assert exercise.MORNING.text[slice(*first["spans"][0])] == "Brandt blamed the freighter Ostrava"
    assert first["when"] == {"earliest": "2031-05-01", "latest": "2031-05-01", "text": None}
    assert (first["polarity"], first["voicing"], first["group"]) == (Polarity.FOR, "reported", "A9")
    assert found["changes"] == [{"before": "m:P1", "after": "e:P1"}]
