"""Rulings: what stands once all judgements are taken, undone ones apart."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from ruled import ruled
from watchfloor.model.judgement import Decision, Judgement, Standing, SubjectKind
from watchfloor.record.judgement.rulings import Rulings


def undo(number: int, undone: int) -> Judgement:
    """One judgement that takes another back."""
    return ruled(number, Decision.UNDO, SubjectKind.JUDGEMENT, f"J-{undone}")


MERGE = ruled(1, Decision.MERGE, SubjectKind.STATEMENT, "a", "b")


def test_undoing_an_undo_brings_back() -> None:
    """Undone it is nothing, undone twice it is as it was; nothing is undone before it is made."""
    assert Rulings.of([MERGE, undo(2, 1)]).together == frozenset()
    assert Rulings.of([MERGE, undo(2, 1), undo(3, 2)]).together == {("a", "b")}
    assert Rulings.of([MERGE, undo(0, 1)]).together == {("a", "b")}
    found = Rulings.of([MERGE, undo(2, 1)]).outcomes
    assert (found["J-1"].standing, found["J-1"].undone_by) == (Standing.UNDONE, ("J-2",))


def test_of_a_group_all_that_are_there_are_joined() -> None:
    """Where the first of a group is elsewhere, the others still stand together; a chain of merges is one group."""
    rulings = Rulings.of([MERGE, ruled(2, Decision.MERGE, SubjectKind.STATEMENT, "b", "c")])
    assert rulings.joined({"b", "c", "x"}) == [("b", "c")]
    assert rulings.joined({"a", "x"}) == []


def test_accepted_and_corrected_claims_are_upheld_unless_rejected() -> None:
    """What a person vouched for is upheld; what was rejected last is not."""
    made = [
        ruled(1, Decision.ACCEPT, SubjectKind.STATEMENT, "a", "b"),
        ruled(2, Decision.CORRECT, SubjectKind.FIGURE, "f", value="value=3"),
        ruled(3, Decision.REJECT, SubjectKind.STATEMENT, "b"),
    ]
    rulings = Rulings.of(made)
    assert [sorted(ids) for ids in (rulings.upheld, rulings.rejected, rulings.accepted)] == [["a", "f"], ["b"], ["a"]]


parts = st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=3, unique=True)


@given(
    st.lists(st.tuples(st.sampled_from([Decision.MERGE, Decision.SPLIT]), parts), max_size=6),
    st.sets(st.sampled_from("abcdefgh")),
)
def test_some_ids_are_asked_for_as_all_are(told: list[tuple[Decision, list[str]]], ids: set[str]) -> None:
    """Pairs within some ids are those pairs of all that lie within them; of those joined, whatever connects the same."""
    rulings = Rulings.of(ruled(n, d, SubjectKind.STATEMENT, *things) for n, (d, things) in enumerate(told))
    assert rulings.parted(ids) == sorted(p for p in rulings.apart if ids.issuperset(p))
    first = {part: hub for hub, part in rulings.together} | {hub: hub for hub, _ in rulings.together}
    groups = [{one for one in ids if first.get(one) == hub} for hub in set(first.values())]
    wanted = {(min(group), one) for group in groups if group for one in group - {min(group)}}
    assert set(rulings.joined(ids)) == wanted


def test_many_rulings_cost_a_small_story_nothing() -> None:
    """Asking for a few ids does not go through ten thousand rulings: ten thousand questions take seconds."""
    rulings = Rulings(together=frozenset((f"a{n}", f"b{n}") for n in range(10_000)))
    start = time.process_time()
    assert all(rulings.joined({f"a{n}", f"b{n}"}) == [(f"a{n}", f"b{n}")] for n in range(10_000))
    assert time.process_time() - start < 5
