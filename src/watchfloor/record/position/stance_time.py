"""Stance time: when somebody stood somewhere, and whether two such times are one.

In go claims, the words around them and the publication of their documents, out come times. A time is taken from the text only where it
stands at the head of the sentence or beside the verb of saying; any other may date what is spoken of. A document that bears a date after its fetching
says no more than that the stand was taken before it was fetched. Which stands differ is not decided here.
"""

from __future__ import annotations

import re
from datetime import UTC, timedelta

from watchfloor.model.claim import Statement
from watchfloor.model.document import Document
from watchfloor.model.span import Span
from watchfloor.model.when import Precision, When
from watchfloor.reading.text.sentence import Sentence
from watchfloor.reading.time.time_expression import TimeExpression, times
from watchfloor.record.event.happened import is_dated_ahead, last_told
from watchfloor.record.text.texts import Texts

LAG = timedelta(days=2)
"""Days over which outlets carry one saying: an article tells of what was said on its day or on the two before. In four of the five annotated
press stories the articles that carry one saying lie at most two days apart; the fifth repeats old ones after ten weeks, which is
why sayings that are linked count as one time however far apart their articles are."""

_HEAD = 3
"""Characters of a sentence before a time that stands at its head: a quotation mark and a space."""
_BESIDE = 25
"""Characters between a verb of saying and the time that dates it: room for "said in a speech in Harl on Monday"."""
_MAYBE = re.compile(
    r"\d|day\b|week|month|year|yesterday|\bago\b|January|February|March|April|May|June|July|August|September|October|November|December",
)
"""What every expression holds that can date a stand; looked for first, since most sentences hold none."""


def told_at(document: Document, span: Span, said: Statement | None, texts: Texts) -> tuple[When | None, Span | None]:
    """The time that the text gives a stand, with its words; else the publication, or for a document that is dated ahead any time up to its fetching."""
    sentence = texts.around(said.cue if said and said.cue else span)
    if sentence and _MAYBE.search(document.text, sentence.start, sentence.end):
        for one in times(document, [sentence]):
            if _dates(one, sentence, said) and not _is_later(one.when, document):
                return one.when, one.span
    return _published(document), None


def may_be_one_time(one: When | None, other: When | None) -> bool:
    """Whether both can be of one moment, allowing for the days between a saying and its printing; the unknown excludes nothing."""
    if one is None or other is None:
        return True
    return _early(one).may_overlap(_early(other))


def _early(when: When) -> When:
    """The interval with the lag before it."""
    if when.earliest is None:
        return when
    return When(when.earliest - LAG, when.latest, when.precision)


def _dates(one: TimeExpression, sentence: Sentence, said: Statement | None) -> bool:
    if said is not None and any(piece.overlaps(one.span) for piece in said.content):
        return False
    if one.span.start - sentence.start <= _HEAD:
        return True
    cue = said.cue if said else None
    return cue is not None and -_BESIDE <= one.span.start - cue.end <= _BESIDE and one.span.end <= sentence.end


def _is_later(when: When, document: Document) -> bool:
    """Whether a time lies wholly after the publication or the fetching, and so is no time at which somebody can have said it."""
    return when.first_day is not None and when.first_day > last_told(document)


def _published(document: Document) -> When | None:
    if not is_dated_ahead(document):
        return document.published
    fetched = document.fetched_at
    return When.days(None, fetched.date(), Precision.RANGE, fetched.tzinfo or UTC)
