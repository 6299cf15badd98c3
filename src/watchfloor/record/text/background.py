"""Background: how common a stem is in the press at large.

In goes a stem, out come the shares of sentences and of texts that have it, counted once in public corpora (`training/word_counts.py` makes the
table; the model card names them). They are the same for every record, so what is weighed by them does not change when a record grows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log
from pathlib import Path

from watchfloor.record.text.wording import Lexicon

TABLE = Path(str(files("watchfloor.record.text"))) / "background.tsv"
_HEAVIEST = 6.0
"""What a stem weighs at most, as in a record of 400 sentences one that stands once: beyond it lies only how large the corpora are."""


@dataclass(frozen=True, slots=True)
class Background:
    """How many sentences and texts were counted, and how many of each have a stem; a stem that is not listed stood in one sentence at most."""

    sentences: int
    texts: int
    counted: dict[str, tuple[int, int]]

    def share(self, stem: str) -> float:
        """The share of texts that have the stem, 0 where none is known."""
        return self.counted.get(stem, (0, 0))[1] / self.texts


@cache
def background() -> Background:
    """The counts as they ship."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    counted = {stem: (int(sentences), int(texts)) for stem, sentences, texts in rows}
    sentences, texts = counted.pop("")
    return Background(sentences, texts, counted)


@cache
def lexicon() -> Lexicon:
    """The weights of words where texts of several stories are compared, which have no lexicon in common."""
    held = background()
    weights = {s: max(min(log(held.sentences / (n + 1)), _HEAVIEST), 0.1) for s, (n, _) in held.counted.items()}
    return Lexicon(frozenset(), weights, _HEAVIEST)
