"""Checkpoint to what ships: python -m training.export [--checkpoint FILE].

Out, in CACHE/export: `reader.fp32.onnx` (for comparison only), `reader.onnx` (int8, dynamic batch and length), `sentence.onnx` (int8; reads what
the first calls `middle`), `tokenizer.json` and `version.txt`, which names the graph by its digest. Word embeddings become int8 with one scale a word; matrix products become int8 with one scale a
column, activations are scaled as they come. `training.calibrate` adds `calibration.json`.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.onnx_model_bert import BertOnnxModel
from torch import Tensor, nn

from training import checkpoint
from training.encoder import HEADS, WIDTH
from training.graph import INPUTS, OUTPUTS, Graph, finished
from training.head_sentence import SIZE, SentenceHead
from training.train import base
from training.train_sentence import fitted as fitted_sentence

GRAPHS = ("reader.onnx", "sentence.onnx")
LARGEST = 30_000_000
"""Bytes the exported graphs may have together."""

FLOAT_NODES = ("valid", "cue")
"""Parts whose products stay in floating point: small, and their output is the confidence."""


class SmallEmbedding(nn.Module):
    """An embedding held as int8 with one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / 127.0
        self.register_buffer("table", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Rows of the table, scaled back."""
        table, scale = self.get_buffer("table"), self.get_buffer("scale")
        return table[ids].to(torch.float32) * scale[ids]


class SteppedNorm(nn.Module):
    """A layer norm as single steps: where no sum precedes it for the runtime to fuse it with, those are three times as fast as the runtime's own."""

    def __init__(self, norm: nn.LayerNorm) -> None:
        super().__init__()
        self.weight, self.bias, self.eps = norm.weight, norm.bias, norm.eps

    def forward(self, x: Tensor) -> Tensor:
        """(..., width) to the same shape."""
        centred = x - x.mean(-1, keepdim=True)
        return centred * torch.rsqrt((centred * centred).mean(-1, keepdim=True) + self.eps) * self.weight + self.bias


def lightened(graph: Graph) -> Graph:
    """The graph with small word embeddings and stepped norms."""
    graph.network.encoder.words = SmallEmbedding(graph.network.encoder.words.weight.detach())  # type: ignore[assignment]
    graph.network.attribution.norm = SteppedNorm(graph.network.attribution.norm)  # type: ignore[assignment]
    if graph.names is not None:
        graph.names.out[0] = SteppedNorm(graph.names.out[0])  # type: ignore[arg-type]
    return graph


def to_onnx(graph: Graph, path: Path) -> None:
    """Write the graph with dynamic batch and length."""
    example = torch.tensor([[101, *([2000] * 14), 102]] * 2)
    axes = {name: {0: "rows", 1: "length"} for name in (*INPUTS, "middle", "names")}
    axes |= {name: {0: "anchors"} for name in ("row", "column", "cue", "first", "valid")}
    axes |= {name: {0: "anchors", 1: "view"} for name in ("pointers", "tags")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            graph,
            (example, torch.ones_like(example)),
            str(path),
            dynamo=False,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
        )


def sentence_to_onnx(head: SentenceHead, path: Path) -> None:
    """Write the sentence head for one content of any number of pieces."""

    class One(nn.Module):
        """(1, length, width) states to (1, SIZE)."""

        def __init__(self) -> None:
            super().__init__()
            self.head = head

        def forward(self, states: Tensor) -> Tensor:
            vector: Tensor = self.head(states, None)
            return vector

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            One().eval(),
            (torch.zeros(1, 9, WIDTH),),
            str(path),
            dynamo=False,
            input_names=["states"],
            output_names=["vector"],
            dynamic_axes={"states": {1: "length"}},
            opset_version=17,
        )


def for_each_content(one: Path) -> None:
    """Make the graph of one content, states to vector, into one of many: `pieces` (pieces, width) and `bounds` (contents, 2) to `vectors` (contents, SIZE).

    Each content goes through the same steps by itself, so that its vector is the same whatever is read with it; one call for
    all spares the calling thread its wait for Python's lock after each.
    """
    held = onnx.load(str(one))
    number, single = onnx.TensorProto.INT64, onnx.TensorProto.FLOAT
    body = helper.make_graph(
        [
            helper.make_node("Gather", ["bounds", "turn"], ["bound"], axis=0),
            helper.make_node("Split", ["bound", "halves"], ["low", "high"], axis=0),
            helper.make_node("Slice", ["pieces", "low", "high", "rows"], ["own"]),
            helper.make_node("Unsqueeze", ["own", "rows"], ["states"]),
            *held.graph.node,
            helper.make_node("Squeeze", ["vector", "rows"], ["own_vector"]),
            helper.make_node("Identity", ["go"], ["go_on"]),
        ],
        "content",
        [
            helper.make_tensor_value_info("turn", number, []),
            helper.make_tensor_value_info("go", onnx.TensorProto.BOOL, []),
        ],
        [
            helper.make_tensor_value_info("go_on", onnx.TensorProto.BOOL, []),
            helper.make_tensor_value_info("own_vector", single, [SIZE]),
        ],
    )
    constants = {"rows": [0], "halves": [1, 1], "first": 0}
    graph = helper.make_graph(
        [
            helper.make_node("Shape", ["bounds"], ["shape"]),
            helper.make_node("Gather", ["shape", "first"], ["contents"], axis=0),
            helper.make_node("Loop", ["contents", ""], ["vectors"], body=body),
        ],
        "contents",
        [
            helper.make_tensor_value_info("pieces", single, ["pieces", WIDTH]),
            helper.make_tensor_value_info("bounds", number, ["contents", 2]),
        ],
        [helper.make_tensor_value_info("vectors", single, ["contents", SIZE])],
        [
            *held.graph.initializer,
            *(numpy_helper.from_array(np.array(value, dtype=np.int64), name) for name, value in constants.items()),
        ],
    )
    onnx.save(helper.make_model(graph, opset_imports=held.opset_import, ir_version=held.ir_version), str(one))


def quantise(source: Path, target: Path) -> None:
    """Matrix products with constant weights to int8, and neighbouring steps to one: a sum and its norm, a bias and its activation.

    Fused so, a window takes a sixth less time; with the activation's usual approximation by tanh, a twentieth less again.
    """
    fused = BertOnnxModel(onnx.load(str(source)), HEADS, WIDTH)
    # Not everything that `optimize` fuses: what it makes of reshaping fails on a window without an anchor.
    fused.fuse_layer_norm()
    fused.fuse_gelu()
    fused.fuse_skip_layer_norm()
    fused.fuse_bias_gelu(is_fastgelu=False)
    fused.fuse_add_bias_skip_layer_norm()
    fused.gelu_approximation()
    whole = source.with_suffix(".fused.onnx")
    fused.save_model_to_file(str(whole))
    keep = [n.name for n in fused.nodes() if any(f"/{part}/" in n.name for part in FLOAT_NODES)]
    quantize_dynamic(
        str(whole),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=keep,
        # What a fused step gives is of no type that the quantiser knows by itself.
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    whole.unlink()


def _check_size(folder: Path) -> None:
    size = sum((folder / name).stat().st_size for name in GRAPHS)
    if size > LARGEST:
        message = f"{', '.join(GRAPHS)} have {size} bytes together, more than the {LARGEST} that may ship"
        raise ValueError(message)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    checkpoint.add_places(parser)
    parser.add_argument("--checkpoint", type=Path, required=True)
    given = parser.parse_args()
    folder = given.cache / "export"
    folder.mkdir(parents=True, exist_ok=True)
    graph = finished(given.checkpoint)
    to_onnx(graph, folder / "reader.fp32.onnx")
    light = folder / "reader.light.onnx"
    to_onnx(lightened(graph), light)
    quantise(light, folder / "reader.onnx")
    light.unlink()
    sentence_to_onnx(fitted_sentence(given.checkpoint), folder / "sentence.fp32.onnx")
    quantise(folder / "sentence.fp32.onnx", folder / "sentence.onnx")
    for_each_content(folder / "sentence.onnx")
    _check_size(folder)
    shutil.copy(base() / "tokenizer.json", folder / "tokenizer.json")
    digest = hashlib.sha256(b"".join((folder / name).read_bytes() for name in GRAPHS)).hexdigest()
    (folder / "version.txt").write_text(f"reader-{digest[:12]}\n", "utf-8")
    sizes = ", ".join(f"{name} {(folder / name).stat().st_size} bytes" for name in GRAPHS)
    sys.stdout.write(f"{sizes}, sha256 {digest}\n")


if __name__ == "__main__":
    main()
