"""Stretches of text for the sentence head: contents of attributions, sentences, and runs of words.

In: texts of the corpora, the finished encoder, and the published one as teacher. Out: `Taught`: each stretch's middle
vectors in their context, and the vector that the teacher gives to the same words alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training import corpus_polnear, frozen
from training.encoder import Encoder
from training.examples import BLANK, CLOSE, OPEN
from training.network import Network
from watchfloor.reading.network.pieces import Pieces, split
from watchfloor.reading.network.windows import windows

LONGEST = 120
"""Pieces of a stretch; longer ones are cut, as the product does."""
SHORTEST = 3
CONTENTS, SENTENCES, RUNS = 14, 6, 2
"""Contents, sentences, and runs of words at random places, taken of every article at most."""
CYBER_ARTICLES = 250
"""Articles of CASIE, for words that politics lacks."""
SENTENCE = re.compile(r"[^.!?\n]{12,500}[.!?\n]")
ROWS = 64

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Taught:
    """`states` holds the middle vectors of all texts, `ranges` the rows of each stretch, `wanted` the teacher's vectors, (stretches, width) of length 1."""

    states: Tensor
    ranges: tuple[Range, ...]
    wanted: Tensor


def texts(corpora: Path) -> Iterator[tuple[str, list[Range]]]:
    """Articles with the character ranges of the contents annotated in them; nothing that is measured on."""
    train, _ = corpus_polnear.held_out(corpus_polnear.articles(corpora / "polnear" / "train"))
    for article in train:
        hulls = (corpus_polnear.hull(article.text, a.content) for a in article.attributions)
        yield article.text, [h for h in hulls if h]
    for path in sorted((corpora / "casie" / "source").iterdir())[:CYBER_ARTICLES]:
        yield path.read_text("utf-8", errors="replace"), []


def taught(network: Network, teacher: Encoder, corpora: Path, tokenizer: Tokenizer, dice: random.Random) -> Taught:
    """Everything that one course of lessons needs."""
    split_texts: list[Pieces] = []
    ranges: list[Range] = []
    said: list[str] = []
    offset = 0
    for text, contents in texts(corpora):
        pieces = split(text, tokenizer)
        for start, end in _stretches(text, contents, pieces, dice):
            ranges.append((start + offset, end + offset))
            said.append(text[pieces.starts[start] : pieces.ends[end - 1]])
        split_texts.append(pieces)
        offset += len(pieces)
    return Taught(frozen.middles(network, split_texts), tuple(ranges), sentence_vectors(teacher, said, tokenizer))


def sentence_vectors(teacher: Encoder, said: Sequence[str], tokenizer: Tokenizer) -> Tensor:
    """The published encoder's vectors of texts: the mean over the last layer, of length 1."""
    found = torch.zeros(len(said), teacher.words.embedding_dim)
    encoded = [tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST] for text in said]
    order = sorted(range(len(said)), key=lambda i: len(encoded[i]))
    for first in range(0, len(order), ROWS):
        chosen = order[first : first + ROWS]
        length = max(len(encoded[i]) for i in chosen) + 2
        ids = torch.tensor([[OPEN, *encoded[i], CLOSE] + [BLANK] * (length - 2 - len(encoded[i])) for i in chosen])
        mask = (ids != BLANK).float()
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            last = teacher(ids, torch.zeros_like(ids), mask).float()
        found[chosen] = functional.normalize((last * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)
    return found


def padded(held: Taught, chosen: Sequence[int]) -> tuple[Tensor, Tensor]:
    """(rows, length, width) states of the chosen stretches and their mask."""
    length = max(held.ranges[i][1] - held.ranges[i][0] for i in chosen)
    states = torch.zeros(len(chosen), length, held.states.shape[1])
    mask = torch.zeros(len(chosen), length)
    for row, i in enumerate(chosen):
        start, end = held.ranges[i]
        states[row, : end - start] = held.states[start:end].float()
        mask[row, : end - start] = 1.0
    return states, mask


def _stretches(text: str, contents: Sequence[Range], pieces: Pieces, dice: random.Random) -> Iterator[Range]:
    """Piece ranges within one window each, as `frozen.middles` cuts them, so that their context is whole."""
    sentences = [match.span() for match in SENTENCE.finditer(text)]
    asked = [_some(contents, CONTENTS, dice), _some(sentences, SENTENCES, dice)]
    cuts = [(w.start, w.end) for w in windows(pieces.lines, margin=0)]
    for start, end in (span for some in asked for span in some):
        inside = np.flatnonzero((pieces.starts < end) & (pieces.ends > start))
        if len(inside):
            yield from _within(int(inside[0]), int(inside[-1]) + 1, cuts)
    for _ in range(RUNS if len(pieces) > LONGEST else 0):
        first = dice.randrange(len(pieces) - SHORTEST)
        yield from _within(first, first + dice.randint(SHORTEST, 50), cuts)


def _some(spans: Sequence[Range], most: int, dice: random.Random) -> list[Range]:
    return dice.sample(spans, min(len(spans), most))


def _within(start: int, end: int, cuts: Sequence[Range]) -> Iterator[Range]:
    for low, high in cuts:
        if low <= start < high and min(end, high) - start >= SHORTEST:
            yield start, min(end, high, start + LONGEST)
