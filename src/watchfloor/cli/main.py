"""The entry point: every command under one name, each from the module that is about it."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from watchfloor import __version__
from watchfloor.cli import follow, gather, judge, log, lookup, output, posture, readout
from watchfloor.cli.edge import Edge

EPILOG = (
    "Exit codes: 0 done; 1 stopped by what one line on stderr says; 2 wrong usage; 3 done, but some inputs were "
    "refused, each with a line on stderr; 130 stopped by Ctrl-C."
)

app = typer.Typer(
    cls=Edge,
    help="Reads coverage of hybrid warfare into one record in which every line stands on a sentence you can open.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    # Plain help: rich's takes twice the time to load, and would read brackets in a help text as markup.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(gather.demo)
app.command()(gather.add)
app.command()(readout.read)
app.command()(gather.build)
app.command()(follow.follow)
app.command()(output.record)
app.command()(output.brief)
app.command()(lookup.show)
app.command()(lookup.search)
app.add_typer(judge.app, name="judge")
app.command()(log.log)
app.add_typer(posture.app, name="posture")


def _tell_version(asked: bool) -> None:  # typer hands it over by position
    if asked:
        sys.stdout.write(f"watchfloor {__version__}\n")
        raise typer.Exit


@app.callback()
def watchfloor(
    context: typer.Context,
    *,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress and no summary, for any command.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Take the options that hold for every command."""
    context.obj = quiet


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal in another encoding shows what it can, and an escape for what it can't.
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="watchfloor")
