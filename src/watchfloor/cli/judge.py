"""The commands by which a person overrules or confirms the record: judge merge, split, accept, reject, correct, undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchfloor.cli import walk
from watchfloor.cli.options import STORE, By, Db, Json, Quiet, ReaderName
from watchfloor.cli.terminal import put, put_json, put_laid_out

if TYPE_CHECKING:
    from watchfloor.model.judgement import Judgement
    from watchfloor.model.record import Record
    from watchfloor.record.judgement.judging import Author, Effect

app = typer.Typer(
    help="Overrule or confirm what the machine linked and read. A judgement is kept for ever and applied whenever the record is built.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def _not_empty(text: str) -> str:
    if not text.strip():
        raise typer.BadParameter("it is empty; a judgement has an author and a reason.")
    return text


Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids, or as much of each as is unique.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="An id, or as much of it as is unique.")]
Name = Annotated[str, typer.Option("--by", metavar="NAME", callback=_not_empty, help="Who decides.")]
Why = Annotated[str, typer.Option("--why", metavar="REASON", callback=_not_empty, help="The reason, in a sentence.")]


@app.command()
def merge(
    ids: Ids,
    author: Name,
    why: Why,
    db: Db = STORE,
    by: By = ReaderName.TRAINED,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Decide that these are one: one utterance, incident, actor or story, or that these figures count one thing."""
    from watchfloor.record.judgement.judging import merged  # noqa: PLC0415 - see watchfloor.cli

    _decide(lambda record, who: merged(record, ids, who), author, why, db, by, as_json=as_json, quiet=quiet)


@app.command()
def split(
    ids: Ids,
    author: Name,
    why: Why,
    db: Db = STORE,
    by: By = ReaderName.TRAINED,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Decide that these are not one: a whole and what does not belong to it, or things that are to stay apart. A whole alone falls into its parts."""
    from watchfloor.record.judgement.judging import split as parted  # noqa: PLC0415 - see watchfloor.cli

    _decide(lambda record, who: parted(record, ids, who), author, why, db, by, as_json=as_json, quiet=quiet)


@app.command()
def accept(
    ids: Ids,
    author: Name,
    why: Why,
    db: Db = STORE,
    by: By = ReaderName.TRAINED,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Confirm claims or contradictions: they are marked so, and no least confidence leaves them out."""
    from watchfloor.model.judgement import Decision  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.record.judgement.judging import voted  # noqa: PLC0415

    _decide(
        lambda record, who: voted(record, Decision.ACCEPT, ids, who),
        author,
        why,
        db,
        by,
        as_json=as_json,
        quiet=quiet,
    )


@app.command()
def reject(
    ids: Ids,
    author: Name,
    why: Why,
    db: Db = STORE,
    by: By = ReaderName.TRAINED,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Leave claims or contradictions out of the record's lines; they are kept, and listed as rejected."""
    from watchfloor.model.judgement import Decision  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.record.judgement.judging import voted  # noqa: PLC0415

    _decide(
        lambda record, who: voted(record, Decision.REJECT, ids, who),
        author,
        why,
        db,
        by,
        as_json=as_json,
        quiet=quiet,
    )


@app.command()
def correct(
    wanted: Id,
    setting: Annotated[
        str,
        typer.Argument(metavar="FIELD=VALUE", help="What is set to what; a wrong field or value tells what can be."),
    ],
    author: Name,
    why: Why,
    db: Db = STORE,
    by: By = ReaderName.TRAINED,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Set a value that was read wrongly; the machine's stays beside it."""
    from watchfloor.record.judgement.judging import corrected  # noqa: PLC0415 - see watchfloor.cli

    _decide(
        lambda record, who: corrected(record, wanted, setting, who),
        author,
        why,
        db,
        by,
        as_json=as_json,
        quiet=quiet,
    )


@app.command()
def undo(
    ids: Ids,
    author: Name,
    why: Why,
    db: Db = STORE,
    by: By = ReaderName.TRAINED,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Take judgements back, as if they had never been made; this is one too, and can be undone."""
    from watchfloor.record.judgement.judging import undone  # noqa: PLC0415 - see watchfloor.cli

    _decide(lambda record, who: undone(record, ids, who), author, why, db, by, as_json=as_json, quiet=quiet)


def _decide(
    make: Callable[[Record, Author], Judgement],
    author: str,
    why: str,
    db: Path,
    by: ReaderName,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Make the judgement on the record as it now is, keep it, and say what it does to earlier ones."""
    from watchfloor import pipeline  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.products.judgement_log import effect_json, judgement_json  # noqa: PLC0415
    from watchfloor.record.judgement.judging import Author  # noqa: PLC0415

    who = Author(author, why, walk.now())
    with walk.chosen(by, db, quiet=quiet) as reader, walk.opened(db) as store:
        pipeline.check_writable(store)
        record = walk.record_of(store, reader, quiet=quiet)
        made, effect = pipeline.judge(store, record, lambda found: make(found, who))
    if as_json:
        put_json({**judgement_json(made), **effect_json(effect)})
    elif not quiet:
        _tell(made, effect)


def _tell(made: Judgement, effect: Effect) -> None:
    from watchfloor.cli.tables import facts  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.products.judgement_log import effect_facts, judgement_facts  # noqa: PLC0415

    put_laid_out(f"judgement {made.id}", style="bold")
    put_laid_out(facts((*judgement_facts(made), *effect_facts(effect))))
    put("It is kept, and applied whenever the record is built.")
