"""Speed: how many articles a second are read, from what start, in how much memory.

In goes a folder of texts, cut and joined to articles of 700 words; out come articles a second on one thread, as the product
reads, and on two; the time from the first import to the first reading; and the peak memory. Each is taken in a process of its own.
Wall time is given with the machine's load, without which it says little; processor time, which other work disturbs less, beside it.
Where a checkpoint of training is given, the same network in PyTorch is timed beside the shipped one, in turns:

    WATCHFLOOR_CHECKPOINT=.training-cache/run.pt make quality

with the Python that WATCHFLOOR_TRAINING_PYTHON names, in which training/requirements.txt is installed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from digest import digest
from footprint import Footprint, footprint
from measured import Measured, Skipped, tell
from shared import ROOT

WORDS = 700
"""Words of an article, about those of a news story."""
ARTICLES = 30
"""Articles read: five seconds at six a second, long enough for the processor's moods to even out."""
TRIES = 2
"""Times that a measurement is taken; the fastest counts, because other work on the machine can only slow it."""
CHECKPOINT = "WATCHFLOOR_CHECKPOINT"
TRAINING_PYTHON = "WATCHFLOOR_TRAINING_PYTHON"
STOPWATCH = Path(__file__).with_name("stopwatch.py")
NAME = "speed of reading"
BESIDE = "speed beside PyTorch"


def measure(texts: Sequence[Path]) -> list[Measured | Skipped]:
    """The set NAME, and the set BESIDE or why there is none."""
    if not texts:
        return [Skipped(name, "there are no texts to read") for name in (NAME, BESIDE)]
    cut = dict(enumerate(articles([text.read_text(encoding="utf-8") for text in texts])))
    named = {f"{number:03}.txt": text.encode() for number, text in cut.items()}
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in named.items():
            (Path(scratch) / name).write_bytes(text)
        read = Measured(name=NAME, digest=digest(named), figures=_reading(scratch))
        return [read, _beside(scratch, read.digest)]


def articles(texts: Sequence[str]) -> Iterator[str]:
    """`texts` joined and cut to ARTICLES articles of WORDS words, lines kept; what is too short for another one is left out."""
    words = re.findall(r"\S+\s*", "\n\n".join(texts))
    for number in range(min(ARTICLES, len(words) // WORDS)):
        yield "".join(words[number * WORDS : (number + 1) * WORDS])


def _reading(folder: str) -> dict[str, float | None]:
    tell(f"timing {ARTICLES} articles of {WORDS} words, {TRIES} times on one thread and on two")
    one = [_timed("articles", folder, "1") for _ in range(TRIES)]
    two = [_timed("articles", folder, "2") for _ in range(TRIES)]
    start = [_timed("first", folder) for _ in range(TRIES)]
    return {
        "articles_a_second": max(times["articles_a_second"] for times, _ in one),
        "articles_a_second_two_threads": max(times["articles_a_second"] for times, _ in two),
        "articles_a_processor_second": max(times["articles_a_processor_second"] for times, _ in one),
        "first_reading_seconds": min(times["seconds"] for times, _ in start),
        "first_reading_processor_seconds": min(times["processor_seconds"] for times, _ in start),
        "peak_mb": max(cost.peak_mb for _, cost in one),
        "load": round(os.getloadavg()[0], 1),
    }


def _beside(folder: str, of: str) -> Measured | Skipped:
    checkpoint = os.environ.get(CHECKPOINT)
    python = os.environ.get(TRAINING_PYTHON, sys.executable)
    if not checkpoint or not Path(checkpoint).is_file():
        return Skipped(BESIDE, f"{CHECKPOINT} names no checkpoint; see the head of quality/speed.py")
    if subprocess.run([python, "-c", "import torch"], capture_output=True, check=False).returncode != 0:
        return Skipped(BESIDE, f"{TRAINING_PYTHON} names no Python with PyTorch; see the head of quality/speed.py")
    tell("timing the shipped network and PyTorch's in turns")
    times, _ = _timed("beside", folder, checkpoint, python=python)
    return Measured(name=BESIDE, digest=of, figures=times)


def _timed(*arguments: str, python: str = sys.executable) -> tuple[dict[str, float], Footprint]:
    # training/ is no package of the product, and the product is not installed beside PyTorch.
    path = f"PYTHONPATH={ROOT}{os.pathsep}{ROOT / 'src'}"
    cost = footprint(["env", path, python, str(STOPWATCH), *arguments])
    times: dict[str, float] = json.loads(cost.output)
    return times, cost
