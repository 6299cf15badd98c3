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
from watchfloor.model.where import Where
from watchfloor.reading.circumstance import Dated
from watchfloor.reading.trigger import Pointer, Trigger

_UNREAL = frozenset({Status.HYPOTHETICAL, Status.PLANNED})
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|such|its|their|both)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|second|third|separate|previous|different|earlier)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_REACH = 40
"""Characters before a trigger that can hold its article and adjectives."""
_BACK = 4
"""Sentences over which a word may point back; further back another event is as likely to be meant."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A trigger as its sentence tells it: `specific` for one event, not a pattern; `when` and `where` as far as told."""

    trigger: Trigger
    status: Status
    specific: bool
    when: Dated | None
    where: tuple[Where, ...]

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
    def last_sentence(self) -> int:
        """The number of the last sentence that speaks of it."""
        return max(part.sentence for part in (*(m.trigger for m in self.mentions), *self.pointers))


def events(text: str, mentions: Sequence[Telling], pointers: Sequence[Pointer]) -> tuple[Event, ...]:
    """The events that `mentions` speak of, in the order in which they are first told."""
    told: list[Event] = []
    taken = [(m.trigger.start, m.trigger.end) for m in mentions]
    free = [p for p in pointers if all(p.end <= start or end <= p.start for start, end in taken)]
    order: list[Telling | Pointer] = sorted([*mentions, *free], key=_start)
    for item in order:
        number = _pointed_at(item, told) if isinstance(item, Pointer) else _same(text, item, told)
        if isinstance(item, Pointer):
            if number is not None:
                told[number] = Event(told[number].mentions, (*told[number].pointers, item))
        elif number is None:
            told.append(Event((item,)))
        else:
            told[number] = Event((*told[number].mentions, item), told[number].pointers)
    return tuple(told)


def _start(item: Telling | Pointer) -> int:
    return item.start if isinstance(item, Pointer) else item.trigger.start


def _pointed_at(pointer: Pointer, told: Sequence[Event]) -> int | None:
    """The event told last that the pointer can mean."""
    fitting = [
        (event.last_sentence, event.mentions[0].specific, number)
        for number, event in enumerate(told)
        if (not pointer.types or event.mentions[0].trigger.type in pointer.types)
        and pointer.sentence - event.last_sentence <= _BACK
    ]
    return max(fitting)[2] if fitting else None


def _same(text: str, mention: Telling, told: Sequence[Event]) -> int | None:
    """The event that `mention` speaks of again, the one told last if several fit."""
    ahead = text[max(0, mention.trigger.start - _REACH) : mention.trigger.start]
    if mention.specific and _ANOTHER.search(ahead):
        return None
    definite = bool(_DEFINITE.search(ahead))
    fitting = [number for number, event in enumerate(told) if _fits(mention, event, definite=definite)]
    return fitting[-1] if fitting else None


def _fits(mention: Telling, event: Event, *, definite: bool) -> bool:
    first = event.mentions[0]
    if (mention.trigger.type, mention.trigger.event) != (first.trigger.type, first.trigger.event):
        return False
    if mention.is_real != first.is_real or (mention.specific != first.specific and not definite):
        return False
    return not _apart(mention, event)


def _apart(mention: Telling, event: Event) -> bool:
    """Whether `mention` names a place or a date that the event can't have."""
    places = {w.name for m in event.mentions for w in m.where}
    countries = {w.country for m in event.mentions for w in m.where if w.country}
    own = {w.name for w in mention.where}
    own_countries = {w.country for w in mention.where if w.country}
    if places and own and not places & own and not countries & own_countries:
        return True
    dates = [m.when.when for m in event.mentions if m.when]
    return bool(
        mention.specific and mention.when and dates and not any(mention.when.when.may_overlap(d) for d in dates)
    )
