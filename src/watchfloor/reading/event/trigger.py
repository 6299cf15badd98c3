"""Triggers: the words of a document that name an incident, with its type.

In goes a document's text and its sentences, out come triggers in order, none overlapping another; of two that overlap
the longer one stays. Also the words that point back at an incident already told ("the attack"). Whether the thing
happened, where, when, and which triggers speak of one event is not decided here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from watchfloor.model.claim import Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.reading.text.phrase import Phrases, compiled
from watchfloor.reading.text.sentence import Sentence

_REACH = 60
"""Characters around a phrase in which another word can rule its meaning out: the noun phrase and its neighbours."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Characters `start` to `end` that name an incident of `type`, in the sentence numbered `sentence`.

    Two triggers of one type and one `event` ("sabotage" against "hybrid warfare") may speak of one event. `prior` is the
    status that the words suggest where the sentence says nothing else; what is `known` to go on keeps it in any case.
    """

    start: int
    end: int
    sentence: int
    type: IncidentType
    event: str
    prior: Status = Status.OCCURRED
    known: bool = False
    names: frozenset[IncidentType] = frozenset()
    """Types of incidents that the words only name once more, where one has been told before: "was investigated as sabotage"."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Characters `start` to `end` that point back at an incident of one of `types` (of any type if empty).

    What only `names` an event once more ("it was sabotage") means one event, never a pattern.
    """

    start: int
    end: int
    sentence: int
    types: frozenset[IncidentType]
    names: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    type: IncidentType
    event: str
    prior: Status
    known: bool
    phrases: Phrases
    near: Phrases | None
    unless: Phrases | None
    names: frozenset[IncidentType]

    def found(self, text: str, number: int, sentence: Sentence) -> Iterable[Trigger]:
        """The triggers of this entry in one sentence."""
        start, end = sentence.start, sentence.end
        first = self.phrases.search(text, start, end)
        if first is None or (self.near and not self.near.search(text, start, end)):
            return ()
        return tuple(
            Trigger(hit.start(), hit.end(), number, self.type, self.event, self.prior, self.known, self.names)
            for hit in self.phrases.finditer(text, first.start(), end)
            if not self._is_ruled_out(text, max(start, hit.start() - _REACH), min(end, hit.end() + _REACH))
        )

    def _is_ruled_out(self, text: str, start: int, end: int) -> bool:
        return self.unless is not None and self.unless.search(text, start, end) is not None


def triggers(text: str, sentences: Sequence[Sentence]) -> tuple[Trigger, ...]:
    """The triggers in `sentences` of `text`, in order and without overlap."""
    found = [
        hit
        for number, sentence in enumerate(sentences)
        for entry in _entries()
        for hit in entry.found(text, number, sentence)
    ]
    # The sort is stable: of two of one length the entry that stands first in the lexicon is taken.
    kept: list[Trigger] = []
    for hit in sorted(found, key=lambda t: t.start - t.end):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda t: t.start))


def pointers(text: str, sentences: Sequence[Sentence]) -> tuple[Pointer, ...]:
    """The words in `sentences` that point back at an incident, in order."""
    found = [
        Pointer(hit.start(), hit.end(), number, types)
        for number, sentence in enumerate(sentences)
        for pattern, types in _anaphors()
        for hit in pattern.finditer(text, sentence.start, sentence.end)
    ]
    return tuple(sorted(found, key=lambda p: (p.start, -p.end)))


@cache
def _lexicon() -> dict[str, Any]:
    table = files("watchfloor.reading.lexicon").joinpath("incident.toml").read_text(encoding="utf-8")
    return tomllib.loads(table)


@cache
def _entries() -> tuple[_Entry, ...]:
    words: dict[str, str] = _lexicon()["words"]
    return tuple(
        _Entry(
            type=IncidentType(row["type"]),
            event=row["event"],
            prior=Status(row.get("status", Status.OCCURRED)),
            known=row.get("known", False),
            phrases=compiled(row["phrases"], words),
            near=compiled(row["near"], words) if "near" in row else None,
            unless=compiled(row["unless"], words) if "unless" in row else None,
            names=frozenset(map(IncidentType, row.get("names", ()))),
        )
        for row in _lexicon()["trigger"]
    )


@cache
def _anaphors() -> tuple[tuple[Phrases, frozenset[IncidentType]], ...]:
    return tuple(
        (
            compiled([f"<pointing> [<epithet>] (?:{'|'.join(row['heads'])})"], _lexicon()["words"]),
            frozenset() if row["types"] == ["*"] else frozenset(map(IncidentType, row["types"])),
        )
        for row in _lexicon()["anaphor"]
    )
