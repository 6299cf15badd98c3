"""Claims: what one document says, each on the spans that say it.

A closed sum type: Claim is a Statement, an IncidentReport, a Position or a Figure. None of them can be built
without a span. A claim is what a document says and not what is so: "Moscow denied the intrusions" is a
Statement of Moscow's and an IncidentReport of status denied, and neither says whether intrusions took place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watchfloor.model.incident_type import IncidentType
from watchfloor.model.span import Span, hull
from watchfloor.model.when import When
from watchfloor.model.where import Where

NARRATOR = "narrator"
"""The document's own voice, where another actor's id could stand."""


class StatementKind(StrEnum):
    """How words are reported: in quotation marks, without, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Where somebody stands on an issue."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"
    MIXED = "mixed"


class Status(StrEnum):
    """How a document presents an event."""

    OCCURRED = "occurred"
    ALLEGED = "alleged"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Hedge(StrEnum):
    """How firmly somebody is blamed."""

    ASSERTED = "asserted"
    SUSPECTED = "suspected"
    LINKED = "linked"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words or a thought that a document reports of somebody other than its narrator.

    In `The admiral said Moscow "keeps trying"` the content is `Moscow "keeps trying"`, the cue `said`, the source `The
    admiral` and the speaker the id of the actor whom that mention means. `content` has several pieces where the quotation
    is broken. `via` is the outlet or event that first carried it, if the text says so. `stance` pairs an issue (see
    `watchfloor.model.issue`) with a polarity. `confidence` is in 0..1. `vector` says what the content means, for comparison
    with another of the same reader: 128 whole numbers from -127 to 127, a byte each, of which the direction counts; None where
    the reader gives none.

    Raises:
        ValueError: no content, or a confidence outside 0..1.
    """

    id: str
    document_id: str
    reader: str
    confidence: float
    kind: StatementKind
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    via: str | None = None
    stance: tuple[tuple[str, Polarity], ...] = ()
    vector: bytes | None = None

    def __post_init__(self) -> None:
        _grounded(self.content, self.confidence)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of the content, in order."""
        return self.content


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """Who is held responsible, by whom, and how firmly: `by` is an actor's id or NARRATOR, `span` the words that blame."""

    actor: str
    by: str
    hedge: Hedge
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentReport:
    """One document's report of an event, or of a pattern of events where `specific` is False.

    `triggers` are the words that name the event ("severed", "drone incursions"); a second mention of the same
    event in the same document adds a trigger. `when_span` is the expression that dates it, None where the text gives no date.

    Raises:
        ValueError: no trigger, or a confidence outside 0..1.
    """

    id: str
    document_id: str
    reader: str
    confidence: float
    type: IncidentType
    status: Status
    specific: bool
    triggers: tuple[Span, ...]
    when: When | None = None
    when_span: Span | None = None
    where: tuple[Where, ...] = ()
    targets: tuple[Span, ...] = ()
    blamed: tuple[Blame, ...] = ()

    def __post_init__(self) -> None:
        _grounded(self.triggers, self.confidence)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of the triggers, in order."""
        return self.triggers


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where an actor stands on an issue according to one document.

    `toward` is a code of `watchfloor.model.issue` or `other:<short name>`; `actor` the id of an actor of the reading.

    Raises:
        ValueError: a confidence outside 0..1.
    """

    id: str
    document_id: str
    reader: str
    confidence: float
    actor: str
    toward: str
    polarity: Polarity
    span: Span

    def __post_init__(self) -> None:
        _grounded((self.span,), self.confidence)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The one span on which the position stands."""
        return (self.span,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit: "between 70% and 80%" is 70 to 80 percent, approximate.

    `value` is None where the words give none ("dozens more"); `value_high` is the upper end of a range. `of` says what is
    counted, in the document's words. `asserted_by` is an actor's id or NARRATOR. `approx` holds for "about", "at least", "up to".

    Raises:
        ValueError: a confidence outside 0..1, or a range that ends below its start.
    """

    id: str
    document_id: str
    reader: str
    confidence: float
    span: Span
    value: float | None
    unit: str
    of: str
    value_high: float | None = None
    asserted_by: str = NARRATOR
    approx: bool = False

    def __post_init__(self) -> None:
        _grounded((self.span,), self.confidence)
        if self.value is not None and self.value_high is not None and self.value_high < self.value:
            raise ValueError(f"a range can't end below its start: {self.value}..{self.value_high}")

    @property
    def spans(self) -> tuple[Span, ...]:
        """The one span of the figure."""
        return (self.span,)


Claim = Statement | IncidentReport | Position | Figure


def evidence_of(claim: Claim) -> Span:
    """The stretch of text from the first to the last character that the claim stands on."""
    return hull(claim.spans)


def _grounded(spans: tuple[Span, ...], confidence: float) -> None:
    if not spans:
        raise ValueError("a claim needs at least one span: no fact without its evidence")
    if not 0 <= confidence <= 1:
        raise ValueError(f"a confidence lies in 0..1, not {confidence}")
