"""Measure names on UNER before shipping: python -m training.measure_names [--checkpoint FILE] [--export DIR].

In: UNER's English-EWT dev sentences and a network that the package does not hold yet. Out: the figures of `quality/names.py`,
whose reading of UNER and counting this uses; so quality/ must be on PYTHONPATH. UNER is never trained on.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from names import found, measure, sentences
from training import checkpoint
from training.predict import TorchRuns
from watchfloor.reading.network.reader import Reader


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    checkpoint.add_places(parser)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--export", type=Path)
    given = parser.parse_args()
    texts = sentences(given.corpora / "uner" / "en_ewt-ud-dev.iob2")
    reader = Reader(given.export or given.cache / "export", TorchRuns(given.checkpoint) if given.checkpoint else None)
    sys.stdout.write(json.dumps(measure("UNER dev", texts, found(reader, texts)).figures) + "\n")


if __name__ == "__main__":
    main()
