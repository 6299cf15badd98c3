"""The command that tells who decided what: log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from watchfloor.cli import walk
from watchfloor.cli.options import STORE, By, Db, Json, Quiet, ReaderName
from watchfloor.cli.terminal import note, put, put_json, put_laid_out

if TYPE_CHECKING:
    from watchfloor.model.record import Record


def log(
    db: Db = STORE,
    author: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only what this person decided.")] = None,
    by: By = ReaderName.TRAINED,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Tell who decided what, when, why and on which words, and what has become of it."""
    from watchfloor.products.judgement_log import log_json  # noqa: PLC0415 - see watchfloor.cli

    with walk.chosen(by, db, quiet=quiet) as reader, walk.opened(db) as store:
        record = walk.record_of(store, reader, quiet=quiet)
    if as_json:
        put_json(log_json(record, author))
    else:
        _print(record, author)


def _print(record: Record, author: str | None) -> None:
    from watchfloor.cli.tables import facts  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.products.judgement_log import entries  # noqa: PLC0415

    found = entries(record, author)
    if not found:
        note(f"{author} has decided nothing." if author and record.judgements else "Nobody has decided anything yet.")
    for entry in found:
        put_laid_out(f"judgement {entry.judgement.id}", style="bold")
        put_laid_out(facts(entry.facts))
        put("")
