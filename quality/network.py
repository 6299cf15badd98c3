"""The network that the package ships, alone: without the product's rules around it."""

from __future__ import annotations

from importlib.resources import as_file, files

from watchfloor.reading.network.reader import OUTPUTS, Reader, Runs, Session

WEIGHTS = "weights"
"""The folder of `watchfloor.reading.network` in which the product keeps it."""


def network(runs: Runs | None = None) -> Reader:
    """The shipped network, loaded anew; with `runs`, what computes its answers in its place."""
    with as_file(files("watchfloor.reading.network").joinpath(WEIGHTS)) as folder:
        return Reader(folder, runs)


def shipped_runs() -> Runs:
    """What computes the shipped network's answers, loaded anew."""
    with as_file(files("watchfloor.reading.network").joinpath(WEIGHTS, "reader.onnx")) as graph:
        return Session(graph, OUTPUTS)
