"""Events: which mentions in one document speak of one event or of one pattern of events.

In go mentions (a trigger with how, when and where it is told) and words that point back, in the order of the text;
out come groups of them. A singular, dated or placed event and a mere pattern ("cyberattacks against infrastructure") stay apart, and so
do what happened and what might. Nothing is merged that has two places or two dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from watchfloor.model.claim import Status
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.apart import Numbered, may_be_one_place, numbers_apart, places_apart
from watchfloor.reading.event.trigger import Pointer, Trigger
from watchfloor.reading.time.time_expression import TimeExpression

_UNREAL = frozenset({Status.HYPOTHETICAL, Status.PLANNED})
_SPOTS = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|their|both)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(?:series|string|spate|wave|succession|rash|surge|flurry|slew|number) of\s+(?:[\w’'-]+\s+){0,3}$|\bsimilar\s+(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
"""What stands before many events, or others of a kind, which are not the one that has been told."""
_ANOTHER = re.compile(
    r"\b(?:another|second|third|separate|previous|different|earlier)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NOT_THE_FIRST = re.compile(
    r"\bnot the first\b|\b(?:previous|earlier|similar|past|recent) (?:incident|attack|case|episode|event|disruption)s\b|\bnot (?:an )?isolated\b"
    r"|\bthe (?:latest|second|third|fourth|fifth) (?:in|such)\b",
    re.IGNORECASE,
)
_OTHERS = 300
"""Characters after "this is not the first time" in which other events are told: the sentence itself and the next."""
_REACH = 40
"""Characters before a trigger that can hold its article and adjectives."""
_INDEFINITE = re.compile(r"\ban?\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
_BACK = 4
"""Sentences over which a word may point back; further back another event is as likely to be meant."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A trigger as its sentence tells it: `specific` for one event, not a pattern; `when`, `where` and what is `numbered` as far as told."""

    trigger: Trigger
    status: Status
    specific: bool
    when: TimeExpression | None
    where: tuple[Where, ...]
    numbered: Numbered = frozenset()
    doer: str | None = None
    """The state whose ships, forces or people the clause names as the subject of a verb, if it does."""
    another: bool = False
    """Whether its sentence tells it only to date an event of the same kind by it: "a month after two cables were cut"."""

    @property
    def is_real(self) -> bool:
        """Whether it is told as something that took place, be it only by allegation or to be denied."""
        return self.status not in _UNREAL


@dataclass(frozen=True, slots=True)
class Event:
    """Mentions of one event, at least one, and the words that point back at it."""

    mentions: tuple[Telling, ...]
    pointers: tuple[Pointer, ...] = ()

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Offsets of all words that name it or point back at it, in order."""
        named = [(m.trigger.start, m.trigger.end) for m in self.mentions]
        return tuple(sorted([*named, *((p.start, p.end) for p in self.pointers)]))

    @property
    def sentences(self) -> frozenset[int]:
        """The numbers of the sentences that speak of it."""
        return frozenset({*(m.trigger.sentence for m in self.mentions), *(p.sentence for p in self.pointers)})


def events(text: str, mentions: Sequence[Telling], pointers: Sequence[Pointer]) -> tuple[Event, ...]:
    """The events that `mentions` speak of, in the order in which they are first told."""
    told: list[Event] = []
    order, pointing = _order(mentions, pointers)
    for item in order:
        number = _pointed_at(item, told) if isinstance(item, Pointer) else _same(text, item, told)
        back = None if isinstance(item, Pointer) or number is not None else pointing.get(item.trigger)
        if back and isinstance(item, Telling) and (number := _pointed_at(back, told)) is not None:
            if _apart(item, told[number]) or _is_another_time(text, item, told[number]):
                told.append(Event((item,)))  # "the blast in Lindmark", where one in Sorvik has been told
                continue
            item = back  # noqa: PLW2901 - "the blast" is no event of its own where one has been told
        if isinstance(item, Pointer):
            if number is not None:
                told[number] = Event(told[number].mentions, (*told[number].pointers, item))
        elif number is None:
            told.append(Event((item,)))
        else:
            told[number] = Event((*told[number].mentions, item), told[number].pointers)
    return tuple(told)


def _order(
    mentions: Sequence[Telling], pointers: Sequence[Pointer]
) -> tuple[list[Telling | Pointer], dict[Trigger, Pointer]]:
    """Everything in the order of the text, without pointers that are part of a trigger; those by their trigger."""
    by_sentence: dict[int, list[Trigger]] = {}
    free: list[Pointer] = []
    pointing: dict[Trigger, Pointer] = {}
    for trigger in (mention.trigger for mention in mentions):
        by_sentence.setdefault(trigger.sentence, []).append(trigger)
        if trigger.names:
            pointing[trigger] = Pointer(trigger.start, trigger.end, trigger.sentence, trigger.names, names=True)
    for pointer in pointers:
        covered = [t for t in by_sentence.get(pointer.sentence, ()) if t.start < pointer.end and pointer.start < t.end]
        pointing |= {t: pointer for t in covered if pointer.start <= t.start and t.end <= pointer.end}
        if not covered:
            free.append(pointer)
    return sorted([*mentions, *free], key=_start), pointing


def _start(item: Telling | Pointer) -> int:
    return item.start if isinstance(item, Pointer) else item.trigger.start


def _pointed_at(pointer: Pointer, told: Sequence[Event]) -> int | None:
    """The event told last that the pointer can mean."""
    fitting = [
        (not event.mentions[0].another, max(event.sentences), event.mentions[0].specific, number)
        for number, event in enumerate(told)
        if (not pointer.types or event.mentions[0].trigger.type in pointer.types)
        and pointer.sentence - max(event.sentences) <= _BACK
        and (event.mentions[0].specific or not pointer.names)
    ]
    return max(fitting)[-1] if fitting else None


def _same(text: str, mention: Telling, told: Sequence[Event]) -> int | None:
    """The event that `mention` speaks of again, the one told last if several fit."""
    ahead = text[max(0, mention.trigger.start - _REACH) : mention.trigger.start]
    definite = bool(_DEFINITE.search(ahead))
    if mention.specific and (_ANOTHER.search(ahead) or (mention.another and not definite)):
        return None
    series = not definite and _SERIES.search(ahead) is not None
    new = mention.when is not None and _INDEFINITE.search(ahead) is not None
    fitting = [
        number
        for number, event in enumerate(told)
        if _fits(mention, event, definite=definite)
        and not _is_another_time(text, mention, event)
        and not (new and _is_undated(event))
        and not (series and any(m.specific for m in event.mentions))
    ]
    # "The blast" after a word on a second bomb is the first one's, about which the article is.
    main = [number for number in fitting if not _is_introduced_as_another(text, told[number])] or fitting
    own = [number for number in main if mention.doer and mention.doer in _doers(told[number])] or main
    # "The drone flights" are those of the event that has been told, before they are those of a kind of events.
    meant = [number for number in own if definite and told[number].mentions[0].specific] or own
    return meant[-1] if fitting else None


def _doers(event: Event) -> frozenset[str]:
    return frozenset(m.doer for m in event.mentions if m.doer)


def _is_undated(event: Event) -> bool:
    """Whether nothing dates the event: then "a breach in 2015", with the article of what is new, is another."""
    return event.mentions[0].specific and all(m.when is None for m in event.mentions)


def _is_introduced_as_another(text: str, event: Event) -> bool:
    told = event.mentions[0]
    first = told.trigger.start
    return told.another or _ANOTHER.search(text, max(0, first - _REACH), first) is not None


def _fits(mention: Telling, event: Event, *, definite: bool) -> bool:
    first = event.mentions[0]
    if (mention.trigger.type, mention.trigger.event) != (first.trigger.type, first.trigger.event):
        return False
    together = mention.trigger.sentence in event.sentences or _same_spot(mention, event)
    if mention.is_real != first.is_real or (mention.specific != first.specific and not definite and not together):
        return False
    return not _apart(mention, event)


def _same_spot(mention: Telling, event: Event) -> bool:
    """Whether both name one town, airport or other spot; a town is that of its airport."""
    spots = {w.name for m in event.mentions for w in m.where if w.precision in _SPOTS}
    mine = {w.name for w in mention.where if w.precision in _SPOTS}
    return any(may_be_one_place(a, b) for a in mine for b in spots)


def _apart(mention: Telling, event: Event) -> bool:
    """Whether `mention` names a place, a number, a doer or a date that the event can't have."""
    if places_apart(mention.where, [w for m in event.mentions for w in m.where]):
        return True
    if numbers_apart(mention.numbered, frozenset().union(*(m.numbered for m in event.mentions))):
        return True
    doers = _doers(event)
    if mention.doer and mention.doer not in doers and (doers or not _is_near(mention, event)):
        return True
    dates = [m.when.when for m in event.mentions if m.when]
    if not mention.specific or mention.when is None or not dates:
        return False
    return not any(mention.when.when.may_overlap(date) for date in dates)


def _is_near(mention: Telling, event: Event) -> bool:
    """Whether the event is one thing, or was told in the same sentence: else a pattern with a doer is one of its own."""
    return event.mentions[0].specific or mention.trigger.sentence == max(event.sentences)


def _is_another_time(text: str, mention: Telling, event: Event) -> bool:
    """Whether the text has said since the event that it was not the first, and `mention` has a day or place of its own."""
    if mention.when is None and not mention.where:
        return False
    first = max(event.mentions[0].trigger.end, mention.trigger.start - _OTHERS)
    return _NOT_THE_FIRST.search(text, first, max(first, mention.trigger.start)) is not None
