"""Experiments: a campaign run in very many futures, cut into blocks, on several processors, resumable.

In go Draws, out comes one Run as if it had been done at once. Blocks that are done go to a Shelf, if there is one; what lies
there already is not done again. How long a run would take is estimated from a few futures. Nothing is decided here about
what the results mean.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

import numpy as np

from watchfloor import __version__
from watchfloor.assessment.posture.campaign import Run, simulate
from watchfloor.assessment.posture.chance import Singles
from watchfloor.assessment.posture.draw import Draws
from watchfloor.assessment.posture.outcome import Outcome

BLOCK = 2048
"""Futures in a block: of 512, 1,024, 2,048 and 4,096 the last two were quickest, within a tenth of each other."""
PILOT = 128
"""Futures that an estimate runs."""

Progress = Callable[[int, int], None]


def unwatched(_done: int, _total: int) -> None:
    """The progress that nobody watches."""


class Shelf:
    """A folder in which blocks that are done wait for the rest of their experiment.

    Each file is whole or absent, and belongs to exactly one scenario, seed, set of futures and version of Watchfloor.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, experiment: str, block: int, shape: tuple[int, ...]) -> Singles | None:
        """A block of `shape` that was put there earlier; None where it was not, or its file is of no use."""
        try:
            found = np.load(self._path(experiment, block), allow_pickle=False)
        except (OSError, ValueError, EOFError):
            return None
        return found if isinstance(found, np.ndarray) and found.shape == shape and found.dtype == np.float32 else None

    def put(self, experiment: str, block: int, outcomes: Singles) -> None:
        """Keep a block.

        Raises:
            OSError: it can't be written.
        """
        path = self._path(experiment, block)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            np.save(file, outcomes, allow_pickle=False)
        part.replace(path)

    def clear(self) -> None:
        """Remove what was kept, once it is not needed any more."""
        for path in sorted(self._folder.glob("*/block-*")):
            path.unlink()
        for folder in [*self._folder.glob("*/"), self._folder]:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()

    def _path(self, experiment: str, block: int) -> Path:
        return self._folder / experiment / f"block-{block:06d}.npy"


def run(draws: Draws, *, shelf: Shelf | None = None, progress: Progress = unwatched, workers: int | None = None) -> Run:
    """Simulate every future of `draws`, in blocks, on `workers` threads (unless given: the processors there are, at most 8)."""
    starts = range(0, len(draws), BLOCK)
    name = fingerprint(draws) if shelf else ""
    outcomes = np.empty((len(Outcome), len(draws.scenario.postures), len(draws)), dtype=np.float32)
    done = 0
    for number, block in _blocks(draws, starts, shelf, name, workers):
        outcomes[:, :, starts[number] : starts[number] + block.shape[-1]] = block
        done += block.shape[-1]
        progress(done, len(draws))
    return Run(outcomes)


def estimate(draws: Draws, futures: int, *, workers: int | None = None) -> float:
    """Seconds that `futures` futures like those of `draws` will take, from a run of the first few."""
    pilot = draws.part(0, min(PILOT, len(draws)))
    began = time.perf_counter()
    simulate(pilot)
    once = time.perf_counter() - began
    # Half of a small run is work that does not grow with futures; taking it as growing errs on the careful side.
    return once * futures / max(len(pilot), 1) / _workers(workers)


def fingerprint(draws: Draws) -> str:
    """A name for exactly these futures of exactly this scenario, under this version."""
    digest = hashlib.sha256(f"{__version__} {BLOCK} {draws.scenario!r} {draws.paths!r}".encode())
    digest.update(np.ascontiguousarray(draws.values).tobytes())
    digest.update(np.ascontiguousarray(draws.stream).tobytes())
    return digest.hexdigest()[:24]


def _blocks(
    draws: Draws, starts: range, shelf: Shelf | None, name: str, workers: int | None
) -> Iterator[tuple[int, Singles]]:
    """Every block with its number, as they get done; those on the shelf first."""
    missing = []
    for number, start in enumerate(starts):
        shape = (len(Outcome), len(draws.scenario.postures), min(BLOCK, len(draws) - start))
        kept = shelf.get(name, number, shape) if shelf else None
        if kept is None:
            missing.append(number)
        else:
            yield number, kept
    pool = ThreadPoolExecutor(_workers(workers))
    try:
        running: dict[Future[Run], int] = {
            pool.submit(simulate, draws.part(starts[one], min(starts[one] + BLOCK, len(draws)))): one for one in missing
        }
        while running:
            for each in wait(running, return_when=FIRST_COMPLETED).done:
                number, block = running.pop(each), each.result().outcomes
                if shelf:
                    shelf.put(name, number, block)
                yield number, block
    finally:
        # After Ctrl-C the blocks under way are given up; those done are on the shelf.
        pool.shutdown(wait=True, cancel_futures=True)


def _workers(asked: int | None) -> int:
    return asked or min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 8)
