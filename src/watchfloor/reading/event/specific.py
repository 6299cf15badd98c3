"""Specific: whether words tell of one event, or of a kind of events.

In go the words that name an event with what stands around them, its status, time and place; out comes yes or no. It goes by
articles, number and tense; what the event is, and which words speak of one, is decided in `trigger` and `event`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from watchfloor.model.claim import Status
from watchfloor.model.document import Document
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.scope import scope
from watchfloor.reading.event.trigger import Trigger
from watchfloor.reading.text.sentence import Sentence
from watchfloor.reading.time.time_expression import TimeExpression

_DAYS_OF_ONE_EVENT = 7
"""An event dated to more days than these is told as a pattern ("in recent months") as often as not."""
_ONE = re.compile(
    r"(?:\b(?:an?|the|this|that|one|its|their|his|her)|['’]s)\s+"
    r"(?:(?!(?:is|are|was|were|be|has|have|had|to|of|in|on|that|who|which|plans?|not|will|would|may|could)\b)[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""An article with nothing but adjectives behind it; "that China is allowing oil into …" names no one thing."""
_OF_ONE = re.compile(r"^[A-Z][\w-]+['’]s?\s")
"""A possessive within the trigger itself: "Norland's invasion of …"."""
_MANY = re.compile(
    r"\b(?:repeated|multiple|several|various|numerous|dozens of|hundreds of|many|frequent|series of|string of|wave of|spate of|surge in|constant|relentless|increasing|cases of|any|such)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:[^s\W]s|ies|drones|incidents)$", re.IGNORECASE)
_PLURAL_HEAD = re.compile(r"(?:[\w-]+\s+)?[\w-]*[^s\W]s\s+(?:that|which|were|are|have)\b", re.IGNORECASE)
_MASS = re.compile(
    r"(?:warfare|sabotage|arson|jamming|spoofing|interference|disinformation|misinformation|espionage|spying|vandalism|propaganda"
    r"|bombardment|shelling|pressure|aggression|probing|activity|influence|meddling|subversion|gunfire|manipulation|war|ransomware|ddos)$",
    re.IGNORECASE,
)
_CRAFT = re.compile(r"\b(?:plane|airliner|jet|flight|helicopter|ship|vessel|tanker|ferry)\b(?!['’-])", re.IGNORECASE)
_ONE_CRAFT = re.compile(
    rf"(?:\b(?:an?|the|this|that|his|her|its|one)|['’]s)\s+(?:[\w’'-]+\s+){{0,2}}(?:{_CRAFT.pattern}|aircraft\b)",
    re.IGNORECASE,
)
"""What was jammed: the jamming of one plane is one event, whatever noun names it; a headline leaves out the article."""
_NAVIGATION = "gnss"
"""The event of the lexicon by which craft lose their way."""
_PERFECT = re.compile(r"\b(?:have|has) been\b|ing\b", re.IGNORECASE)
_GERUND = re.compile(r"(?!poisoning|bombing|shooting|stabbing|killing)\w+ing\b", re.IGNORECASE)
_OF_ONE_THING = re.compile(
    r"(?:damage|harm|attack|explosion|blast|interference|incident|sabotage)\s+(?:to|of|on|at|with|against)\s+(?:an?|the|another|one)\s+(?:[\w’'-]+\s+){0,3}[\w-]*[^s\W]$",
    re.IGNORECASE,
)
"""What was done to one thing is one event: "damage to a cable"."""
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
_AGAIN = re.compile(
    r"\b(?:\d+|dozens of|several|many|numerous|multiple|repeated|three|four|five|six|seven|eight|nine|ten)\s+(?:times|occasions)\b",
    re.IGNORECASE,
)
"""How often, behind or before an event: what was done thirty times is no one event."""
_TAKEN_TO = 90
"""Characters behind an event in which it may be said how often."""
_DESCRIBES = re.compile(
    r"(?:^|[,:;—–]|\b(?:of|and|or|by|with|from|including|against|to|over|after|as))\s*[\"“‘]?$", re.IGNORECASE
)
_DESCRIBED = re.compile(
    r"(?:\w+ed|stolen|broken|blown|hit|cut)\s+(?!(?:the|an?|its|their|his|her|our|up|off|down|by|on|in|at)\b)(?:[\w’'-]+\s+){0,3}[\w-]*[^s\W]s",
    re.IGNORECASE,
)
"""A participle that describes a bare plural and tells of no one event: "sliced data cables", in a list."""
_REACH = 40
"""Characters before a trigger that can hold its article and adjectives."""
_WAR = "war"
"""The event of the lexicon whose mass noun ("the war in …") is one thing."""
_MONTH_LONG = 31
"""Days beyond which a plural is no one event, be it told in the past tense: "missiles flew over … in August and September"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words that name an event, those `ahead` of them in the sentence and right `before` them, the `clause` with what follows it closely, and whether they stand in the headline."""

    words: str
    ahead: str
    before: str
    lead: str
    clause: str
    event: str
    headline: bool

    @classmethod
    def of(cls, document: Document, sentence: Sentence, trigger: Trigger) -> Self:
        """The trigger's words in their sentence."""
        text = document.text
        first, _ = scope(text, sentence, trigger.start, trigger.end)
        headline = bool(document.headline) and text[sentence.start : sentence.end].strip() == document.headline
        return cls(
            words=text[trigger.start : trigger.end],
            ahead=text[sentence.start : trigger.start],
            before=text[max(sentence.start, trigger.start - _REACH) : trigger.start],
            lead=text[first : trigger.end],
            clause=text[first : min(sentence.end, trigger.end + _TAKEN_TO)],
            event=trigger.event,
            headline=headline,
        )


def is_specific(said: Words, told: Status, when: TimeExpression | None, where: Sequence[Where]) -> bool:
    """Whether the words tell of one event and not of a kind of events.

    What only might happen, what is usual and what was done many times is a kind; dated to a week or less it is one event.
    """
    if told is Status.HYPOTHETICAL or _HABIT.search(said.lead) or _AGAIN.search(said.clause):
        return False
    if when is not None and length(when) <= _DAYS_OF_ONE_EVENT:
        return True
    craft = _CRAFT if said.headline else _ONE_CRAFT
    if said.event == _NAVIGATION and told is not Status.PLANNED and craft.search(said.clause):
        return True
    many = _MANY.search(said.before) or (_MASS.search(said.words) and said.event != _WAR)
    return told is not Status.PLANNED and not many and _is_one(said, when, where)


def length(time: TimeExpression) -> float:
    """Days from the first to the last moment of a time; infinite where one is open."""
    if time.when.earliest is None or time.when.latest is None:
        return float("inf")
    return (time.when.latest - time.when.earliest).total_seconds() / 86_400


def _is_one(said: Words, when: TimeExpression | None, where: Sequence[Where]) -> bool:
    """One thing with an article, or something finite that was done to more than a bare plural."""
    words, days = said.words, length(when) if when is not None else None
    if _DESCRIBED.fullmatch(words) and _DESCRIBES.search(said.ahead):
        return _is_placed(where)
    if _FINITE.search(words):
        many = re.match(r"(?:[\w-]+\s+)?[\w-]+s\b", words) is not None
        over_months = days is not None and _MONTH_LONG < days < float("inf")
        once = _PERFECT.search(words) is None or bool(_COUNTED.search(said.before)) or _is_placed(where)
        return not many or (once and not over_months)
    if _PLURAL.search(words) or _PLURAL_HEAD.match(words):
        return _is_placed(where) and days is not None and days <= _MONTH_LONG
    named = bool(_ONE.search(said.before) or _OF_ONE.match(words) or _OF_ONE_THING.match(words)) or said.headline
    return named and not _GERUND.match(words)


def _is_placed(where: Sequence[Where]) -> bool:
    """Whether the event lies at a spot and not merely in a country."""
    return any(place.precision in {PlacePrecision.CITY, PlacePrecision.SITE} for place in where)
