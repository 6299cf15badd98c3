"""Saving and resuming a training run, and where runs are kept.

A checkpoint is one file, replaced as a whole, so that a kill at any moment leaves the last one whole. The cache folder
is `--cache`, else the variable WATCHFLOOR_TRAINING_CACHE, else `.training-cache`, and stays out of git.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from training.network import Network


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: finished passes, finished batches of the current pass, steps in all."""

    passes: int = 0
    batches: int = 0
    steps: int = 0


def add_places(parser: argparse.ArgumentParser) -> None:
    """The two folders every command takes."""
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(os.environ.get("WATCHFLOOR_TRAINING_CACHE", ".training-cache")),
        help="folder for checkpoints and exports (default: %(default)s)",
    )
    parser.add_argument(
        "--corpora",
        type=Path,
        default=Path(os.environ.get("WATCHFLOOR_CORPORA", "../shared/corpora")),
        help="folder of the corpora (default: %(default)s)",
    )


def onward(description: str | None) -> argparse.Namespace:
    """The command line of a step that goes on from a finished run: both folders, and the run's checkpoint."""
    parser = argparse.ArgumentParser(description=description)
    add_places(parser)
    parser.add_argument("--checkpoint", type=Path, required=True, help="the finished run")
    return parser.parse_args()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a checkpoint file keeps besides the progress."""

    path: Path
    network: Network
    optimiser: torch.optim.Optimizer

    def save(self, progress: Progress) -> None:
        """Write the checkpoint beside its place and move it there."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".part")
        torch.save(
            {
                "network": self.network.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "progress": (progress.passes, progress.batches, progress.steps),
            },
            fresh,
        )
        fresh.replace(self.path)

    def resume(self) -> Progress:
        """Load the checkpoint if there is one; a fresh `Progress` otherwise."""
        if not self.path.exists():
            return Progress()
        held = torch.load(self.path, map_location="cpu", weights_only=True)
        self.network.load_state_dict(held["network"])
        self.optimiser.load_state_dict(held["optimiser"])
        return Progress(*held["progress"])


def load(path: Path, network: Network) -> None:
    """Only the weights; raises FileNotFoundError with the command that makes them."""
    if not path.exists():
        message = f"no checkpoint at {path}: run python -m training.train first, or name its folder with --cache"
        raise FileNotFoundError(message)
    network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["network"])
    network.eval()
