"""Documents in parts that one request can ask about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from invented import document
from watchfloor.reading.llm.part import LONGEST, parts
from watchfloor.reading.passage import page


def test_an_article_is_one_part() -> None:
    """A text of usual length is asked about at once."""
    text = "EXERCISE. The cable was cut. " * 100
    (part,) = parts(page(document(text)))
    assert part.text == text.strip()


def test_a_long_text_is_cut_between_sentences() -> None:
    """Parts are in order, no longer than allowed, begin with sentences and lose none."""
    text = " ".join(f"EXERCISE number {n} was held in Lindholm on Sunday." for n in range(1000))
    found = parts(page(document(text)))
    assert len(found) > 5
    assert all(part.end - part.start <= LONGEST and part.text.startswith("EXERCISE number") for part in found)
    assert " ".join(part.text for part in found) == text


def test_furniture_is_not_sent() -> None:
    """What belongs to the page and not to the article stays here."""
    text = "EXERCISE. The cable was cut.\n\nREAD NEXT: ten boats\n\nThe ferry sailed."
    start = text.index("READ")
    (part,) = parts(page(document(text, furniture=((start, start + len("READ NEXT: ten boats")),))))
    assert "READ NEXT" not in part.text
    assert "The cable was cut." in part.text
    assert "The ferry sailed." in part.text


@given(st.text(max_size=200))
def test_any_text_can_be_sent(text: str) -> None:
    """Whatever a text holds, its parts are valid UTF-8 and lie in it."""
    for part in parts(page(document(text))):
        assert part.text.encode("utf-8")
        assert 0 <= part.start < part.end <= len(text)


def test_no_sentence_no_part() -> None:
    """An empty document asks nothing."""
    assert parts(page(document(""))) == ()
