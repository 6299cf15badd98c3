"""The names head: one begin/inside/outside tag per word piece, and its loss.

Person, organisation, place and the title before a person's name. Labels are tags of first and further pieces; -1
where nothing is known.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH
from watchfloor.reading.network.names import TAGS

INNER = 256


class NamesHead(nn.Module):
    """Tag scores."""

    def __init__(self) -> None:
        super().__init__()
        self.out = nn.Sequential(nn.Dropout(0.1), nn.Linear(WIDTH, len(TAGS)))

    def forward(self, hidden: Tensor) -> Tensor:
        """(rows, length, tags) scores."""
        scores: Tensor = self.out(hidden)
        return scores

    def loss(self, hidden: Tensor, labels: Tensor) -> Tensor:
        """Mean cross-entropy per piece."""
        scores = self.forward(hidden).float()
        return functional.cross_entropy(scores.reshape(-1, len(TAGS)), labels.reshape(-1), ignore_index=-1)


class FinalNamesHead(nn.Module):
    """Tag scores from the middle and the last layer of a finished encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.out = nn.Sequential(
            nn.LayerNorm(2 * WIDTH),
            nn.Dropout(0.2),
            nn.Linear(2 * WIDTH, INNER),
            nn.GELU(),
            nn.Dropout(0.2),
            nn.Linear(INNER, len(TAGS)),
        )

    def forward(self, middle: Tensor, last: Tensor) -> Tensor:
        """(..., width) of both layers to (..., tags)."""
        scores: Tensor = self.out(torch.cat([middle, last], dim=-1))
        return scores
