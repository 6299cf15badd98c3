"""Composition: from the attributions of a document to its whole reading, alike for every reader that finds attributions.

In go a Page and its attributions, out comes the Reading. The order is that of what needs what: the cast, statements; then times and
places, incidents, positions, figures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Figure, IncidentReport, Position, Statement
from watchfloor.model.reading import Reading
from watchfloor.reading.actor.coreference import cast
from watchfloor.reading.chapter import chapters
from watchfloor.reading.event.incident import incidents
from watchfloor.reading.figure.figure import figures
from watchfloor.reading.passage import Page
from watchfloor.reading.place.place import places
from watchfloor.reading.speech.attribution import Attribution
from watchfloor.reading.speech.statement import statements
from watchfloor.reading.stance.position import positions
from watchfloor.reading.time.time_expression import times

READ_LANGUAGE = "en"
"""ISO 639-1: the one language that is read; a text of unknown language (too short to tell) is read as English."""
_NESTED = 8
"""Statements that can be open at one character; deeper nesting does not occur."""


def left_unread(language: str | None) -> str | None:
    """Why a document of this language is not read; None where it is."""
    return None if language in {None, READ_LANGUAGE} else f"language: {language}"


def compose(page: Page, found: Sequence[Attribution], reader: str) -> Reading:
    """The reading of `page` by `reader`, whose attributions are `found`."""
    document = page.document
    sentences = [passage.sentence for passage in page.passages]
    spoken_by = (one.source.mention for one in found if one.source is not None)
    speaking = frozenset((mention.start, mention.end) for mention in spoken_by if mention is not None)
    actors = cast(page, speaking)
    spoken = statements(page, actors, found, reader)
    everyone: tuple[Actor, ...] = (*actors.actors, *spoken.speakers)
    when, where = times(document, sentences), places(document, sentences)
    told: list[IncidentReport] = []
    held: list[Position] = []
    for part in chapters(sentences, spoken.statements, everyone, when, where):
        here = incidents(document, part.sentences, part.statements, part.actors, part.times, part.places, reader)
        told += here
        held += positions(document, part.sentences, part.statements, part.actors, reader, here)
    return Reading(
        document_id=document.id,
        reader=reader,
        actors=everyone,
        statements=spoken.statements,
        incidents=tuple(told),
        positions=tuple(held),
        figures=_asserted(figures(document, sentences, reader), spoken.statements),
    )


def _asserted(found: Sequence[Figure], said: Sequence[Statement]) -> tuple[Figure, ...]:
    """The figures, each ascribed to the speaker of the innermost statement that holds it."""
    pieces = sorted(
        (span.start, span.end, statement.speaker)
        for statement in said
        if statement.speaker
        for span in statement.content
    )
    starts = [start for start, _, _ in pieces]
    ascribed = []
    for figure in found:
        last = bisect_right(starts, figure.span.start)
        around = [who for _, end, who in pieces[max(0, last - _NESTED) : last] if figure.span.end <= end]
        ascribed.append(replace(figure, asserted_by=around[-1]) if around else figure)
    return tuple(ascribed)
