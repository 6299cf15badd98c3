"""Claims: the incidents, positions and figures of answers, as far as they stand in the document.

In go an answer's claims with the ground to find them in, the document's actors, times, places and amounts, out come claims of the
model. Dates, coordinates and values are those that the rules read at these words; the answer only says which words belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchfloor.model.claim import NARRATOR, Blame, Figure, IncidentReport, Position
from watchfloor.model.document import Document
from watchfloor.model.issue import ISSUES
from watchfloor.model.span import Span
from watchfloor.model.where import Where
from watchfloor.reading.figure.quantity import quantities
from watchfloor.reading.llm.alignment import Found, Ground
from watchfloor.reading.llm.answer import Counted, Held, Told
from watchfloor.reading.llm.bill import Dropped
from watchfloor.reading.llm.speech import CONFIDENCE
from watchfloor.reading.llm.who import Who
from watchfloor.reading.time.time_expression import TimeExpression

_OWN_ISSUE = re.compile(r"other:(?=.{1,80}$)[^\W_A-Z]+(?:[_-][^\W_A-Z]+){0,7}")
"""What an issue outside the list may be called: one to eight words in lower case."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the document before the answer is looked at."""

    document: Document
    who: Who
    times: Sequence[TimeExpression]
    places: Sequence[Where]
    figures: Sequence[Figure]
    reader: str

    def allowed(self, found: Found | None) -> Found | None:
        """The same, if it is something and lies in the article and not in furniture."""
        return None if found is None or self.document.is_furniture(found.start, found.end) else found

    def span(self, found: Found) -> Span:
        """The characters found, as a span of the document."""
        return self.document.span(found.start, found.end)


def incident(told: Told, ground: Ground, known: Known) -> IncidentReport | Dropped:
    """The report of that event, with those of its triggers, places, targets and blames that the text has; or why there is none."""
    triggers: list[Found] = []
    for words in told.triggers:
        found = known.allowed(ground.find(words, told.before if not triggers else "", _after(triggers)))
        if found is not None and all(found.end <= other.start or other.end <= found.start for other in triggers):
            triggers.append(found)
    if not triggers:
        return Dropped.NOT_FOUND
    first = triggers[0]
    near = (first.start, first.end)
    time = _time(told, ground, known, near)
    targets = [found for words in told.targets if (found := known.allowed(ground.find(words, near=near)))]
    return IncidentReport(
        id=f"{known.document.short_id}:I{min(t.start for t in triggers)}",
        document_id=known.document.id,
        reader=known.reader,
        confidence=CONFIDENCE * min(t.likeness for t in triggers),
        type=told.type,
        status=told.status,
        specific=told.specific,
        triggers=tuple(sorted(map(known.span, triggers))),
        when=time.when if time else None,
        when_span=time.span if time else None,
        where=tuple({place.name: place for place in _places(told, ground, known, near)}.values()),
        targets=tuple(sorted({known.span(found) for found in targets})),
        blamed=tuple(dict.fromkeys(_blames(told, ground, known, near))),
    )


def position(held: Held, ground: Ground, known: Known) -> Position | Dropped:
    """The position, or why there is none: its words are not in the text, or nobody there bears the name."""
    if held.toward not in ISSUES and not _OWN_ISSUE.fullmatch(held.toward):
        return Dropped.MISSHAPEN
    found = known.allowed(ground.find(held.words, held.before))
    if found is None:
        return Dropped.NOT_FOUND
    actor = known.who.meant(held.actor, ground, (found.start, found.end))
    if actor is None:
        return Dropped.NOBODY
    return Position(
        id=f"{known.document.short_id}:P{found.start}",
        document_id=known.document.id,
        reader=known.reader,
        confidence=CONFIDENCE * found.likeness,
        actor=actor,
        toward=held.toward,
        polarity=held.polarity,
        span=known.span(found),
    )


def figure(counted: Counted, ground: Ground, known: Known) -> Figure | Dropped:
    """The figure as the rules read it at these words, else the amount that stands in them; or why there is none."""
    found = known.allowed(ground.find(counted.words, counted.before))
    if found is None:
        return Dropped.NOT_FOUND
    span = known.span(found)
    by_rules = next((one for one in known.figures if one.span.overlaps(span)), None)
    amount = next(iter(quantities(known.document.text, found.start, found.end)), None)
    if by_rules is None and amount is None:
        return Dropped.NO_NUMBER
    of = known.allowed(ground.find(counted.of, near=(found.start, found.end))) if counted.of else None
    words = known.document.quote(known.span(of)) if of else by_rules.of if by_rules else known.document.quote(span)
    value, high = (
        (by_rules.value, by_rules.value_high) if by_rules else (amount.value, amount.high) if amount else (None, None)
    )
    return Figure(
        id=f"{known.document.short_id}:F{found.start}",
        document_id=known.document.id,
        reader=known.reader,
        confidence=CONFIDENCE * found.likeness,
        span=by_rules.span if by_rules else span,
        value=value,
        value_high=high,
        unit=by_rules.unit if by_rules else (amount and amount.unit) or "items",
        of=" ".join(words.split()),
        approx=by_rules.approx if by_rules else bool(amount and amount.approx),
    )


def _after(triggers: Sequence[Found]) -> tuple[int, int] | None:
    """Where the next mention is looked for: behind the last."""
    return (triggers[-1].end, triggers[-1].end) if triggers else None


def _time(told: Told, ground: Ground, known: Known, near: tuple[int, int]) -> TimeExpression | None:
    found = known.allowed(ground.find(told.when, near=near)) if told.when else None
    if found is None:
        return None
    return next((time for time in known.times if time.span.overlaps(known.span(found))), None)


def _places(told: Told, ground: Ground, known: Known, near: tuple[int, int]) -> Iterator[Where]:
    """The places as the gazetteer has them; one that it lacks goes by its name alone."""
    for words in told.where:
        found = known.allowed(ground.find(words, near=near))
        if found is None:
            continue
        span = known.span(found)
        located = [place for place in known.places if place.span.overlaps(span)]
        yield from located or [Where(known.document.quote(span), span)]


def _blames(told: Told, ground: Ground, known: Known, near: tuple[int, int]) -> Iterator[Blame]:
    for one in told.blamed:
        words = known.allowed(ground.find(one.words, near=near))
        if words is None:
            continue
        here = (words.start, words.end)
        actor = known.who.meant(one.actor, ground, here)
        by = known.who.meant(one.by, ground, here) if one.by else NARRATOR
        if actor is not None and by is not None:
            yield Blame(actor=actor, by=by, hedge=one.hedge, span=known.span(words))
