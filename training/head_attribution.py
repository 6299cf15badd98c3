"""The attribution head: finds cues, then reads each cue's own source and content, and its loss.

Stage one gives every piece a cue score. Stage two looks once per cue (the anchor, the cue's first piece) at the pieces
around it, its view: two narrow transformer layers that know where the anchor is mark the first and last piece of cue,
source and content by pointing, tag each piece, and say how likely the anchor begins an attribution at all. Content,
source and cue are thereby linked by construction, and nested or broken contents cost nothing extra. A missing source
points at the anchor itself; what reaches beyond the view ends at its edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH, Layer, score_bias

NARROW = 128
REACH = 96
"""Distances from the anchor beyond this many pieces look alike."""
VIEW, BEFORE = 142, 63
"""Pieces that are looked at for an anchor, and how many of them stand before it. The time of attention grows with the square of the
view; of the whole window's 254 pieces those far away bring nothing that was seen on the held-out articles."""

POINTERS = ("cue_start", "cue_end", "source_start", "source_end", "content_start", "content_end")
TAGS = ("other", "cue", "source", "content")
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Anchors:
    """What is to be learned in a batch; rows refer to the batch, columns to pieces counted with the opening token.

    `cue` is (rows, length) of 0, 1 or -1 where it does not count. Of the N anchors `row` and `column` say where they
    are, `pointers` is (N, 6) of columns in the order of `POINTERS`, `tags` (N, length) with -1 where nothing counts.
    """

    cue: Tensor
    row: Tensor
    column: Tensor
    pointers: Tensor
    tags: Tensor


class Roles(NamedTuple):
    """What is found of N anchors: the column at which each one's view begins, (N); pointer scores (N, view, 6) and tag scores (N, view, 4) of its pieces; validity logits (N)."""

    first: Tensor
    pointers: Tensor
    tags: Tensor
    valid: Tensor


class AttributionHead(nn.Module):
    """Cue scores, and what belongs to given anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.cue = nn.Sequential(nn.Linear(WIDTH, NARROW), nn.GELU(), nn.Linear(NARROW, 1))
        self.piece, self.anchor = nn.Linear(WIDTH, NARROW), nn.Linear(WIDTH, NARROW)
        self.distance = nn.Embedding(2 * REACH + 1, NARROW)
        self.norm = nn.LayerNorm(NARROW)
        self.layers = nn.ModuleList(Layer(NARROW, 4, 2 * NARROW) for _ in range(2))
        self.out = nn.Linear(NARROW, len(POINTERS) + len(TAGS))
        self.valid = nn.Linear(NARROW, 1)

    def cues(self, hidden: Tensor) -> Tensor:
        """(rows, length) logits that a piece begins a cue."""
        logits: Tensor = self.cue(hidden).squeeze(-1)
        return logits

    def roles(self, hidden: Tensor, mask: Tensor | None, row: Tensor, column: Tensor) -> Roles:
        """What N anchors begin; `mask` is None where every row is whole, and then N must not be 0."""
        closing = hidden.shape[1] - 1 + 0 * row if mask is None else mask.sum(1).long()[row] - 1
        view = torch.arange(hidden.shape[1] - 2, device=hidden.device)[:VIEW]
        first = torch.minimum(column - BEFORE, closing - view.shape[0]).clamp(min=1)
        pieces = first[:, None] + view[None, :]
        columns = torch.cat([0 * row[:, None], pieces, closing[:, None]], dim=1)
        offset = (columns - column[:, None]).clamp(-REACH, REACH) + REACH
        x = self.piece(hidden)[row[:, None], columns] + self.anchor(hidden[row, column])[:, None, :]
        x = self.norm(x + self.distance(offset))
        bias = None
        if mask is not None:
            whole = functional.pad(pieces < closing[:, None], (1, 1), value=True)
            bias = score_bias(whole, x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        scores = self.out(x) if bias is None else self.out(x) + bias[:, 0, 0, :, None]
        own = x[torch.arange(x.shape[0], device=x.device), (column - first + 1).clamp(min=0)]
        scores = scores[:, 1:-1]
        return Roles(first, scores[..., : len(POINTERS)], scores[..., len(POINTERS) :], self.valid(own).squeeze(-1))

    def loss(self, hidden: Tensor, mask: Tensor, wanted: Anchors) -> Tensor:
        """The sum of cue, pointer, tag and validity losses, each on the scale of one attribution."""
        cue = self.cues(hidden).float()
        counts = (wanted.cue >= 0) & (mask > 0)
        cue_loss = functional.binary_cross_entropy_with_logits(cue[counts], wanted.cue[counts].float(), reduction="sum")
        total = cue_loss / max(1, len(wanted.row))
        false_row, false_column = _mistakes(cue.detach(), wanted, counts)
        row, column = torch.cat([wanted.row, false_row]), torch.cat([wanted.column, false_column])
        if len(row) == 0:
            return total
        found = self.roles(hidden, mask, row, column)
        truth = torch.zeros(len(row))
        n = len(wanted.row)
        truth[:n] = 1.0
        total = total + functional.binary_cross_entropy_with_logits(found.valid.float(), truth)
        if n:
            view = found.tags.shape[1]
            pointers = (wanted.pointers - found.first[:n, None]).clamp(0, view - 1)
            columns = found.first[:n, None] + torch.arange(view)[None, :]
            tags = wanted.tags.gather(1, columns)
            total = total + 0.5 * functional.cross_entropy(
                found.pointers[:n].float().transpose(1, 2).reshape(n * len(POINTERS), -1), pointers.reshape(-1)
            ) * len(POINTERS)
            total = total + 6.0 * functional.cross_entropy(
                found.tags[:n].float().reshape(-1, len(TAGS)), tags.reshape(-1), ignore_index=-1
            )
        return total


def _mistakes(cue: Tensor, wanted: Anchors, counts: Tensor) -> tuple[Tensor, Tensor]:
    """The places that look most like cues and are none: a third as many as there are anchors, at least one."""
    candidates = cue.masked_fill(~counts | (wanted.cue == 1), NEVER)
    number = min(1 + len(wanted.row) // 3, int((candidates > NEVER).sum()))
    best = candidates.flatten().topk(number).indices
    return best // cue.shape[1], best % cue.shape[1]
