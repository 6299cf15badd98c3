"""Average the finished run with a short run onward from it: python -m training.train_average --checkpoint FILE.

In: a finished run and the corpora. Out: averaged.pt beside it, in which the upper half of the encoder and the heads are mostly the finished
run's and partly the mean of what they went through in one more pass; such means of weights read new text better than either end. The
lower half stays as it is, and so does the middle layer. Ten minutes on two cores; starts anew when killed.
"""

from __future__ import annotations

import sys

import torch
from torch import Tensor

from training import checkpoint
from training.encoder import MIDDLE
from training.network import Network
from training.train import PLAIN_PASSES, SEED, Course, base, loss_of
from watchfloor.reading.network.pieces import load_tokenizer

FILE = "averaged.pt"
ONWARD = 0.3
"""Share of the run onward; of .3 and .5 and each end alone the first half of the held-out articles prefers it: content_soft .835, .832, .829 (onward), .830 (finished)."""
RATE, HEAD_RATE = 8e-5, 3e-4
WARM_STEPS, FALL = 80, 0.25
"""Steps before the full learning rates, and the share of them by which they fall until the end of the pass."""
KEPT, EARLY = 0.998, 10
"""Share of the mean that each step keeps; it has forgotten the first steps after some tens of `EARLY` ones."""
NUMBER = 10
"""Number of the pass, beyond those of the finished run, by which its batches are drawn."""

Weights = dict[str, Tensor]


def onward(network: Network, course: Course) -> Weights:
    """The mean of the weights over one more pass, the late steps counting most."""
    learning = [*(p for layer in network.encoder.layers[MIDDLE + 1 :] for p in layer.parameters())]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    for parameter in network.encoder.parameters():
        parameter.requires_grad_(requires_grad=any(parameter is own for own in learning))
    groups = [{"params": learning, "lr": RATE, "base": RATE}, {"params": heads, "lr": HEAD_RATE, "base": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    plan = course.batches(NUMBER)
    network.train()
    for step, batch in enumerate(plan):
        factor = min(1.0, (step + 1) / WARM_STEPS) * (1.0 - FALL * step / len(plan))
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * factor
        torch.manual_seed(SEED + 100000 + step)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(network, batch, PLAIN_PASSES)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*learning, *heads], 1.0)
        optimiser.step()
        _moved(mean, network.state_dict(), min(KEPT, (step + 2) / (step + 1 + EARLY)))
        if step % 50 == 0:
            sys.stdout.write(f"batch {step}/{len(plan)} {batch.task} {float(loss.detach()):.3f}\n")
            sys.stdout.flush()
    return mean


def averaged(finished: Weights, mean: Weights) -> Weights:
    """The finished weights with the mean's share."""
    return {
        name: value + ONWARD * (mean[name] - value) if value.dtype.is_floating_point else value
        for name, value in finished.items()
    }


def _moved(mean: Weights, now: Weights, kept: float) -> None:
    for name, value in now.items():
        if value.dtype.is_floating_point:
            mean[name].mul_(kept).add_(value, alpha=1.0 - kept)


def main() -> None:
    """The command line."""
    given = checkpoint.onward(__doc__)
    torch.set_num_threads(2)
    network = Network()
    checkpoint.load(given.checkpoint, network)
    finished = {name: value.clone() for name, value in network.state_dict().items()}
    mean = onward(network, Course(given.corpora, load_tokenizer(base() / "tokenizer.json")))
    torch.save({"network": averaged(finished, mean)}, given.checkpoint.with_name(FILE))


if __name__ == "__main__":
    main()
