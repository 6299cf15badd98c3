"""Tables: the register's files, row by row.

In goes the name of a file beside this one, out come its rows by column. A line that begins with "#" tells people about the file and is
no row. The files are the package's own, so that a fault in one is a fault of the package.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of the register's file `name`."""
    table = files(__package__).joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in table.splitlines() if not line.startswith("#"))


def day(cell: str) -> date | None:
    """The day that a cell gives as YYYY-MM-DD; None where it is empty."""
    return date.fromisoformat(cell) if cell else None
