"""Regrouping: groups of a machine as people ruled on them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ruled import ruled
from watchfloor.model.judgement import Decision, SubjectKind
from watchfloor.record.judgement.regrouping import regrouped
from watchfloor.record.judgement.rulings import NO_RULINGS, Rulings


def after(groups: list[str], *rulings: tuple[Decision, tuple[str | tuple[str, ...], ...]]) -> list[str]:
    """The groups, written as words of one-letter members, after these merges and splits."""
    made = [ruled(n, decision, SubjectKind.DOCUMENT, *things) for n, (decision, things) in enumerate(rulings)]
    return ["".join(group) for group in regrouped([tuple(g) for g in groups], Rulings.of(made))]


def test_two_whole_groups_are_one_and_newcomers_come_along() -> None:
    """Where most of a group was merged, who has joined it since comes too."""
    both = (Decision.MERGE, (("a", "b", "c"), ("d", "e")))
    assert after(["abc", "de", "f"], both) == ["abcde", "f"]
    assert after(["abcx", "dey", "f"], both) == ["abcdexy", "f"]


def test_one_member_moves_to_where_it_is_merged() -> None:
    """A single document of a large story that is merged into another leaves its story as it was."""
    assert after(["abcd", "efghi"], (Decision.MERGE, ("a", "e"))) == ["aefghi", "bcd"]


def test_what_is_split_leaves_and_newcomers_stay() -> None:
    """Of a story split in two, who was not named stays with the larger side."""
    assert after(["abcdx"], (Decision.SPLIT, (("a", "b", "c"), "d"))) == ["abcx", "d"]
    assert after(["abc"], (Decision.SPLIT, ("a", "b", "c"))) == ["a", "b", "c"]


def test_nobody_ruled() -> None:
    """Without rulings, and with rulings on others, groups stay as they are."""
    assert regrouped([("b", "a"), ("c",)], NO_RULINGS) == [("a", "b"), ("c",)]
    assert after(["ab", "c"], (Decision.MERGE, ("y", "z"))) == ["ab", "c"]


members = st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=4, unique=True).map(tuple)


@given(
    st.lists(st.integers(0, 3), min_size=8, max_size=8),
    st.lists(st.tuples(st.sampled_from([Decision.MERGE, Decision.SPLIT]), members), max_size=5),
)
def test_every_ruling_that_holds_is_kept(places: list[int], told: list[tuple[Decision, tuple[str, ...]]]) -> None:
    """Each member stays in exactly one group; those joined stand together, those parted do not."""
    groups = [tuple(m for m, place in zip("abcdefgh", places, strict=True) if place == n) for n in range(4)]
    rulings = Rulings.of(ruled(n, decision, SubjectKind.DOCUMENT, *things) for n, (decision, things) in enumerate(told))
    found = regrouped([g for g in groups if g], rulings)
    home = {member: group for group in found for member in group}
    assert sorted(member for group in found for member in group) == list("abcdefgh")
    assert all(home[a] == home[b] for a, b in rulings.together)
    assert all(home[a] != home[b] for a, b in rulings.apart)
