"""The network as one computation from a window to everything that decoding needs, in the form that is exported.

Same weights and same arithmetic as in training; the anchors are chosen inside, so that one run reads a window. Also
the answer of the PyTorch network for measuring, before anything is exported.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.network import Network

CANDIDATE = -2.5
"""Cue logit from which a piece is read as an anchor: probability 0.08, well below any floor used in decoding."""

INPUTS = ("ids", "surface", "mask")
OUTPUTS = ("hidden", "names", "row", "column", "cue", "valid", "pointers", "tags")


class Graph(nn.Module):
    """(ids, surface, mask), each (rows, length) and int64, to the tensors named in `OUTPUTS`."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, surface: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Rows, columns and scores of the anchors come in the order of the text."""
        floats = mask.to(torch.float32)
        hidden = self.network(ids, surface, floats)
        cues = self.network.attribution.cues(hidden)
        places = torch.nonzero((cues > CANDIDATE) & (mask > 0))
        row, column = places[:, 0], places[:, 1]
        pointers, tags, valid = self.network.attribution.roles(hidden, floats, row, column)
        return hidden, self.network.names(hidden), row, column, cues[row, column], valid, pointers, tags
