"""Sentences: where they end, and that their offsets are those of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import document
from watchfloor.reading.text.sentence import sentences


def split(text: str) -> list[str]:
    """The sentences of an invented text."""
    return [text[s.start : s.end] for s in sentences(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It stopped. It began again.", ["It stopped.", "It began again."]),
        ("Gen. Orla Venn left at 5 p.m. She was late.", ["Gen. Orla Venn left at 5 p.m.", "She was late."]),
        ("The U.S. navy sailed. The U.S. The end.", ["The U.S. navy sailed.", "The U.S.", "The end."]),
        ("It cost 1.5 million euros. Nobody paid.", ["It cost 1.5 million euros.", "Nobody paid."]),
        ("“We saw it.” They left.", ["“We saw it.”", "They left."]),
        ("“Why?” she asked. Nobody knew.", ["“Why?” she asked.", "Nobody knew."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("No end here", ["No end here"]),
        (" \n\n ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    """Abbreviations, decimals and quotation marks do not break a sentence; full stops and line ends do."""
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("RIGA, Latvia – The port closed.", "The port closed."),
        ("RIGA (Exercise Agency) -The port closed.", "The port closed."),
        ("Riga/Tallinn – March 2, 2026 – The port closed.", "The port closed."),
        ("RIGA, March 2 (Agency) -- “It is closed,” she said.", "“It is closed,” she said."),
        ("Ida Rask – The mayor of the town – left.", "Ida Rask – The mayor of the town – left."),
        ("Riga – which is a port – closed.", "Riga – which is a port – closed."),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(text: str, first: str) -> None:
    """Where and when an article was filed is left out; a name before a dash is not taken for it."""
    assert split(text)[0] == first


def test_furniture_is_left_out() -> None:
    """A stretch marked as furniture gives no sentence, and the text around it keeps its offsets."""
    text = "The port reopened.\nREAD NEXT\nNobody was hurt."
    found = sentences(document(text, furniture=((19, 28),)))
    assert [text[s.start : s.end] for s in found] == ["The port reopened.", "Nobody was hurt."]


@given(st.text(st.characters(exclude_characters="-–—"), max_size=400))
def test_sentences_lie_in_order_inside_the_text(text: str) -> None:
    """Whatever the text, sentences are ordered, do not overlap, and hold every character that is no white space."""
    found = sentences(document(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
