"""Which words of two texts differ: so that a disagreement is seen and not searched for.

In go texts, out come the same texts as pieces, with the words marked that the other has not. White space, case and
punctuation do not count as a difference. Texts too unlike each other come back unmarked: to mark every word says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from watchfloor.products.brief.shape import Piece

_WORD = re.compile(r"\S+\s*")
_SAME_ENOUGH = 0.35
"""Below this share of common words two texts are two sayings, and a word-by-word comparison is noise; set by eye on the five articles."""


def compared(texts: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Each text in pieces; a word is marked where the first of the other texts that is alike enough has another.

    The first text is compared with the second, every other with the first.
    """
    if len(texts) < 2:  # noqa: PLR2004 - nothing to compare with
        return tuple((Piece(text),) for text in texts)
    return tuple(_against(text, texts[1] if number == 0 else texts[0]) for number, text in enumerate(texts))


def _against(text: str, other: str) -> tuple[Piece, ...]:
    words, others = _WORD.findall(text), _WORD.findall(other)
    matcher = SequenceMatcher(None, [_bare(w) for w in words], [_bare(w) for w in others], autojunk=False)
    if not words or matcher.ratio() < _SAME_ENOUGH:
        return (Piece(text),)
    same = {block.a + step for block in matcher.get_matching_blocks() for step in range(block.size)}
    lead = text[: len(text) - len("".join(words))]
    runs = groupby(range(len(words)), key=lambda n: n not in same and bool(_bare(words[n])))
    pieces = [Piece(lead)]
    for differs, run in runs:
        run_text = "".join(words[n] for n in run)
        bare = run_text.rstrip() if differs else run_text
        pieces += [Piece(bare, differs), Piece(run_text[len(bare) :])]
    return tuple(piece for piece in pieces if piece.text)


def _bare(word: str) -> str:
    """The word without case and without what is not a letter or digit; empty for punctuation alone."""
    return "".join(c for c in word.casefold() if c.isalnum())
