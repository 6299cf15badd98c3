"""Tag scores to names: the likeliest tags in which no name begins in its middle."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.network.names import TAGS, names

Row = dict[str, float]


def scores(*rows: Row) -> np.ndarray:
    """Log-probabilities of a word each, from those of its likelier tags; the others share what is left."""
    out = np.zeros((len(rows), len(TAGS)))
    for number, row in enumerate(rows):
        rest = (1.0 - sum(row.values())) / (len(TAGS) - len(row))
        out[number] = [math.log(row.get(tag, rest)) for tag in TAGS]
    return out


def found(*rows: Row) -> list[tuple[int, int, str]]:
    """Start, end and kind of the names in words with these likelier tags."""
    return [(n.start, n.end, n.kind) for n in names(scores(*rows), np.arange(len(rows)))]


def test_a_name_begins_and_goes_on() -> None:
    """Begin and inside of one kind are one name."""
    assert found({"O": 0.9}, {"B-PER": 0.9}, {"I-PER": 0.9}, {"O": 0.999}, {"B-LOC": 0.8}) == [
        (1, 3, "PER"),
        (4, 5, "LOC"),
    ]


def test_a_name_never_begins_in_its_middle() -> None:
    """An inside tag draws the word before it into the name."""
    assert found({"O": 0.6, "B-ORG": 0.3}, {"I-ORG": 0.9}) == [(0, 2, "ORG")]


def test_a_word_that_is_surely_none_stays_none() -> None:
    """No neighbour draws a plain word into a name."""
    assert found({"O": 0.999}, {"I-ORG": 0.6, "B-ORG": 0.3}) == [(1, 2, "ORG")]


def test_words_are_never_cut() -> None:
    """The first piece of a word decides for all of them."""
    pieces = scores({"B-PER": 0.9}, {"O": 0.9}, {"O": 0.999})
    assert [(n.start, n.end) for n in names(pieces, np.array([0, 0, 1]))] == [(0, 2)]


@given(
    st.lists(st.lists(st.floats(0.01, 1.0), min_size=len(TAGS), max_size=len(TAGS)), min_size=1, max_size=4),
)
def test_no_other_tags_are_likelier(weights: list[list[float]]) -> None:
    """No legal sequence of tags is likelier than the one that is chosen."""
    log = np.log(np.array(weights) / np.sum(weights, axis=1, keepdims=True))
    best = max(
        sum(log[word, tag] for word, tag in enumerate(path))
        for path in product(range(len(TAGS)), repeat=len(log))
        if all(goes_on(before, tag) for before, tag in zip((0, *path), path, strict=False))
    )
    chosen = [0] * len(log)
    for name in names(log, np.arange(len(log))):
        begin = TAGS.index(f"B-{name.kind}")
        chosen[name.start : name.end] = [begin] + [begin + 1] * (name.end - name.start - 1)
    assert sum(log[word, tag] for word, tag in enumerate(chosen)) == pytest.approx(best)


def goes_on(before: int, tag: int) -> bool:
    """Whether the second tag may follow the first."""
    return tag == 0 or tag % 2 == 1 or before in {tag, tag - 1}
