"""What people decided, in the brief: what holds and what is at odds, with the sentences behind it."""

from __future__ import annotations

from cable_articles import FIRST, built, reports, statements
from ruled import ruled
from watchfloor.model.judgement import Decision, SubjectKind
from watchfloor.products.brief.compose import brief_of
from watchfloor.products.brief.decisions import SHOWN, decisions
from watchfloor.products.brief.ground import Ground


def test_what_holds_is_told_with_its_sentences() -> None:
    """A judgement stands with the words it is about; one that was undone by its own author does not."""
    merge = ruled(1, Decision.MERGE, SubjectKind.REPORT, *reports(FIRST))
    split = ruled(2, Decision.SPLIT, SubjectKind.REPORT, *reports(FIRST))
    [ruling] = brief_of(built(FIRST, merge, split)).decisions
    assert (ruling.id, ruling.did, ruling.who, ruling.at_odds) == ("J-2", "split", "Orla Venn", ())
    assert {e.claim for e in ruling.evidence} == set(reports(FIRST))
    assert all(e in brief_of(built(FIRST, merge, split)).notes for e in ruling.evidence)


def test_those_at_odds_come_first() -> None:
    """Both sides of a conflict are shown, the one that is undone too, before what nobody disputes."""
    accept = ruled(0, Decision.ACCEPT, SubjectKind.STATEMENT, statements(FIRST)[0])
    merge = ruled(1, Decision.MERGE, SubjectKind.REPORT, *reports(FIRST))
    split = ruled(2, Decision.SPLIT, SubjectKind.REPORT, *reports(FIRST), by="Jonas Marik")
    brief = brief_of(built(FIRST, accept, merge, split))
    assert [r.id for r in brief.decisions] == ["J-1", "J-2", "J-0"]
    assert brief.decisions[0].standing == "undone by J-2"
    assert [e.claim for e in brief.notes if e.confirmed] == [statements(FIRST)[0]]


def test_many_are_counted_and_nobody_s_are_none() -> None:
    """More than the brief has room for are counted; without judgements there is no section."""
    many = [ruled(n, Decision.ACCEPT, SubjectKind.STATEMENT, statements(FIRST)[0]) for n in range(SHOWN + 3)]
    shown, more = decisions(Ground.of(built(FIRST, *many)))
    assert (len(shown), more) == (SHOWN, 3)
    assert brief_of(built(FIRST)).decisions == ()
