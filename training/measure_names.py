"""Measure names on UNER: python -m training.measure_names [--checkpoint FILE] [--export DIR].

In: UNER's English-EWT dev sentences, each read on its own. Out: precision, recall and F1 of exact spans with their
kind, micro over person, organisation and place. UNER is never trained on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from training import checkpoint
from training.predict import TorchRuns
from watchfloor.reading.network.reader import Reader

KINDS = ("PER", "ORG", "LOC")
Labelled = tuple[int, int, str]


def sentences(path: Path) -> list[tuple[str, set[Labelled]]]:
    """Texts with their gold names in character offsets; raises ValueError when a token is not in its text."""
    return [_sentence(block.splitlines()) for block in path.read_text("utf-8").split("\n\n") if block.strip()]


def _sentence(lines: list[str]) -> tuple[str, set[Labelled]]:
    text = next(line for line in lines if line.startswith("# text = ")).removeprefix("# text = ")
    gold: set[Labelled] = set()
    place, begun = 0, None
    for line in lines:
        if line.startswith("#"):
            continue
        _, token, tag, *_ = line.split("\t")
        start = text.index(token, place)
        place = start + len(token)
        if begun and tag != f"I-{begun[2]}":
            gold.add(begun)
            begun = None
        if tag.startswith("B-") or (tag.startswith("I-") and not begun):
            begun = (start, place, tag[2:])
        elif begun:
            begun = (begun[0], place, begun[2])
    if begun:
        gold.add(begun)
    return text, {g for g in gold if g[2] in KINDS}


def figures(gold: list[set[Labelled]], found: list[set[Labelled]]) -> dict[str, float]:
    """Micro precision, recall, F1 and the F1 of each kind, in per cent of one."""
    out: dict[str, float] = {}
    for kinds, name in ((KINDS, "names"), *(((k,), k) for k in KINDS)):
        wanted = Counter((i, *g) for i, one in enumerate(gold) for g in one if g[2] in kinds)
        given = Counter((i, *f) for i, one in enumerate(found) for f in one if f[2] in kinds)
        both = len(wanted & given)
        if name == "names":
            out["precision"], out["recall"] = both / max(1, len(given)), both / max(1, len(wanted))
        out[f"f1_{name}"] = 2 * both / max(1, len(wanted) + len(given))
    return {key: round(value, 4) for key, value in out.items()}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    checkpoint.add_places(parser)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--export", type=Path)
    given = parser.parse_args()
    gold = sentences(given.corpora / "uner" / "en_ewt-ud-dev.iob2")
    reader = Reader(given.export or given.cache / "export", TorchRuns(given.checkpoint) if given.checkpoint else None)
    found = [{(n.start, n.end, n.kind) for n in reader.read(text).names} for text, _ in gold]
    sys.stdout.write(json.dumps(figures([names for _, names in gold], found)) + "\n")


if __name__ == "__main__":
    main()
