"""Statements: attributions with their speakers, as claims.

In go a Page, its cast and its attributions, out come Statements and the actors that they add (speakers who are neither
named nor described by a role, "many within the forum"). Confidence is the measured precision of the attribution's class.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.claim import Statement, StatementKind
from watchfloor.model.document import Document
from watchfloor.reading.actor.coreference import Cast
from watchfloor.reading.passage import Page
from watchfloor.reading.speech.attribution import Attribution
from watchfloor.reading.speech.source import Source
from watchfloor.reading.speech.speaker import called, is_nobody, known
from watchfloor.reading.speech.venue import venues
from watchfloor.reading.stance.stance import stance

_QUOTES = '"“”„«»'
_CONFIDENCE = {"quoted": 0.9, "quoted without cue": 0.65, "strong": 0.74, "weak": 0.64}
"""Share of each class that overlaps an attribution of PolNeAR (Dice of at least 0.5), on the first 300 articles of its training part."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The statements of a document, and the actors who appear only as their speakers."""

    statements: tuple[Statement, ...]
    speakers: tuple[Actor, ...]


def statements(page: Page, cast: Cast, attributions: Sequence[Attribution], reader: str) -> Spoken:
    """The attributions of `page` as claims."""
    document = page.document
    via = _carried_on(venues(page), {one.passage for one in attributions})
    extra: dict[str, Actor] = {}
    made: list[Statement] = []
    taken: dict[int, int] = {}
    for attribution in attributions:
        speaker = _speaker(document, cast, attribution.source, extra)
        start = attribution.content[0][0]
        taken[start] = taken.get(start, 0) + 1
        content = tuple(document.span(s, e) for s, e in attribution.content)
        words = " ".join(document.quote(span) for span in content)
        made.append(
            Statement(
                id=f"{document.short_id}:S{start}" + (f".{taken[start]}" if taken[start] > 1 else ""),
                document_id=document.id,
                reader=reader,
                confidence=_confidence(attribution),
                kind=_kind(attribution, words),
                content=content,
                cue=document.span(*attribution.cue) if attribution.cue else None,
                source=document.span(attribution.source.start, attribution.source.end) if attribution.source else None,
                speaker=speaker,
                via=via.get(attribution.passage),
                stance=stance(words, attribution.lemma),
            )
        )
    return Spoken(tuple(made), tuple(extra.values()))


def _carried_on(via: Mapping[int, str], speaking: AbstractSet[int]) -> dict[int, str]:
    """The venues, those of a sentence without words of its own for the next one: "He put it bluntly in a talk with the Herald. “We …”"."""
    onward = {number + 1: name for number, name in via.items() if number not in speaking}
    return onward | {number: name for number, name in via.items() if number in speaking}


def _speaker(document: Document, cast: Cast, source: Source | None, extra: dict[str, Actor]) -> str | None:
    """The id of the actor whom the source means; a source that is no mention becomes an unnamed actor of its own."""
    if source is None:
        return None
    if is_nobody(document.text[source.start : source.end]):
        return None
    if source.mention is not None:
        return cast.actor_of(source.mention)
    name = called(document.text[source.start : source.end])
    if name is None:
        return None
    own = known(name, (*cast.actors, *extra.values()))
    if own is None:
        span = document.span(source.start, source.end)
        own = Actor(f"{document.short_id}:A{source.start}", name, ActorType.ANONYMOUS, mentions=(span,))
        extra[name.lower()] = own
    return own.id


def _kind(attribution: Attribution, words: str) -> StatementKind:
    if attribution.quoted:
        return StatementKind.DIRECT
    return StatementKind.MIXED if any(mark in words for mark in _QUOTES) else StatementKind.INDIRECT


def _confidence(attribution: Attribution) -> float:
    if attribution.confidence is not None:
        return attribution.confidence
    if attribution.quoted:
        return _CONFIDENCE["quoted" if attribution.cue else "quoted without cue"]
    return _CONFIDENCE["strong" if attribution.strong else "weak"]
