"""Chapters: the stretches in which a long document's events and positions are read, so that time grows with its length and no faster.

In go a document's sentences and what was read of it, out come its chapters, each with what lies in it. An article is one chapter;
only a text of hundreds of sentences has more, and there an event told again in the next chapter is told twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Statement
from watchfloor.model.span import Span
from watchfloor.model.where import Where
from watchfloor.reading.text.sentence import Sentence
from watchfloor.reading.time.time_expression import TimeExpression

_LONGEST = 250
"""Sentences of a chapter: three times those of a long article."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Some sentences in a row, and what was read in them; an actor has the mentions that lie in the chapter."""

    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Where, ...]


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_P = TypeVar("_P", bound=_Placed)


def chapters(
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    times: Sequence[TimeExpression],
    places: Sequence[Where],
) -> Iterator[Chapter]:
    """The chapters of a document, in order; statements, times and places are taken in the order of the text."""
    if len(sentences) <= _LONGEST:
        yield Chapter(tuple(sentences), tuple(statements), tuple(actors), tuple(times), tuple(places))
        return
    starts = [statement.content[0].start for statement in statements]
    for first in range(0, len(sentences), _LONGEST):
        own = tuple(sentences[first : first + _LONGEST])
        low, high = own[0].start, own[-1].end
        yield Chapter(
            sentences=own,
            statements=tuple(statements[bisect_left(starts, low) : bisect_left(starts, high)]),
            actors=tuple(_present(actors, low, high)),
            times=_within(times, low, high),
            places=_within(places, low, high),
        )


def _within(found: Sequence[_P], low: int, high: int) -> tuple[_P, ...]:
    starts = [one.span.start for one in found]
    return tuple(found[bisect_left(starts, low) : bisect_left(starts, high)])


def _present(actors: Sequence[Actor], low: int, high: int) -> Iterator[Actor]:
    for actor in actors:
        starts = [span.start for span in actor.mentions]
        here = actor.mentions[bisect_left(starts, low) : bisect_left(starts, high)]
        if here:
            yield replace(actor, mentions=here)
