"""Blame: who is held responsible for an event, by whom, and how firmly.

In go the events of a document with its sentences, statements and actors, out comes the blame for each event. Blame is
read from words that accuse (see `accusation`), from the words for the event itself (see `agent`), and from denials. It reports what the document says; nobody is found guilty here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.claim import NARRATOR, Blame, Hedge, Statement
from watchfloor.model.document import Document
from watchfloor.model.where import Where
from watchfloor.reading.event.accusation import Accusation, NamedActor, accusations, named_actors
from watchfloor.reading.event.accused import accused
from watchfloor.reading.event.agent import agents, listed
from watchfloor.reading.event.culprit import can_have_done_it, culprits
from watchfloor.reading.event.event import Event
from watchfloor.reading.text.sentence import Sentence

_NOT_I = re.compile(
    r"\b(?:we|i|they|it)\s+(?:ha(?:ve|d|s)\s+(?:absolutely\s+)?nothing\s+to\s+do\s+with|(?:did|do|does|was|were|are|is)\s+not\s+(?:do|involved|responsible|behind))\b",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(r"\b(?:insist|said|say|claim|warn|deni|deny|add)\w*\b", re.IGNORECASE)
_DEED = 80
"""Characters after "accused them of" within which the deed is named."""
_SENTENCES_BACK = 5
"""Sentences after an event in which a bare denial or accusation still means it: about the two paragraphs that news gives to the
answer of the accused."""


def blames(
    document: Document,
    sentences: Sequence[Sentence],
    told: Sequence[Event],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    places: Sequence[Where] = (),
) -> tuple[tuple[Blame, ...], ...]:
    """For each of the events `told` those who are blamed, each actor once for each accuser and hedge."""
    text = document.text
    here = _by_sentence(sentences, named_actors(text, culprits(actors, places)))
    meant = _meant(told, len(sentences))
    known = {actor.id: actor for actor in actors if can_have_done_it(actor)}
    found: list[list[Blame]] = [[] for _ in told]
    denials = list(_denied_by_speakers(text, sentences, statements, meant))
    judged: set[int] = set()
    for number, sentence in enumerate(sentences):
        spans = [span for n in meant[number] for span in told[n].spans]
        for one in _accusations(text, number, sentence, here, spans, known) if meant[number] else ():
            judged |= {one.who.start, *([one.subject.start] if one.subject else ())}
            if one.hedge is Hedge.DENIED:
                denials.extend((event, one.who, one.alone) for event in meant[number])
                continue
            voice = one.subject.actor if one.subject else _speaker(one.who, statements) or NARRATOR
            span = document.span(one.who.start, one.who.end)
            for event in meant[number]:
                if _bears_on(text, one, told[event], sentence):
                    found[event].append(Blame(actor=one.who.actor, by=voice, hedge=one.hedge, span=span))
    plainly = {b.actor for blamed in found for b in blamed}
    states = frozenset(actor.id for actor in actors if actor.type is ActorType.STATE)
    alliances = frozenset(actor.id for actor in actors if actor.type is ActorType.ALLIANCE)
    owners = [
        [
            doer
            for who in named
            if who.actor not in alliances and who.start not in judged
            if (doer := accused(text, number, who, None, here, known))
        ]
        for number, named in enumerate(here)
    ]
    lists = listed(text, told)
    for event, part in enumerate(told):
        for who, hedge in agents(text, sentences, part, lists, owners, plainly):
            voice = _speaker(who, statements) or NARRATOR
            found[event].append(Blame(actor=who.actor, by=voice, hedge=hedge, span=document.span(who.start, who.end)))
    firm = {(event, who.actor) for event, who, alone in denials if alone and who.actor in states}
    for event, who, alone in denials:
        if not alone and (event, who.actor) in firm:
            continue
        found[event].extend(_denial(document, who, alone=alone, so_far=found[event], states=states))
    return tuple(_once(blamed) for blamed in found)


def _accusations(
    text: str,
    number: int,
    sentence: Sentence,
    here: Sequence[Sequence[NamedActor]],
    spans: Sequence[tuple[int, int]],
    known: Mapping[str, Actor],
) -> Iterator[Accusation]:
    """The accusations of one sentence, with whom their pronouns mean; without those whose pronoun fits nobody."""
    for one in accusations(text, sentence, here[number], spans):
        who = one.who if one.hedge is Hedge.DENIED else accused(text, number, one.who, one.subject, here, known)
        if who:
            yield replace(one, who=who)


def _bears_on(text: str, one: Accusation, event: Event, sentence: Sentence) -> bool:
    """Whether an accusation in `sentence` is for `event`: what it is for follows it where it says so, and is told before a link."""
    if not any(mention.is_real for mention in event.mentions):
        return False
    starts = [start for start, _ in event.spans if sentence.start <= start < sentence.end]
    if one.names_deed:
        return any(0 <= start - one.end <= _DEED and not _SAYS_MORE.search(text, one.end, start) for start in starts)
    return one.hedge is not Hedge.LINKED or not starts or any(start < one.end for start in starts)


def _denial(
    document: Document, who: NamedActor, *, alone: bool, so_far: Sequence[Blame], states: frozenset[str]
) -> Iterator[Blame]:
    """A denial by `who`: for the accused if `who` is one or speaks for the only one, for `who` if it stands alone; a state that denies alone speaks for itself."""
    accused = {b.actor for b in so_far if b.hedge is not Hedge.DENIED}
    if not accused and not alone:
        return
    for_itself = who.actor in accused or (who.actor in states and (alone or accused <= states))
    denies_for = accused.pop() if not for_itself and len(accused) == 1 else who.actor
    accusers = {b.by for b in so_far}
    of_another = who.actor in states and who.actor not in accusers and denies_for == who.actor
    if alone or denies_for != who.actor or who.actor in {b.actor for b in so_far} or of_another:
        span = document.span(who.start, who.end)
        yield Blame(actor=denies_for, by=who.actor, hedge=Hedge.DENIED, span=span)


def _denied_by_speakers(
    text: str, sentences: Sequence[Sentence], statements: Sequence[Statement], meant: Sequence[Sequence[int]]
) -> Iterator[tuple[int, NamedActor, bool]]:
    """The events in which speakers say that they had no part, with the words; such a denial stands alone."""
    for number, sentence in enumerate(sentences):
        for who in _speakers_who_deny(text, sentence, statements):
            yield from ((event, who, True) for event in meant[number])


def _speakers_who_deny(text: str, sentence: Sentence, statements: Sequence[Statement]) -> Iterator[NamedActor]:
    """Speakers who say of themselves that they had no part, with the words that say so."""
    for own in _NOT_I.finditer(text, sentence.start, sentence.end):
        for said in statements:
            if said.speaker and any(p.start <= own.start() and own.end() <= p.end for p in said.content):
                yield NamedActor(own.start(), own.end(), said.speaker)


def _by_sentence(sentences: Sequence[Sentence], named: Sequence[NamedActor]) -> list[list[NamedActor]]:
    """Who is named in each sentence, in order; both are in the order of the text."""
    found: list[list[NamedActor]] = [[] for _ in sentences]
    at = 0
    for one in named:
        while at < len(sentences) and sentences[at].end <= one.start:
            at += 1
        if at < len(sentences) and sentences[at].start <= one.start and one.end <= sentences[at].end:
            found[at].append(one)
    return found


def _meant(told: Sequence[Event], count: int) -> list[list[int]]:
    """For each sentence the events it speaks of; where it names none, the one told last shortly before."""
    found: list[list[int]] = [[] for _ in range(count)]
    for number, event in enumerate(told):
        for sentence in event.sentences:
            found[sentence].append(number)
    last: tuple[int, int] | None = None
    for sentence, events in enumerate(found):
        specific = [n for n in events if told[n].mentions[0].specific]
        if specific:
            last = (sentence, specific[-1])
        elif not events and last and sentence - last[0] <= _SENTENCES_BACK:
            events.append(last[1])
    return found


def _speaker(who: NamedActor, statements: Sequence[Statement]) -> str | None:
    """The speaker of the statement in whose content `who` stands."""
    return next(
        (s.speaker for s in statements if any(p.start <= who.start and who.end <= p.end for p in s.content)), None
    )


def _once(blamed: Iterable[Blame]) -> tuple[Blame, ...]:
    """The first of each actor, accuser and hedge; nobody accuses themselves but to deny."""
    given = [b for b in blamed if b.actor != b.by or b.hedge is Hedge.DENIED]
    kept = {(b.actor, b.by, b.hedge): b for b in reversed(given)}
    return tuple(sorted(kept.values(), key=lambda b: b.span))
