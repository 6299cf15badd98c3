"""Calibration: whether statements of confidence 0.8 are right eight times in ten, on PolNeAR dev.

In go the statements of articles with their confidence, out comes the expected calibration error. A statement is right if
polnear.py pairs its content with an annotated one: contents overlap by a Dice coefficient of at least 0.5, the most similar pairs
first, each content in one pair at most. The confidence was fitted on articles of PolNeAR train.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from attribution import Heard, files
from digest import digest_of
from measured import Measured
from shared import POLNEAR_SCORER

BINS = 10
"""As many bins as calibration errors are usually given with (Guo and others, 2017)."""
SAME = 0.5
"""Dice coefficient from which polnear.py takes two contents for one."""

Verdict = tuple[float, bool]
"""A statement's confidence, and whether it was right."""


def measure(name: str, folder: Path, texts: Sequence[Path], heard: Heard) -> Measured:
    """The calibration of all statements of `texts`, as the set `name`."""
    scorer = _scorer()
    told: list[Verdict] = []
    for text in texts:
        words = text.read_bytes().decode("utf-8")
        annotation = min(file for file in files(folder, [text]) if file.suffix == ".ann")
        gold = scorer.read_gold(words, annotation.read_text(encoding="utf-8"))
        said = heard[text.name]
        right = paired([scorer.chars(one["content"]) for one in gold], [scorer.chars(one.content) for one in said])
        told += [(one.confidence, number in right) for number, one in enumerate(said)]
    figures = {
        "ece_equal_width": equal_width(told),
        "ece_equal_mass": equal_mass(told),
        "mean_confidence": round(sum(stated for stated, _ in told) / max(1, len(told)), 4),
        "share_right": round(sum(right for _, right in told) / max(1, len(told)), 4),
        "statements": len(told),
    }
    return Measured(name=name, digest=digest_of(files(folder, texts), folder), figures=figures)


def paired(gold: Sequence[set[int]], given: Sequence[set[int]]) -> set[int]:
    """The numbers of the contents in `given` (as sets of character offsets) that polnear.py pairs with one of `gold`."""
    alike = [
        (2 * len(wanted & content) / (len(wanted) + len(content)), i, j)
        for i, wanted in enumerate(gold)
        for j, content in enumerate(given)
        if wanted & content
    ]
    pairs: dict[int, int] = {}
    for value, i, j in sorted(alike, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if value >= SAME and i not in pairs.values() and j not in pairs:
            pairs[j] = i
    return set(pairs)


def equal_width(told: Sequence[Verdict]) -> float:
    """Expected calibration error over `BINS` bins of one width: the mean gap of confidence and share right, by statements."""
    bins: list[list[Verdict]] = [[] for _ in range(BINS)]
    for stated, right in told:
        bins[min(BINS - 1, int(stated * BINS))].append((stated, right))
    return _error(bins)


def equal_mass(told: Sequence[Verdict]) -> float:
    """The same over `BINS` bins of as many statements each, in the order of confidence; one confidence stays in one bin."""
    ordered = sorted(told)
    bins: list[list[Verdict]] = [[] for _ in range(BINS)]
    first: dict[float, int] = {}
    for number, (stated, right) in enumerate(ordered):
        bins[first.setdefault(stated, number * BINS // len(ordered))].append((stated, right))
    return _error(bins)


def _error(bins: Sequence[Sequence[Verdict]]) -> float:
    gaps = sum(abs(sum(stated - right for stated, right in one)) for one in bins)
    return round(gaps / max(1, sum(len(one) for one in bins)), 4)


def _scorer() -> ModuleType:
    """polnear.py as a module, for its own reading of annotations."""
    spec = importlib.util.spec_from_file_location("polnear", POLNEAR_SCORER)
    if spec is None or spec.loader is None:
        raise SystemExit(f"quality: expected the scorer at {POLNEAR_SCORER}, found none")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
