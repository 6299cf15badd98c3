"""Options and arguments that several commands share, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

STORE = Path("watchfloor.db")
"""The store's file where no other is named: in the current folder."""


def _or_for_all(context: typer.Context, value: bool) -> bool:  # typer hands it over by position
    """`--quiet` after the command is the same as before it."""
    return value or bool(context.obj)


Inputs = Annotated[
    list[str],
    typer.Argument(metavar="PATH|URL", help="Articles, feeds, archives or folders of them; files or addresses."),
]
Db = Annotated[Path, typer.Option("--db", metavar="FILE", help="The store.")]
Quiet = Annotated[bool, typer.Option("--quiet", callback=_or_for_all, help="No progress and no summary.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Also fetch from private and loopback addresses.")]
