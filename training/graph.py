"""The network as one computation from a window to everything that decoding needs, in the form that is exported.

Same weights and same arithmetic as in training; the anchors are chosen inside, so that one run reads a window. Also
the answer of the PyTorch network for measuring, before anything is exported.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training import checkpoint
from training.encoder import MIDDLE
from training.head_attribution import Roles
from training.head_names import DEPTHS, FinalNamesHead
from training.network import Network

CANDIDATE = -2.5
"""Cue logit from which a piece is read as an anchor: probability 0.08, well below any floor used in decoding.

In a window that has none the likeliest piece is read, so that there is always an anchor.
"""

LEARNED_SHARE = 0.6
"""Weight of the names head that learned along with the encoder beside the one fitted to it afterwards; alone both
have .69 on UNER. Three shares were tried there: .3, .5 and .7, which gave .702, .705 and .707; this one lies between the better two."""

INPUTS = ("ids", "surface")
OUTPUTS = ("middle", "names", "row", "column", "cue", *Roles._fields)


class Graph(nn.Module):
    """(ids, surface), each (rows, length) and int64, to the tensors named in `OUTPUTS`; every row is whole, without padding."""

    def __init__(self, network: Network, names: FinalNamesHead | None) -> None:
        super().__init__()
        self.network = network
        self.names = names

    def forward(self, ids: Tensor, surface: Tensor) -> tuple[Tensor, ...]:
        """Rows, columns and scores of the anchors come in the order of the text."""
        states = self.network.encoder.every(ids, surface, None)
        hidden = states[-1]
        cues = self.network.attribution.cues(hidden)
        places = torch.nonzero(cues >= cues.max().clamp(max=CANDIDATE))
        row, column = places[:, 0], places[:, 1]
        found = self.network.attribution.roles(hidden, None, row, column)
        names = self._names(states)
        return states[MIDDLE + 1], names, row, column, cues[row, column], *found

    def _names(self, states: list[Tensor]) -> Tensor:
        """Both heads' log-probabilities, averaged: each errs where the other does not."""
        learned = functional.log_softmax(self.network.names(states[-1]), dim=-1)
        if self.names is None:
            return learned
        fitted = functional.log_softmax(self.names(torch.cat([states[n] for n in DEPTHS], dim=-1)), dim=-1)
        return LEARNED_SHARE * learned + (1.0 - LEARNED_SHARE) * fitted


def finished(checkpoint_path: Path) -> Graph:
    """The graph of a finished run with the names head fitted to it, names.pt beside the checkpoint.

    Without names.pt the head that learned along with the encoder reads names.
    """
    network, names = Network(), FinalNamesHead()
    checkpoint.load(checkpoint_path, network)
    path = checkpoint_path.with_name("names.pt")
    if path.exists():
        names.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return Graph(network, names if path.exists() else None).eval()
