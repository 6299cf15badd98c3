"""Incident reports: what a document says happened, may have happened or might happen, with its type.

In go a document, its sentences and what else was read of it (statements, actors, times, places), out come reports,
one for each event or pattern of events, with the words they stand on. Whether two documents tell of
one event is not decided here, nor whether anything told is so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Blame, IncidentReport, Statement, Status
from watchfloor.model.document import Document
from watchfloor.model.where import Where
from watchfloor.reading.event.apart import numbered
from watchfloor.reading.event.aside import aside_of, is_of_another, lying_back
from watchfloor.reading.event.blame import blames
from watchfloor.reading.event.circumstance import dated, dated_again, located, targeted
from watchfloor.reading.event.doer import doer
from watchfloor.reading.event.event import Event, Telling, events
from watchfloor.reading.event.scope import scope
from watchfloor.reading.event.specific import Words, is_specific, length
from watchfloor.reading.event.status import status
from watchfloor.reading.event.trigger import Trigger, pointers, triggers
from watchfloor.reading.text.sentence import Sentence
from watchfloor.reading.time.past import as_past
from watchfloor.reading.time.time_expression import TimeExpression

_TOOK_PLACE = frozenset({Status.OCCURRED, Status.ALLEGED, Status.DENIED})

_PRECISION = {True: 0.91, False: 0.79}
"""Confidence of a report by whether it is of one event (True) or of a pattern: the share of 32 and 89 reports whose type and
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
    return tuple(_report(document, sentences, event, blamed[n], times, reader) for n, event in enumerate(told))


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
    aside = aside_of(text, sentence, trigger.start)
    another = aside is not None and is_of_another(text, sentence, aside, text[trigger.start : trigger.end])
    if aside and another and when is None and told in _TOOK_PLACE:
        when = lying_back(document, aside)
    specific = is_specific(Words.of(document, sentence, trigger), told, when, where)
    by = doer(text, within, trigger.start, trigger.end)
    return Telling(trigger, told, specific, when, where, names, by, another)


def _report(
    document: Document,
    sentences: Sequence[Sentence],
    event: Event,
    blamed: tuple[Blame, ...],
    times: Sequence[TimeExpression],
    reader: str,
) -> IncidentReport:
    first = event.mentions[0]
    again = (dated_again(document.text, sentences[p.sentence], p.end, times) for p in event.pointers)
    dates = [m.when for m in event.mentions if m.when] or [when for when in again if when]
    when = min(dates, key=length, default=None)
    targets = {targeted(document.text, sentences[m.trigger.sentence], m.trigger) for m in event.mentions}
    # "Explosive parcels were planted … On 22 July a parcel caught fire": the day makes it one.
    specific = first.specific or any(m.specific and m.when and m.is_real for m in event.mentions)
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
