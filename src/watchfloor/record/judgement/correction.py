"""Correction: which fields of what a person may set, what may stand in them, and the same thing with the field set.

In go a kind of thing, the name of a field and a text, out come values, and claims that hold them. The machine's value is for whoever keeps
it beside; who may say what is not asked here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.claim import Claim, Figure, IncidentReport, Polarity, Position, Statement, StatementKind, Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.issue import ISSUES
from watchfloor.model.judgement import SubjectKind
from watchfloor.model.record import Incident
from watchfloor.model.when import Precision, When

NOBODY = "nobody"
"""The value that takes the speaker from a statement."""


class InvalidValue(ValueError):  # noqa: N818 - says what is invalid, as the vocabulary of errors does
    """A field does not exist, or can't hold the value; the message says what is possible."""


@dataclass(frozen=True, slots=True)
class Field:
    """What may stand in a field: `says` in words, `read` from text, which raises ValueError where it can't."""

    says: str
    read: Callable[[str], object]
    is_actor: bool = False
    """Whether it holds an actor, who is found in the record and not here."""


def _one_of(values: type[StrEnum]) -> Field:
    return Field(", ".join(v.value for v in values), values)


def _number(text: str) -> float:
    value = float(text.replace(",", ""))
    if not isfinite(value):
        raise ValueError(text)
    return value


def _optional_number(text: str) -> float | None:
    return None if text == "none" else _number(text)


def _yes(text: str) -> bool:
    return {"yes": True, "no": False}[text]


def _days(text: str) -> When | None:
    if text == "unknown":
        return None
    first, _, last = text.partition("..")
    if not last:
        return When.day(date.fromisoformat(first))
    return When.days(date.fromisoformat(first), date.fromisoformat(last), Precision.RANGE)


def _words(text: str) -> str:
    return text


def _issue(text: str) -> str:
    if text in ISSUES or (text.startswith("other:") and text != "other:"):
        return text
    raise ValueError(text)


_ACTOR = "an actor of the record, by its id or its exact name"
_EVENT = {
    "type": _one_of(IncidentType),
    "status": _one_of(Status),
    "specific": Field("yes (one event) or no (a pattern)", _yes),
    "when": Field("a day (2031-04-28), days (2031-04-28..2031-04-30) or unknown", _days),
}
FIELDS: Mapping[SubjectKind, Mapping[str, Field]] = {
    SubjectKind.STATEMENT: {
        "speaker": Field(f"{_ACTOR}, or {NOBODY}", _words, is_actor=True),
        "kind": _one_of(StatementKind),
        "via": Field("the outlet or event that first carried it", _words),
    },
    SubjectKind.REPORT: _EVENT,
    SubjectKind.INCIDENT: _EVENT,
    SubjectKind.FIGURE: {
        "value": Field("a number, or none", _optional_number),
        "value_high": Field("a number, the upper end of a range, or none", _optional_number),
        "unit": Field("a word", _words),
        "of": Field("what is counted", _words),
        "approx": Field("yes or no", _yes),
    },
    SubjectKind.POSITION: {
        "actor": Field(_ACTOR, _words, is_actor=True),
        "toward": Field(f"{', '.join(ISSUES)}, or other: with a short name", _issue),
        "polarity": _one_of(Polarity),
    },
    SubjectKind.ACTOR: {"name": Field("a name", _words), "type": _one_of(ActorType)},
}
"""The fields that a person may set of each kind of thing. A statement's speaker also holds for the variants of an utterance."""

_SAME_FIELDS = {SubjectKind.UTTERANCE: SubjectKind.STATEMENT, SubjectKind.FIGURES: SubjectKind.FIGURE}


def fields_of(kind: SubjectKind) -> Mapping[str, Field]:
    """The fields of that kind of thing; none where it has none that a person sets."""
    return FIELDS.get(_SAME_FIELDS.get(kind, kind), {})


def value_of(kind: SubjectKind, name: str, text: str) -> object:
    """The value that `text` means in that field.

    Raises:
        InvalidValue: there is no such field, or it can't hold that.
    """
    fields = fields_of(kind)
    if name not in fields:
        possible = ", ".join(fields) or "nothing"
        raise InvalidValue(f"Of {_article(kind)} {possible} can be corrected, not {name!r}.")
    if not text:
        raise InvalidValue(f"The {name} of {_article(kind)} can't be empty. Possible: {fields[name].says}.")
    try:
        return fields[name].read(text)
    except (ValueError, KeyError, OverflowError) as error:
        raise InvalidValue(
            f"{text!r} can't be the {name} of {_article(kind)}. Possible: {fields[name].says}."
        ) from error


def told(value: object) -> str:
    """A value in the words in which it could be given."""
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case StrEnum():
            return value.value
        case float() | int():
            return f"{value:.12g}"
        case When():
            first, last = (day.isoformat() if day else "" for day in (value.first_day, value.last_day))
            return first if first == last else f"{first}..{last}"
        case _:
            return str(value)


_T = TypeVar("_T", bound=Claim | Actor | Incident)


def with_value(thing: _T, name: str, value: object) -> _T:
    """`thing` with that field set.

    Raises:
        InvalidValue: what it then says can't be, a range that ends below its start for one.
    """
    news: dict[str, Any] = {name: value}
    if isinstance(thing, IncidentReport) and name == "when":
        news["when_span"] = thing.when_span if value is not None else None
    if isinstance(thing, Figure) and name == "value" and value is None:
        news["value_high"] = None
    try:
        return replace(thing, **news)
    except ValueError as error:
        raise InvalidValue(f"{name}={told(value)} can't be: {error}.") from error


def kind_of(claim: Claim) -> SubjectKind:
    """What kind of thing a claim is to a judgement."""
    match claim:
        case Statement():
            return SubjectKind.STATEMENT
        case IncidentReport():
            return SubjectKind.REPORT
        case Position():
            return SubjectKind.POSITION
        case Figure():
            return SubjectKind.FIGURE


def _article(kind: SubjectKind) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
