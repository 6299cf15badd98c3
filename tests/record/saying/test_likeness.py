"""Likeness: cosines of sentence vectors, and who is nearest to whom between two documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.record.saying.likeness import ALIKE, Named, cosine, cosines, nearest, partnered

NUMBERS = st.lists(st.integers(-127, 127), min_size=4, max_size=4)


def packed(*numbers: int) -> bytes:
    """A vector of these numbers."""
    return bytes(n % 256 for n in numbers)


CONTENTS = st.lists(st.tuples(st.sampled_from("abc"), NUMBERS), min_size=1, max_size=12).map(
    lambda held: [Named(f"{document}:{i}", document, packed(*numbers)) for i, (document, numbers) in enumerate(held)]
)


def test_a_direction_is_alike_whatever_its_length() -> None:
    """Only the direction of a vector counts."""
    assert cosine(packed(1, 2, 0), packed(40, 80, 0)) == pytest.approx(1.0)
    assert cosine(packed(1, 0), packed(-1, 0)) == pytest.approx(-1.0)
    assert cosine(packed(1, 0), packed(0, 1)) == 0.0


def test_nought_is_like_nothing() -> None:
    """A vector of noughts has no direction and is like no other."""
    assert cosine(packed(0, 0), packed(1, 1)) == 0.0


def test_vectors_of_two_sizes_are_refused() -> None:
    """Vectors of two readers can't be compared, and the message gives both sizes."""
    with pytest.raises(ValueError, match=r"3 numbers .* 2"):
        cosine(packed(1, 2, 3), packed(1, 2))
    with pytest.raises(ValueError, match="different lengths"):
        cosines([packed(1, 2, 3)], [packed(1, 2)])


@given(st.lists(NUMBERS, max_size=4), st.lists(NUMBERS, max_size=4))
def test_many_cosines_are_those_of_the_pairs(these: list[list[int]], those: list[list[int]]) -> None:
    """All with all gives what each two give, in lines."""
    one, other = [packed(*v) for v in these], [packed(*v) for v in those]
    assert cosines(one, other) == [pytest.approx([cosine(x, y) for y in other]) for x in one]


def test_only_those_nearest_to_each_other_are_a_pair() -> None:
    """What has a nearer one in the other document is passed over, however alike it is."""
    held = [
        Named("a:1", "a", packed(100, 10)),
        Named("a:2", "a", packed(100, 30)),
        Named("b:1", "b", packed(100, 9)),
    ]
    assert set(nearest(held)) == {("a:1", "b:1"), ("a:1", "a:2")}


def test_a_barred_pair_makes_way_for_the_next_nearest() -> None:
    """A statement within a statement is not its nearest; the next one is."""
    held = [Named("a:1", "a", packed(9, 1)), Named("a:2", "a", packed(9, 1)), Named("a:3", "a", packed(9, 3))]
    assert ("a:1", "a:2") not in nearest(held, [("a:1", "a:2")])


def test_readers_of_different_sizes_stand_apart() -> None:
    """Vectors of different sizes are never paired and never in each other's way."""
    held = [Named("a", "a", packed(1, 1)), Named("b", "b", packed(1, 1)), Named("c", "c", packed(1, 1, 1))]
    assert set(nearest(held)) == {("a", "b")}


@given(CONTENTS)
def test_pairs_are_what_comparing_all_gives(held: list[Named]) -> None:
    """The pairs are those that a plain comparison of everything with everything finds, with their cosines."""
    likeness = {(x.name, y.name): cosine(x.vector, y.vector) for x in held for y in held if x is not y}

    def best(x: Named, document: str) -> float:
        return max((likeness[x.name, y.name] for y in held if y is not x and y.document == document), default=-2.0)

    wanted = {
        (x.name, y.name): likeness[x.name, y.name]
        for x in held
        for y in held
        if x.name < y.name
        and likeness[x.name, y.name] >= ALIKE
        and likeness[x.name, y.name] >= max(best(x, y.document), best(y, x.document))
    }
    assert nearest(held) == pytest.approx(wanted)


@given(CONTENTS, CONTENTS)
def test_other_documents_change_no_pair(held: list[Named], others: list[Named]) -> None:
    """The pairs between two documents are the same whatever else is in the record."""
    more = [Named(f"z{c.name}", f"z{c.document}", c.vector) for c in others]
    whole = nearest([*held, *more])
    names = {c.name for c in held}
    assert {p: v for p, v in whole.items() if set(p) <= names} == nearest(held)


@given(CONTENTS, st.integers(1, 3))
def test_documents_are_partners_where_comparing_all_says_so(held: list[Named], count: int) -> None:
    """Two documents are a pair where each has enough contents with one of the other's that is alike enough."""

    def met(one: str, other: str) -> int:
        return sum(
            any(cosine(x.vector, y.vector) >= ALIKE for y in held if y.document == other)
            for x in held
            if x.document == one
        )

    documents = sorted({c.document for c in held})
    wanted = [(a, b) for a in documents for b in documents if a < b and min(met(a, b), met(b, a)) >= count]
    assert partnered(held, ALIKE, count) == wanted
