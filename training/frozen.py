"""What the finished encoder says of texts, for heads that read it and do not change it.

In: split texts. Out: the vectors of its middle and its last layer, a row for each piece of all texts, in bfloat16.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from training.examples import CLOSE, OPEN
from training.network import Network
from watchfloor.reading.network.pieces import Pieces
from watchfloor.reading.network.windows import windows


def states(network: Network, texts: list[Pieces]) -> tuple[Tensor, Tensor]:
    """Middle and last vectors of every piece."""
    middles, lasts = [], []
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for pieces in texts:
            for window in windows(pieces.lines, margin=0):
                inside = slice(window.start, window.end)
                ids = torch.from_numpy(np.concatenate([[OPEN], pieces.ids[inside], [CLOSE]]))[None]
                surface = torch.from_numpy(np.concatenate([[0], pieces.surface[inside] + 1, [0]]))[None]
                middle, last = network.encoder.states(ids, surface, torch.ones_like(ids, dtype=torch.float32))
                middles.append(middle[0, 1:-1].to(torch.bfloat16))
                lasts.append(last[0, 1:-1].to(torch.bfloat16))
    return torch.cat(middles), torch.cat(lasts)
