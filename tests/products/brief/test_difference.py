"""Word-level comparison: it marks, and never changes, what it is given."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watchfloor.products.brief.difference import compared


def differing(text: str, other: str) -> list[str]:
    """The marked words of the first text."""
    return [piece.text.strip() for piece in compared([text, other])[0] if piece.differs]


@given(st.lists(st.text(), max_size=4))
def test_pieces_make_up_the_text(texts: list[str]) -> None:
    """Whatever is compared, the pieces of a text are that text."""
    assert ["".join(p.text for p in pieces) for pieces in compared(texts)] == texts


@given(st.text())
def test_text_does_not_differ_from_itself(text: str) -> None:
    """Nothing is marked between two texts that are the same."""
    assert not any(p.differs for pieces in compared([text, text]) for p in pieces)


def test_only_the_words_that_differ_are_marked() -> None:
    """A changed word is marked on its own, without the space behind it; case and punctuation are no difference."""
    one, other = compared(["The anchor drags for two miles.", "the anchor drags for ten miles"])
    assert [p.text for p in one if p.differs] == ["two"]
    assert [p.text for p in other if p.differs] == ["ten"]


def test_texts_unlike_each_other_stay_unmarked() -> None:
    """Two different sayings are not compared word by word."""
    assert differing("The anchor drags for two miles", "Nobody answered our questions yesterday evening") == []


def test_every_further_text_is_compared_with_the_first() -> None:
    """A third version is marked against the first, not the second."""
    third = compared(["we saw two ships pass", "we saw nine ships pass", "we saw two boats pass"])[2]
    assert [p.text for p in third if p.differs] == ["boats"]
