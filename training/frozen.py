"""Heads on the finished encoder, which they read and do not change.

In: split texts. Out: the vectors of its middle and its last layer, a row for each piece of all texts, in bfloat16; and a
head fitted to them, saved beside the finished run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training import checkpoint
from training.examples import CLOSE, OPEN
from training.network import Network
from watchfloor.reading.network.pieces import Pieces
from watchfloor.reading.network.windows import windows


def states(network: Network, texts: list[Pieces]) -> tuple[Tensor, Tensor]:
    """Middle and last vectors of every piece."""
    found = _read(network.encoder.states, texts)
    return torch.cat([middle for middle, _ in found]), torch.cat([last for _, last in found])


def middles(network: Network, texts: list[Pieces]) -> Tensor:
    """Only the middle vectors, in half the time."""
    return torch.cat([middle for (middle,) in _read(lambda *inputs: (network.encoder.middle(*inputs),), texts)])


def _read(encode: Callable[..., tuple[Tensor, ...]], texts: list[Pieces]) -> list[tuple[Tensor, ...]]:
    """What `encode` makes of one window after the other, without the special tokens."""
    found = []
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for pieces in texts:
            for window in windows(pieces.lines, margin=0):
                inside = slice(window.start, window.end)
                ids = torch.from_numpy(np.concatenate([[OPEN], pieces.ids[inside], [CLOSE]]))[None]
                surface = torch.from_numpy(np.concatenate([[0], pieces.surface[inside] + 1, [0]]))[None]
                vectors = encode(ids, surface, torch.ones_like(ids, dtype=torch.float32))
                found.append(tuple(v[0, 1:-1].to(torch.bfloat16) for v in vectors))
    return found


def fit(head: nn.Module, loss_of: Callable[[Tensor], Tensor], pieces: int, epochs: int, rows: int, rate: float) -> None:
    """Fit `head` to `pieces` pieces, `rows` at a time; `loss_of` gives the mean loss of the pieces it is given by number."""
    optimiser = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.01)
    steps = epochs * (pieces // rows + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 1)
    for epoch in range(epochs):
        total = 0.0
        for chosen in torch.randperm(pieces).split(rows):
            loss = loss_of(chosen)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(chosen)
        sys.stdout.write(f"epoch {epoch} loss {total / pieces:.4f} over {pieces} pieces\n")


def command(description: str | None, train: Callable[[Network, Path], nn.Module], file: str) -> None:
    """The command line of a head: `train` it on the finished run and the corpora, and save it as `file` beside the run."""
    parser = argparse.ArgumentParser(description=description)
    checkpoint.add_places(parser)
    parser.add_argument("--checkpoint", type=Path, required=True)
    given = parser.parse_args()
    torch.set_num_threads(2)
    network = Network()
    checkpoint.load(given.checkpoint, network)
    torch.save(train(network, given.corpora).state_dict(), given.checkpoint.with_name(file))
