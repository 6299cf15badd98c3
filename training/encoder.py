"""The shared encoder: MiniLM-L6 in plain PyTorch, with one more input embedding for the surface of a piece.

In: piece numbers, surface numbers, a mask. Out: 384 numbers per piece. Starts from all-MiniLM-L6-v2 (Apache 2.0);
the surface embedding starts at zero, so that the first step equals the original network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from watchfloor.reading.network.pieces import SURFACES

if TYPE_CHECKING:
    from pathlib import Path

MIDDLE = 2
"""Layer, counted from 0, whose vectors still keep what words mean and not yet which role they have."""

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512


class WholeAttention(torch.autograd.Function):
    """Attention of every piece to every piece; in the exported graph one step, which the runtime computes in a third less time.

    That step fails on a batch of no rows, so the graph never makes one.
    """

    @staticmethod
    def forward(_ctx: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """`query`, `key` and `value` are (batch, length, width)."""
        return _attention(query, key, value, heads, None)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        """The step's name in onnxruntime."""
        return g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(query.type())


def _attention(query: Tensor, key: Tensor, value: Tensor, heads: int, bias: Tensor | None) -> Tensor:
    rows, length, width = query.shape
    q, k, v = (x.view(rows, length, heads, width // heads).transpose(1, 2) for x in (query, key, value))
    mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
    return mixed.transpose(1, 2).reshape(rows, length, width)


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, width: int = WIDTH, heads: int = HEADS, inner: int = INNER, dropout: float = 0.1) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.merge = (nn.Linear(width, width) for _ in range(4))
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.rise, self.fall = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """`x` is (batch, length, width); `bias` (batch, 1, 1, length) is added to the attention scores, None where every row is whole."""
        projected = self.query(x), self.key(x), self.value(x)
        mixed = (
            WholeAttention.apply(*projected, self.heads) if bias is None else _attention(*projected, self.heads, bias)
        )
        x = self.attention_norm(x + self.dropout(self.merge(mixed)))
        return self.norm(x + self.dropout(self.fall(nn.functional.gelu(self.rise(x)))))


class Encoder(nn.Module):
    """Piece numbers to vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.surfaces = nn.Embedding(SURFACES + 1, WIDTH)
        nn.init.zeros_(self.surfaces.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, surface: Tensor, mask: Tensor) -> Tensor:
        """The last layer's vectors."""
        return self.every(ids, surface, mask)[-1]

    def middle(self, ids: Tensor, surface: Tensor, mask: Tensor) -> Tensor:
        """Vectors of the middle layer alone, in half the time; see `every`."""
        return self.every(ids, surface, mask, MIDDLE + 1)[-1]

    def every(self, ids: Tensor, surface: Tensor, mask: Tensor | None, layers: int = LAYERS) -> list[Tensor]:
        """Vectors before the first layer and after each of the first `layers`.

        All inputs are (batch, length); `surface` is 0 for unknown, else the piece's surface number plus one; `mask` is None where every row is whole.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places) + self.kinds.weight[0] + self.surfaces(surface)
        out = [self.dropout(self.norm(x))]
        bias = None if mask is None else score_bias(mask, x.dtype)
        for layer in self.layers[:layers]:
            out.append(layer(out[-1], bias))
        return out


def score_bias(mask: Tensor, dtype: torch.dtype) -> Tensor:
    """0 where the mask is 1 and a large negative number elsewhere, in the shape attention wants."""
    return ((1.0 - mask.to(dtype)) * -30000.0)[:, None, None, :]


def load_minilm(encoder: Encoder, path: Path) -> None:
    """Fill `encoder` from the published safetensors file; raises KeyError when a tensor is missing."""
    given = load_file(str(path))
    given = {key.removeprefix("bert."): value for key, value in given.items()}
    names = {
        "words": "embeddings.word_embeddings",
        "places": "embeddings.position_embeddings",
        "kinds": "embeddings.token_type_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "merge": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "rise": "intermediate.dense",
        "fall": "output.dense",
        "norm": "output.LayerNorm",
    }
    names |= {
        f"layers.{n}.{own}": f"encoder.layer.{n}.{theirs}" for n in range(LAYERS) for own, theirs in parts.items()
    }
    state = encoder.state_dict()
    for key in state:
        module, _, kind = key.rpartition(".")
        if module != "surfaces":
            state[key] = given[f"{names[module]}.{kind}"]
    encoder.load_state_dict(state)
