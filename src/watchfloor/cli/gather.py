"""Commands that take articles in: demo, add, build."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchfloor.cli import walk
from watchfloor.cli.folder import written
from watchfloor.cli.options import STORE, AllowPrivate, By, Db, Inputs, Json, MinConfidence, Outlets, Quiet, ReaderName
from watchfloor.cli.packaged import example
from watchfloor.cli.progress import watched
from watchfloor.cli.terminal import put, put_json, put_laid_out

if TYPE_CHECKING:
    from watchfloor.model.record import Record
    from watchfloor.pipeline import Intake

BRIEF_FOLDER = Path("brief")
DEMO_FOLDER = Path("demo")


def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the brief and the store go.")] = DEMO_FOLDER,
    by: By = ReaderName.TRAINED,
    confidence: MinConfidence = 0.0,
    *,
    quiet: Quiet = False,
) -> None:
    """Build the brief of the packaged exercise."""
    articles = example()
    written({}, out)
    _build([str(articles)], out / STORE, out, by, confidence, None, allow_private=False, as_json=False, quiet=quiet)


def add(
    inputs: Inputs,
    db: Db = STORE,
    *,
    allow_private: AllowPrivate = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Keep articles in the store, without reading them yet."""
    from watchfloor import pipeline  # noqa: PLC0415 - see watchfloor.cli

    is_new = not db.exists()
    with walk.opened(db, create=True) as store, watched(quiet=quiet) as progress:
        intake = pipeline.add(store, inputs, walk.policy(allow_private=allow_private), walk.now(), progress)
        is_gone = is_new and store.remove_if_empty()
    _leave(intake, _counts(intake), None if is_gone else db, as_json=as_json, quiet=quiet)


def build(
    inputs: Inputs,
    db: Db = STORE,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the brief goes.")] = BRIEF_FOLDER,
    by: By = ReaderName.TRAINED,
    confidence: MinConfidence = 0.0,
    outlets: Outlets = None,
    *,
    allow_private: AllowPrivate = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Add articles, read them, and write the brief."""
    _build(inputs, db, out, by, confidence, outlets, allow_private=allow_private, as_json=as_json, quiet=quiet)


def _build(
    inputs: list[str],
    db: Path,
    out: Path,
    by: ReaderName,
    confidence: float,
    outlets: Path | None,
    *,
    allow_private: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    from watchfloor import pipeline  # noqa: PLC0415 - see watchfloor.cli

    fetch = walk.policy(allow_private=allow_private)
    ratings = walk.rated(db, outlets)
    is_new = not db.exists()
    with (
        walk.chosen(by, db, quiet=quiet) as reader,
        walk.opened(db, create=True) as store,
        watched(quiet=quiet) as progress,
    ):
        walk.read_again(store, reader)
        intake, record = pipeline.build(
            store,
            inputs,
            reader=reader,
            fetch=fetch,
            now=walk.now(),
            progress=progress,
            confidence=confidence,
            ratings=ratings,
        )
        files = written(pipeline.products(record), out) if record.documents else ()
        is_gone = is_new and store.remove_if_empty()
    summary = {**_counts(intake), **_findings(record), **_places(files)}
    _leave(intake, summary, None if is_gone else db, as_json=as_json, quiet=quiet)


def _counts(intake: Intake) -> dict[str, object]:
    return {
        "added": intake.added,
        "known before": intake.known,
        "repeated": intake.repeated,
        "refused": len(intake.refused),
    }


def _findings(record: Record) -> dict[str, object]:
    events = sum(incident.specific for incident in record.incidents)
    return {
        "documents": len(record.documents),
        "not read": len(record.not_read),
        "stories": len(record.stories),
        "utterances": len(record.utterances),
        "incidents": events,
        "patterns": len(record.incidents) - events,
        "contradictions": len(record.contradictions),
    }


def _places(files: Iterable[Path]) -> dict[str, object]:
    """Where the page lies and what lies beside it."""
    page, *others = map(str, files) if files else ("",)
    return {"brief": page, "also": ", ".join(Path(other).name for other in others)} if page else {}


def _leave(intake: Intake, summary: dict[str, object], db: Path | None, *, as_json: bool, quiet: bool) -> None:
    """Say what was done and refused; where nothing was taken into a new store, and so `db` is none, that and no zeros."""
    if db or as_json:
        _tell({**summary, "store": db and str(db)}, as_json=as_json, quiet=quiet)
    walk.leave(
        intake.refused, "" if db or quiet else "Nothing was taken, so there is nothing to brief and no store was made."
    )


def _tell(summary: dict[str, object], *, as_json: bool, quiet: bool) -> None:
    """One screen: what came in, what was found, where it lies."""
    if as_json:
        put_json({name.replace(" ", "_"): value for name, value in summary.items()})
    elif not quiet:
        from watchfloor.cli.tables import facts  # noqa: PLC0415 - see watchfloor.cli

        put_laid_out(facts((name.capitalize(), value) for name, value in summary.items()))
        if "brief" not in summary and not summary.get("documents", 1):
            put("No article is in the store, so there is nothing to brief.")
