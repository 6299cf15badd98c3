"""The incidents head: kind, status and definiteness of the incident a piece tells of, and its loss.

It reads a middle and the last layer of the finished encoder, which it does not change: the examples are few and partly
invented, and must not disturb what is learned from annotated news.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH
from watchfloor.reading.network.incidents import KINDS, SCORES, STATUSES

INNER = 256


@dataclass(frozen=True, slots=True)
class Wanted:
    """Per piece: `kind` 0 for none or the kind's number plus one; `status` and `specific` -1 where nothing counts."""

    kind: Tensor
    status: Tensor
    specific: Tensor


class IncidentsHead(nn.Module):
    """Scores in the columns of `watchfloor.reading.network.incidents.SCORES`."""

    def __init__(self) -> None:
        super().__init__()
        self.out = nn.Sequential(
            nn.LayerNorm(2 * WIDTH),
            nn.Dropout(0.2),
            nn.Linear(2 * WIDTH, INNER),
            nn.GELU(),
            nn.Dropout(0.2),
            nn.Linear(INNER, SCORES),
        )

    def forward(self, middle: Tensor, last: Tensor) -> Tensor:
        """(..., width) of both layers to (..., columns)."""
        scores: Tensor = self.out(torch.cat([middle, last], dim=-1))
        return scores

    def silence(self) -> None:
        """Make an untrained head answer "no incident" everywhere."""
        last = self.out[-1]
        if isinstance(last, nn.Linear):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)
            with torch.no_grad():
                last.bias[0] = 10.0

    def loss(self, middle: Tensor, last: Tensor, wanted: Wanted) -> Tensor:
        """Cross-entropies of the three questions; status and definiteness only within triggers."""
        scores = self.forward(middle, last)
        kinds, statuses, specific = scores.split([1 + len(KINDS), len(STATUSES), 1], dim=-1)
        total = functional.cross_entropy(kinds, wanted.kind)
        told = wanted.status >= 0
        if told.any():
            total = total + 0.1 * functional.cross_entropy(statuses[told], wanted.status[told])
            total = total + 0.1 * functional.binary_cross_entropy_with_logits(
                specific[told, 0], wanted.specific[told].float()
            )
        return total
