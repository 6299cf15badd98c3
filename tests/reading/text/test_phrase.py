"""The pattern language of the lexicons. All examples are an EXERCISE."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.text.phrase import compiled


@pytest.mark.parametrize("text", ["cut cable", "cut-cable", "cut “cable”", "CUT  Cable", "cut\ncable"])
def test_words_may_be_parted_by_space_hyphen_or_marks(text: str) -> None:
    """Between two words of a phrase white space, a hyphen or quotation marks may stand, and capitals do not count."""
    assert compiled(["cut cable"], {}).search(text)


@pytest.mark.parametrize("text", ["cutcable", "uncut cable", "cut cables", "cut, cable"])
def test_only_whole_words_in_their_order_match(text: str) -> None:
    """A part of a word, another ending and a comma between are no match."""
    assert not compiled(["cut cable"], {}).search(text)


def test_a_gap_holds_so_many_words_and_no_comma() -> None:
    """`~2` spans up to two words, not three, and never a comma."""
    pattern = compiled(["cut ~2 cable"], {})
    assert pattern.search("cut the old cable")
    assert not pattern.search("cut the very old cable")
    assert not pattern.search("cut, the cable")


def test_a_gap_inside_a_group_works_as_outside() -> None:
    """Alternatives in a group may hold words and gaps of their own."""
    pattern = compiled(["(?:cut ~1 by|hit) anchor"], {})
    assert pattern.search("cut twice by anchor")
    assert pattern.search("hit anchor")


@pytest.mark.parametrize("text", ["cyberattack", "cyber attack", "cyber-attack"])
def test_an_underscore_joins_one_word_or_two(text: str) -> None:
    """`cyber_attack` is found closed, open and hyphenated."""
    assert compiled(["cyber_attack"], {}).search(text)


def test_a_word_in_brackets_may_be_missing() -> None:
    """`[old] cable` is found with the word and without."""
    pattern = compiled(["[old] cable"], {})
    assert [m.group() for m in pattern.finditer("old cable, cable")] == ["old cable", "cable"]


@pytest.mark.parametrize("phrase", ["UAV flight", r"uav\s*flight", "[old] UAV flight"])
def test_capitals_of_a_phrase_do_not_count(phrase: str) -> None:
    """A phrase finds its words however either of them writes letters; what follows a backslash keeps its meaning."""
    assert compiled([phrase], {}).search("a Uav flight")


def test_a_part_of_a_phrase_may_heed_capitals() -> None:
    """`(?-i:may)` is the verb and not the month."""
    pattern = compiled(["(?-i:may) <march>"], {"march": "march"})
    assert pattern.search("they may March")
    assert not pattern.search("in May March")


@given(st.text(alphabet="cCuUtT İß", max_size=30))
def test_offsets_are_those_of_the_text_that_was_given(text: str) -> None:
    """A letter that is two when written small, or the other way round, moves nothing behind it."""
    found = [(hit.start(), hit.end()) for hit in compiled(["cut"], {}).finditer(text + " CUT")]
    assert found[-1] == (len(text) + 1, len(text) + 4)
    assert all(text[start:end].lower() == "cut" for start, end in found[:-1])


def test_a_match_begins_where_it_is_asked_for() -> None:
    """At an offset a phrase is there or not, whatever stands before."""
    found = compiled(["Cut cables?"], {})
    assert found.match("a Cut Cable", 2)
    assert not found.match("a cut cable", 0)


def test_classes_stand_for_their_words_also_within_classes() -> None:
    """A class may be made of other classes."""
    classes = {"wire": "(?:wire|<line>)", "line": "power line"}
    assert compiled(["cut <wire>"], classes).search("cut power line")


@pytest.mark.parametrize("phrase", ["cut <rope>", "cut ~2", "cut (", "(?:cut ~2) x"])
def test_a_broken_phrase_is_refused(phrase: str) -> None:
    """An unknown class, a gap at the end and an open group are told when the lexicon is loaded."""
    with pytest.raises(ValueError, match=r"class|ends in a word|regular expression|gap"):
        compiled([phrase], {})


def test_a_hostile_text_takes_no_long_time() -> None:
    """A gap over a long chain of hyphens has one reading only, so that the search stays fast."""
    pattern = compiled(["cut ~8 cable"], {})
    start = time.perf_counter()
    assert not pattern.search("cut " + "a-" * 20_000)
    assert time.perf_counter() - start < 1
