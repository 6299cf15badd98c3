"""Finding: a disagreement as a module of this package hands it over, and how its sides are written.

In go claims and the words they stand on, out come sides and sentences. Ids, and what people rejected, are for `contradictions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim, IncidentReport
from watchfloor.model.record import ContradictionKind, Incident, Side, Strength
from watchfloor.model.span import Span
from watchfloor.record.saying.variant import Variant
from watchfloor.record.text.texts import Texts

_QUOTE = 70
"""Characters of a quotation in a sentence that explains; the whole stands in the spans."""

_NAMED = 8
"""Outlets, speakers or values that a sentence names."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A disagreement without an id; `about` keeps two of one kind on the same claims apart."""

    kind: ContradictionKind
    strength: Strength
    explain: str
    sides: tuple[Side, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What every module may look at beside the linked items: the texts, the record's actors, and the story of each document."""

    texts: Texts
    actors: Mapping[str, Actor]
    stories: Mapping[str, str]

    def name(self, actor_id: str) -> str:
        """The actor's name as a person reads it."""
        return self.actors[actor_id].name

    def labels(self, documents: Iterable[str]) -> str:
        """The documents' outlets, or first words of headlines, as a list in a sentence."""
        return listed(shortened(dict.fromkeys(self.texts.label(d) for d in documents)))

    def excerpt(self, spans: Sequence[Span]) -> str:
        """The words under the spans, cut for a sentence."""
        words = " ".join(self.texts.said(spans).split()).rstrip(",")
        return words if len(words) <= _QUOTE else f"{words[:_QUOTE].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True, slots=True)
class Testimony:
    """What the documents that report an incident say beside it: their statements and their other reports, under each document's id."""

    said: Mapping[str, Sequence[Variant]]
    reports: Mapping[str, Sequence[IncidentReport]]
    triggers: Mapping[str, Sequence[tuple[Span, str]]]
    """Where each document tells of events, in order, with the ids of the reports."""
    known: Mapping[str, IncidentReport]

    @classmethod
    def of(cls, variants: Iterable[Variant], reports: Iterable[IncidentReport]) -> Self:
        """Statements and reports, by document."""
        said: dict[str, list[Variant]] = defaultdict(list)
        told: dict[str, list[IncidentReport]] = defaultdict(list)
        for v in variants:
            said[v.statement.document_id].append(v)
        for r in reports:
            told[r.document_id].append(r)
        triggers = {document: sorted((t, r.id) for r in rs for t in r.triggers) for document, rs in told.items()}
        return cls(said, told, triggers, {r.id: r for rs in told.values() for r in rs})

    def of_incident(self, incident: Incident) -> list[IncidentReport]:
        """The reports of the incident, in its order."""
        return [self.known[key] for key in incident.reports]


def side(value: str, claims: Sequence[Claim], spans: Iterable[Span] = ()) -> Side:
    """A side of a disagreement; without spans of its own it stands on those of its claims."""
    own = tuple(spans) or tuple(span for claim in claims for span in claim.spans)
    return Side(value, tuple(dict.fromkeys(c.id for c in claims)), tuple(sorted(set(own))))


def listed(words: Iterable[str]) -> str:
    """One, two and three as "one, two and three"."""
    all_ = list(words)
    return all_[0] if len(all_) == 1 else f"{', '.join(all_[:-1])} and {all_[-1]}" if all_ else ""


def shortened(words: Iterable[str]) -> list[str]:
    """The first of many, and how many more: a sentence with a thousand outlets in it explains nothing."""
    all_ = list(words)
    return all_ if len(all_) <= _NAMED else [*all_[: _NAMED - 1], f"{len(all_) - _NAMED + 1} more"]


def capital(sentence: str) -> str:
    """The sentence with a capital first letter and a full stop."""
    return f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}."
