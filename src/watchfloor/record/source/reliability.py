"""Reliability: what the user holds of outlets, from a table of their own.

In goes the text of a CSV file (outlet, reliability, by, why, and if wanted on), out come OutletRatings; any outlet's rating is looked up among them. Watchfloor
ships no rating and computes none: an outlet that nobody rated is F, which says that it cannot be judged and not that it is bad.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date

from watchfloor.errors import RatingsError
from watchfloor.model.sourcing import OutletRating, Reliability
from watchfloor.record.source.press_name import press_key

COLUMNS = ("outlet", "reliability", "by", "why")
"""The columns that must be there; `on`, a day, may be."""
_DAY = "on"


def ratings(text: str) -> tuple[OutletRating, ...]:
    """The ratings of a CSV file, in the order of its rows.

    Raises:
        RatingsError: a column is missing, a cell is empty or not what it should be, or an outlet stands twice.
    """
    rows = csv.DictReader(text.removeprefix("\ufeff").splitlines(), strict=True)
    try:
        named = [name.strip().lower() for name in rows.fieldnames or ()]
        if missing := [name for name in COLUMNS if name not in named]:
            raise RatingsError(
                f"line 1: no column {_quoted(missing)}; the first line names the columns: {','.join(COLUMNS)} and, if wanted, {_DAY}"
            )
        rows.fieldnames = named
        found: dict[str, tuple[int, OutletRating]] = {}
        for row in rows:
            rating = _rating({k: (v or "").strip() for k, v in row.items() if k and isinstance(v, str)}, rows.line_num)
            key = press_key(rating.outlet)
            if key in found:
                raise RatingsError(
                    f"line {rows.line_num}: the outlet {rating.outlet!r} has a rating in line {found[key][0]} already; leave one of them out"
                )
            found[key] = (rows.line_num, rating)
    except csv.Error as error:
        raise RatingsError(f"line {rows.reader.line_num}: this is no row of a CSV file ({error})") from error
    return tuple(rating for _, rating in found.values())


def rating_of(outlet: str | None, rated: Iterable[OutletRating]) -> OutletRating | None:
    """The rating of the outlet, None where nobody gave one."""
    key = press_key(outlet or "")
    return next((rating for rating in rated if key and press_key(rating.outlet) == key), None)


def _rating(row: Mapping[str, str], line: int) -> OutletRating:
    if empty := [name for name in COLUMNS if not row.get(name)]:
        raise RatingsError(
            f"line {line}: nothing under {_quoted(empty)}; every rating needs its outlet, its letter, who gave it and why"
        )
    letter = row["reliability"].upper()
    if letter not in Reliability.__members__:
        raise RatingsError(
            f"line {line}: the reliability of {row['outlet']!r} is {row['reliability']!r}; it must be one letter from A to F"
        )
    return OutletRating(row["outlet"], Reliability[letter], row["by"], row["why"], _day(row.get(_DAY, ""), line))


def _day(text: str, line: int) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RatingsError(f"line {line}: {text!r} under {_DAY!r} is no day; write it as 2031-05-02") from None


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(repr(name) for name in names)
