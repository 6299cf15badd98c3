"""Votes: the last word on each thing counts, and two last words that differ are told."""

from __future__ import annotations

from ruled import ruled
from watchfloor.model.judgement import ConflictKind, Decision, Judgement, Standing, SubjectKind
from watchfloor.record.judgement.votes import votes

BO = "Jonas Marik"


def voted(number: int, decision: Decision, *parts: str, by: str = "Orla Venn") -> Judgement:
    """A vote on statements."""
    return ruled(number, decision, SubjectKind.STATEMENT, *parts, by=by)


def corrected(number: int, value: str, by: str = "Orla Venn") -> Judgement:
    """A correction of one report."""
    return ruled(number, Decision.CORRECT, SubjectKind.REPORT, "r", value=value, by=by)


def test_the_last_vote_counts() -> None:
    """Reject, then accept: accepted, and the rejection is undone; for what only the first was about it stays."""
    found = votes([voted(1, Decision.REJECT, "a", "b"), voted(2, Decision.ACCEPT, "a")])
    assert {topic: vote.value for topic, vote in found.counted.items()} == {("a",): "accept", ("b",): "reject"}
    assert found.outcomes["J-1"].standing is Standing.PARTLY
    assert found.outcomes["J-1"].undone_by == ("J-2",)
    assert found.conflicts == ()


def test_two_people_who_differ_are_told() -> None:
    """Accepted by one and rejected by another is a conflict until both say one thing."""
    made = [voted(1, Decision.REJECT, "a"), voted(2, Decision.ACCEPT, "a", by=BO)]
    assert [(c.kind, c.judgements) for c in votes(made).conflicts] == [(ConflictKind.OPPOSITE, ("J-1", "J-2"))]
    assert votes([*made, voted(3, Decision.ACCEPT, "a")]).conflicts == ()


def test_two_values_for_one_field_are_told() -> None:
    """The later value counts; other fields and the same value are no conflict."""
    found = votes([corrected(1, "status=denied"), corrected(2, "status=alleged", by=BO), corrected(3, "type=arson")])
    assert found.counted["r", "status"].value == "alleged"
    [conflict] = found.conflicts
    assert (conflict.kind, conflict.judgements) == (ConflictKind.VALUES, ("J-1", "J-2"))
    assert votes([corrected(1, "status=denied"), corrected(2, "status=denied", by=BO)]).conflicts == ()


def test_a_contradiction_that_grew_is_the_same() -> None:
    """A vote on a contradiction undoes that on the smaller one that it was before; one of another kind is another."""

    def on(number: int, decision: Decision, about: str, *claims: str) -> Judgement:
        return ruled(number, decision, SubjectKind.CONTRADICTION, claims, about=about)

    made = [on(1, Decision.REJECT, "date", "a", "b"), on(2, Decision.ACCEPT, "date", "a", "b", "c")]
    found = votes([*made, on(3, Decision.REJECT, "number", "a", "b")])
    assert [found.outcomes[f"J-{n}"].standing for n in (1, 2, 3)] == [
        Standing.UNDONE,
        Standing.APPLIED,
        Standing.APPLIED,
    ]
