"""The attribution head: finds cues, then reads each cue's own source and content, and its loss.

Stage one gives every piece a cue score. Stage two looks at the window once per cue (the anchor, the cue's first
piece): two narrow transformer layers that know where the anchor is mark the first and last piece of cue, source and
content by pointing, tag each piece, and say how likely the anchor begins an attribution at all. Content, source and
cue are thereby linked by construction, and nested or broken contents cost nothing extra. A missing source points at
the anchor itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH, Layer, score_bias

NARROW = 128
REACH = 96
"""Distances from the anchor beyond this many pieces look alike."""

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

    def roles(self, hidden: Tensor, mask: Tensor | None, row: Tensor, column: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """For N anchors: pointer scores (N, length, 6), tag scores (N, length, 4), validity logits (N).

        `mask` is None where every row is whole; then N must not be 0.
        """
        places = torch.arange(hidden.shape[1], device=hidden.device)
        offset = (places[None, :] - column[:, None]).clamp(-REACH, REACH) + REACH
        x = self.piece(hidden)[row] + self.anchor(hidden[row, column])[:, None, :] + self.distance(offset)
        x = self.norm(x)
        bias = None if mask is None else score_bias(mask[row], x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        scores = self.out(x) if bias is None else self.out(x) + bias[:, 0, 0, :, None]
        own = x[torch.arange(x.shape[0], device=x.device), column]
        return scores[..., : len(POINTERS)], scores[..., len(POINTERS) :], self.valid(own).squeeze(-1)

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
        pointers, tags, valid = self.roles(hidden, mask, row, column)
        truth = torch.zeros(len(row))
        n = len(wanted.row)
        truth[:n] = 1.0
        total = total + functional.binary_cross_entropy_with_logits(valid.float(), truth)
        if n:
            total = total + 0.5 * functional.cross_entropy(
                pointers[:n].float().transpose(1, 2).reshape(n * len(POINTERS), -1), wanted.pointers.reshape(-1)
            ) * len(POINTERS)
            total = total + 6.0 * functional.cross_entropy(
                tags[:n].float().reshape(-1, len(TAGS)), wanted.tags.reshape(-1), ignore_index=-1
            )
        return total


def _mistakes(cue: Tensor, wanted: Anchors, counts: Tensor) -> tuple[Tensor, Tensor]:
    """The places that look most like cues and are none: a third as many as there are anchors, at least one."""
    candidates = cue.masked_fill(~counts | (wanted.cue == 1), NEVER)
    number = min(1 + len(wanted.row) // 3, int((candidates > NEVER).sum()))
    best = candidates.flatten().topk(number).indices
    return best // cue.shape[1], best % cue.shape[1]
