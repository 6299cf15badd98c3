"""Fit the sentence head on the finished encoder: python -m training.train_sentence --checkpoint FILE.

In: a finished run, the articles of PolNeAR train and CASIE, and the published encoder as teacher. Out: sentence.pt
beside it. Half an hour on two cores; starts anew when killed.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import torch
from torch.nn import functional

from training import examples_sentence, frozen
from training.encoder import Encoder, load_minilm
from training.examples_sentence import Taught
from training.head_sentence import SentenceHead, main_directions
from training.network import Network
from training.train import SEED, base
from watchfloor.reading.network.pieces import load_tokenizer

FILE = "sentence.pt"
EPOCHS, ROWS, RATE = 4, 64, 4e-4
HELD_BACK = 500
"""Stretches on which the likeness to the teacher is told and nothing is learned."""


def train(network: Network, corpora: Path) -> SentenceHead:
    """The trained head."""
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    teacher = Encoder()
    load_minilm(teacher, base() / "model.safetensors")
    tokenizer = load_tokenizer(base() / "tokenizer.json")
    held = examples_sentence.taught(network, teacher.eval(), corpora, tokenizer, dice)
    directions = main_directions(held.wanted[:: max(1, len(held.ranges) // 20000)])
    wanted = functional.normalize(held.wanted @ directions.T, dim=-1)
    head = SentenceHead()
    head.borrow(teacher, directions)
    order = list(range(len(held.ranges)))
    dice.shuffle(order)
    kept_back, own = order[:HELD_BACK], order[HELD_BACK:]
    sys.stdout.write(f"{len(own)} stretches\n")
    sys.stdout.flush()
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    steps = EPOCHS * (len(own) // ROWS + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps + 1, pct_start=0.1)
    for epoch in range(EPOCHS):
        head.train()
        for chosen in _batches(own, held, dice):
            states, mask = examples_sentence.padded(held, chosen)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = head.loss(states, mask, wanted[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
        sys.stdout.write(f"epoch {epoch} likeness to the teacher {_likeness(head, held, wanted, kept_back):.4f}\n")
        sys.stdout.flush()
    return head.eval()


def _batches(own: list[int], held: Taught, dice: random.Random) -> list[list[int]]:
    """All stretches once, alike in length within a batch, in random order of batches."""
    ordered = sorted(own, key=lambda i: (held.ranges[i][1] - held.ranges[i][0]) + dice.random() * 6)
    groups = [ordered[first : first + ROWS] for first in range(0, len(ordered), ROWS)]
    dice.shuffle(groups)
    return groups


def _likeness(head: SentenceHead, held: Taught, wanted: torch.Tensor, chosen: list[int]) -> float:
    """Mean cosine with the teacher's turned vectors."""
    head.eval()
    with torch.inference_mode():
        found = [
            (head(*examples_sentence.padded(held, chosen[i : i + ROWS])) * wanted[chosen[i : i + ROWS]]).sum(-1)
            for i in range(0, len(chosen), ROWS)
        ]
    return float(torch.cat(found).mean())


def fitted(checkpoint: Path) -> SentenceHead:
    """The head that was fitted to a finished run; raises FileNotFoundError where there is none beside it."""
    head = SentenceHead()
    head.load_state_dict(torch.load(checkpoint.with_name(FILE), map_location="cpu", weights_only=True))
    return head.eval()


def main() -> None:
    """The command line."""
    frozen.command(__doc__, train, FILE)


if __name__ == "__main__":
    main()
