"""Fit the final names head on the finished encoder: python -m training.train_names --checkpoint FILE.

In: a finished run, GUM and the invented sentences, each with names swapped several times and some in small letters.
Out: names.pt beside it. The linear head that learns along with the encoder shapes it; this one, which also sees the middle
layer, reads better what the last layer has given up in favour of statements. A few minutes; starts anew when killed.
"""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training import corpus_gum, corpus_incidents, examples_names, frozen
from training.examples import recased
from training.head_names import FinalNamesHead
from training.names_swapped import Stock, swapped
from training.network import Network
from training.train import SEED, base
from watchfloor.reading.network.names import TAGS
from watchfloor.reading.network.pieces import Pieces, load_tokenizer, split

TELLINGS = 2
"""Times GUM is read with other names, besides once as it is."""

FILLINGS = 4
"""Times each invented sentence is told with other names."""

EPOCHS, ROWS, RATE = 5, 2048, 1e-3

Named = tuple[str, list[tuple[int, int, str]]]


def texts(corpora: Path, dice: random.Random) -> list[Named]:
    """Texts with (start, end, kind) of their names."""
    stock = Stock.load()
    plain = corpus_gum.sentences(corpora / "gum" / "train")
    out: list[Named] = []
    for telling in range(1 + TELLINGS):
        told = [swapped(s, stock, dice) for s in plain] if telling else plain
        for _, whole in groupby(told, key=lambda s: s.document):
            group = list(whole)
            while group:
                many = dice.choice((1, 2, 4, 8))
                out.append(examples_names.written(group[:many], breaks=dice.random() < examples_names.BREAKS))
                group = group[many:]
    out += [(t.text, list(t.names)) for _ in range(FILLINGS) for t in corpus_incidents.invented(stock, dice)]
    return out


def train(network: Network, corpora: Path) -> FinalNamesHead:
    """The trained head."""
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    tokenizer = load_tokenizer(base() / "tokenizer.json")
    named = texts(corpora, dice)
    split_texts = [split(text, tokenizer) for text, _ in named]
    wanted = torch.from_numpy(np.concatenate([_labels(p, n) for p, (_, n) in zip(split_texts, named, strict=True)]))
    middles, lasts = frozen.states(network, [_recased(p, dice) for p in split_texts])
    head = FinalNamesHead()

    def loss_of(rows: Tensor) -> Tensor:
        return functional.cross_entropy(head(middles[rows].float(), lasts[rows].float()), wanted[rows])

    frozen.fit(head, loss_of, len(wanted), EPOCHS, ROWS, RATE)
    return head.eval()


def _recased(pieces: Pieces, dice: random.Random) -> Pieces:
    return replace(pieces, surface=recased(pieces.surface + 1, dice) - 1)


def _labels(pieces: Pieces, names: list[tuple[int, int, str]]) -> np.ndarray:
    labels = np.zeros(len(pieces), dtype=np.int64)
    for start, end, kind in names:
        inside = np.flatnonzero((pieces.starts < end) & (pieces.ends > start))
        if len(inside):
            labels[inside] = TAGS.index(f"I-{kind}")
            labels[inside[0]] = TAGS.index(f"B-{kind}")
    return labels


def main() -> None:
    """The command line."""
    frozen.command(__doc__, train, "names.pt")


if __name__ == "__main__":
    main()
