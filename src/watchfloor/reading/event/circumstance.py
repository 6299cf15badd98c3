"""Circumstances of an event as its sentence tells them: when, where, and what it was done to.

In go the triggers of one sentence and the time expressions and places found in the text, out comes what belongs to each
trigger. A time or a place goes with the trigger before it, and with those that stand in one list with that; one that
opens the sentence goes with every trigger behind it. The day on which somebody spoke is no date of the event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from watchfloor.model.span import Span
from watchfloor.model.when import Precision
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.aside import aside_of
from watchfloor.reading.event.trigger import Trigger
from watchfloor.reading.text.sentence import Sentence
from watchfloor.reading.time.time_expression import TimeExpression

_SPOKE = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|stated|warned|wrote|added|tweeted|posted|denied|accused|called|condemned|commented|replied"
    r"|responded|declared|insisted|interview|statement|speaking|briefing|conference|summoned|met|meeting)\b(?:\s+[\w’'-]+){0,4}[\s,]*(?:on|late|early|in|last|this)?\s*$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\b(?:re-?opened|re-?opening|re-?open|resum(?:e[ds]?|ing)|restored|restarted|repaired|returned|investigation|inquiry|probe|arrested|charged|convicted|sentenced|jailed|(?:finish|complet)(?:ed|ing)"
    r"|indicted|expelled|extradited|invoked|requested|convened|visited|filed|ruled|rejected|approved|voted|signed|pledged|vowed|promised|blamed|demanded|urged)\b"
    r"(?:\s+[\w’'-]+){0,5}[\s,]*(?:on|late|early|in|last|this)?\s*$",
    re.IGNORECASE,
)
"""What is done once an event is over, with its own day behind it: "The port reopened on Tuesday, hours after drones …"."""
_SAYS_THAT = re.compile(r"(?:said|says)(?:\s+that)?\s", re.IGNORECASE)
"""A verb of saying with a clause behind it: an event in that clause keeps the day behind it."""
_ASIDE = re.compile(
    r"[^\s,]+,?\s+(?:which|who)\s+(?:had\s+|has\s+|have\s+)?(?!(?:took place|taken place|happened|occurred|came|come|began|begun|started|hit|struck|killed|injured|wounded"
    r"|destroyed|damaged|cut|caused|forced|disrupted|shut|closed|left|knocked|crippled|shook|rocked|severed|affected|targeted|sparked|triggered|prompted|were|was)\b)\w+",
    re.IGNORECASE,
)
"""A relative clause on something else than the event: "detained the ship Torhaven, which left port on Monday"."""
_UNTIL = re.compile(
    r"\b(?:until|till|by\s+the\s+time|before\s+(?!dawn|sunrise|daybreak|sunset|dusk|noon|midday|midnight|[\d:.]+\s*(?:[ap]\.?m|o|on|local|GMT|UTC)))",
    re.IGNORECASE,
)
"""What stands between an event and the time at which it, or what came of it, was over: "had been cut until repairs were finished on …"."""
_TILL = re.compile(r"(?:until|till)\b", re.IGNORECASE)
_AND_THEN = re.compile(r"\band\s*(?:then\s*)?(?:(?:on|in|late|early)\s+)*$", re.IGNORECASE)
_DID = re.compile(r",?\s+(?:[\w’'-]+\s+){0,6}?(?:\w{2,}ed|took|went|cut|broke|began|sent|shot|hit|found|caught|held)\b")
"""What a time stands between where it opens a second clause: "opened an inquiry into sabotage and on Tuesday seized …", "… and on Tuesday, three jets crossed …"."""
_CREDIT = re.compile(
    r"[^\n]{0,60}?(?:/Handout|[Hh]andout (?:via|by)|REUTERS/|/ ?REUTERS|Reuters/|AFP/|/ ?AFP|EPA/|/ ?EPA|AP Photo|\(AP\)|Getty Images|[Pp]hoto by|File [Pp]hoto|NO RESALES)"
)
"""What follows the day on which a picture was taken."""
_OCCURRED = re.compile(r"\s+(?:\w+ly\s+)?(?:occurred|happened|took place|came about|unfolded)\b[^.;:,]{0,30}$")
"""What stands between words that point back at an event and the time that dates it."""
_SPEAKS_NEXT = re.compile(
    r",?\s+(?:[\w’'-]+\s+){0,10}(?:said|told|announced|reported|confirmed|stated|warned|wrote|accused|denied|called|condemned"
    r"|jailed|sentenced|convicted|indicted|charged|acquitted)\b",
    re.IGNORECASE,
)
"""What a day at the beginning is the day of, if it is not the event's: of what somebody said, or of a court."""
_DATELINE = re.compile(r"\W*[A-Z][A-Z./ -]{2,30},?\s*(?:on\s+)?")
_DASH = re.compile(r"\.?\s*(?:\([^()]{1,20}\)\s*)?(?:[–—]|--?\s)")
"""What stands before and behind the day of a dateline, on which the article was sent: "TORHAVEN, 10 March (Agency) –"."""
_SPEAKER_AT = re.compile(
    r"[^.;:]{0,40}?\b(?:said|says|told|announced|reported|confirmed|stated|warned|wrote|accused|denied)\b",
    re.IGNORECASE,
)
"""What follows a place where somebody spoke: "a spokesman in Torhaven said that …"."""
_SAID_AT = re.compile(r"\s+(?:\w+ly\s+)?(?:said|says|told|announced|confirmed|stated|warned|added)\b")
"""The same behind the event: "\"It was jammed,\" a spokesman in Torhaven said"."""
_WHY = re.compile(
    r"\b(?:because|although|though|whereas|while|as (?:it|he|she|they|we|the|this|such))\b"
    r"|,\s+(?:and\s+)?(?:an?|two|three|several)\s+(?:[\w-]+\s+){1,2}(?:was\s+|were\s+)?(?!said|reported|confirmed|added|stated)\w+ed\b",
    re.IGNORECASE,
)
"""Where another clause begins, whose places are not the event's."""
_AT = re.compile(
    r"\b(?:(?:north|south|east|west)\w* of|in|over|near|across|off|at|into|outside|between|around|above|throughout|inside|along|towards?|through|under|within|beneath|against)"
    r"\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}(?:airports?|ports?|airspace|waters|territory|border|coast|skies|capital|city|base|station|railway)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|and|or|/|&)?\s*(?:and|or)?\s*(?:the\s+)?(?:in\s+|near\s+)?", re.IGNORECASE)
_LISTED = re.compile(r"\s*,?\s*(?:(?:and|or|to)\s+)?(?:[\w’'-]+\s+){0,2}", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s+(?:(?:against|on|targeting|at|to|of|into|within|in)\s+)?(?P<target>(?:(?!(?:in|on|at|by|after|before|that|which|who|and|during|since|for|with|from|as|was|were|is|are|has|have|had|said|earlier|last|this|to|of|but|while|when|over|across)\b)[\w’'/-]+\s?){1,6})",
    re.IGNORECASE,
)
_TAKES_OBJECT = re.compile(r"(?:\s+(?:against|targeting|on)\s)", re.IGNORECASE)


_OPENING = 12
"""Characters into a sentence at which a time still opens it: "Early on Monday", "In late May"."""
_CLOSE = 40
"""Characters between a time and the event behind it; further apart the time dates what stands between."""


def dated(
    text: str, sentence: Sentence, mine: Trigger, beside: Sequence[Trigger], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The time expression of `sentence` that dates `mine`, one of the triggers `beside` each other in it; the nearest one."""
    fitting = [
        t
        for t in times
        if _inside(t.span, sentence)
        and _on_one_side(text, sentence, mine.start, t.span.start)
        and not _is_of_speech(text, sentence, mine, t.span)
        and not _is_of_another_clause(text, sentence, mine, t.span)
        and not (_DATELINE.fullmatch(text, sentence.start, t.span.start) and _DASH.match(text, t.span.end))
        and not _CREDIT.match(text, t.span.end)
        and not (_is_of_days(t) and _SPEAKS_NEXT.match(text, t.span.end, sentence.end))
        and _is_near(t.span, sentence, mine)
        and _belongs(text, t.span, mine, beside)
    ]
    return min(fitting, key=lambda t: _distance(t.span, mine), default=None)


def dated_again(text: str, sentence: Sentence, end: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time that dates an event to which words up to `end` point back: "The incident occurred on Monday"."""
    behind = (t for t in times if end <= t.span.start and _inside(t.span, sentence))
    first = next(behind, None)
    return first if first and _OCCURRED.match(text, end, first.span.start) else None


def located(
    text: str, sentence: Sentence, mine: Trigger, beside: Sequence[Trigger], places: Sequence[Where]
) -> tuple[Where, ...]:
    """The places of `sentence` where `mine` is said to be, in order."""
    found: list[Where] = []
    last_end = -1
    for place in sorted((p for p in places if _inside(p.span, sentence)), key=lambda p: p.span):
        if place.span.end <= mine.start and _SPEAKER_AT.match(text, place.span.end, mine.start):
            continue
        if not _on_one_side(text, sentence, mine.start, place.span.start):
            continue
        if mine.end <= place.span.start and (_is_aside(text, mine, place.span) or _SAID_AT.match(text, place.span.end)):
            continue
        goes_on = last_end >= 0 and _AND.fullmatch(text, last_end, place.span.start)
        if goes_on or (_is_place_of_event(text, sentence, mine, place) and _belongs(text, place.span, mine, beside)):
            found.append(place)
            last_end = place.span.end
    return tuple(found)


def targeted(text: str, sentence: Sentence, mine: Trigger) -> tuple[int, int] | None:
    """Offsets of what `mine` was done to, where the words after it say so ("against …", "targeting …", "on …").

    Word order only: a plain verb right behind the noun phrase may be taken along.
    """
    if not _TAKES_OBJECT.match(text, mine.end, sentence.end):
        return None
    found = _OBJECT.match(text, mine.end, sentence.end)
    if found is None:
        return None
    start, end = found.span("target")
    return start, start + len(text[start:end].rstrip())


def is_listed(text: str, first: Trigger, second: Trigger) -> bool:
    """Whether `second` follows `first` in one list: "sabotage, cyberattacks and repeated incursions"."""
    return (
        first.sentence == second.sentence
        and first.end <= second.start
        and _LISTED.fullmatch(text, first.end, second.start) is not None
    )


def _is_of_speech(text: str, sentence: Sentence, mine: Trigger, time: Span) -> bool:
    """Whether somebody spoke at a time; "police said the blast on Monday" dates the blast."""
    spoke = _SPOKE.search(text[sentence.start : time.start])
    if spoke is None:
        return False
    told = _SAYS_THAT.match(text, sentence.start + spoke.start())
    return told is None or not (told.end() <= mine.start and mine.end <= time.start)


def _is_of_another_clause(text: str, sentence: Sentence, mine: Trigger, time: Span) -> bool:
    """Whether a time is that of what was done once the event was over, of an aside, or of a second clause."""
    done = _AFTERWARDS.search(text[sentence.start : time.start])
    if done and not (sentence.start + done.start() <= mine.start < time.start):
        return True
    if mine.end > time.start:
        return False
    if _UNTIL.search(text, mine.end, time.start) or _TILL.match(text, time.start):
        return True
    then = _AND_THEN.search(text, mine.end, time.start) and _DID.match(text, time.end, sentence.end)
    return bool(then) or _ASIDE.search(text, mine.end, time.start) is not None


def _is_aside(text: str, mine: Trigger, place: Span) -> bool:
    """Whether a place behind the event stands in another clause."""
    return bool(_WHY.search(text, mine.end, place.start) or _ASIDE.search(text, mine.end, place.start))


def _on_one_side(text: str, sentence: Sentence, one: int, other: int) -> bool:
    """Whether two characters both tell of what the sentence is about, or both of an event weeks from it."""
    return aside_of(text, sentence, one) == aside_of(text, sentence, other)


def _is_of_days(time: TimeExpression) -> bool:
    """Whether a time is one on which somebody may have spoken; nobody speaks for a year ("In 2024 the port was accused of …")."""
    return time.when.precision not in {Precision.YEAR, Precision.MONTH}


def _inside(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end


def _is_near(span: Span, sentence: Sentence, mine: Trigger) -> bool:
    """Whether a time before the event opens the sentence or stands close; one behind it may stand anywhere."""
    return span.start > mine.start or span.start - sentence.start <= _OPENING or mine.start - span.end <= _CLOSE


def _distance(span: Span, mine: Trigger) -> int:
    return max(span.start - mine.end, mine.start - span.end, 0)


def _is_place_of_event(text: str, sentence: Sentence, mine: Trigger, place: Where) -> bool:
    start, end = place.span.start, place.span.end
    if mine.start <= start and end <= mine.end:
        return True
    if place.precision is PlacePrecision.SITE or _SITE.match(text, end, sentence.end):
        return True
    return bool(_AT.search(text[sentence.start : start]))


def _belongs(text: str, span: Span, mine: Trigger, beside: Sequence[Trigger]) -> bool:
    """Whether what stands at `span` goes with `mine` and not with another trigger of the sentence."""
    before = [t for t in beside if t.start <= span.start]
    if not before:
        return True
    nearest = before[-1]
    if mine is nearest:
        return True
    if mine.start > nearest.start:
        return False
    chain = [t for t in before if t.start >= mine.start]
    return all(is_listed(text, a, b) for a, b in pairwise(chain))
