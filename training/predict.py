"""Read a folder of articles for `score/polnear.py`: python -m training.predict FOLDER OUT.jsonl [--checkpoint FILE].

With a checkpoint the PyTorch network reads, without one the exported graph in the cache folder; both through the same
windows and decoding. `--held-out tune|calibrate` reads a half of the articles held out of PolNeAR train.
"""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from training import checkpoint, corpus_polnear
from training.graph import OUTPUTS, finished
from watchfloor.reading.network.reader import FLOOR, Answer, Reader

if TYPE_CHECKING:
    import numpy as np


class TorchRuns:
    """The checkpoint's network behind the interface of the exported one."""

    def __init__(self, path: Path) -> None:
        self._graph = finished(path)

    def run(self, *, ids: np.ndarray, surface: np.ndarray) -> Answer:
        """Read one window."""
        with torch.inference_mode():
            values = self._graph(*(torch.from_numpy(x) for x in (ids, surface)))
        return {name: value.numpy() for name, value in zip(OUTPUTS, values, strict=True)}


def held_out_folder(corpora: Path, half: str, into: Path) -> Path:
    """A folder in PolNeAR's layout with one half (tune or calibrate) of the held-out articles, made in the cache."""
    _, held = corpus_polnear.held_out(corpus_polnear.articles(corpora / "polnear" / "train"))
    middle = len(held) // 2
    folder = into / f"held-out-{half}"
    for part in ("text", "attributions"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for article in held[:middle] if half == "tune" else held[middle:]:
        train = corpora / "polnear" / "train"
        shutil.copy(train / "text" / f"{article.name}.txt", folder / "text")
        for path in (train / "attributions").glob(f"{article.name}_*.ann"):
            shutil.copy(path, folder / "attributions")
    return folder


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    checkpoint.add_places(parser)
    parser.add_argument("folder", type=Path, nargs="?", help="PolNeAR's layout; text/*.txt is read")
    parser.add_argument("out", type=Path)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--export", type=Path, help="folder of the exported files (default: CACHE/export)")
    parser.add_argument("--held-out", choices=("tune", "calibrate"))
    parser.add_argument("--floor", type=float, default=FLOOR)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    folder = held_out_folder(given.corpora, given.held_out, given.cache) if given.held_out else given.folder
    torch.set_num_threads(given.threads)
    runs = TorchRuns(given.checkpoint) if given.checkpoint else None
    reader = Reader(given.export or given.cache / "export", runs, given.floor)
    paths = sorted((folder / "text").glob("*.txt"))
    found = reader.read_all([p.read_bytes().decode("utf-8") for p in paths], 1 if runs else given.threads)
    with given.out.open("w", encoding="utf-8") as out:
        for path, one in zip(paths, found, strict=True):
            out.write(json.dumps({"path": path.name, "statements": [asdict(s) for s in one.statements]}) + "\n")


if __name__ == "__main__":
    main()
