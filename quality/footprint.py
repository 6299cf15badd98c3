"""What a build costs: the time from a cold start and the peak memory of the whole process.

In goes a folder of articles, out come seconds and megabytes of `watchfloor build` on it, run as a user runs it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

KILOBYTES_PER_MEGABYTE = 1024
_INPUTS = {".txt", ".md", ".html", ".json", ".jsonl"}


@dataclass(frozen=True, slots=True)
class Footprint:
    """Seconds of wall time, and the largest resident size in megabytes, of one build of so many articles."""

    articles: int
    seconds: float
    peak_mb: float


def footprint(folder: Path) -> Footprint:
    """Build `folder` once into a fresh store, in a process of its own."""
    articles = sum(path.suffix in _INPUTS and not path.name.endswith("meta.json") for path in folder.iterdir())
    with tempfile.TemporaryDirectory() as scratch:
        command = [
            sys.executable,
            "-m",
            "watchfloor",
            "build",
            str(folder),
            "--db",
            f"{scratch}/w.db",
            "--out",
            scratch,
        ]
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"quality: {' '.join(command[1:])} failed")
    return Footprint(articles, round(seconds, 2), round(usage.ru_maxrss / KILOBYTES_PER_MEGABYTE, 1))
