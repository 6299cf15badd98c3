"""Answer: the form in which the endpoint is asked to tell its claims, and what of an answer has that form.

In goes the text of an answer, out comes an Answer, claims of another form left out and counted. Whether the claims stand in the
document is not decided here.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

import msgspec

from watchfloor.model.claim import Hedge, Polarity, Status
from watchfloor.model.incident_type import IncidentType

MOST = 200
"""Claims of one kind in one answer; an article of that length has a tenth of it."""


class Said(msgspec.Struct, frozen=True):
    """A statement: its words in pieces, the words before it, its cue, its source as it stands, the speaker by name."""

    content: tuple[str, ...]
    before: str = ""
    cue: str | None = None
    source: str | None = None
    speaker: str | None = None


class Blamed(msgspec.Struct, frozen=True):
    """Who is blamed by whom (None: the article itself), in which words."""

    actor: str
    hedge: Hedge
    words: str
    by: str | None = None


class Told(msgspec.Struct, frozen=True):
    """An event or a pattern of events."""

    type: IncidentType
    status: Status
    specific: bool
    triggers: tuple[str, ...]
    before: str = ""
    when: str | None = None
    where: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    blamed: tuple[Blamed, ...] = ()


class Held(msgspec.Struct, frozen=True):
    """A position of an actor on an issue, in the words that tell it."""

    actor: str
    toward: str
    polarity: Polarity
    words: str
    before: str = ""


class Counted(msgspec.Struct, frozen=True):
    """A number with its unit, and what it counts."""

    words: str
    before: str = ""
    of: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """Everything that the endpoint claims of one part of a document."""

    statements: tuple[Said, ...] = ()
    incidents: tuple[Told, ...] = ()
    positions: tuple[Held, ...] = ()
    figures: tuple[Counted, ...] = ()


class _Loose(msgspec.Struct, frozen=True):
    """The same before each claim is looked at; all four must be there, so that an answer about something else is none."""

    statements: list[msgspec.Raw]
    incidents: list[msgspec.Raw]
    positions: list[msgspec.Raw]
    figures: list[msgspec.Raw]


_C = TypeVar("_C", bound=msgspec.Struct)


def answer_of(text: str) -> tuple[Answer, int]:
    """The answer in `text`, which may have a fence or words around its one JSON object, and how many claims had another form.

    Raises:
        ValueError: there is no such object.
    """
    start, end = text.find("{"), text.rfind("}")
    try:
        loose = msgspec.json.decode(text[start : end + 1].encode("utf-8", "replace"), type=_Loose)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(f"no JSON object of the form asked for ({error})") from error
    statements, incidents = _claims(loose.statements, Said), _claims(loose.incidents, Told)
    positions, figures = _claims(loose.positions, Held), _claims(loose.figures, Counted)
    asked = len(loose.statements) + len(loose.incidents) + len(loose.positions) + len(loose.figures)
    answer = Answer(statements, incidents, positions, figures)
    return answer, asked - len(statements) - len(incidents) - len(positions) - len(figures)


def _claims(raw: list[msgspec.Raw], kind: type[_C]) -> tuple[_C, ...]:
    found = []
    for one in raw[:MOST]:
        try:
            found.append(msgspec.json.decode(one, type=kind))
        except (msgspec.DecodeError, RecursionError):
            continue
    return tuple(found)


@cache
def schema() -> dict[str, Any]:
    """The JSON schema of an Answer, as strict structured output wants it: every property required and no other allowed."""
    (whole,), parts = msgspec.json.schema_components((Answer,), ref_template="#/$defs/{name}")
    named = {name: _strict(part) for name, part in parts.items()}
    return {**named.pop("Answer"), "$defs": named} if "$ref" in whole else {**_strict(whole), "$defs": named}


def _strict(part: Any) -> Any:
    if isinstance(part, list):
        return [_strict(one) for one in part]
    if not isinstance(part, dict):
        return part
    made = {name: _strict(value) for name, value in part.items() if name not in {"default", "title", "description"}}
    if part.get("type") == "object" and "properties" in part:
        made["properties"] = {name: _strict(value) for name, value in part["properties"].items()}
        made |= {"required": sorted(part["properties"]), "additionalProperties": False}
    return made
