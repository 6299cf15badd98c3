"""Anchor: the parts of old judgements found again among what is read now.

In go readings and judgements, out come the same judgements on the claims, actors and documents that are there. A claim's id holds its document, its
kind and where it begins; when another version of a reader drew the claim otherwise, the judgement goes to the one claim of that kind
that holds the place. What is found nowhere is left out and counted; nothing is guessed between two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from watchfloor.model.document import Document
from watchfloor.model.judgement import Decision, Judgement, Subject, SubjectKind
from watchfloor.model.reading import Reading
from watchfloor.model.span import Span

_ID = re.compile(r"(?P<document>[0-9a-f]{12}):(?P<kind>[SIPFA])(?P<start>\d+)(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Anchors:
    """What is there now: every id, and for each document and kind of claim the ids with their spans."""

    ids: frozenset[str]
    places: Mapping[tuple[str, str], tuple[tuple[str, tuple[Span, ...]], ...]]

    @classmethod
    def of(cls, documents: Iterable[Document], readings: Iterable[Reading]) -> Anchors:
        """The anchors of these documents and what was read in them."""
        ids = {document.id for document in documents}
        places: dict[tuple[str, str], list[tuple[str, tuple[Span, ...]]]] = {}
        for reading in readings:
            for kind, one, spans in _spanned(reading):
                ids.add(one)
                places.setdefault((reading.document_id[:12], kind), []).append((one, spans))
        return cls(frozenset(ids), {key: tuple(found) for key, found in places.items()})

    def found(self, part: str) -> str | None:
        """What `part` is now, None where it is not there or may be several."""
        if part in self.ids:
            return part
        known = _ID.fullmatch(part)
        if known is None:
            return None
        start = int(known["start"])
        near = [
            one
            for one, spans in self.places.get((known["document"], known["kind"]), ())
            if any(span.start <= start < span.end for span in spans)
        ]
        return near[0] if len(near) == 1 else None

    def anchored(self, judgement: Judgement) -> tuple[Judgement, int]:
        """The judgement on what is there, and how many of its parts are missing."""
        if judgement.decision is Decision.UNDO:
            return judgement, 0
        subjects: list[Subject] = []
        missing = 0
        for subject in judgement.subject:
            found = {part: self.found(part) for part in subject.parts}
            missing += sum(one is None for one in found.values())
            present = tuple(sorted({one for one in found.values() if one is not None}))
            # A contradiction between claims of which one is gone is another one, or none.
            whole = subject.kind is not SubjectKind.CONTRADICTION or None not in found.values()
            if present and whole:
                subjects.append(replace(subject, parts=present))
            elif judgement.decision is Decision.CORRECT:
                return replace(judgement, subject=()), missing
        return replace(judgement, subject=tuple(subjects)), missing


def _spanned(reading: Reading) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    for statement in reading.statements:
        yield "S", statement.id, statement.spans
    for report in reading.incidents:
        yield "I", report.id, report.spans
    for position in reading.positions:
        yield "P", position.id, position.spans
    for figure in reading.figures:
        yield "F", figure.id, figure.spans
    for actor in reading.actors:
        yield "A", actor.id, actor.mentions
