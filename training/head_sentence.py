"""The sentence head: from the vectors of a content's pieces to one vector that says what the content means, and its loss.

It reads the middle layer of the finished encoder, which it does not change, through two more layers that start as the
published encoder's own last ones, and is taught by that encoder's sentence vectors: fine-tuning for attributions has
taken those from the last layer. The pieces come in their context, so that a content may lean on the words around it.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH, Encoder, Layer, score_bias

BORROWED = (3, 5)
"""Layers of the published encoder, counted from 0, from which the head's two layers start."""
SIZE = 128
"""Numbers of a sentence vector: the teacher's 384 turned so that the first hold most."""
RELATIONS = 8.0
"""Weight of the likenesses between the contents of a batch beside that of each vector by itself."""


class SentenceHead(nn.Module):
    """(rows, length, width) states and their mask to (rows, SIZE) vectors of length 1."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in BORROWED)
        self.out = nn.Linear(WIDTH, SIZE, bias=False)

    def borrow(self, published: Encoder, directions: Tensor) -> None:
        """Start from the published encoder's layers and from the teacher's main directions, (SIZE, WIDTH)."""
        for layer, number in zip(self.layers, BORROWED, strict=True):
            layer.load_state_dict(published.layers[number].state_dict())
        self.out.weight.data.copy_(directions)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """The mean over the pieces that the mask counts, all where it is None, turned and scaled to length 1."""
        x, bias = states, None if mask is None else score_bias(mask, states.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        if mask is None:
            mean = x.mean(1)
        else:
            counted = mask.to(x.dtype)[..., None]
            mean = (x * counted).sum(1) / counted.sum(1).clamp_min(1.0)
        return functional.normalize(self.out(mean), dim=-1)

    def loss(self, states: Tensor, mask: Tensor, wanted: Tensor) -> Tensor:
        """How far the vectors are from the `wanted` ones, (rows, SIZE) of length 1, and their likenesses from the wanted likenesses."""
        given = self.forward(states, mask).float()
        alone = 1.0 - (given * wanted).sum(-1).mean()
        relations = (given @ given.T - wanted @ wanted.T).square().mean()
        return alone + RELATIONS * relations


def main_directions(vectors: Tensor) -> Tensor:
    """(SIZE, width): the directions in which most of the vectors lie, by singular values."""
    _, _, directions = torch.linalg.svd(vectors.float(), full_matrices=False)
    return directions[:SIZE]
