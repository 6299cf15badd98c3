"""Reporting verbs: the verbs that introduce what somebody says or thinks, in all their forms.

The lexicon is `lexicon/reporting_verbs.csv`, written for this project. A verb is `strong` where at least about six in ten of
its past forms introduce an attribution in the training part of PolNeAR (Newell, Margolin and Ruths, LREC 2018), and
`weak` otherwise: a weak verb needs a "that", a quotation mark or the like after it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources


class Frame(StrEnum):
    """What follows a cue."""

    CLAUSE = "clause"
    """A clause, with or without "that": said (that) the ship had left."""
    OBJECT = "object"
    """A noun phrase and what belongs to it: condemned the remarks; accused them of lying."""
    TELL = "tell"
    """Who is told, then a clause."""
    SOURCE = "source"
    """The source: according to officials."""


class VerbForm(StrEnum):
    """The form in which a verb stands."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    GERUND = "gerund"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb in one of its forms."""

    lemma: str
    form: VerbForm
    frame: Frame
    strong: bool


@cache
def _verbs() -> dict[str, Verb]:
    """Every form of every reporting verb."""
    found: dict[str, Verb] = {}
    text = resources.files("watchfloor.reading").joinpath("lexicon/reporting_verbs.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        strong = row["strength"] == "strong"
        for form in (VerbForm.PAST, VerbForm.THIRD, VerbForm.GERUND, VerbForm.BASE):
            written = row["lemma"] if form is VerbForm.BASE else row[form.value]
            for spelling in written.split("|"):
                found.setdefault(spelling, Verb(row["lemma"], form, Frame(row["frame"]), strong))
    return found


def reporting_verb(word: str) -> Verb | None:
    """The verb that `word` (in lower case) is a form of; a form that several verbs share belongs to the first in the lexicon."""
    return _verbs().get(word)


def is_reporting_verb(word: str) -> bool:
    """Whether `word` (in lower case) is a finite form of a reporting verb: "said", "warns"."""
    verb = _verbs().get(word)
    return verb is not None and verb.form in {VerbForm.PAST, VerbForm.THIRD}
