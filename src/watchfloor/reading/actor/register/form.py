"""Surface forms: what the register's tables are looked up by.

In comes a form as a text writes it, out goes what a table holds under it. Capital letters count, so that "us" is no
state and "turkey" no more; only a form wholly in capitals, as headlines write, is also tried in title case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

Entry = TypeVar("Entry")


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a cell of the register, which are parted by upright bars."""
    return tuple(entry for entry in cell.split("|") if entry)


def index(pairs: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    """Each form with its entry; of two entries with one form the first keeps it."""
    table: dict[str, Entry] = {}
    for form, entry in pairs:
        table.setdefault(form, entry)
    return table


def lookup(table: Mapping[str, Entry], text: str) -> Entry | None:
    """What `table` holds under `text`, or under it without its article or its headline capitals."""
    return next((table[form] for form in _forms(text) if form in table), None)


def _forms(text: str) -> Iterable[str]:
    """The forms under which `text` may stand in a table, the most exact first."""
    words = text.replace("’", "'").split()
    plain = " ".join(words)
    yield plain
    if len(words) > 1 and words[0].lower() == "the":
        rest = " ".join(words[1:])
        yield f"the {rest}"
        yield rest
    elif plain.isupper():
        yield plain.title()
