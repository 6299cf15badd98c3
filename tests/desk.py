"""A desk on which tests write articles together with the reading that a perfect reader would hand in.

All of it is EXERCISE: invented outlets, persons, places and events. Words are given as they stand in the text, and found there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import sha256

from watchfloor.model.actor import Actor, ActorType, Role
from watchfloor.model.claim import (
    NARRATOR,
    Blame,
    Figure,
    Hedge,
    IncidentReport,
    Polarity,
    Position,
    Statement,
    StatementKind,
    Status,
)
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.reading import Reading
from watchfloor.model.record import Record
from watchfloor.model.span import Span
from watchfloor.model.when import Precision, When
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.record.build import build_record

READER = "exercise"


def day(text: str, last: str | None = None) -> When:
    """One day, or the days from `text` to `last`."""
    first = date.fromisoformat(text)
    return When.day(first) if last is None else When.days(first, date.fromisoformat(last), Precision.RANGE)


@dataclass
class Desk:
    """One article and what its reading says; actors are named by their names."""

    text: str
    outlet: str | None = None
    published: str | None = "2031-05-02"
    headline: str | None = None
    _actors: dict[str, Actor] = field(default_factory=dict)
    _statements: list[Statement] = field(default_factory=list)
    _reports: list[IncidentReport] = field(default_factory=list)
    _figures: list[Figure] = field(default_factory=list)
    _positions: list[Position] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The document's id."""
        return sha256(f"{self.outlet}|{self.text}".encode()).hexdigest()

    @property
    def document(self) -> Document:
        """The article."""
        return Document(
            id=self.id,
            text=self.text,
            origin="exercise",
            media_type="text/plain",
            fetched_at=datetime(2031, 6, 1, tzinfo=UTC),
            headline=self.headline,
            outlet=self.outlet,
            published=day(self.published) if self.published else None,
        )

    @property
    def reading(self) -> Reading:
        """What was read in it."""
        return Reading(
            self.id,
            READER,
            tuple(self._actors.values()),
            tuple(self._statements),
            tuple(self._reports),
            tuple(self._positions),
            tuple(self._figures),
        )

    def actor(
        self, name: str, kind: ActorType = ActorType.PERSON, roles: tuple[str, ...] = (), aliases: tuple[str, ...] = ()
    ) -> str:
        """An actor of the article with its roles as they stand in it; returns its id."""
        mentions = tuple(
            sorted(
                Span(self.id, m.start(), m.end())
                for n in {name, *aliases}
                for m in re.finditer(re.escape(n), self.text)
            )
        )
        actor_id = f"{self.id[:12]}:{name}"
        self._actors[actor_id] = Actor(
            actor_id, name, kind, aliases, tuple(Role(r, self.span(r)) for r in roles), mentions
        )
        return actor_id

    def says(
        self,
        speaker: str | None,
        words: str,
        *,
        kind: StatementKind = StatementKind.DIRECT,
        cue: str | None = None,
        via: str | None = None,
        stance: tuple[tuple[str, Polarity], ...] = (),
        vector: bytes | None = None,
    ) -> str:
        """A statement with the given words; returns its id."""
        statement_id = f"{self.id[:12]}:S{len(self._statements)}"
        content = (self.span(words),)
        self._statements.append(
            Statement(
                id=statement_id,
                document_id=self.id,
                reader=READER,
                confidence=1,
                kind=kind,
                content=content,
                cue=self.span(cue) if cue else None,
                speaker=speaker,
                via=via,
                stance=stance,
                vector=vector,
            )
        )
        return statement_id

    def reports(
        self,
        kind: IncidentType,
        trigger: str,
        *,
        status: Status = Status.OCCURRED,
        specific: bool = True,
        when: When | None = None,
        where: tuple[str, str] | None = None,
        dated: str | None = None,
    ) -> str:
        """An incident report that stands on `trigger`; `where` is a city and its country, `dated` the words of `when` where they are others. Returns its id."""
        report_id = f"{self.id[:12]}:I{len(self._reports)}"
        places = (Where(where[0], self.span(where[0]), where[1], precision=PlacePrecision.CITY),) if where else ()
        self._reports.append(
            IncidentReport(
                id=report_id,
                document_id=self.id,
                reader=READER,
                confidence=1,
                type=kind,
                status=status,
                specific=specific,
                triggers=(self.span(trigger),),
                when=when,
                when_span=self.span(dated or trigger) if when else None,
                where=places,
            )
        )
        return report_id

    def blames(self, words: str, actor: str) -> None:
        """Makes the article itself hold an actor responsible, by `words`, for what it reported last."""
        blame = Blame(actor=actor, by=NARRATOR, hedge=Hedge.SUSPECTED, span=self.span(words))
        self._reports[-1] = replace(self._reports[-1], blamed=(*self._reports[-1].blamed, blame))

    def counts(
        self,
        words: str,
        value: float,
        of: str,
        *,
        unit: str = "persons",
        high: float | None = None,
        approx: bool = False,
    ) -> str:
        """A figure that stands on `words`; returns its id."""
        figure_id = f"{self.id[:12]}:F{len(self._figures)}"
        self._figures.append(
            Figure(
                id=figure_id,
                document_id=self.id,
                reader=READER,
                confidence=1,
                span=self.span(words),
                value=value,
                value_high=high,
                unit=unit,
                of=of,
                approx=approx,
            )
        )
        return figure_id

    def stands(self, actor: str, toward: str, polarity: Polarity, words: str) -> str:
        """A position that stands on `words`; returns its id."""
        position_id = f"{self.id[:12]}:P{len(self._positions)}"
        self._positions.append(
            Position(
                id=position_id,
                document_id=self.id,
                reader=READER,
                confidence=1,
                actor=actor,
                toward=toward,
                polarity=polarity,
                span=self.span(words),
            )
        )
        return position_id

    def span(self, words: str) -> Span:
        """Where the words first stand."""
        start = self.text.index(words)
        return Span(self.id, start, start + len(words))


def record_of(*desks: Desk) -> Record:
    """The record of what lies on the desks."""
    return build_record([d.document for d in desks], [d.reading for d in desks], ())
