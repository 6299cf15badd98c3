"""A reading survives the store's JSON exactly, and foreign JSON is told from one."""

from __future__ import annotations

import pytest
from hypothesis import given

from stored_values import readings
from watchfloor.errors import StoreError
from watchfloor.model.reading import Reading
from watchfloor.store.reading_json import from_json, to_json


@given(readings)
def test_a_reading_comes_back_exactly(reading: Reading) -> None:
    """Every claim, interval, place and span is the same after a round trip, down to the offset of a zone."""
    back = from_json(to_json(reading))
    assert back == reading
    assert _offsets(back) == _offsets(reading)


def test_what_is_no_reading_is_told_in_one_line() -> None:
    """JSON that lacks a reading's fields raises StoreError, never a bare decoding error."""
    for text in ("{}", "[", '{"document_id": 3, "reader": "rules 1"}'):
        with pytest.raises(StoreError, match="can't load"):
            from_json(text)


def test_a_claim_without_evidence_is_not_let_in_by_the_back_door() -> None:
    """The rule that a claim needs a span holds for stored claims too."""
    claim = '{"id":"1","document_id":"d","reader":"r","confidence":1,"kind":"direct","content":[]}'
    with pytest.raises(StoreError, match="without its evidence"):
        from_json(f'{{"document_id":"d","reader":"r","statements":[{claim}]}}')


def _offsets(reading: Reading) -> list[object]:
    ends = (end for report in reading.incidents if report.when for end in (report.when.earliest, report.when.latest))
    return [end and end.utcoffset() for end in ends]
