"""What is timed is what was meant: articles of 700 words, each measurement in a process of its own."""

from __future__ import annotations

import sys

import pytest

from footprint import footprint
from speed import ARTICLES, WORDS, articles


def test_articles_have_their_length_and_lose_nothing_between() -> None:
    """Texts are joined and cut at words; only what is too short for one more article is left out."""
    texts = [f"A line of exercise {number}.\nAnd another.\n" * 50 for number in range(4)]
    cut = list(articles(texts))
    assert cut
    assert all(len(text.split()) == WORDS for text in cut)
    joined = "\n\n".join(texts)
    assert joined.startswith("".join(cut))
    assert len(joined.removeprefix("".join(cut)).split()) < WORDS


def test_no_more_articles_than_are_timed() -> None:
    """A large corpus is cut off, so that every machine times the same articles."""
    assert len(list(articles(["exercise " * WORDS * (ARTICLES + 5)]))) == ARTICLES


def test_a_large_process_does_not_count_as_memory_of_what_it_starts() -> None:
    """The peak of a small command is small, even where the measuring process has been large."""
    ballast = bytearray(b"x" * 300_000_000)
    cost = footprint([sys.executable, "-c", "print('exercise')"])
    assert len(ballast) > 0
    assert cost.output == "exercise\n"
    assert 0 < cost.peak_mb < 100
    assert cost.processor_seconds >= 0
    assert cost.seconds > 0


def test_a_command_that_fails_stops_the_measurement() -> None:
    """A failed run has no cost; its status is named."""
    with pytest.raises(SystemExit, match="status 3"):
        footprint([sys.executable, "-c", "raise SystemExit(3)"])
