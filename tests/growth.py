"""How the time of a call grows with its input, for tests that hold it linear on a busy machine."""

from __future__ import annotations

import time
from collections.abc import Callable

_RUNS = 3
"""Runs of each size, of which the quickest counts: what else the machine does only ever adds."""
_NOISE = 2.5
"""How much more than in proportion a linear call may take; a quadratic one takes eight times as much over a step of eight."""
_SHORTEST = 0.02
"""Seconds below which a time is mostly the clock's."""
STEP = 8


def is_linear(call: Callable[[int], object], size: int) -> bool:
    """Whether `call` takes about STEP times the processor time for STEP times the `size`."""
    call(max(1, size // STEP))
    return _seconds(call, STEP * size) < STEP * _NOISE * max(_seconds(call, size), _SHORTEST)


def _seconds(call: Callable[[int], object], size: int) -> float:
    taken = []
    for _ in range(_RUNS):
        start = time.process_time()
        call(size)
        taken.append(time.process_time() - start)
    return min(taken)
