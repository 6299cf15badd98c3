"""Several documents at once: one reader, a few threads, the readings in the order of the documents.

In go documents, lazily, and out come their readings, lazily; only a few are under way at a time, so that memory stays bounded. A reader is a
pure function, so threads change how long it takes and nothing else.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

_In = TypeVar("_In")
_Out = TypeVar("_Out")

_AHEAD = 2
"""Documents under way for each thread: one being read, one ready."""


def in_order(read: Callable[[_In], _Out], items: Iterable[_In], threads: int | None = None) -> Iterator[_Out]:
    """`read` of each item, in order, on so many threads (as many as there are processors, where None).

    Raises:
        Exception: whatever `read` raises for an item, when its turn comes; items behind it may have been read in vain.
    """
    count = threads or os.cpu_count() or 1
    if count == 1:
        yield from map(read, items)
        return
    rest = iter(items)
    with ThreadPoolExecutor(count) as pool:
        under_way: deque[Future[_Out]] = deque(pool.submit(read, item) for item in islice(rest, _AHEAD * count))
        try:
            while under_way:
                done = under_way.popleft().result()
                under_way.extend(pool.submit(read, item) for item in islice(rest, 1))
                yield done
        finally:
            for future in under_way:
                future.cancel()
