"""What one fresh process measures of its own reading, printed as one line of JSON.

    stopwatch.py first FOLDER                     from before the first import to the first reading
    stopwatch.py articles FOLDER THREADS          a folder read warm, as `watchfloor read` does
    stopwatch.py beside FOLDER CHECKPOINT         the shipped network and the PyTorch one, article by article in turns

The product is imported inside the functions, because importing it is a part of what is measured.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from watchfloor.model.document import Document
    from watchfloor.reading.network.reader import Runs

Times = dict[str, float]

WARMING = 3
"""Articles read before the watch starts, so that nothing is loaded while it runs."""


def first(folder: str) -> Times:
    """Seconds from before the first import until one article is read."""
    started = time.perf_counter()
    from watchfloor import pipeline
    from watchfloor.evidence.fetch import FetchPolicy
    from watchfloor.reading.choice import reader_named

    article = str(min(Path(folder).iterdir()))
    found = pipeline.readings([article], reader_named(), FetchPolicy(), datetime.now(UTC))
    next(iter(found))
    return {"seconds": time.perf_counter() - started, "processor_seconds": time.process_time()}


def articles(folder: str, threads: str) -> Times:
    """Articles a second, of wall time and of processor time, from bytes to readings."""
    from watchfloor.evidence.exhibit import Exhibit
    from watchfloor.evidence.fetch import FetchPolicy
    from watchfloor.evidence.intake import acquire
    from watchfloor.reading.choice import reader_named

    reader = reader_named()
    texts = [str(text) for text in sorted(Path(folder).iterdir())]

    def documents(inputs: Iterable[str]) -> Iterable[Document]:
        taken = acquire(inputs, fetch=FetchPolicy(), now=datetime.now(UTC))
        return (one.document for one in taken if isinstance(one, Exhibit))

    for document in documents(texts[:WARMING]):
        reader.read(document)
    wall, processor = time.perf_counter(), time.process_time()
    if int(threads) == 1:
        count = sum(reader.read(document) is not None for document in documents(texts))
    else:
        with ThreadPoolExecutor(int(threads)) as pool:
            count = sum(1 for _ in pool.map(reader.read, documents(texts)))
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    return {"articles_a_second": count / wall, "articles_a_processor_second": count / processor}


class Timed:
    """What reads windows, and the processor seconds that it has taken."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self.seconds = 0.0

    def run(self, **given: Any) -> Any:
        """What the network gives for a window."""
        started = time.process_time()
        answer = self._runs.run(**given)
        self.seconds += time.process_time() - started
        return answer


def beside(folder: str, checkpoint: str) -> Times:
    """Articles a second of processor time, as shipped and by the trained network in PyTorch, both on one thread; and how many times as fast the shipped network is.

    `times_as_fast` is of the networks alone, `times_as_fast_with_decoding` of all that turns a text into statements and names, which is the same for both.
    """
    from network import network, shipped_runs

    # Neither is installed where the product is, so that neither is a plain import.
    import_module("torch").set_num_threads(1)
    timed = {"shipped": Timed(shipped_runs())}
    timed["pytorch"] = Timed(import_module("training.predict").TorchRuns(Path(checkpoint)))
    readers = {name: network(runs) for name, runs in timed.items()}
    texts = [text.read_text(encoding="utf-8") for text in sorted(Path(folder).iterdir())]
    for text in texts[:WARMING]:
        for reader in readers.values():
            reader.read(text)
    for runs in timed.values():
        runs.seconds = 0.0
    spent = dict.fromkeys(readers, 0.0)
    for text in texts:
        for name, reader in readers.items():
            started = time.process_time()
            reader.read(text)
            spent[name] += time.process_time() - started
    rates = {f"{name}_articles_a_processor_second": len(texts) / seconds for name, seconds in spent.items()}
    return {
        **rates,
        "times_as_fast": timed["pytorch"].seconds / timed["shipped"].seconds,
        "times_as_fast_with_decoding": spent["pytorch"] / spent["shipped"],
    }


MEASUREMENTS: dict[str, Callable[..., Times]] = {"first": first, "articles": articles, "beside": beside}


def main() -> None:
    """Measure what the arguments name."""
    _, name, *arguments = sys.argv
    print(json.dumps({key: round(value, 3) for key, value in MEASUREMENTS[name](*arguments).items()}))


if __name__ == "__main__":
    main()
