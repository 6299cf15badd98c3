"""The rule-based reader: one Document in, one Reading out, by word order and lexicons and without a model.

The order is that of what needs what: the page (sentences, mentions, quotations), attributions, the cast, statements; then
times and places, incidents, positions, figures. A document in another language than English is not read, and says so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Figure, IncidentReport, Position, Statement
from watchfloor.model.document import Document
from watchfloor.model.reading import Reading
from watchfloor.reading.actor.coreference import cast
from watchfloor.reading.chapter import chapters
from watchfloor.reading.event.incident import incidents
from watchfloor.reading.figure.figure import figures
from watchfloor.reading.passage import page
from watchfloor.reading.place.place import places
from watchfloor.reading.speech.attribution import attributions
from watchfloor.reading.speech.statement import statements
from watchfloor.reading.stance.position import positions
from watchfloor.reading.time.time_expression import times

READ_LANGUAGE = "en"


class RuleReader:
    """Reads English by rules; the same document gives the same reading on every machine."""

    @property
    def name(self) -> str:
        """The reader and its version, as every claim of its names it; raised whenever a rule changes what is read."""
        return "rules 1"

    def read(self, document: Document) -> Reading:
        """The claims of `document`. A text of unknown language (too short to tell) is read as English."""
        if document.language not in {None, READ_LANGUAGE}:
            return Reading(document.id, self.name, not_read=f"language: {document.language}")
        read = page(document)
        sentences = [passage.sentence for passage in read.passages]
        found = attributions(read)
        speaking = frozenset(
            (one.source.mention.start, one.source.mention.end)
            for one in found
            if one.source is not None and one.source.mention is not None
        )
        actors = cast(read, speaking)
        spoken = statements(read, actors, found, self.name)
        everyone: tuple[Actor, ...] = (*actors.actors, *spoken.speakers)
        told: list[IncidentReport] = []
        held: list[Position] = []
        for part in chapters(
            sentences, spoken.statements, everyone, times(document, sentences), places(document, sentences)
        ):
            told += incidents(
                document, part.sentences, part.statements, part.actors, part.times, part.places, self.name
            )
            held += positions(document, part.sentences, part.statements, part.actors, self.name)
        return Reading(
            document_id=document.id,
            reader=self.name,
            actors=everyone,
            statements=spoken.statements,
            incidents=tuple(told),
            positions=tuple(held),
            figures=_asserted(figures(document, sentences, self.name), spoken.statements),
        )


def _asserted(found: Sequence[Figure], said: Sequence[Statement]) -> tuple[Figure, ...]:
    """The figures, each ascribed to the speaker of the innermost statement that holds it."""
    pieces = sorted((span.start, span.end, statement.speaker) for statement in said for span in statement.content)
    starts = [start for start, _, _ in pieces]
    ascribed = []
    for figure in found:
        before = pieces[
            max(0, bisect_right(starts, figure.span.start) - _NESTED) : bisect_right(starts, figure.span.start)
        ]
        speaker = next((who for _, end, who in reversed(before) if figure.span.end <= end and who is not None), None)
        ascribed.append(replace(figure, asserted_by=speaker) if speaker else figure)
    return tuple(ascribed)


_NESTED = 8
"""Statements that can be open at one character; deeper nesting does not occur."""
