"""How many threads to train with on a machine that others use too.

Two threads wait for each other at every matrix product, so a thread that another program holds up stalls both. One
thread is faster whenever others keep half a core or more busy. Reads /proc; where there is none, nothing changes.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import torch

STAT = Path("/proc/stat")


class Courtesy:
    """Looks at the load once in a while and sets PyTorch's threads, between one and `most`."""

    def __init__(self, most: int, seconds: float = 6.0) -> None:
        self._most = most
        self._seconds = seconds
        self._seen = self._now()
        torch.set_num_threads(most)

    def settle(self) -> None:
        """Call between steps; does nothing until the last look is old enough."""
        busy, own, clock = self._now()
        elapsed = clock - self._seen[2]
        if elapsed < self._seconds:
            return
        others = ((busy - self._seen[0]) - (own - self._seen[1])) / elapsed
        self._seen = (busy, own, clock)
        torch.set_num_threads(max(1, self._most - round(others)))

    @staticmethod
    def _now() -> tuple[float, float, float]:
        """Seconds of processor time used by all and by this process, and the clock."""
        own = os.times()
        busy = own.user + own.system
        if STAT.exists():
            user, nice, system = (int(x) for x in STAT.read_text("utf-8").split()[1:4])
            busy = (user + nice + system) / os.sysconf("SC_CLK_TCK")
        return busy, own.user + own.system, time.monotonic()
