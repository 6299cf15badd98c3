"""The command that reads articles without a store: read."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from watchfloor.cli import walk
from watchfloor.cli.options import AllowPrivate, By, Inputs, MinConfidence, Quiet, ReaderName
from watchfloor.cli.progress import watched
from watchfloor.cli.terminal import put_json, put_laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watchfloor.evidence.exhibit import Refusal
    from watchfloor.model.document import Document
    from watchfloor.model.reading import Reading

HEADINGS = ("Document", "Outlet", "Actors", "Statements", "Incidents", "Positions", "Figures", "Not read")


class Layout(StrEnum):
    """How readings are printed."""

    JSONL = "jsonl"
    TABLE = "table"


def read(
    inputs: Inputs,
    layout: Annotated[
        Layout, typer.Option("--format", help="One JSON object a document in the press schema, or a table of counts.")
    ] = Layout.JSONL,
    by: By = ReaderName.TRAINED,
    confidence: MinConfidence = 0.0,
    *,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
) -> None:
    """Read articles and print what they say; nothing is kept."""
    from watchfloor import pipeline  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.products.press import reading_json  # noqa: PLC0415

    fetch = walk.policy(allow_private=allow_private)
    refused: list[Refusal] = []
    with walk.chosen(by, quiet=quiet) as reader:
        found = pipeline.readings(inputs, reader, fetch, walk.now())
        if layout is Layout.JSONL:
            # A bar and lines of JSON on one terminal would run into each other.
            for document, reading in _taken(found, refused, confidence, quiet=quiet or sys.stdout.isatty()):
                put_json(reading_json(document, reading), indent=None)
        else:
            _table(_taken(found, refused, confidence, quiet=quiet))
    walk.leave(refused)


def _taken(
    found: Iterator[tuple[Document, Reading] | Refusal], refused: list[Refusal], confidence: float, *, quiet: bool
) -> Iterator[tuple[Document, Reading]]:
    """What was read with that `confidence`, one after the other; what was not taken is put aside in `refused`."""
    from watchfloor.reading.threshold import at_least  # noqa: PLC0415 - see watchfloor.cli

    with watched(quiet=quiet) as progress:
        for number, one in enumerate(found, start=1):
            progress("Reading", number)
            if isinstance(one, tuple):
                document, reading = one
                yield document, at_least(reading, confidence)
            else:
                refused.append(one)


def _table(taken: Iterator[tuple[Document, Reading]]) -> None:
    from watchfloor.cli.tables import table  # noqa: PLC0415

    rows = [
        (
            document.origin,
            document.outlet,
            len(reading.actors),
            len(reading.statements),
            len(reading.incidents),
            len(reading.positions),
            len(reading.figures),
            reading.not_read,
        )
        for document, reading in taken
    ]
    put_laid_out(table(HEADINGS, rows))
