"""The network as one computation from a window to everything that decoding needs, in the form that is exported.

Same weights and same arithmetic as in training; the anchors are chosen inside, so that one run reads a window. Also
the answer of the PyTorch network for measuring, before anything is exported.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from training import checkpoint
from training.head_incidents import IncidentsHead
from training.head_names import FinalNamesHead
from training.network import Network

CANDIDATE = -2.5
"""Cue logit from which a piece is read as an anchor: probability 0.08, well below any floor used in decoding."""

INPUTS = ("ids", "surface", "mask")
OUTPUTS = ("middle", "names", "row", "column", "cue", "valid", "pointers", "tags", "incidents")


class Graph(nn.Module):
    """(ids, surface, mask), each (rows, length) and int64, to the tensors named in `OUTPUTS`."""

    def __init__(self, network: Network, names: FinalNamesHead | None, incidents: IncidentsHead) -> None:
        super().__init__()
        self.network = network
        self.names = names
        self.incidents = incidents

    def forward(self, ids: Tensor, surface: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Rows, columns and scores of the anchors come in the order of the text."""
        floats = mask.to(torch.float32)
        middle, hidden = self.network.encoder.states(ids, surface, floats)
        cues = self.network.attribution.cues(hidden)
        places = torch.nonzero((cues > CANDIDATE) & (mask > 0))
        row, column = places[:, 0], places[:, 1]
        pointers, tags, valid = self.network.attribution.roles(hidden, floats, row, column)
        names = self.names(middle, hidden) if self.names else self.network.names(hidden)
        incidents = self.incidents(middle, hidden)
        return middle, names, row, column, cues[row, column], valid, pointers, tags, incidents


def finished(checkpoint_path: Path) -> Graph:
    """The graph of a finished run with the heads fitted to it, names.pt and incidents.pt beside the checkpoint.

    Without names.pt the head that learned along with the encoder reads names; without incidents.pt none are found.
    """
    network, names, incidents = Network(), FinalNamesHead(), IncidentsHead()
    checkpoint.load(checkpoint_path, network)
    fitted = {
        head: checkpoint_path.with_name(name) for head, name in ((names, "names.pt"), (incidents, "incidents.pt"))
    }
    for head, path in fitted.items():
        if path.exists():
            head.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    if not fitted[incidents].exists():
        incidents.silence()
    return Graph(network, names if fitted[names].exists() else None, incidents).eval()
