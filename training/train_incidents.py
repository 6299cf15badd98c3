"""Train the incidents head on the finished encoder: python -m training.train_incidents --checkpoint FILE.

In: a finished run, CASIE, MUC-4, GUM and the invented sentences. Out: incidents.pt beside it. A few minutes; starts anew
when killed. GUM's sentences and PolNeAR's stand for texts without incidents of these kinds, which is nearly true.
"""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training import corpus_gum, corpus_incidents, examples_names, frozen
from training.corpus_incidents import Told
from training.head_incidents import IncidentsHead, Wanted
from training.names_swapped import Stock
from training.network import Network
from training.train import SEED, base
from watchfloor.reading.network.incidents import KINDS, STATUSES
from watchfloor.reading.network.pieces import Pieces, load_tokenizer, split

FILLINGS = 10
"""Times each invented sentence is told with other names."""

SAMPLE = 220
"""Texts taken of CASIE, of MUC-4 and of GUM each."""

EPOCHS, ROWS, RATE = 6, 2048, 1e-3


def told(corpora: Path, dice: random.Random) -> list[Told]:
    """The training texts."""
    stock = Stock.load()
    out = [t for _ in range(FILLINGS) for t in _joined(corpus_incidents.invented(stock, dice), dice)]
    out += dice.sample(corpus_incidents.casie(corpora / "casie"), SAMPLE)
    out += dice.sample(corpus_incidents.muc(corpora / "muc4"), SAMPLE)
    sentences = corpus_gum.sentences(corpora / "gum" / "train")
    for start in dice.sample(range(0, len(sentences) - 10, 10), SAMPLE):
        out.append(Told(examples_names.written(sentences[start : start + 10], breaks=False)[0], ()))
    return out


def _joined(sentences: list[Told], dice: random.Random) -> list[Told]:
    """Two or three sentences in one text, so that the head does not take every text for an incident."""
    dice.shuffle(sentences)
    out = []
    while sentences:
        text, found = "", []
        for one in [sentences.pop() for _ in range(min(len(sentences), dice.randint(1, 3)))]:
            shift = len(text)
            found += [
                corpus_incidents.Trigger(t.start + shift, t.end + shift, t.kind, t.status, t.specific)
                for t in one.triggers
            ]
            text += one.text + " "
        out.append(Told(text, tuple(found)))
    return out


def labels(one: Told, pieces: Pieces) -> np.ndarray:
    """(pieces, 3): kind, status and definiteness in the form of `head_incidents.Wanted`."""
    out = np.tile([0, -1, 0], (len(pieces), 1))
    for t in one.triggers:
        inside = (pieces.starts < t.end) & (pieces.ends > t.start)
        status = STATUSES.index(t.status) if t.status else -1
        out[inside] = (1 + KINDS.index(t.kind), status, int(bool(t.specific)))
    return out


def train(network: Network, corpora: Path) -> IncidentsHead:
    """The trained head."""
    torch.manual_seed(SEED)
    texts = told(corpora, random.Random(SEED))
    tokenizer = load_tokenizer(base() / "tokenizer.json")
    pieces = [split(one.text, tokenizer) for one in texts]
    middles, lasts = frozen.states(network, pieces)
    wanted = torch.from_numpy(np.concatenate([labels(one, own) for one, own in zip(texts, pieces, strict=True)]))
    head = IncidentsHead()

    def loss_of(rows: Tensor) -> Tensor:
        kind, status, specific = wanted[rows].unbind(1)
        return head.loss(middles[rows].float(), lasts[rows].float(), Wanted(kind, status, specific))

    frozen.fit(head, loss_of, len(wanted), EPOCHS, ROWS, RATE)
    return head.eval()


def main() -> None:
    """The command line."""
    frozen.command(__doc__, train, "incidents.pt")


if __name__ == "__main__":
    main()
