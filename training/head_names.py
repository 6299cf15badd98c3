"""The names head: one begin/inside/outside tag per word piece, and its loss.

Person, organisation, place and the title before a person's name. Labels are tags of first and further pieces; -1
where nothing is known.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH
from training.runtime.names import TAGS


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
