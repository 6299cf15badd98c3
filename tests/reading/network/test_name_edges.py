"""Names take in what their spelling shows to belong to them, and nothing else."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.network.name_edges import FoundName, spelled


def names(text: str, *found: tuple[str, str]) -> list[tuple[str, str]]:
    """The words and kinds that `spelled` makes of the `found` ones, each taken where it first stands."""
    given = (FoundName(text.index(words), text.index(words) + len(words), kind, 0.9) for words, kind in found)
    return [(text[n.start : n.end], n.kind) for n in spelled(text, given)]


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("He joined Exerlink Corp. in May.", ("Exerlink Corp", "ORG"), "Exerlink Corp."),
        ("He joined Exerlink, Inc. in May.", ("Exerlink", "ORG"), "Exerlink, Inc."),
        ("W.H.S. Exerholm spoke.", ("Exerholm", "PER"), "W.H.S. Exerholm"),
        ("He met Ahmed al-Exeri there.", ("Ahmed", "PER"), "Ahmed al-Exeri"),
        ("They blamed al-Exera again.", ("al", "ORG"), "al-Exera"),
        ("They blamed al-Exera again.", ("Exera", "ORG"), "al-Exera"),
        ("P.S. Exerholm spoke.", ("Exerholm", "PER"), "Exerholm"),
        ("He left Exerport. Inc is a word.", ("Exerport", "ORG"), "Exerport"),
        ("He left Norhaven-on-Sea.", ("Norhaven-on-Sea", "LOC"), "Norhaven-on-Sea"),
    ],
)
def test_a_name_reaches_as_far_as_its_spelling(text: str, found: tuple[str, str], whole: str) -> None:
    """Initials, legal forms and Arabic articles belong to the name beside them; other words and full stops don't."""
    assert names(text, found) == [(whole, found[1])]


def test_a_town_and_its_state_are_two_places() -> None:
    """Two places side by side are told apart, in small letters too; a name that a state's name only ends stays whole."""
    assert names("near Norhaven Ohio", ("Norhaven Ohio", "LOC")) == [("Norhaven", "LOC"), ("Ohio", "LOC")]
    assert names("near norhaven ohio", ("norhaven ohio", "LOC")) == [("norhaven", "LOC"), ("ohio", "LOC")]
    for whole in ("New Mexico", "Gulf of Mexico", "Lake Michigan", "South Korea", "United States"):
        assert names(f"in {whole}.", (whole, "LOC")) == [(whole, "LOC")]


@pytest.mark.parametrize(
    "text", ["write to Ada.Exer@exerlink.com", "see www.Ada.example/page", "the file Ada_resume.doc", "ask Ada.com"]
)
def test_nothing_in_an_address_is_a_name(text: str) -> None:
    """Parts of mail and web addresses and of file names are not names."""
    assert names(text, ("Ada", "PER")) == []


@given(st.text(alphabet="Aal. -,@IncOhio", max_size=40), st.data())
def test_names_stay_in_order_and_apart(text: str, data: st.DataObject) -> None:
    """Whatever was found, what comes out lies in the text, in order, without overlap."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    found = [FoundName(a, b, "ORG", 0.5) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    out = list(spelled(text, found))
    assert all(0 <= n.start < n.end <= len(text) for n in out)
    assert all(one.end <= other.start for one, other in itertools.pairwise(out))
