"""Incident reports: what a document says happened, may have happened or might happen, with its type.

In go a document, its sentences and what else was read of it (statements, actors, times, places), out come reports,
one for each event or pattern of events, with the words they stand on. Whether two documents tell of
one event is not decided here, nor whether anything told is so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Blame, IncidentReport, Statement, Status
from watchfloor.model.document import Document
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.apart import numbered
from watchfloor.reading.event.blame import blames
from watchfloor.reading.event.circumstance import dated, located, targeted
from watchfloor.reading.event.event import Event, Telling, events
from watchfloor.reading.event.scope import scope
from watchfloor.reading.event.status import status
from watchfloor.reading.event.trigger import Trigger, pointers, triggers
from watchfloor.reading.text.sentence import Sentence
from watchfloor.reading.time.past import as_past
from watchfloor.reading.time.time_expression import TimeExpression

_TOOK_PLACE = frozenset({Status.OCCURRED, Status.ALLEGED, Status.DENIED})
_DAYS_OF_ONE_EVENT = 7
"""An event dated to more days than these is told as a pattern ("in recent months") as often as not."""
_ONE = re.compile(r"(?:\b(?:an?|the|this|that|one|its|their|his|her)|['’]s)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:repeated|multiple|several|various|numerous|dozens of|hundreds of|many|frequent|series of|string of|wave of|spate of|surge in|constant|relentless|increasing|cases of|any|such)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:[^s\W]s|ies|drones|incidents)$", re.IGNORECASE)
_MASS = re.compile(
    r"(?:warfare|sabotage|arson|jamming|spoofing|interference|disinformation|misinformation|espionage|spying|vandalism|propaganda"
    r"|bombardment|shelling|pressure|aggression|probing|activity|influence|meddling|subversion|gunfire|manipulation|war|ransomware|ddos)$",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:have|has) been\b|ing\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:the|two|three|four|five|six|seven|eight|nine|ten|these|\d+)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:was|were|has|have|had|been)\b|\b(?!unidentified|suspected|armed|unmanned)\w+ed\b|\b(?:flew|broke|cut|blew|stole|hit)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:regularly|often|routinely|frequently|typically|usually|commonly|constantly)\b"
    r"|(?:\d\s?(?:%|per ?cent)|\b(?:most|half|a third|a quarter|two thirds))\s+of\b",
    re.IGNORECASE,
)
"""Words in front of an event that tell of what is usual or of a share of many, not of one day."""
_REACH = 40
"""Characters before a trigger that can hold its article and adjectives."""

_PRECISION = {True: 0.89, False: 0.76}
"""Confidence of a report by whether it is of one event (True) or of a pattern: the share of 36 and 83 reports whose type and
place in the text agree with the annotation of the five press stories. The lexicon was
written with those stories at hand, so that unseen articles will give less."""


def incidents(
    document: Document,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    times: Sequence[TimeExpression],
    places: Sequence[Where],
    reader: str,
) -> tuple[IncidentReport, ...]:
    """The incidents that `document` reports, in the order in which it first tells of them."""
    text = document.text
    found = triggers(text, sentences)
    mentions = [_mention(document, sentences[t.sentence], t, found, times, places) for t in found]
    told = events(text, mentions, pointers(text, sentences))
    blamed = blames(document, sentences, told, statements, actors, places)
    return tuple(_report(document, sentences, event, blamed[n], reader) for n, event in enumerate(told))


def _mention(
    document: Document,
    sentence: Sentence,
    trigger: Trigger,
    found: Sequence[Trigger],
    times: Sequence[TimeExpression],
    places: Sequence[Where],
) -> Telling:
    text = document.text
    beside = [t for t in found if t.sentence == trigger.sentence]
    when = dated(text, sentence, trigger, beside, times)
    where = located(text, sentence, trigger, beside, places)
    within = scope(text, sentence, trigger.start, trigger.end)
    told = trigger.prior if trigger.known else status(text, within, trigger.start, trigger.end, trigger.prior)
    if when and told in _TOOK_PLACE:
        when = as_past(text, when, document.published)
    names = numbered(text, sentence, trigger.start, trigger.end)
    return Telling(trigger, told, _is_specific(text, sentence, trigger, told, when, where), when, where, names)


def _is_specific(
    text: str, sentence: Sentence, trigger: Trigger, told: Status, when: TimeExpression | None, where: Sequence[Where]
) -> bool:
    """Whether the words tell of one event and not of a kind of events.

    TimeExpression to a week or less is one event; else one thing with an article, or something finite that was done to more
    than a bare plural. What only might happen is a kind.
    """
    narrow = when is not None and _days(when) <= _DAYS_OF_ONE_EVENT
    within = scope(text, sentence, trigger.start, trigger.end)
    if told is Status.HYPOTHETICAL or _HABIT.search(text, within[0], trigger.end):
        return False
    if narrow:
        return True
    ahead = text[max(sentence.start, trigger.start - _REACH) : trigger.start]
    words = text[trigger.start : trigger.end]
    if _MANY.search(ahead) or told is Status.PLANNED or (_MASS.search(words) and trigger.event != "war"):
        return False
    if _FINITE.search(words):
        many = re.match(r"(?:[\w-]+\s+)?[\w-]+s\b", words) is not None
        once = _PERFECT.search(words) is None
        return not many or once or bool(_COUNTED.search(ahead)) or _is_placed(where)
    return bool(_ONE.search(ahead)) and not _PLURAL.search(words)


def _is_placed(where: Sequence[Where]) -> bool:
    """Whether the event lies at a spot and not merely in a country."""
    return any(place.precision in {PlacePrecision.CITY, PlacePrecision.SITE} for place in where)


def _days(time: TimeExpression) -> float:
    if time.when.earliest is None or time.when.latest is None:
        return float("inf")
    return (time.when.latest - time.when.earliest).total_seconds() / 86_400


def _report(
    document: Document, sentences: Sequence[Sentence], event: Event, blamed: tuple[Blame, ...], reader: str
) -> IncidentReport:
    first = event.mentions[0]
    dates = [m.when for m in event.mentions if m.when]
    when = min(dates, key=_days, default=None)
    targets = {targeted(document.text, sentences[m.trigger.sentence], m.trigger) for m in event.mentions}
    specific = first.specific
    return IncidentReport(
        id=f"{document.short_id}:I{first.trigger.start}",
        document_id=document.id,
        reader=reader,
        confidence=_PRECISION[specific],
        type=first.trigger.type,
        status=_told_as(event),
        specific=specific,
        triggers=tuple(document.span(*span) for span in event.spans),
        when=when.when if when else None,
        when_span=when.span if when else None,
        where=tuple({w.name: w for m in event.mentions for w in m.where}.values()),
        targets=tuple(document.span(*target) for target in sorted(t for t in targets if t)),
        blamed=blamed,
    )


def _told_as(event: Event) -> Status:
    """How most of the mentions present the event; of two as frequent the one told first."""
    return Counter(m.status for m in event.mentions).most_common(1)[0][0]
