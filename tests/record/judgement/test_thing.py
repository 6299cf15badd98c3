"""A thing of the record is found by its id, whatever became of it."""

from __future__ import annotations

from cable_articles import FIRST, built, statements
from ruled import ruled
from watchfloor.model.judgement import Decision, Held, SubjectKind
from watchfloor.record.judgement.thing import thing


def test_what_was_rejected_and_judgements_are_found() -> None:
    """A rejected claim is found under its id, and a judgement under the beginning of its."""
    record = built(FIRST, ruled(1, Decision.REJECT, SubjectKind.STATEMENT, statements(FIRST)[0]))
    assert thing(record, statements(FIRST)[0]) == record.rejected[0]
    found = thing(record, "J-")
    assert isinstance(found, Held)
