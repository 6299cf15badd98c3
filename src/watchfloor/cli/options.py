"""Options and arguments that several commands share, each described once."""

from __future__ import annotations

import math
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

STORE = Path("watchfloor.db")
"""The store's file where no other is named: in the current folder."""


class ReaderName(StrEnum):
    """The readers that can be chosen, as `watchfloor.reading.choice` knows them; the first is the usual one."""

    TRAINED = "trained"
    RULES = "rules"
    LLM = "llm"


def _or_for_all(context: typer.Context, value: bool) -> bool:  # typer hands it over by position
    """`--quiet` after the command is the same as before it."""
    return value or bool(context.obj)


def _number(value: float) -> float:
    """Not every float is one, and what is none compares with nothing."""
    if math.isnan(value):
        raise typer.BadParameter("nan is not in the range 0<=x<=1.")
    return value


Inputs = Annotated[
    list[str],
    typer.Argument(metavar="PATH|URL", help="Articles, feeds, archives or folders of them; files or addresses."),
]
Db = Annotated[Path, typer.Option("--db", metavar="FILE", help="The store.")]
Quiet = Annotated[bool, typer.Option("--quiet", callback=_or_for_all, help="No progress and no summary.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Also fetch from private and loopback addresses.")]
By = Annotated[
    ReaderName,
    typer.Option("--reader", help="Who reads: the shipped model, rules alone, or the endpoint that you have set up."),
]
Outlets = Annotated[
    Path | None,
    typer.Option("--outlets", metavar="FILE", help="Your ratings of outlets, a CSV table; see the how-to."),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence", min=0, max=1, callback=_number, metavar="0..1", help="Leave out claims less sure than that."
    ),
]
