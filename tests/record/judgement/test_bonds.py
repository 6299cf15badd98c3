"""Bonds: the later merge or split wins, and who is at odds with whom is told."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from ruled import ruled
from watchfloor.model.judgement import ConflictKind, Decision, Judgement, Standing, SubjectKind
from watchfloor.record.judgement.bonds import Bonds, bonds

ANN, BO = "Orla Venn", "Jonas Marik"


def merge(number: int, *parts: str | tuple[str, ...], by: str = ANN) -> Judgement:
    """A merge of statements."""
    return ruled(number, Decision.MERGE, SubjectKind.STATEMENT, *parts, by=by)


def split(number: int, *parts: str | tuple[str, ...], by: str = ANN) -> Judgement:
    """A split of statements."""
    return ruled(number, Decision.SPLIT, SubjectKind.STATEMENT, *parts, by=by)


def kinds(found: Bonds) -> list[tuple[ConflictKind, tuple[str, ...]]]:
    """The conflicts as kinds and judgements."""
    return [(c.kind, c.judgements) for c in found.conflicts]


def pairs(
    together: Iterable[str] = (), apart: Iterable[str] = ()
) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Pairs of one-letter parts, written as words."""
    return frozenset((word[0], word[1]) for word in together), frozenset((word[0], word[1]) for word in apart)


def test_who_changes_their_mind_is_at_odds_with_nobody() -> None:
    """A split by the author of the merge undoes it, and is no conflict; capitals and spaces make nobody another person."""
    found = bonds([merge(1, "a", "b"), split(2, "a", "b", by=" orla  VENN ")])
    assert (found.together, found.apart) == pairs(apart=["ab"])
    assert found.conflicts == ()
    assert found.outcomes["J-1"].standing is Standing.UNDONE
    assert found.outcomes["J-1"].undone_by == ("J-2",)


def test_the_later_of_two_people_is_applied_and_both_are_told() -> None:
    """A merge after another's split is applied, and the two are a conflict, whichever came first."""
    found = bonds([split(1, "a", "b", by=BO), merge(2, "a", "b")])
    assert (found.together, found.apart) == pairs(["ab"])
    assert kinds(found) == [(ConflictKind.OPPOSITE, ("J-1", "J-2"))]
    assert "Jonas Marik split (J-1); Orla Venn merged (J-2)" in found.conflicts[0].explain
    other = bonds([merge(1, "a", "b", by=BO), split(2, "a", "b")])
    assert (other.together, other.apart) == pairs(apart=["ab"])
    assert kinds(other) == [(ConflictKind.OPPOSITE, ("J-1", "J-2"))]


def test_who_comes_round_ends_the_conflict() -> None:
    """Where the author of the merge later splits too, nobody disagrees any more."""
    assert bonds([merge(1, "a", "b"), split(2, "a", "b", by=BO), split(3, "b", "a")]).conflicts == ()


def test_a_chain_that_cannot_hold_is_told() -> None:
    """A=B, B=C and A≠C: the latest are applied, the earliest is set aside, and all three are named."""
    found = bonds([merge(1, "a", "b"), merge(2, "b", "c"), split(3, "a", "c")])
    assert (found.together, found.apart) == pairs(["bc"], ["ac"])
    assert kinds(found) == [(ConflictKind.CHAIN, ("J-1", "J-2", "J-3"))]
    assert found.outcomes["J-1"].standing is Standing.UNDONE
    later = bonds([split(1, "a", "c"), merge(2, "a", "b"), merge(3, "b", "c")])
    assert (later.together, later.apart) == pairs(["ab", "ac"])
    assert kinds(later) == [(ConflictKind.CHAIN, ("J-1", "J-2", "J-3"))]


def test_what_is_taken_out_of_a_merge_leaves_the_rest_together() -> None:
    """One part split from all the others leaves a merge in part; a pair that was split within it leaves the rest to the machine."""
    parts = ("a", "b", "c", "d")
    found = bonds([merge(1, *parts), split(2, "a", ("b", "c", "d"))])
    assert found.together == {("b", "c"), ("b", "d")}
    assert found.outcomes["J-1"].standing is Standing.PARTLY
    torn = bonds([merge(1, *parts), split(2, "b", "c")])
    assert (torn.together, torn.outcomes["J-1"].standing) == (frozenset(), Standing.UNDONE)


def test_one_thing_that_is_left_joins_nothing() -> None:
    """A merge or split of which one thing is there refers to nothing."""
    found = bonds([merge(1, "a"), split(2, "b")])
    assert {o.standing for o in found.outcomes.values()} == {Standing.ADRIFT}


parts = st.lists(st.sampled_from("abcdef"), min_size=2, max_size=4, unique=True)
rulings = st.lists(st.tuples(st.sampled_from([merge, split]), parts, st.sampled_from([ANN, BO])), max_size=8).map(
    lambda told: [make(n, *things, by=by) for n, (make, things, by) in enumerate(told)]
)


@given(rulings, st.randoms(use_true_random=False))
def test_what_holds_never_contradicts_itself(made: list[Judgement], shuffle: object) -> None:
    """No pair stands apart that is joined through others; the last judgement always holds whole; the order of input is nothing."""
    found = bonds(made)
    group = {part: part for part in "abcdef"}
    for a, b in sorted(found.together):
        group = {part: group[a] if own == group[b] else own for part, own in group.items()}
    assert all(group[a] != group[b] for a, b in found.apart)
    if made:
        assert found.outcomes[made[-1].id].standing is Standing.APPLIED
    mixed = list(made)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined] # hypothesis hands out a random.Random
    assert bonds(mixed) == found


@given(rulings)
def test_what_is_not_applied_whole_names_who_undid_it(made: list[Judgement]) -> None:
    """A judgement that is undone or holds in part has later judgements to show for it; one that is applied has none."""
    found = bonds(made)
    number = {j.id: i for i, j in enumerate(made)}
    for key, outcome in found.outcomes.items():
        assert bool(outcome.undone_by) == (outcome.standing is not Standing.APPLIED), (key, outcome)
        assert all(number[by] > number[key] for by in outcome.undone_by)


@given(rulings)
def test_judgements_on_different_things_commute(made: list[Judgement]) -> None:
    """What is decided about other things changes nothing here, whenever it was decided."""
    others = [ruled(100 + n, Decision.MERGE, SubjectKind.STATEMENT, f"y{n}", f"z{n}") for n in range(2)]
    alone, beside = bonds(made), bonds([others[0], *made, others[1]])
    assert beside.together == alone.together | {("y0", "z0"), ("y1", "z1")}
    assert (beside.apart, beside.conflicts) == (alone.apart, alone.conflicts)
