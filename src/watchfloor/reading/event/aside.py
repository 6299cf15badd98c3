"""Aside: the words of a sentence that date it by another event, weeks or years away from its own.

In goes a sentence, out come the stretches that tell of the other event ("a month after two cables were severed …"), each with the shortest time
that it lies back. Which event is told elsewhere, and what a count in such a stretch is a count of, is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from watchfloor.model.document import Document
from watchfloor.model.when import Precision, When
from watchfloor.reading.text.sentence import Sentence
from watchfloor.reading.time.time_expression import TimeExpression

_COUNTS = {
    word: number
    for number, words in enumerate(
        "a an one|two few couple several|three|four|five|six|seven|eight|nine|ten|eleven|twelve".split("|"), start=1
    )
    for word in words.split()
}
"""How many units a word stands for at least."""
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}
_INTERVAL = re.compile(
    r"\b(?P<words>(?P<loose>(?:(?:just|only|barely|little|exactly|some|about|around|almost|nearly|roughly|less|more|over|under|than|the)\s+)*)"
    rf"(?:(?:(?:a|the)\s+)?(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})\s+(?:of\s+)?(?P<unit>{'|'.join(_DAYS)})s?|(?P<many>{'|'.join(_DAYS)})s))"
    r"\s+(?P<way>after|before|since|following|prior\s+to)\s+",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[,;:()—]|\s[–-]\s")
"""Where the aside ends."""
_LESS = re.compile(r"\b(?:less|under)\b", re.IGNORECASE)
_ROUGHLY, _SOME_OF_IT = 0.75, 0.5
"""Shares of an interval that have passed at least where it is told in round numbers, and where less of it has passed."""
_LONG = timedelta(days=5)
"""What lies back less than this may be what the article is about: "seized the ship two days after the cable broke"."""
_NOUN = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, slots=True)
class Aside:
    """Characters `start` to `end` tell of an event that took place at least `back` before the sentence's own; `interval` are the offsets of the words that say so."""

    start: int
    end: int
    interval: tuple[int, int]
    back: timedelta

    def holds(self, position: int) -> bool:
        """Whether a character of the text stands in it."""
        return self.start <= position < self.end


def asides(text: str, sentence: Sentence) -> tuple[Aside, ...]:
    """The asides of `sentence`, in order: what it tells to have been weeks or more before its own event, or after it."""
    found = (_aside(text, sentence, one) for one in _INTERVAL.finditer(text, sentence.start, sentence.end))
    return tuple(one for one in found if one)


def aside_of(text: str, sentence: Sentence, start: int) -> Aside | None:
    """The aside in which the character `start` stands."""
    return next((one for one in asides(text, sentence) if one.holds(start)), None)


def is_of_another(text: str, sentence: Sentence, aside: Aside, words: str) -> bool:
    """Whether the rest of the sentence tells of a thing that `words` in the aside name too, so that they are of a second one."""
    rest = f"{text[sentence.start : aside.interval[0]]} {text[aside.end : sentence.end]}"
    return not _nouns(words).isdisjoint(_nouns(rest))


def lying_back(document: Document, aside: Aside) -> TimeExpression | None:
    """The time of what an aside tells: some time up to as long before publication as it says; None where that is not known."""
    latest = document.published.latest if document.published else None
    if latest is None or not aside.back:
        return None
    try:
        when = When(None, latest - aside.back, Precision.RANGE)
    except OverflowError:
        return None  # "ninety decades after" lies before the calendar of a document of long ago
    return TimeExpression(document.span(*aside.interval), when)


def _aside(text: str, sentence: Sentence, one: re.Match[str]) -> Aside | None:
    count = one["count"].lower() if one["count"] else "two"
    number = int(count) if count.isdigit() else _COUNTS[count]
    length = timedelta(days=number * _DAYS[(one["unit"] or one["many"]).lower()])
    if length < _LONG:
        return None
    closed = _CLOSES.search(text, one.end(), sentence.end)
    found = Aside(
        start=one.end(),
        end=closed.start() if closed else sentence.end,
        interval=one.span("words"),
        back=length * (_SOME_OF_IT if _LESS.search(one["loose"]) else _ROUGHLY),
    )
    return found if one["way"].lower() not in {"before", "prior to"} else replace(found, back=timedelta(0))


def _nouns(words: str) -> frozenset[str]:
    return frozenset(word.lower().removesuffix("s") for word in _NOUN.findall(words))
