"""The record at scale: time, memory, growth, and one more document.

    record_scale.py [--sizes 1000 3000 10000] [--store FILE] [--readings NAME]

In go synthetic articles (see synthetic.py), which the product's reader reads once and which are kept in FILE; out comes one line of JSON for each size: processor and
wall seconds from readings to the record, peak memory, the same for one more document, whether the record with it is that of a rebuild (up to
--same documents, for that builds it twice), and the exponent of growth since the first size. Each size runs in a process of its own. Reading takes
longer by far than what is measured, so this is no part of `make quality`. With --readings those are measured
that FILE holds under that name and version of a reader ("rules 2"), and nothing is read; each line names the reader whose readings it measures.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from math import log
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import synthetic
from measured import tell
from shared import CORPORA
from watchfloor.evidence.copies import copies
from watchfloor.reading.choice import reader_named
from watchfloor.record.build import build_record
from watchfloor.record.ledger import Ledger
from watchfloor.store.store import Store


def main() -> int:
    """Measure every size and print a line for each."""
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    wishes.add_argument("--store", type=Path, help="where the articles and their readings are kept for another run")
    wishes.add_argument(
        "--same", type=int, default=3000, help="documents up to which the grown record is compared with a rebuild"
    )
    wishes.add_argument("--readings", help="name and version of the reader whose readings FILE holds already")
    wishes.add_argument("--one", type=int, help=argparse.SUPPRESS)
    wish = wishes.parse_args()
    if wish.one:
        reader = wish.readings or reader_named().name
        print(json.dumps({"reader": reader} | _measured(wish.store, wish.one, reader, compare=wish.one <= wish.same)))
        return 0
    if not CORPORA.is_dir():
        print("quality: SKIPPED, the corpora are absent; nothing was measured")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        _run(wish.store or Path(scratch) / "synthetic.db", sorted(wish.sizes), wish.same, wish.readings)
    return 0


def _run(place: Path, sizes: list[int], same: int, reader: str | None) -> None:
    first: dict[str, float] = {}
    for size in sizes:
        if reader is None:
            with Store.open(place) as store:
                synthetic.fill(store, size)
        tell(f"linking {size} documents")
        command = [sys.executable, __file__, "--one", str(size), "--store", str(place), "--same", str(same)]
        command += ["--readings", reader] if reader else []
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        if first:
            found["exponent"] = round(
                log(found["processor_seconds"] / first["processor_seconds"]) / log(size / first["documents"]), 2
            )
        first = first or found
        print(json.dumps(found), flush=True)


def _measured(place: Path, size: int, reader: str, *, compare: bool) -> dict[str, float]:
    """The figures of the first `size` articles in the store at `place`, as that reader read them."""
    with Store.open(place) as store:
        documents = sorted(synthetic.documents(size), key=lambda d: d.id)
        readings = {r.document_id: r for r in store.readings(reader)}
        signatures = store.signatures()
    found = copies(documents, signatures)
    read = [readings[d.id] for d in documents]
    before = [c for c in found if documents[-1].id not in (c.first, c.second)]
    wall, processor = time.perf_counter(), time.process_time()
    ledger = Ledger.of(documents[:-1], read[:-1], before)
    built = {"seconds": time.perf_counter() - wall, "processor_seconds": time.process_time() - processor}
    wall, processor = time.perf_counter(), time.process_time()
    more = ledger.with_documents(documents[-1:], read[-1:], found)
    added = {
        "one_more_seconds": time.perf_counter() - wall,
        "one_more_processor_seconds": time.process_time() - processor,
    }
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    linked = sum(ledger.stories.get(members) is not story for members, story in more.stories.items())
    counts = {"documents": size, "copies": len(found), "stories": len(more.stories), "stories_linked_again": linked}
    same = {"same_as_rebuilt": more.record == build_record(documents, read, found)} if compare else {}
    return counts | {key: round(value, 2) for key, value in {**built, **added, "peak_mb": peak}.items()} | same


if __name__ == "__main__":
    sys.exit(main())
