"""Commands that print or write what the store amounts to: record, brief."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchfloor.cli import walk
from watchfloor.cli.folder import written
from watchfloor.cli.options import STORE, By, Db, MinConfidence, Outlets, Quiet, ReaderName
from watchfloor.cli.terminal import put, put_json, put_laid_out

if TYPE_CHECKING:
    from watchfloor.model.record import Record


class Layout(StrEnum):
    """How the record is printed."""

    JSON = "json"
    TABLE = "table"


class Form(StrEnum):
    """How the brief is written."""

    HTML = "html"
    MD = "md"
    JSON = "json"


def record(
    layout: Annotated[
        Layout, typer.Option("--format", help="One JSON object in the press schema, or tables of what it holds.")
    ] = Layout.JSON,
    db: Db = STORE,
    by: By = ReaderName.TRAINED,
    confidence: MinConfidence = 0.0,
    outlets: Outlets = None,
    *,
    quiet: Quiet = False,
) -> None:
    """Print the record of everything in the store."""
    from watchfloor.products.press import record_json  # noqa: PLC0415 - see watchfloor.cli

    ratings = walk.rated(db, outlets)
    with walk.chosen(by, db, quiet=quiet) as reader, walk.opened(db) as store:
        found = walk.record_of(store, reader, confidence, ratings, quiet=quiet)
    if layout is Layout.JSON:
        put_json(record_json(found))
    else:
        _tables(found)


def brief(
    form: Annotated[Form, typer.Option("--format", help="The form of the brief.")] = Form.HTML,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write it there and not to the terminal.")
    ] = None,
    db: Db = STORE,
    by: By = ReaderName.TRAINED,
    confidence: MinConfidence = 0.0,
    outlets: Outlets = None,
    *,
    quiet: Quiet = False,
) -> None:
    """Write the brief of everything in the store."""
    from watchfloor import pipeline  # noqa: PLC0415 - see watchfloor.cli

    ratings = walk.rated(db, outlets)
    with walk.chosen(by, db, quiet=quiet) as reader, walk.opened(db) as store:
        text = pipeline.BRIEFS[form.value](walk.record_of(store, reader, confidence, ratings, quiet=quiet))
    if out is None:
        put(text)
        return
    written({out.name: text}, out.parent)
    if not quiet:
        put(f"The brief lies in {out}")


def _tables(found: Record) -> None:
    from watchfloor.cli.overview import overview  # noqa: PLC0415 - see watchfloor.cli

    for title, grid in overview(found):
        put_laid_out(title, style="bold")
        put_laid_out(grid)
        put("")
