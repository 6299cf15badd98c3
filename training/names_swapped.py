"""Sentences with their names swapped for invented ones, so that the head learns contexts and not GUM's few thousand names.

In: sentences and dice. Out: sentences with other tokens and shifted ranges. Titles stay. The stock stands in
`names_invented`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.corpus_gum import Sentence

if TYPE_CHECKING:
    import random

    from training.names_invented import Stock

SHARE = 0.5
"""Share of names swapped; the others keep their place among true contexts."""


def swapped(sentence: Sentence, stock: Stock, dice: random.Random) -> Sentence:
    """The sentence with about half of its names exchanged for others of the same kind."""
    tokens: list[str] = []
    names: list[tuple[int, int, str]] = []
    place = 0
    for start, end, kind in sentence.names:
        tokens += sentence.tokens[place:start]
        place = end
        fresh = list(sentence.tokens[start:end])
        if kind != "ROLE" and dice.random() < SHARE:
            fresh = stock.draw(kind, end - start, dice)
            bare = fresh[0] == "the" and (tokens[-1:] in (["the"], ["The"]) or (kind == "ORG" and not tokens))
            fresh = fresh[1:] if bare else fresh
        article = 1 if fresh[0] == "the" else 0
        names.append((len(tokens) + article, len(tokens) + len(fresh), kind))
        tokens += fresh
    return Sentence(sentence.document, (*tokens, *sentence.tokens[place:]), tuple(names))
