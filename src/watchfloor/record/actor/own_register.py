"""Own register: who held which office, from a table of the user's own.

In goes the text of a CSV file (owner, office, holder, from, source, and if wanted until), out come the shipped Offices with its rows. A row adds to
what is shipped: a tenure without an end ends where a later one begins, and a day on which two hold one office tells of neither.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from watchfloor.errors import Refused, RegisterError
from watchfloor.evidence import encoding
from watchfloor.reading.actor.office import Offices, Post, Tenure, owner_of, shipped
from watchfloor.reading.actor.register.form import listed
from watchfloor.record.actor.names import person

ENDING = ".register.csv"
COLUMNS = ("owner", "office", "holder", "from", "source")
"""The columns that must be there; `until`, a day, may be."""


def offices(text: str) -> Offices:
    """The shipped offices with the rows of a CSV file; a line that begins with "#" is a remark.

    Raises:
        RegisterError: a column is missing, a cell is empty or not what it should be, or a row stands twice.
    """
    lines = list(enumerate(text.removeprefix("\ufeff").splitlines(), start=1))
    kept = [(number, line) for number, line in lines if not line.startswith("#")]
    rows = csv.DictReader((line for _, line in kept), strict=True)
    found: dict[Tenure, int] = {}
    try:
        named = [name.strip().lower() for name in rows.fieldnames or ()]
        if missing := [name for name in COLUMNS if name not in named]:
            raise RegisterError(
                f"line {kept[0][0] if kept else 1}: no column {_quoted(missing)}; the first row names the columns: {','.join(COLUMNS)} and, if wanted, until"
            )
        rows.fieldnames = named
        for row in rows:
            line = kept[rows.line_num - 1][0]
            tenure = _tenure({k: (v or "").strip() for k, v in row.items() if k and isinstance(v, str)}, line)
            if tenure in found:
                raise RegisterError(f"line {line}: the same row stands in line {found[tenure]}; leave one out")
            found[tenure] = line
    except csv.Error as error:
        raise RegisterError(
            f"line {kept[rows.reader.line_num - 1][0]}: this is no row of a CSV file ({error})"
        ) from error
    return shipped().with_(found)


def beside(store: Path) -> Offices:
    """The offices with those of the table that lies beside the store, under its name with ".register.csv"; the shipped ones where there is none.

    Raises:
        RegisterError: the table can't be read or breaks a rule; the message names it.
    """
    path = store.with_name(f"{store.name}{ENDING}")
    if not path.is_file():
        return shipped()
    try:
        return offices(encoding.decode(path.read_bytes()))
    except OSError as error:
        raise RegisterError(
            f"{path}: expected a table of offices, found that it can't be read ({error.strerror})"
        ) from error
    except (RegisterError, Refused) as error:
        raise RegisterError(f"{path}: {error}") from error


def _tenure(row: Mapping[str, str], line: int) -> Tenure:
    if empty := [name for name in COLUMNS if not row.get(name)]:
        raise RegisterError(
            f"line {line}: nothing under {_quoted(empty)}; every row needs whose office it is, which, who holds it, since when, and your source"
        )
    names = listed(row["holder"])
    if bad := [name for name in names if not person(name)]:
        raise RegisterError(
            f"line {line}: {bad[0]!r} under 'holder' is no person's name; write it as texts do, without office"
        )
    since, until = _day(row["from"], "from", line), _day(row["until"], "until", line) if row.get("until") else None
    if until is not None and until < since:
        raise RegisterError(f"line {line}: {row['holder']!r} holds the office until {until}, which is before {since}")
    owner = owner_of(row["owner"])
    post = shipped().post(f"{row['owner']} {row['office']}") or Post(owner, row["office"])
    return Tenure(post, names, since, until, row["source"])


def _day(text: str, column: str, line: int) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RegisterError(f"line {line}: {text!r} under {column!r} is no day; write it as 2031-05-02") from None


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(repr(name) for name in names)
