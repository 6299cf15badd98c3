"""The posture laboratory's commands: new, compare, explore, solve, from-record."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchfloor.cli.edge import Interrupted
from watchfloor.cli.folder import written
from watchfloor.cli.options import STORE, Db, Json, Quiet
from watchfloor.cli.progress import watched
from watchfloor.cli.terminal import note, put, put_json, put_laid_out
from watchfloor.errors import ScenarioError

if TYPE_CHECKING:
    from watchfloor.assessment.posture.experiment import Shelf
    from watchfloor.assessment.posture.study import Plan, Study

OUT = Path("comparison")
SCENARIO = Path("scenario.toml")
ASK_ABOVE = 300.0
"""Seconds above which a comparison asks for --yes: a coffee is fine, more should be meant."""
KEPT = ".unfinished"
_DAY = "%Y-%m-%d"

app = typer.Typer(
    help="What reacting, hardening or acting first would cost, under assumptions that you set.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Scenario = Annotated[Path, typer.Argument(metavar="SCENARIO", help="A scenario file; `posture new` writes one.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**32 - 1, help="What chance begins with.")]


@app.command()
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")] = SCENARIO,
    like: Annotated[str, typer.Option("--like", metavar="NAME", help="alliance, cables or cyber.")] = "alliance",
    *,
    quiet: Quiet = False,
) -> None:
    """Write a commented scenario file to start from."""
    from watchfloor.assessment.posture.scenario_file import parse, shipped  # noqa: PLC0415 - see watchfloor.cli

    text = shipped(like)
    _absent(file)
    written({file.name: text}, file.parent)
    if not quiet:
        with_source, numbers = parse(text).sourced
        put(f"{file}: {with_source} of its {numbers} numbers have a source, the others say that they are assumed.")
        put(f"Next: watchfloor posture compare {file}")


@app.command()
def compare(
    scenario: Scenario,
    futures: Annotated[int, typer.Option("--futures", min=2, max=1_000_000, help="How many futures.")] = 10_000,
    seed: Seed = 1,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Where the page and its files go.")] = OUT,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Run it even if it takes long.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Run every posture through many futures and write the comparison as a page, JSON and CSV."""
    from watchfloor.assessment.posture.experiment import Shelf  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.assessment.posture.scenario_file import load  # noqa: PLC0415
    from watchfloor.assessment.posture.study import plan  # noqa: PLC0415
    from watchfloor.products.posture import charts, study_json  # noqa: PLC0415

    charts.check_installed()
    planned = plan(load(scenario), futures, seed)
    _ask(planned, yes=yes)
    shelf = Shelf(out / KEPT)
    found, files = _studied(planned, shelf, out, quiet=quiet)
    shelf.clear()
    if as_json:
        put_json(study_json.study_json(found))
    elif not quiet:
        _tell(found, files)


@app.command()
def explore(
    scenario: Scenario,
    futures: Annotated[
        int, typer.Option("--futures", min=2, max=5_000, help="Futures that each change runs again.")
    ] = 1_000,
    seed: Seed = 1,
    port: Annotated[int, typer.Option("--port", min=0, max=65_535, help="The port; 0 takes a free one.")] = 8765,
    *,
    quiet: Quiet = False,
) -> None:
    """Open a scenario as a local page with a slider for each assumption."""
    from watchfloor.assessment.posture.scenario_file import load  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.web.probe import Explorer  # noqa: PLC0415
    from watchfloor.web.serve import serve  # noqa: PLC0415

    explorer = Explorer(load(scenario), futures, seed)
    serve(explorer, port, lambda address: None if quiet else note(f"Open {address} in a browser; Ctrl-C stops it."))


@app.command()
def solve(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="The model's name; without one, all are listed.")] = "",
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="One of its parameters; may be repeated.")
    ] = None,
    *,
    as_json: Json = False,
) -> None:
    """Ask one model by itself, as a calculator."""
    from watchfloor.assessment.posture.solve import MODELS, assignments  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.assessment.posture.solve import solve as ask  # noqa: PLC0415
    from watchfloor.cli.tables import facts, table  # noqa: PLC0415

    if not model:
        put_laid_out(table(("model", "answers"), [(one.name, one.answers) for one in MODELS.values()]))
        return
    solution = ask(model, assignments(tuple(settings or ())))
    if as_json:
        put_json(solution.as_json())
        return
    calculator = solution.calculator
    put(calculator.answers)
    put_laid_out(
        table(
            ("parameter", "value", "meaning", "source"),
            [
                (one.name, _plain(solution.settings.values[one.name]), one.meaning, one.source)
                for one in calculator.parameters
            ],
        )
    )
    put("")
    put_laid_out(
        table(("result", "value", "meaning"), [(row.name, _plain(row.value), row.meaning) for row in solution.rows])
    )
    put("")
    put_laid_out(facts((("Paper", calculator.paper), ("What it can't say", calculator.cannot_say))))


@app.command("from-record")
def from_record(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")] = SCENARIO,
    db: Db = STORE,
    like: Annotated[str, typer.Option("--like", metavar="NAME", help="alliance, cables or cyber.")] = "alliance",
    first: Annotated[datetime | None, typer.Option("--from", formats=[_DAY], help="The first day that counts.")] = None,
    last: Annotated[datetime | None, typer.Option("--until", formats=[_DAY], help="The last day that counts.")] = None,
    reporting: Annotated[
        float,
        typer.Option("--reporting", min=0.01, max=100, help="How many times as much is reported in the later half."),
    ] = 1.0,
    *,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Write a scenario file filled with the rates, types and delays of a record."""
    from watchfloor.assessment.posture.fill import fill  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.assessment.posture.observed import observed  # noqa: PLC0415
    from watchfloor.assessment.posture.reporting import probability_rose  # noqa: PLC0415
    from watchfloor.assessment.posture.scenario_file import shipped  # noqa: PLC0415
    from watchfloor.cli import walk  # noqa: PLC0415

    text = shipped(like)
    _absent(file)
    with walk.opened(db) as store:
        record = walk.record_of(store, quiet=quiet)
    found = observed(record, first and first.date(), last and last.date())
    filled = fill(text, found, f"the record {db.name}")
    written({file.name: filled.text}, file.parent)
    rose = probability_rose(*found.halves, reporting) if found.long_enough else None
    if as_json:
        put_json(
            {
                "scenario": str(file),
                "from": found.first.isoformat(),
                "until": found.last.isoformat(),
                "events": found.events,
                "by_type": {kind.value: count for kind, count in sorted(found.by_type.items())},
                "halves": list(found.halves),
                "reporting": reporting,
                "probability_that_attacks_rose": rose,
                "notes": list(filled.notes),
            }
        )
    elif not quiet:
        for one in filled.notes:
            put(one)
        earlier, later = found.halves
        counted = f"Events in the earlier half of the period: {earlier}; in the later: {later}."
        if rose is None:
            put(f"{counted} In so short a time that doesn't tell whether attacks rose.")
        else:
            put(
                f"{counted} If the share that is reported is {reporting:g} times what it was, attacks rose with "
                f"probability {rose:.2f} (--reporting sets that)."
            )
        put(f"Next: watchfloor posture compare {file}")


def _absent(file: Path) -> None:
    """See that nothing would be overwritten.

    Raises:
        ScenarioError: there is such a file.
    """
    if file.exists():
        raise ScenarioError(f"{file} is there already; name another file, or move it away.")


def _plain(value: object) -> str:
    """A value of a model as text: numbers with six digits, lists with commas, what the model doesn't give as a dash."""
    if isinstance(value, tuple):
        return ", ".join(_plain(one) for one in value)
    if value is None:
        return "–"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _ask(planned: Plan, *, yes: bool) -> None:
    """Stop before a run that takes long, unless it is meant.

    Raises:
        ScenarioError: it takes longer than ASK_ABOVE, and `yes` is False.
    """
    if yes:
        return
    seconds = planned.seconds
    if seconds > ASK_ABOVE:
        raise ScenarioError(
            f"This takes about {_long(seconds)} on this machine ({planned.total:,} simulated futures). "
            "Give --yes to run it, or fewer --futures; Ctrl-C keeps what is done."
        )


def _long(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def _studied(planned: Plan, shelf: Shelf, out: Path, *, quiet: bool) -> tuple[Study, tuple[Path, ...]]:
    from watchfloor.assessment.posture.study import study  # noqa: PLC0415 - see watchfloor.cli
    from watchfloor.products.posture import page, study_csv, study_json  # noqa: PLC0415

    try:
        with watched(quiet=quiet) as progress:
            found = study(planned, shelf=shelf, progress=progress)
    except KeyboardInterrupt as error:
        raise Interrupted(
            f"Stopped. What was simulated is kept in {out / KEPT}; run the same command again to go on."
        ) from error
    texts = {
        "comparison.html": page.render(found),
        "comparison.json": study_json.render(found),
        "comparison.csv": study_csv.render(found),
    }
    return found, written(texts, out)


def _tell(found: Study, files: tuple[Path, ...]) -> None:
    from watchfloor.products.posture.findings import headline, sources_sentence  # noqa: PLC0415 - see watchfloor.cli

    for line in headline(found):
        put(line.sentence)
    put("No posture is called best: that depends on what you weigh, and on assumptions. The page says which.")
    put(sources_sentence(found))
    page, *others = files
    put(f"The page: {page} (also {', '.join(one.name for one in others)})")
