"""The whole walk on one page: bytes to documents, documents to readings, readings to a record, the record to a brief.

In go an open store and where the articles lie, out come counts, the record, and the texts of the brief. Every step may
be stopped and run again: what is in the store is neither kept nor read twice. Nothing is decided here and no file but
the store's is written; each line calls the package that knows.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import Protocol

from watchfloor.errors import MachineError, Refused, StoreError
from watchfloor.evidence.exhibit import Acquired, Exhibit, Refusal, Repeat
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.evidence.intake import acquire
from watchfloor.kept_record import KeptRecord
from watchfloor.model.document import Document
from watchfloor.model.judgement import Judgement
from watchfloor.model.reading import Reading
from watchfloor.model.record import Record
from watchfloor.model.sourcing import OutletRating
from watchfloor.products import brief_html, brief_json, brief_markdown, press
from watchfloor.reading.choice import Accountable
from watchfloor.reading.reader import Reader
from watchfloor.reading.several import in_order
from watchfloor.record.judgement.judging import Effect, effect
from watchfloor.store.store import Store

BRIEFS: dict[str, Callable[[Record], str]] = {
    "html": brief_html.render,
    "md": brief_markdown.render,
    "json": brief_json.render,
}
"""The forms of a brief, by the ending of their files."""


class Progress(Protocol):
    """Whoever watches the walk."""

    def __call__(self, step: str, done: int, total: int | None = None, /) -> None:
        """Called after every document: the step under way, and how many of how many (if known) are done."""


def unwatched(_step: str, _done: int, _total: int | None = None) -> None:
    """The progress that nobody watches."""


class Became(Enum):
    """What became of an input that was taken: a new document, one that the store had, or one of the same inputs again."""

    ADDED = auto()
    KNOWN = auto()
    REPEATED = auto()


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the inputs: documents that are new, documents that were there, and inputs that were not taken.

    `repeated` counts the inputs whose bytes were among the inputs already.
    """

    added: int
    known: int
    refused: tuple[Refusal, ...]
    repeated: int = 0


def build(
    store: Store,
    inputs: Sequence[str],
    *,
    reader: Reader,
    fetch: FetchPolicy,
    now: datetime,
    progress: Progress = unwatched,
    confidence: float = 0.0,
    ratings: tuple[OutletRating, ...] = (),
) -> tuple[Intake, Record]:
    """The whole walk: add `inputs` to the store, read what is unread, and record everything in the store of that `confidence`."""
    intake = add(store, inputs, fetch, now, progress)
    read(store, reader, progress)
    return intake, record(store, reader, confidence, progress, ratings)


def add(
    store: Store, inputs: Sequence[str], fetch: FetchPolicy, now: datetime, progress: Progress = unwatched
) -> Intake:
    """Bytes to documents: keep every article of `inputs` (paths or URLs), acquired at `now`; what can't be taken is listed."""
    became: Counter[Became] = Counter()
    refused: list[Refusal] = []
    for number, found in enumerate(_acquired(inputs, fetch, now), start=1):
        outcome = found if isinstance(found, Refusal) else _keep(store, found)
        if isinstance(outcome, Refusal):
            refused.append(outcome)
        else:
            became[outcome] += 1
        progress("Adding", number)
    return Intake(became[Became.ADDED], became[Became.KNOWN], tuple(refused), became[Became.REPEATED])


def read(store: Store, reader: Reader, progress: Progress = unwatched) -> int:
    """Documents to readings: let `reader` read whatever this version of it has not read; how many those were.

    A store that can't be written is left as it is; `record` then reads for itself.
    """
    if store.read_only:
        return 0
    unread = store.unread(reader.name)
    for number, found in enumerate(in_order(partial(_read, reader), unread, _threads(reader)), start=1):
        store.add_reading(found)
        progress("Reading", number, len(unread))
    return len(unread)


def record(
    store: Store,
    reader: Reader,
    confidence: float = 0.0,
    progress: Progress = unwatched,
    ratings: tuple[OutletRating, ...] = (),
) -> Record:
    """Readings to a record: everything that `reader` has read with at least that `confidence`, with the judgements applied and the `ratings` of outlets beside it."""
    total = store.count()
    progress("Linking", 0, total)
    with _working():
        found = KeptRecord(store, reader, confidence).now()
    progress("Linking", total, total)
    return replace(found, ratings=ratings)


def followed(
    store: Store, reader: Reader, wait: Callable[[], None], confidence: float = 0.0, progress: Progress = unwatched
) -> Iterator[Record]:
    """The record, and the record again whenever the store holds more or something else; `wait` is called between two looks.

    What comes is read, and linked to what was there: see `watchfloor.kept_record`.
    """
    kept, last = KeptRecord(store, reader, confidence), None
    while True:
        read(store, reader, progress)
        with _working():
            found = kept.now()
        if found is not last:
            yield found
        last = found
        wait()


def check_writable(store: Store) -> None:
    """Nothing, where the store can keep a judgement.

    Raises:
        StoreError: it can't be written.
    """
    if store.read_only:
        raise StoreError(f"The store {store.path} can't be written, so no judgement can be kept in it.")


def judge(store: Store, found: Record, make: Callable[[Record], Judgement]) -> tuple[Judgement, Effect]:
    """A person's decision about the record, kept for ever; and what it does to earlier ones."""
    made = make(found)
    store.add_judgement(made)
    return made, effect(found, made)


def products(found: Record) -> dict[str, str]:
    """The record as files, each under its name: the brief in every form, and the record in the press schema."""
    return {f"brief.{form}": render(found) for form, render in BRIEFS.items()} | {"record.json": record_json(found)}


def record_json(found: Record) -> str:
    """The record as one JSON object in the press schema."""
    return json.dumps(press.record_json(found), ensure_ascii=False, indent=1) + "\n"


def readings(
    inputs: Sequence[str], reader: Reader, fetch: FetchPolicy, now: datetime
) -> Iterator[tuple[Document, Reading] | Refusal]:
    """The walk without a store: what `reader` finds in each article of `inputs`, in their order."""

    def outcome(found: Exhibit | Refusal) -> tuple[Document, Reading] | Refusal:
        return found if isinstance(found, Refusal) else (found.document, _read(reader, found.document))

    taken = (found for found in _acquired(inputs, fetch, now) if not isinstance(found, Repeat))
    yield from in_order(outcome, taken, _threads(reader))


def _threads(reader: Reader) -> int | None:
    """One where the reader asks somebody else, who sets the pace; else one for each processor."""
    return 1 if isinstance(reader, Accountable) else None


def _acquired(inputs: Sequence[str], fetch: FetchPolicy, now: datetime) -> Iterator[Acquired]:
    with _working():
        yield from acquire(inputs, fetch=fetch, now=now)


def _read(reader: Reader, document: Document) -> Reading:
    with _working():
        return reader.read(document)


@contextmanager
def _working() -> Iterator[None]:
    """Raise as MachineError what keeps this machine from going on; the faults of inputs are refusals long before."""
    try:
        yield
    except OSError as error:
        place = f" at {error.filename}" if error.filename else ""
        raise MachineError(
            f"Stopped: this machine can't go on ({error.strerror or error}{place}). What is in the store is kept; "
            "make room or mend it, then run the same command again."
        ) from error


def _keep(store: Store, found: Exhibit | Repeat) -> Became | Refusal:
    exhibit = found.exhibit if isinstance(found, Repeat) else found
    if exhibit is None:
        return Became.REPEATED
    try:
        new = store.add(exhibit.document, exhibit.raw, exhibit.signature)
    except Refused as error:
        return Refusal(exhibit.document.origin, str(error))
    return Became.REPEATED if isinstance(found, Repeat) else Became.ADDED if new else Became.KNOWN
