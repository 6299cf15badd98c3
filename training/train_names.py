"""Fit the finished names head on the finished encoder: python -m training.train_names --checkpoint FILE.

In: a finished run, GUM, once as it is and once with half of its names swapped, and the invented texts. Out: names.pt
beside it. The linear head that learns along with the encoder shapes it; this one also sees the layers below, which keep
what the last has given up in favour of statements. What the encoder makes of the texts is kept in CACHE, part by part, so
that a kill costs one part; the fit itself takes minutes and starts anew.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training import checkpoint, corpus_gum, examples_names, frozen
from training.corpus_gum import Sentence
from training.examples import Example, recased
from training.head_names import DEPTHS, FinalNamesHead
from training.names_invented import Named, Stock
from training.names_swapped import swapped
from training.network import Network
from training.train import SEED, base
from watchfloor.reading.network.pieces import load_tokenizer

DICE = 7
"""Seed of each part's groups, names and letter case."""

FILLINGS = 8
"""Times each invented text is told with other names."""

TOGETHER = (1, 1, 1, 2, 4)
"""Sentences read at once: mostly one, since headlines, notes and lists give no more."""

EPOCHS, ROWS, RATE = 6, 2048, 1e-3


def parts(corpora: Path) -> dict[str, list[Example]]:
    """The training texts by origin, the same at every call."""
    stock = Stock.load()
    plain = corpus_gum.sentences(corpora / "gum" / "train")
    makers: dict[str, Callable[[random.Random], list[Named]]] = {
        "plain": lambda dice: _grouped(plain, dice),
        "swapped": lambda dice: _grouped([swapped(s, stock, dice) for s in plain], dice),
        "invented": lambda dice: [t for _ in range(FILLINGS) for t in stock.texts(dice)],
    }
    return {key: _examples(maker, random.Random(DICE)) for key, maker in makers.items()}


def _examples(maker: Callable[[random.Random], list[Named]], dice: random.Random) -> list[Example]:
    tokenizer = load_tokenizer(base() / "tokenizer.json")
    made = [examples_names.example(text, names, tokenizer) for text, names in maker(dice)]
    return [_recased(one, dice) for one in made if len(one.ids)]


def _recased(one: Example, dice: random.Random) -> Example:
    return replace(one, surface=recased(one.surface, dice))


def _grouped(sentences: list[Sentence], dice: random.Random) -> list[Named]:
    out = []
    for _, whole in groupby(sentences, key=lambda s: s.document):
        group = list(whole)
        while group:
            many = dice.choice(TOGETHER)
            out.append(examples_names.written(group[:many], breaks=dice.random() < examples_names.BREAKS))
            group = group[many:]
    return out


def rows(network: Network, corpora: Path, cache: Path, run: bytes) -> tuple[Tensor, Tensor]:
    """The vectors of the first piece of every word, and its tag; kept for this `run` and these texts alone."""
    vectors, tags = [], []
    for key, texts in parts(corpora).items():
        kept = cache / f"names-{key}-{_digest(run, texts)}.pt"
        if not kept.exists():
            torch.save(_first_pieces(network, texts), kept.with_suffix(".part"))
            kept.with_suffix(".part").replace(kept)
        vectors.append(torch.load(kept, weights_only=True))
        labels = torch.from_numpy(np.concatenate([t.labels for t in texts]))
        tags.append(labels[labels >= 0])
        sys.stdout.write(f"{key}: {len(texts)} texts, {len(tags[-1])} words\n")
        sys.stdout.flush()
    return torch.cat(vectors), torch.cat(tags)


def _digest(run: bytes, texts: list[Example]) -> str:
    digest = hashlib.sha256(run)
    for text in texts:
        digest.update(text.ids.tobytes() + text.surface.tobytes())
    return digest.hexdigest()[:12]


def _first_pieces(network: Network, texts: list[Example]) -> Tensor:
    states = frozen.layers(network, texts, DEPTHS)
    return torch.cat([own[torch.from_numpy(t.labels >= 0)] for own, t in zip(states, texts, strict=True)])


def train(network: Network, corpora: Path, cache: Path, run: bytes) -> FinalNamesHead:
    """The trained head."""
    vectors, tags = rows(network, corpora, cache, run)
    torch.manual_seed(SEED)
    head = FinalNamesHead()

    def loss_of(chosen: Tensor) -> Tensor:
        return functional.cross_entropy(head(vectors[chosen].float()), tags[chosen])

    frozen.fit(head, loss_of, len(tags), EPOCHS, ROWS, RATE)
    return head.eval()


def main() -> None:
    """The command line."""
    given = checkpoint.onward(__doc__)
    torch.set_num_threads(2)
    network = Network()
    checkpoint.load(given.checkpoint, network)
    run = hashlib.sha256(given.checkpoint.read_bytes()).digest()
    torch.save(train(network, given.corpora, given.cache, run).state_dict(), given.checkpoint.with_name("names.pt"))


if __name__ == "__main__":
    main()
