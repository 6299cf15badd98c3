"""The register and plain words settle what the network leaves open about a name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import is_linear
from watchfloor.reading.network.name_edges import FoundName, spelled
from watchfloor.reading.network.name_kinds import known


def names(text: str, *found: tuple[str, str]) -> list[tuple[str, str]]:
    """The words and kinds that `known` makes of the `found` ones, each taken where it first stands."""
    given = (FoundName(text.index(words), text.index(words) + len(words), kind, 0.9) for words, kind in found)
    return [(text[n.start : n.end], n.kind) for n in known(text, given)]


def test_states_are_places_though_overlooked_or_taken_for_a_body() -> None:
    """A state of the register is found where the network finds nothing, and is a place where it acts."""
    text = "The US and Exeria accused Iran."
    assert names(text, ("Exeria", "LOC"), ("Iran", "ORG")) == [("US", "LOC"), ("Exeria", "LOC"), ("Iran", "LOC")]


@pytest.mark.parametrize("text", ["CONTACT US NOW", "Chad Exerholm is here", "a man from us", "the Iran-Exeria line"])
def test_words_that_only_look_like_a_state_are_none(text: str) -> None:
    """Neither capitals throughout, nor given names, nor small letters, nor half of a hyphenated word make a state."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found", "wanted"),
    [
        ("at Exer's Pizza tonight", ("Exer", "PER"), [("Exer's Pizza", "ORG")]),
        ("shares of Exer Futures fell", ("Exer", "PER"), [("Exer Futures", "ORG")]),
        ("with Aunt Exera today", ("Aunt Exera", "PER"), [("Exera", "PER")]),
        ("when Hurricane Exera came", ("Exera", "PER"), []),
        ("when Exera came", ("Exera", "PER"), [("Exera", "PER")]),
    ],
)
def test_the_words_beside_a_name_settle_its_kind(
    text: str, found: tuple[str, str], wanted: list[tuple[str, str]]
) -> None:
    """A trade makes a firm of a person, a title is no part of one, and a storm is nobody."""
    assert names(text, found) == wanted


@given(st.text(alphabet="USIran Chd.-'", max_size=40), st.data())
def test_names_stay_in_order_and_apart(text: str, data: st.DataObject) -> None:
    """Whatever was found, what comes out lies in the text, in order, without overlap."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    found = [FoundName(a, b, "PER", 0.5) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    out = list(known(text, found))
    assert all(0 <= n.start < n.end <= len(text) for n in out)
    assert all(one.end <= other.start for one, other in pairwise(out))


@pytest.mark.parametrize("unit", ["a", "a@", "a.", "US ", '"A, ', "- "])
def test_time_grows_with_the_text(unit: str) -> None:
    """Endless words, marks and states take time in proportion to their length."""

    def read(size: int) -> list[FoundName]:
        text = unit * size
        return list(known(text, spelled(text, [FoundName(i, i + 1, "PER", 0.5) for i in range(0, len(text) - 1, 7)])))

    assert is_linear(read, 1500)
