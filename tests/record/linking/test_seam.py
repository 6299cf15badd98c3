"""Seam: groups of different stories that share a key."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watchfloor.record.linking.seam import Knot, joined

knots = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=2),
    st.builds(Knot, st.sampled_from("xyz"), st.lists(st.sampled_from("123"), max_size=2).map(tuple)),
    max_size=9,
)


def test_a_shared_key_joins_across_stories() -> None:
    """Groups of two stories with a key in common are one; one without it stays out."""
    assert joined({"a": Knot("x", ("k",)), "b": Knot("y", ("k", "m")), "c": Knot("z", ("n",))}).groups == (("a", "b"),)


def test_one_story_keeps_its_own_apart() -> None:
    """Two groups of one story are never joined over a third, which goes to the one that sorts first."""
    assert joined({"a": Knot("x", ("k",)), "b": Knot("x", ("m",)), "c": Knot("y", ("k", "m"))}).groups == (("a", "c"),)


def test_people_rule() -> None:
    """A pair ruled apart is not joined by its key, and a pair ruled together is joined without one."""
    tied = {"a": Knot("x", ("k",)), "b": Knot("y", ("k",)), "c": Knot("z", ())}
    assert joined(tied, apart=[("a", "b")]).groups == ()
    assert joined(tied, together=[("a", "c")], apart=[("a", "b")]).groups == (("a", "c"),)


@given(knots)
def test_order_does_not_matter_and_no_story_is_joined_to_itself(tied: dict[str, Knot]) -> None:
    """Any order of the knots gives the same groups, of different stories each, no name in two."""
    found = joined(tied).groups
    assert joined(dict(sorted(tied.items(), reverse=True))).groups == found
    for group in found:
        assert len({tied[name].story for name in group}) == len(group)
    names = [name for group in found for name in group]
    assert len(names) == len(set(names))


@given(knots, knots)
def test_what_was_parted_before_changes_nothing(first: dict[str, Knot], then: dict[str, Knot]) -> None:
    """With or without what was parted before, the groups are the same."""
    assert joined(then, before=joined(first)) == joined(then)
