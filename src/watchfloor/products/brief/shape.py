"""The shape of a brief: what stands in it and in which order, before anybody decides how it looks.

Every renderer is handed the same Brief, so that HTML, Markdown and JSON say the same. The order of the fields is the
order of reading. No line of the brief can be built without evidence; nothing here looks into a record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from watchfloor.model.claim import Hedge, Polarity, Status
from watchfloor.model.record import Strength
from watchfloor.products.brief.backing import Sourcing
from watchfloor.products.brief.evidence import Evidence, Source


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line; `differs` where another side of a disagreement has other words, `tells` where they name what the line is about."""

    text: str
    differs: bool = False
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand in a document, under an optional label, with the evidence that opens behind them.

    `quoted` lines are direct quotations and get quotation marks; the others are the document's own words or its
    paraphrase, and never do. `note` is what the brief adds about the line and not about the world ("dated two ways"). `more`
    documents carry the line beside those of the evidence.

    Raises:
        ValueError: there is no evidence.
    """

    pieces: tuple[Piece, ...]
    evidence: tuple[Evidence, ...]
    label: str | None = None
    quoted: bool = False
    disputed: bool = False
    note: str | None = None
    more: int = 0

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a line of a brief needs evidence: no statement without its span")

    @property
    def text(self) -> str:
        """The words without marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Point:
    """In what accounts of an event agree or differ: `what` ("the day"), the values, and the disagreement by its id (`dispute`) or the evidence."""

    what: str
    values: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    dispute: str | None = None


@dataclass(frozen=True, slots=True)
class Accounts:
    """An event in several outlets' words: in what they agree and differ, and one sentence of each document, the same words once; `shown` is the clearest, `left_out` counts sentences."""

    agree: tuple[Point, ...]
    differ: tuple[Point, ...]
    told: tuple[Line, ...]
    shown: Line
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is established, and on how many independent sources ("reported by 3 independent sources (5 documents)").

    Of an event that each source tells in its own words (`accounts`) the line's label names type, places and day as far as enough sources give them, and its words are one of the
    sentences; of all else each document counted carries the line's words.
    """

    accounts: Accounts | None
    line: Line
    reach: str
    independent: int
    documents: int
    sourcing: Sourcing


@dataclass(frozen=True, slots=True)
class Column:
    """One side of a disagreement: what it says in a few words, who carries it, its words. `left_out` counts lines, `carriers` are the outlets with their days."""

    value: str
    outlets: tuple[str, ...]
    carriers: tuple[str, ...]
    lines: tuple[Line, ...]
    sourcing: Sourcing
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disagreement side by side: `question` is what it is about ("Who said it"), `left_out` how many sides are not shown."""

    id: str
    question: str
    strength: Strength
    explain: str
    columns: tuple[Column, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Saying:
    """One utterance: its line, and where there are several every document's version, the words marked in which it differs from the first."""

    id: str
    line: Line
    variants: tuple[Line, ...]
    sourcing: Sourcing
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker's sayings, the most carried first. `roles` are as the documents give them."""

    name: str
    type: str | None
    roles: tuple[str, ...]
    sayings: tuple[Saying, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Interval:
    """A time that is a range: days, either end None where open, and the period of the story that it is drawn against."""

    first: date | None
    last: date | None
    period: tuple[date, date]


@dataclass(frozen=True, slots=True)
class Happening:
    """One incident and every report of it. `status` is the strongest that a report gives it, `also` what others say: alleged, denied."""

    id: str
    type: str
    specific: bool
    status: Status
    when: str | None
    interval: Interval | None
    where: str | None
    line: Line
    reports: tuple[Line, ...]
    sourcing: Sourcing
    also: tuple[Status, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Accusation:
    """Who is blamed (`accused`), by whom, how firmly, for what, and in which words."""

    accused: str
    accuser: str
    hedge: Hedge
    about: str
    line: Line


@dataclass(frozen=True, slots=True)
class Stance:
    """Where one actor stands on one issue; the line holds the first document's words and every document's evidence."""

    actor: str
    polarity: Polarity
    line: Line


@dataclass(frozen=True, slots=True)
class Issue:
    """Everybody's stance on one issue."""

    name: str
    stances: tuple[Stance, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry of a cell: where the actor stands, in whose words (`how`), and when ("2 December 2025", None where unknown)."""

    polarity: Polarity
    how: str
    when: str | None
    line: Line


@dataclass(frozen=True, slots=True)
class Turn:
    """A change: from one stand, last told at `then`, to another, first told at `now`."""

    before: Polarity
    after: Polarity
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one actor stands on one issue, as told at any time. `id` is unique in the brief; `left_out` counts entries."""

    id: str
    issue: str
    polarities: tuple[Polarity, ...]
    turns: tuple[Turn, ...]
    told: tuple[Standing, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Holder:
    """A row of the grid: an actor, for a group whom it stands for, and a cell for each column, None where nothing is told."""

    actor: str
    members: tuple[str, ...]
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Actors by issues; `left_out` actors have no row."""

    columns: tuple[str, ...]
    rows: tuple[Holder, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Amount:
    """One number as the documents write it, and who asserts it."""

    value: str
    unit: str
    asserted_by: str
    line: Line
    sourcing: Sourcing


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted, with every amount given for it."""

    of: str
    amounts: tuple[Amount, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of the coverage matrix: for each column the evidence, or None where that outlet is silent."""

    line: Line
    cells: tuple[Evidence | None, ...]
    independent: int
    sourcing: Sourcing


@dataclass(frozen=True, slots=True)
class Matrix:
    """Facts by outlets; `left_out` outlets carry least and have no column, `rows_left_out` facts have no row."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: int
    rows_left_out: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Everything about one story, in the order of reading. `left_out` names what whole sections lack, and how many of it."""

    id: str
    title: str
    title_from: Source | None
    period: str
    extent: str
    sourcing: Sourcing
    facts: tuple[Fact, ...]
    disputes: tuple[Dispute, ...]
    voices: tuple[Voice, ...]
    events: tuple[Happening, ...]
    patterns: tuple[Happening, ...]
    context: tuple[Happening, ...]
    accusations: tuple[Accusation, ...]
    grid: Grid
    issues: tuple[Issue, ...]
    counts: tuple[Count, ...]
    matrix: Matrix
    sources: tuple[Source, ...]
    left_out: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """One person's judgement: what they did, about what, why, how it stands, with whom it is `at_odds`, and the sentences it is about."""

    id: str
    who: str
    when: str
    did: str
    about: tuple[str, ...]
    why: str
    standing: str
    at_odds: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief. `other_sources` are documents of no story; `decisions` what people decided; `method` tells how it was made, a sentence each."""

    title: str
    parts: tuple[Part, ...]
    other_sources: tuple[Source, ...]
    method: tuple[str, ...]
    refuses: tuple[str, ...]
    decisions: tuple[Ruling, ...] = ()
    decisions_left_out: int = 0

    @property
    def notes(self) -> tuple[Evidence, ...]:
        """Every evidence once, in the order of its first line; the number of a note is its place here, from 1."""
        return tuple(dict.fromkeys(found for found in walk(self) if isinstance(found, Evidence)))


def walk(value: object) -> Iterator[object]:
    """Every noun of the brief inside `value`, in the order of reading, `value` itself first."""
    if isinstance(value, tuple):
        for item in value:
            yield from walk(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in fields(value):
            yield from walk(getattr(value, field.name))
