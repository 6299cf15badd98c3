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
from typing import TYPE_CHECKING

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


def beside(folder: str, checkpoint: str) -> Times:
    """Articles a second of processor time of the network alone: as it ships, and the trained one in PyTorch, both on one thread."""
    from network import network

    # Neither is installed where the product is, so that neither is a plain import.
    import_module("torch").set_num_threads(1)
    runs: Runs = import_module("training.predict").TorchRuns(Path(checkpoint))
    shipped, plain = network(), network(runs)
    texts = [text.read_text(encoding="utf-8") for text in sorted(Path(folder).iterdir())]
    spent = {"shipped": 0.0, "pytorch": 0.0}
    for number, text in enumerate([*texts[:WARMING], *texts]):
        for name, reader in (("shipped", shipped), ("pytorch", plain)):
            started = time.process_time()
            reader.read(text)
            if number >= WARMING:
                spent[name] += time.process_time() - started
    rates = {f"{name}_articles_a_processor_second": len(texts) / seconds for name, seconds in spent.items()}
    return {**rates, "times_as_fast": spent["pytorch"] / spent["shipped"]}


MEASUREMENTS: dict[str, Callable[..., Times]] = {"first": first, "articles": articles, "beside": beside}


def main() -> None:
    """Measure what the arguments name."""
    _, name, *arguments = sys.argv
    print(json.dumps({key: round(value, 3) for key, value in MEASUREMENTS[name](*arguments).items()}))


if __name__ == "__main__":
    main()
