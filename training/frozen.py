"""Heads on the finished encoder, which they read and do not change.

In: texts, split or as examples. Out: the vectors of some of its layers, a row for each piece, in bfloat16; and a head
fitted to them, saved beside the finished run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training import checkpoint
from training.examples import BLANK, CLOSE, OPEN, Example
from training.network import Network
from watchfloor.reading.network.pieces import Pieces
from watchfloor.reading.network.windows import windows

PIECES_A_BATCH = 6000


def middles(network: Network, texts: list[Pieces]) -> Tensor:
    """The middle layer's vectors of every piece, one window after the other."""
    found = []
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for pieces in texts:
            for window in windows(pieces.lines, margin=0):
                inside = slice(window.start, window.end)
                ids = torch.from_numpy(np.concatenate([[OPEN], pieces.ids[inside], [CLOSE]]))[None]
                surface = torch.from_numpy(np.concatenate([[0], pieces.surface[inside] + 1, [0]]))[None]
                middle = network.encoder.middle(ids, surface, torch.ones_like(ids, dtype=torch.float32))
                found.append(middle[0, 1:-1].to(torch.bfloat16))
    return torch.cat(found)


def layers(network: Network, texts: list[Example], depths: tuple[int, ...]) -> list[Tensor]:
    """For each text (pieces, layers x width): the vectors of its pieces at `depths` (see `Encoder.every`), in bfloat16."""
    found: list[Tensor] = [torch.empty(0)] * len(texts)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in _alike(texts):
            ids, surface, mask = _padded([texts[n] for n in group])
            every = network.encoder.every(ids, surface, mask)
            states = torch.cat([every[depth].to(torch.bfloat16) for depth in depths], dim=-1)
            for row, number in enumerate(group):
                found[number] = states[row, 1 : len(texts[number].ids) + 1].clone()
    return found


def _alike(texts: list[Example]) -> Iterator[list[int]]:
    """The numbers of all texts, those of similar length together."""
    group: list[int] = []
    for number in sorted(range(len(texts)), key=lambda n: len(texts[n].ids)):
        if group and (len(group) + 1) * (len(texts[number].ids) + 2) > PIECES_A_BATCH:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _padded(texts: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    rows, length = len(texts), max(len(t.ids) for t in texts) + 2
    ids, surface = np.full((rows, length), BLANK), np.zeros((rows, length), dtype=np.int64)
    mask = np.zeros((rows, length), dtype=np.float32)
    for row, t in enumerate(texts):
        n = len(t.ids)
        ids[row, 0], ids[row, n + 1] = OPEN, CLOSE
        ids[row, 1 : n + 1], surface[row, 1 : n + 1], mask[row, : n + 2] = t.ids, t.surface, 1.0
    return torch.from_numpy(ids), torch.from_numpy(surface), torch.from_numpy(mask)


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
        sys.stdout.flush()


def command(description: str | None, train: Callable[[Network, Path], nn.Module], file: str) -> None:
    """The command line of a head: `train` it on the finished run and the corpora, and save it as `file` beside the run."""
    given = checkpoint.onward(description)
    torch.set_num_threads(2)
    network = Network()
    checkpoint.load(given.checkpoint, network)
    torch.save(train(network, given.corpora).state_dict(), given.checkpoint.with_name(file))
