"""Sentences with their names swapped for invented ones, so that the head learns contexts and not GUM's few thousand names.

In: sentences and dice. Out: sentences with other tokens and shifted ranges. Titles stay. The stock stands in
`invented_names.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from training.corpus_gum import Sentence

if TYPE_CHECKING:
    import random

SHARE = 0.5
"""Share of names swapped; the others keep their place among true contexts."""


@dataclass(frozen=True, slots=True)
class Stock:
    """Invented names by kind; persons in two halves."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    place: tuple[str, ...]
    organisation: tuple[str, ...]

    @classmethod
    def load(cls) -> Stock:
        """From the file beside this module."""
        held = tomllib.loads((Path(__file__).parent / "invented_names.toml").read_text("utf-8"))
        lists = {key: tuple(" ".join(x.split()) for x in held[key].split(";")) for key in ("place", "organisation")}
        return cls(tuple(held["first"].split()), tuple(held["last"].split()), **lists)

    def draw(self, kind: str, length: int, dice: random.Random) -> list[str]:
        """Tokens of a name of that kind; persons of one token stay persons of one token."""
        if kind == "PER":
            last = dice.choice(self.last)
            return [dice.choice((last, dice.choice(self.first)))] if length == 1 else [dice.choice(self.first), last]
        return (
            dice.choice(self.place if kind == "LOC" else self.organisation)
            .replace(",", " ,")
            .replace("'s", " 's")
            .split()
        )


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
