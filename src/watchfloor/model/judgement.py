"""Judgement: what a person decided about the record, kept for ever, and how it stands in a record.

A judgement names the items that the person saw (`Subject`) by what they stood on then: ids of claims, of actors of readings, of
documents. These outlast a rebuild; the ids of utterances, incidents and the like do not. Nothing is applied here.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha1


class Decision(StrEnum):
    """What a person can decide. `undo` takes an earlier judgement back, as if it had never been made."""

    MERGE = "merge"
    SPLIT = "split"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    UNDO = "undo"


class SubjectKind(StrEnum):
    """What kind of thing a person judged."""

    DOCUMENT = "document"
    STORY = "story"
    STATEMENT = "statement"
    UTTERANCE = "utterance"
    REPORT = "incident report"
    INCIDENT = "incident"
    FIGURE = "figure"
    FIGURES = "figures"
    POSITION = "position"
    ACTOR = "actor"
    CONTRADICTION = "contradiction"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a person judged, as it was then.

    `parts` are what it stood on: ids of claims, of actors of readings, of documents; a claim is its own only part. `item` is the id under
    which the person saw it, `words` what could be read of it then, kept so that the log can be read when the item is gone. `about` is the
    kind of a contradiction.

    Raises:
        ValueError: it stands on nothing.
    """

    kind: SubjectKind
    item: str
    parts: tuple[str, ...]
    words: str = ""
    about: str = ""

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError(f"the {self.kind} {self.item} stands on nothing that could be judged")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person: an input of the record, applied at every rebuild, undone only by a later one.

    `subject` holds what is merged, the sides of a split, what is accepted or rejected, or the judgements undone. Of a correction the first is what is
    corrected and a second the actor whom the value names; `value` is then `field=value`, and None of everything else.
    """

    id: str
    decision: Decision
    subject: tuple[Subject, ...]
    value: str | None
    author: str
    made_at: datetime
    reason: str

    @classmethod
    def new(
        cls,
        decision: Decision,
        subject: tuple[Subject, ...],
        author: str,
        made_at: datetime,
        reason: str,
        value: str | None = None,
    ) -> Judgement:
        """A judgement whose id follows from everything in it."""
        content = repr((decision.value, *map(astuple, subject), value, author, made_at.isoformat(), reason))
        digest = sha1(content.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
        return cls(f"J-{digest[:10]}", decision, subject, value, author, made_at, reason)

    @property
    def parts(self) -> tuple[str, ...]:
        """Everything that it was made about, once each, sorted."""
        return tuple(sorted({part for subject in self.subject for part in subject.parts}))

    @property
    def who(self) -> str:
        """The author as compared with others: capitals and white space make nobody another person."""
        return person(self.author)


def person(name: str) -> str:
    """A name as names are compared: without capitals and runs of white space."""
    return " ".join(name.casefold().split())


def in_order(judgement: Judgement) -> tuple[datetime, str]:
    """What judgements are ordered by: when they were made, then the id."""
    return judgement.made_at, judgement.id


class Standing(StrEnum):
    """What has become of a judgement."""

    APPLIED = "applied"
    PARTLY = "applied in part"
    UNDONE = "undone"
    ADRIFT = "refers to nothing here"


@dataclass(frozen=True, slots=True)
class Held:
    """A judgement and how it stands: `undone_by` are later judgements, `missing` parts that are not there any more.

    `items` are the ids of the record's items that it is about now.
    """

    judgement: Judgement
    standing: Standing
    undone_by: tuple[str, ...] = ()
    missing: int = 0
    items: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The judgement's id."""
        return self.judgement.id


class ConflictKind(StrEnum):
    """How judgements can be at odds."""

    OPPOSITE = "opposite"
    """Two people decided the contrary about one thing."""
    CHAIN = "chain"
    """What some join, step by step, another keeps apart."""
    VALUES = "values"
    """Two people corrected one value to two."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Judgements that can't all hold, in the order in which they were made; the last is applied. It ends when one of them is undone."""

    kind: ConflictKind
    judgements: tuple[str, ...]
    explain: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that a person set in the place of the machine's: `item` is the id of a claim, an actor or an incident; the values are in words."""

    item: str
    field: str
    machine: str
    value: str
    judgement: str
