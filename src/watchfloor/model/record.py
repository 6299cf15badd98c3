"""Record: what the readings of many documents say together, every line still on its claims.

The record keeps the claims as they are and only says which belong together: which mentions are one actor, which
statements one utterance, which reports one incident, and where they contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim, Figure, IncidentReport, Position, Statement, Status
from watchfloor.model.copy import Copy
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.judgement import Conflict, Correction, Held
from watchfloor.model.rendering import Rendering
from watchfloor.model.sourcing import OutletRating
from watchfloor.model.span import Span
from watchfloor.model.stance import Stance
from watchfloor.model.when import When
from watchfloor.model.where import Where


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims taken for one: `score` in 0..1, and a sentence that says why."""

    first: str
    second: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """One saying, with every document's version of it side by side.

    `statements` are the ids of its variants, ordered by publication. `speakers` are the ids of the actors whom the variants
    name: more than one where outlets disagree. A saying that one document alone carries is an utterance too.
    """

    id: str
    statements: tuple[str, ...]
    speakers: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an incident's status stands on: the reports that present it so, and in whose words (actors' ids, or NARRATOR for a document's own)."""

    status: Status
    reports: tuple[str, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One event, or one pattern where `specific` is False, with the reports that carry it.

    `status` is the strongest that a report gives (occurred before alleged before denied, planned, hypothetical); the reports keep their own. `when` and
    `where` are what the reports have in common, no more exact than they are. Patterns are never counted as events. `grounds` show
    what each status stands on, the strongest first; `figures` are the ids of those that count the event's dead, damage and the like.
    """

    id: str
    type: IncidentType
    specific: bool
    status: Status
    reports: tuple[str, ...]
    when: When | None = None
    where: tuple[Where, ...] = ()
    links: tuple[Link, ...] = ()
    grounds: tuple[Grounds, ...] = ()
    figures: tuple[str, ...] = ()


class ContradictionKind(StrEnum):
    """What two claims disagree about."""

    SPEAKER = "speaker"
    WORDING = "wording"
    ROLE = "role"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    POLARITY = "polarity"
    STATUS = "status"
    ATTRIBUTION = "attribution"
    VENUE = "venue"


class Strength(StrEnum):
    """Whether both sides can be true."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: what is said (`value`, in a few words), by which claims, on which words."""

    value: str
    claims: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more claims that can't, or can hardly, all be true; kept as they are, never averaged.

    `explain` says in one sentence what disagrees. Silence is not a side: see Coverage.
    """

    id: str
    kind: ContradictionKind
    strength: Strength
    explain: str
    sides: tuple[Side, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims on all sides."""
        return tuple(claim for side in self.sides for claim in side.claims)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which documents of a story carry one of its facts, and which are silent.

    `subject` is the id of an utterance, an incident or a figure's group. `carried_by` and `silent` are document ids; `independent` counts the
    carriers as sources: copies, one outlet's documents, and what rests on one interview, report or word count once (see `record.independence`).
    """

    subject: str
    story: str
    carried_by: tuple[str, ...]
    silent: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about one unfolding set of events. `title` is a headline of one of them, or its first words."""

    id: str
    title: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of several documents that count the same thing, whether or not they agree."""

    id: str
    of: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that is known from a set of documents, in a form that any line can be traced back from.

    `actors` are those of the record; the claims' own actor ids (`Statement.speaker` and the like) are already those.
    What people decided is applied already: `judgements` tells how each stands, `conflicts` where they are at odds, `corrections` which values are
    a person's. What was rejected is in no line and stands in `rejected` and `rejected_contradictions`; `confirmed` are the ids of claims and
    contradictions that a person accepted.

    `not_read` pairs a document's id with the reason why it was not read. `ratings` are what the user holds of outlets; an outlet without one cannot be judged.
    `copies` share their text, `renderings` tell one text in other words.
    """

    reader: str
    documents: tuple[Document, ...]
    copies: tuple[Copy, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    reports: tuple[IncidentReport, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    incidents: tuple[Incident, ...] = ()
    figure_groups: tuple[FigureGroup, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    stories: tuple[Story, ...] = ()
    stances: tuple[Stance, ...] = ()
    not_read: tuple[tuple[str, str], ...] = ()
    judgements: tuple[Held, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    corrections: tuple[Correction, ...] = ()
    confirmed: tuple[str, ...] = ()
    rejected: tuple[Claim, ...] = ()
    rejected_contradictions: tuple[Contradiction, ...] = ()
    ratings: tuple[OutletRating, ...] = ()
    renderings: tuple[Rendering, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every document."""
        return (*self.statements, *self.reports, *self.positions, *self.figures)
