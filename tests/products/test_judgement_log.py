"""The log of judgements: who decided what, why, on which words, and what has become of it."""

from __future__ import annotations

from cable_articles import ALL, FIRST, LATER, built, reports, statements
from ruled import ruled
from watchfloor.model.judgement import Decision, SubjectKind
from watchfloor.products.judgement_log import decided, entries, log_json

BO = "Jonas Marik"
MERGED = ruled(1, Decision.MERGE, SubjectKind.STATEMENT, *statements(FIRST))
SPLIT = ruled(2, Decision.SPLIT, SubjectKind.STATEMENT, *statements(FIRST), by=BO)
DENIED = ruled(3, Decision.CORRECT, SubjectKind.INCIDENT, tuple(reports(FIRST)), value="status=denied")
GONE = ruled(4, Decision.REJECT, SubjectKind.STATEMENT, *statements(LATER)[:2])


def test_every_judgement_has_its_entry() -> None:
    """In the order of deciding, with its author, time, words, reason, standing and conflicts; the machine's value stands by a correction."""
    found = [dict(entry.facts) for entry in entries(built(FIRST, GONE, DENIED, SPLIT, MERGED))]
    assert [facts["By"] for facts in found] == ["Orla Venn", BO, "Orla Venn", "Orla Venn"]
    assert [facts["What"] for facts in found] == ["merged", "split", "corrected status to denied", "rejected"]
    assert [facts["Standing"] for facts in found] == [
        "undone by J-2",
        "applied",
        "applied",
        "refers to nothing here; 2 of 2 things that it was about are not there any more",
    ]
    assert found[0]["At odds"] == found[1]["At odds"]
    assert found[0]["When"] == "1 June 2031, 01:00 UTC"
    assert found[0]["About"].startswith("statement ")
    assert found[2]["Was"].endswith("status occurred")


def test_one_person_s_entries() -> None:
    """An author is found whatever the capitals; the conflicts shown are theirs."""
    record = built(FIRST, MERGED, SPLIT, DENIED)
    assert [e.judgement for e in entries(record, "jonas  MARIK")] == [SPLIT]
    assert entries(record, "Ida Sund") == ()
    own = log_json(record, BO)
    assert [j["id"] for j in own["judgements"]] == ["J-2"]  # type: ignore[attr-defined] # plain JSON
    assert len(own["conflicts"]) == 1  # type: ignore[arg-type] # plain JSON
    assert log_json(record, "Ida Sund") == {"judgements": [], "conflicts": []}


def test_what_was_decided_stands_with_the_item() -> None:
    """An item names the judgements on it, the corrected value with the machine's, and who is at odds; another item nothing of it."""
    record = built(ALL, MERGED, SPLIT, DENIED)
    names = [name for name, _ in decided(record, statements(FIRST)[0])]
    assert names == ["Decided", "Decided", "At odds"]
    [incident] = record.incidents
    [(name, told)] = decided(record, incident.id)
    assert (name, "status: denied" in told, "the machine has occurred" in told) == ("Corrected", True, True)
    assert decided(record, statements(LATER)[0]) == ()
