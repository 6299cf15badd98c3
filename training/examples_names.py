"""GUM's sentences as examples for the names head.

In: sentences and a tokenizer. Out: one `Example` per run of sentences, of lengths from one sentence to a full window,
joined by a space or a line break, since names are read in headlines, lists and running text alike.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from training.examples import Example, cut
from watchfloor.reading.network.names import TAGS
from watchfloor.reading.network.pieces import split
from watchfloor.reading.network.windows import LIMIT

if TYPE_CHECKING:
    import random

    from tokenizers import Tokenizer

    from training.corpus_gum import Sentence

CLINGS_LEFT = {
    ",",
    ".",
    ";",
    ":",
    "!",
    "?",
    ")",
    "]",
    "'s",
    "’s",
    "n't",
    "n’t",
    "'re",
    "'ve",
    "'ll",
    "'d",
    "'m",
    "%",
    "”",
}
CLINGS_RIGHT = {"(", "[", "$", "“", "#"}
TIES = {"-", "/"}
BREAKS = 0.5
"""Share of examples whose sentences stand on lines of their own."""


def examples(sentences: list[Sentence], tokenizer: Tokenizer, dice: random.Random) -> list[Example]:
    """One pass over all sentences."""
    out = []
    for _, whole in groupby(sentences, key=lambda s: s.document):
        group: list[Sentence] = []
        room = dice.choice((16, 60, 120, 200))
        for sentence in whole:
            if group and sum(len(s.tokens) for s in group) + len(sentence.tokens) > room:
                out.append(_example(group, tokenizer, dice))
                group, room = [], dice.choice((16, 60, 120, 200))
            group.append(sentence)
        out.append(_example(group, tokenizer, dice))
    return out


def written(sentences: list[Sentence], breaks: bool) -> tuple[str, list[tuple[int, int, str]]]:
    """The sentences as running text with (start, end, label) offsets of the names."""
    text, names = "", []
    for sentence in sentences:
        text += ("\n" if breaks else " ") if text else ""
        offsets = []
        for i, token in enumerate(sentence.tokens):
            near = i == 0 or token in CLINGS_LEFT or sentence.tokens[i - 1] in CLINGS_RIGHT or _tied(sentence.tokens, i)
            text += "" if near else " "
            offsets.append((len(text), len(text) + len(token)))
            text += token
        names += [(offsets[a][0], offsets[b - 1][1], label) for a, b, label in sentence.names]
    return text, names


def _tied(tokens: tuple[str, ...], i: int) -> bool:
    """Whether a hyphen or slash, which GUM sets apart, ties this token to the one before it, as in "al - Sadr"."""
    tie = i if tokens[i] in TIES else i - 1
    return (
        tokens[tie] in TIES
        and 0 < tie < len(tokens) - 1
        and tokens[tie - 1][-1].isalnum()
        and tokens[tie + 1][0].isalnum()
    )


def example(text: str, names: list[tuple[int, int, str]], tokenizer: Tokenizer) -> Example:
    """The text's first window with a tag at the first piece of each word, where decoding looks; -1 at the others."""
    pieces = split(text, tokenizer)
    labels = np.zeros(len(pieces), dtype=np.int64)
    for start, end, label in names:
        inside = np.flatnonzero((pieces.starts < end) & (pieces.ends > start))
        if len(inside):
            labels[inside] = TAGS.index(f"I-{label}")
            labels[inside[0]] = TAGS.index(f"B-{label}")
    labels[1:][pieces.words[1:] == pieces.words[:-1]] = -1
    return cut("names", pieces, 0, labels[: min(len(pieces), LIMIT)])


def _example(group: list[Sentence], tokenizer: Tokenizer, dice: random.Random) -> Example:
    return example(*written(group, breaks=dice.random() < BREAKS), tokenizer)
