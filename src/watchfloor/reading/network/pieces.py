"""Text to word pieces with what the uncased vocabulary forgets: letter case, quotation state, line breaks.

In: a string. Out: `Pieces`, parallel arrays over its word pieces. Special tokens and windows are not made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from pathlib import Path

SHAPES = 6
SURFACES = SHAPES * 4
LOWER, TITLE, UPPER, MIXED, DIGIT, MARK = range(SHAPES)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text.

    `ids` are vocabulary numbers, `starts` and `ends` offsets in code points (end exclusive), `surface` one number per
    piece that joins shape, quotation state and line start (below `SURFACES`), `lines` the number of the piece's line,
    `words` the number of its word or mark, which no name or statement should cut.
    """

    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    surface: np.ndarray
    lines: np.ndarray
    words: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer file without truncation and padding; raises what `tokenizers` raises when the file is none."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def shape_of(word: str) -> int:
    """Shape of one word: lower, title, upper (two letters or more), mixed, digit or mark."""
    if word.islower():
        return LOWER
    if not any(c.isalnum() for c in word):
        return MARK
    if word[0].isdigit():
        return DIGIT
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    return TITLE if word[0].isupper() and word[1:].islower() else MIXED


def split(text: str, tokenizer: Tokenizer) -> Pieces:
    """The word pieces of `text`; empty arrays when nothing in it is a word."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    words = [-1 if word is None else word for word in encoding.word_ids]
    surface, lines = _surface(text, offsets.tolist(), words)
    ids = np.array(encoding.ids, dtype=np.int64)
    return Pieces(ids, offsets[:, 0], offsets[:, 1], surface, lines, np.array(words, dtype=np.int64))


def _surface(text: str, offsets: list[list[int]], words: list[int]) -> tuple[np.ndarray, np.ndarray]:
    surface, lines = np.zeros(len(offsets), dtype=np.int64), np.zeros(len(offsets), dtype=np.int64)
    line, quoted, end, shape, word = 0, False, 0, LOWER, -1
    for i, (start, stop) in enumerate(offsets):
        breaks = text.count("\n", end, start) if start > end else 0
        if breaks:
            line, quoted = line + breaks, False
        if words[i] != word:
            word, last = words[i], i
            while last + 1 < len(offsets) and words[last + 1] == word:
                last += 1
            shape = shape_of(text[start : offsets[last][1]])
        mark = text[start:stop]
        if mark == "“" or (mark == '"' and not quoted):
            quoted = True
        elif mark in {"”", '"'}:
            quoted = False
        surface[i] = shape + SHAPES * quoted + SHAPES * 2 * bool(breaks or i == 0)
        lines[i] = line
        end = stop
    return surface, lines
