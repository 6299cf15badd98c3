"""Windows: every word piece is read in exactly one core, whatever the lines."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.reading.network.windows import LIMIT, windows


@given(st.lists(st.integers(1, 700), max_size=12))
def test_cores_cover_every_piece_once(lengths: list[int]) -> None:
    """The cores of the windows follow each other without gap or overlap, and no window is longer than the network reads."""
    lines = np.repeat(np.arange(len(lengths)), lengths)
    found = windows(lines)
    assert [at for window in found for at in range(window.core_start, window.core_end)] == list(range(len(lines)))
    assert all(window.start <= window.core_start < window.core_end <= window.end for window in found)
    assert all(window.end - window.start <= LIMIT for window in found)
