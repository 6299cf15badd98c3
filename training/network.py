"""The whole network: the shared encoder and its heads.

A head that learns along with the encoder is one more attribute here, with its data and loss in a file of its own, and one
more output in `training.export`; one that is fitted to the finished encoder is a step of its own (see `training.frozen`).
"""

from __future__ import annotations

from torch import Tensor, nn

from training.encoder import Encoder
from training.head_attribution import AttributionHead
from training.head_names import NamesHead


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.attribution = AttributionHead()
        self.names = NamesHead()

    def forward(self, ids: Tensor, surface: Tensor, mask: Tensor) -> Tensor:
        """(rows, length, width): the pieces' vectors, from which the heads read."""
        hidden: Tensor = self.encoder(ids, surface, mask)
        return hidden
