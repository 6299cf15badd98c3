"""Footprint: what a command costs, and what a build of a folder of articles does.

In goes a command, out come its wall time, processor time and peak memory, in a process of its own; see launch.py.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from digest import digest_of
from measured import Measured, tell

LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(frozen=True, slots=True)
class Footprint:
    """Seconds of wall time and of the processors, the largest resident size in megabytes, and what was printed."""

    seconds: float
    processor_seconds: float
    peak_mb: float
    output: str


def footprint(command: Sequence[str]) -> Footprint:
    """What one run of `command` costs.

    Raises:
        SystemExit: it failed; its own words stand on stderr above.
    """
    run = subprocess.run([sys.executable, str(LAUNCH), *command], stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode != 0:
        raise SystemExit(f"quality: {' '.join(command[1:])} failed with status {run.returncode}")
    return Footprint(**json.loads(run.stdout))


def build(folder: Path) -> Measured:
    """`watchfloor build` of the articles in `folder` into a fresh store, from a cold start, as a user runs it."""
    tell(f"building {folder.parent.name} once")
    with tempfile.TemporaryDirectory() as scratch:
        places = ["--db", f"{scratch}/w.db", "--out", scratch, "--quiet"]
        cost = footprint([sys.executable, "-m", "watchfloor", "build", str(folder), *places])
    figures = {"seconds": cost.seconds, "processor_seconds": cost.processor_seconds, "peak_mb": cost.peak_mb}
    return Measured(name=f"build of {folder.parent.name}", digest=digest_of(folder.iterdir(), folder), figures=figures)
