"""Holders: which actors a clause shows to take a stand.

In go the text, its sentences and where actors stand in them, out come the clauses in which an actor is the subject of
a verb that takes a stand ("oppose", "is weighing"), stands behind "by" after it, or owns a noun that tells one ("Rome's opposition
to"). On which issue the stand is taken is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchfloor.model.claim import Polarity, Statement
from watchfloor.model.span import Span
from watchfloor.reading.scope import scope
from watchfloor.reading.sentence import Sentence
from watchfloor.reading.stance import cues, nouns

_AND = re.compile(r"\s*(?:,|and|or|&)?\s*(?:and|or)?\s*(?:the\s+)?", re.IGNORECASE)
_HELPING = (
    r"(?:has|have|had|is|are|was|were|be|been|being|would|will|also|now|already|again|first|long|in turn|for (?:its|their|his|her) part"
    r"|who|which|itself|himself|herself|themselves|continue to|continues to|continued to|quick to|want to|wants to|tries to|openly|both"
    r"|late|on|this week|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w+ly)"
)
_TO_VERB = re.compile(rf"[\s,—]*(?:{_HELPING}[\s,]+)*", re.IGNORECASE)
_TO_NOUN = re.compile(r"['’]s?\s+(?:[\w’'-]+\s+){0,3}")
_BY = re.compile(r"\s*(?:\w+ly\s+)?by\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){0,3}")


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A mention and the id of the actor whom it means."""

    span: Span
    actor: str


@dataclass(frozen=True, slots=True)
class Stand:
    """`actors` take a stand: the words from `start` to `end` show it, its object begins at `object_start`."""

    actors: tuple[str, ...]
    polarity: Polarity
    verb: str
    start: int
    object_start: int
    end: int


def stands(text: str, sentences: Sequence[Sentence], named: Sequence[Named]) -> Iterator[Stand]:
    """The stands that the clauses of `sentences` show, sentence by sentence."""
    for sentence in sentences:
        here = [n for n in named if sentence.start <= n.span.start and n.span.end <= sentence.end]
        if not here:
            continue
        for polarity, pattern in cues():
            for verb in pattern.finditer(text, sentence.start, sentence.end):
                yield from _by_verb(text, sentence, here, verb, polarity)
        for polarity, pattern in nouns():
            for noun in pattern.finditer(text, sentence.start, sentence.end):
                yield from _by_noun(text, sentence, here, noun, polarity)


def speakers(text: str, said: Statement, named: Sequence[Named]) -> tuple[str, ...]:
    """The actors whom the source lists ("Germany, France and Lithuania"), else the speaker, else nobody."""
    source = said.source
    if source is not None:
        inside = outermost([n for n in named if source.covers(n.span) and n.span != source])
        listed = len(inside) > 1 and all(
            _AND.fullmatch(text, a.span.end, b.span.start) for a, b in zip(inside, inside[1:], strict=False)
        )
        if listed and _AND.fullmatch(text, source.start, inside[0].span.start) and inside[-1].span.end == source.end:
            return tuple(dict.fromkeys(n.actor for n in inside))
    return (said.speaker,) if said.speaker else ()


def outermost(named: Sequence[Named]) -> list[Named]:
    """Those that no other one covers, in order."""
    return sorted(n for n in named if not any(o.span != n.span and o.span.covers(n.span) for o in named))


def _by_verb(
    text: str, sentence: Sentence, here: Sequence[Named], verb: re.Match[str], polarity: Polarity
) -> Iterator[Stand]:
    _, end = scope(text, sentence, verb.start(), verb.end())
    by = _BY.match(text, verb.end())
    after = [n for n in here if by and by.start() < n.span.start <= by.end() <= n.span.end]
    if after:
        whole = max(after, key=lambda n: len(n.span))
        yield Stand((whole.actor,), polarity, verb.group(), sentence.start, sentence.start, whole.span.end)
        return
    if by:
        return
    before = [n for n in here if n.span.end <= verb.start() and _TO_VERB.fullmatch(text, n.span.end, verb.start())]
    if before:
        chain = _chain(text, here, max(before, key=lambda n: (n.span.end, len(n.span))))
        actors = tuple(dict.fromkeys(n.actor for n in chain))
        yield Stand(actors, polarity, verb.group(), chain[0].span.start, verb.end(), max(end, verb.end()))


def _by_noun(
    text: str, sentence: Sentence, here: Sequence[Named], noun: re.Match[str], polarity: Polarity
) -> Iterator[Stand]:
    owners = [n for n in here if n.span.end <= noun.start() and _TO_NOUN.fullmatch(text, n.span.end, noun.start())]
    if owners:
        owner = max(owners, key=lambda n: (n.span.end, len(n.span)))
        _, end = scope(text, sentence, noun.start(), noun.end())
        yield Stand((owner.actor,), polarity, noun.group(), owner.span.start, owner.span.end, max(end, noun.end()))


def _chain(text: str, here: Sequence[Named], last: Named) -> list[Named]:
    """The list of mentions that ends with `last`, joined by commas and "and"."""
    chain = [last]
    for one in reversed(outermost(here)):
        if one.span.end < chain[-1].span.start and _AND.fullmatch(text, one.span.end, chain[-1].span.start):
            chain.append(one)
    return chain[::-1]
