"""The command that keeps a brief up to date: follow."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchfloor.cli import walk
from watchfloor.cli.folder import written
from watchfloor.cli.gather import BRIEF_FOLDER
from watchfloor.cli.options import STORE, By, Db, MinConfidence, Outlets, Quiet, ReaderName
from watchfloor.cli.progress import watched
from watchfloor.cli.terminal import note

if TYPE_CHECKING:
    from watchfloor.model.record import Record

EVERY = 10.0
"""Seconds between two looks: what is added is in the brief within some ten seconds, and looking costs next to nothing."""
LEAST = 0.1


def follow(
    db: Db = STORE,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the brief goes.")] = BRIEF_FOLDER,
    every: Annotated[
        float, typer.Option("--every", min=LEAST, metavar="SECONDS", help="How long to wait between two looks.")
    ] = EVERY,
    by: By = ReaderName.TRAINED,
    confidence: MinConfidence = 0.0,
    outlets: Outlets = None,
    *,
    quiet: Quiet = False,
) -> None:
    """Keep the brief up to date with the store, until Ctrl-C."""
    from watchfloor import pipeline  # noqa: PLC0415 - see watchfloor.cli

    with (
        walk.chosen(by, db, quiet=quiet) as reader,
        walk.opened(db) as store,
        watched(quiet=quiet) as progress,
    ):
        for record in pipeline.followed(store, reader, partial(time.sleep, every), confidence, progress):
            rated = replace(record, ratings=walk.rated(db, outlets))
            page, *_ = written(pipeline.products(rated), out)
            if not quiet:
                note(_line(record, page))


def _line(record: Record, page: Path) -> str:
    """What the brief now holds, and where it lies."""
    from watchfloor.products.brief.ground import many  # noqa: PLC0415 - see watchfloor.cli

    held = ", ".join(
        many(len(things), word)
        for things, word in (
            (record.documents, "document"),
            (record.incidents, "event"),
            (record.contradictions, "contradiction"),
        )
    )
    return f"{walk.now():%Y-%m-%d %H:%M:%S} UTC: {held}; {page}"
