"""The names head: one begin/inside/outside tag per word piece, and its loss.

Person, organisation, place and the title before a person's name. Labels are tags of first and further pieces; -1
where nothing is known.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH
from watchfloor.reading.network.names import TAGS

INNER = 256
DEPTHS = (0, 2, 4, 6)
"""Layers that the finished head reads; 0 stands for the vectors before the first layer, where words are least mixed."""


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
    """Tag scores from four layers of a finished encoder, `DEPTHS`, side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.out = nn.Sequential(
            nn.LayerNorm(len(DEPTHS) * WIDTH),
            nn.Dropout(0.2),
            nn.Linear(len(DEPTHS) * WIDTH, INNER),
            nn.GELU(),
            nn.Dropout(0.2),
            nn.Linear(INNER, len(TAGS)),
        )

    def forward(self, states: Tensor) -> Tensor:
        """(..., layers x width) to (..., tags)."""
        scores: Tensor = self.out(states)
        return scores
