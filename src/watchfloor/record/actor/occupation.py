"""Occupations: which line of work a word means, and which lines one person is often said to follow.

In go words, out come occupations and their lines, from the table `occupations.csv` (written for this project; "=" joins names of one occupation). An office that any line of work may lead
to ("head", "chair", "spokesman", "member", "expert", "resident") is none. Who is who is not decided here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LONGEST = 3
"""Words of the longest occupation of the table."""


def words_in(text: str) -> list[str]:
    """The words of a text in lower case, without the marks of possession."""
    return [re.sub(r"['’]s?$", "", word.lower()) for word in _WORD.findall(text)]


def occupation_at(words: list[str], last: int) -> str | None:
    """The occupation, under one of its names, that ends in word number `last`; of several the longest: "harbour master" before "master"."""
    for length in range(min(LONGEST, last + 1), 0, -1):
        found = " ".join(words[last + 1 - length : last + 1])
        if found in _known():
            return _known()[found][0]
    return None


def line_of(occupation: str) -> str:
    """The line of work of an occupation of the table."""
    return _known()[occupation][1]


def exclude_each_other(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether the lines of work of both are known and none of the one is, or goes with, one of the other."""
    ours, theirs = frozenset(a), frozenset(b)
    return bool(ours and theirs) and not any(x == y or y in _goes_with()[x] for x in ours for y in theirs)


@cache
def _rows() -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    text = files("watchfloor.record.actor").joinpath("occupations.csv").read_text(encoding="utf-8")
    return tuple(
        (row["line"], frozenset(filter(None, row["goes with"].split("|"))), tuple(row["occupations"].split("|")))
        for row in csv.DictReader(text.splitlines())
    )


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Every name of an occupation with the one that stands for it, and its line."""
    return {
        name: (names.split("=", 1)[0], line)
        for line, _, occupations in _rows()
        for names in occupations
        for name in names.split("=")
    }


@cache
def _goes_with() -> dict[str, frozenset[str]]:
    return {line: others for line, others, _ in _rows()}
