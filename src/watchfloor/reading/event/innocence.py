"""Innocence: words that have the form of an accusation and hold nobody responsible.

In go a text and the words of the lexicon with the actor they would blame, out comes whether they blame nobody after all: a cable "links" two
places, "two suspects fled to Norland", a threat "posed by" somebody is no event. Doubt and denial are read in `doubt`, the
words for an event themselves in `agent`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINKS = re.compile(r"(?:link|connect|tied|tying)\w*\b", re.IGNORECASE)
_WAY = re.compile(
    r"\b(?:cables?|(?:power|transmission|fib(?:re|er)|data|internet|electricity|telecoms?|railway|rail|ferry|gas|oil|train|bus|air|sea|supply|shipping)\s+(?:lines?|links?|connections?|routes?)"
    r"|pipelines?|interconnectors?|roads?|motorways?|highways?|bridges?|tunnels?|canals?|corridors?|routes?|ferr(?:y|ies)|railways?|lines?|grids?|networks?"
    r"|services?|waterways?|straits?|\w+link(?:\s\d)?)\b",
    re.IGNORECASE,
)
"""What links places: it can be cut, and joins nobody to a deed."""
_JOINED = re.compile(
    r"\w+\s+(?:the\s+)?(?:(?:[\w’'-]+\s+){0,2}(?:country|mainland|islands?|capital|cit(?:y|ies)|states?|nations?|continent|ports?|grids?|region|exclave)"
    r"|(?:[A-Z][\w’'.-]*\s+(?:and\s+)?){1,4}[\w’'-]*)\s*(?:with|to|and)\b",
)
"""The object of what links places is a place: "linking Norland with", "links the capital to"."""
_OF_WAY = re.compile(
    r"(?:,?\s+(?:that|which|is|are|was|were|has|have|had|been|being|also|directly|currently|once|still|\w+ly)\b)*\s+$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:attacks?|damages?|incidents?|sabotage|blasts?|explosions?|disruptions?|outages?|interference|jamming|operations?|campaigns?|fires?|cuts?|severing|ruptures?"
    r"|plots?|crimes?|cases?|hacks?|breach(?:es)?|intrusions?|arson)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:it|them|this|these|those)\b", re.IGNORECASE)
_SUSPECTS = re.compile(r"suspects?", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|more|other|both|all|many|main|prime|chief|key|possible|potential|male|female"
    r"|alleged|identified|detained|arrested|terror|bombing|murder|as|as an?|of)\s+)$",
    re.IGNORECASE,
)
"""What makes the word behind it people who are suspected: "two suspects", "a possible suspect"."""
_OF_WHAT = re.compile(r"(?:posed|run|controlled)\s+by", re.IGNORECASE)
"""What is posed or run may be anything: a risk, a firm."""
_NEAR_EVENT = 40
"""Characters between the words for an event and "posed by" in which the event is still the threat that somebody poses."""
_FOR_OTHERS = re.compile(r"on\s+behalf\s+of", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\b(?:sp(?:eak|oke)\w*|sa(?:id|ys?|ying)|told|statement|express\w*|apologi\w*|thank\w*|sign\w*|condemn\w*|welcom\w*|issu\w*|appeal\w*|appl(?:y|ied)"
    r"|announc\w*|ask(?:ed|s|ing)?|promis\w*|wrote|written|lett?ers?|filed|negotiat\w*)\b",
    re.IGNORECASE,
)
_ON_BOTH_SIDES = 45
"""Characters beside "on behalf of Norland" in which somebody speaks, and does nothing else, for Norland."""
_ANOTHER = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+)?(?:foes?|rivals?|enem(?:y|ies)|opponents?|adversar(?:y|ies)|critics?|neighbou?rs?|all(?:y|ies)|victims?|targets?)\b",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"\s+to\s+(?:have\s+been|be(?!\s+(?:\w+ly\s+)?(?:behind|responsible|involved|the\s+(?:culprit|perpetrator|work|cause))))\b",
    re.IGNORECASE,
)
"""What was done to somebody, or what they are: "is suspected to have been severed"."""
_PLACED = re.compile(
    r"\b(?:over|in|near|at|off|across|outside|inside|around|between|within|along|through|into|towards?)\s+(?:the\s+|[a-z]+ern\s+)?$"
    r"|\b(?:belong(?:s|ed|ing)?\s+to|flags?\s+of|flagged\s+(?:in|to|under)|(?:linked|tied)\s+to)\s+(?:(?:the|an?|[\w-]+)\s+){0,4}$"
    r"|\b(?:owned|chartered|operated|managed|registered|built|run|led|headed|founded)\s+(?:and\s+\w+\s+)?(?:by|in)\s+(?:(?:the|an?|[\w-]+)\s+){0,3}$",
    re.IGNORECASE,
)
"""In front of a place, or of an owner, of what is the subject: "jamming over Norland, suspected by …"."""
_GOVERNED = re.compile(
    r"\b(?:over|in|near|at|off|across|outside|inside|within|along|through|into|towards?|to|by|with|against|for|on|than|accus\w+)\s+(?:(?:the|an?|both|various|several)\s+)*$",
    re.IGNORECASE,
)
_GERUND = re.compile(r"\bof\s+$", re.IGNORECASE)
"""Behind "accused Norland of": the words that follow are its deed, and `accused` has been read."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
"""In front of a verb: to its subject it was done."""
_MISHAP = re.compile(
    r"\b(?:issues?|problems?|faults?|errors?|failures?|glitch(?:es)?|bugs?|defects?|malfunctions?|mistakes?|weather|accidents?)\b",
    re.IGNORECASE,
)
"""What was nobody's deed, between words that trace an event and whose it was: "attributed to issues at Norland's depot"."""
_RESPONSIBILITY = re.compile(r"responsibility\s+of", re.IGNORECASE)
_DUTY = re.compile(r"\b(?:is|are|be|remains?)\s+(?:(?:the|a)\s+)?(?:[a-z]+\s+)?$", re.IGNORECASE)
"""In front of a responsibility that is somebody's duty: "is the responsibility of the police"."""
_FOR = re.compile(r"\s+for\s+", re.IGNORECASE)
_FOR_DEED = re.compile(r"(?:it|this|that|them)\b(?!\s+\w)|\d|(?:the\s+)?(?:deaths?|killing|murder)", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no(?:t\s+(?:a|one)|ne|body)?)\b", re.IGNORECASE)
_NO_ONE = re.compile(r"\b(?:no|none of|neither|no other)\s+(?:the\s+)?$", re.IGNORECASE)
_INQUIRIES = (
    r"investigat\w+|prob(?:es?|ing)|inquir(?:y|ies)|enquir(?:y|ies)|charges|prosecutions?|trials?|hearings?|suspicions?"
)
_INQUIRY_FIRST = re.compile(
    rf"(?:[\w’'-]+\s+){{0,2}}(?:{_INQUIRIES}|repairs?|maintenance|security|protection|protecting|monitoring)\b",
    re.IGNORECASE,
)
"""What an office is responsible for, be it after a deed: "the investigation into the blast"."""
_INQUIRY = re.compile(rf"\b(?:{_INQUIRIES})\b", re.IGNORECASE)
_REACTION = re.compile(
    rf"\b(?:{_INQUIRIES}|cases?|proceedings?|allegations?|claims?|warnings?|alerts?|fears?|drills?|exercises?|search(?:es)?|raids?|patrols?|missions?|protests?"
    r"|defen[cs]es?|sanctions|laws?|bill|summit|meetings?|talks|reviews?|response|crackdown|manhunt|hunt)\b",
    re.IGNORECASE,
)
"""What is done about an event, by those whom it befell or who look into it."""
_ABOUT = re.compile(
    r"\b(?:into|after|against|over|about|for|following|from|amid|because|before|during|since|despite|to\s+(?:the|an?|this|that|its|their)|when|while|whose|on|with)\b|[,;:]",
    re.IGNORECASE,
)
"""Between a verb and the words for an event: these are not its object."""
_BEHIND_NOUN = re.compile(
    r"[\"”’]?(?:\s+(?:criminal|court|police|terror\w*|federal|formal|legal|preliminary|related))?\s+[\w-]+",
    re.IGNORECASE,
)
"""The words in which an event goes on: "sabotage criminal case", "arson charges"."""


def blames_nobody(
    text: str, start: int, cue: tuple[int, int], who: tuple[int, int], events: Sequence[tuple[int, int]]
) -> bool:
    """Whether words at `cue` with the actor at `who` behind them hold nobody responsible, in a sentence from `start` with these `events`."""
    words, before = text[slice(*cue)], text[start : cue[0]]
    if re.search(r"[,;:—]", text[cue[1] : who[0]]) or _ANOTHER.match(text, who[1]):
        return True
    if _MISHAP.search(text, cue[1], who[0]) or (_RESPONSIBILITY.fullmatch(words) and _DUTY.search(before)):
        return True
    if _SUSPECTS.fullmatch(words) and _COUNTED.search(before):
        return True
    if _OF_WHAT.fullmatch(words):
        return not any(start <= begin and 0 <= cue[0] - end <= _NEAR_EVENT for begin, end in events)
    if _FOR_OTHERS.fullmatch(words):
        beside = (
            text[max(start, cue[0] - _ON_BOTH_SIDES) : cue[0]],
            text[who[1] : who[1] + _ON_BOTH_SIDES].split(",", maxsplit=1)[0],
        )
        return any(_SPEAKS.search(words) for words in beside)
    return _LINKS.match(words) is not None and _links_places(text, start, cue[0], who[0])


def _links_places(text: str, start: int, at: int, end: int) -> bool:
    """Whether a way for goods, people or power links what stands between `at` and `end`, and not a deed."""
    if _DEED.search(text, at, end):
        return False
    ways = tuple(_WAY.finditer(text, start, at))
    if not ways:
        return False
    if _OF_WAY.fullmatch(text, ways[-1].end(), at):
        return True
    return _JOINED.match(text, at, end) is not None and not _POINTS_BACK.search(text, at, end)


def suffers(text: str, start: int, cue: tuple[int, int], who: tuple[int, int]) -> bool:
    """Whether the actor at `who`, in front of a passive that accuses, is not its subject, or is what a deed was done to."""
    return _PASSED_ON.match(text, cue[1]) is not None or _PLACED.search(text[start : who[0]]) is not None


def did_not(text: str, start: int, cue: tuple[int, int], who: tuple[int, int]) -> bool:
    """Whether the actor at `who`, in front of words for having done it, is not their subject, or is nobody at all."""
    before = text[start : who[0]]
    governed = _GOVERNED.search(before) or _NO_ONE.search(before) or _NOBODY.match(text, who[0])
    return bool(governed) or _GERUND.search(text[who[1] : cue[0]]) is not None


def is_duty(text: str, cue: tuple[int, int], events: Sequence[tuple[int, int]]) -> bool:
    """Whether words at `cue` tell of an office and of none of the `events`: "is responsible for border control"."""
    what = _FOR.match(text, cue[1])
    if what is None or not text[slice(*cue)].lower().endswith("responsible"):
        return False
    at, last = what.end(), what.end() + _NEAR_EVENT
    if _INQUIRY_FIRST.match(text, at):
        return True
    told = _FOR_DEED.match(text, at) or _DEED.search(text, at, last)
    return not told and not any(at <= start < last for start, _ in events)


def is_done_to(text: str, cue: tuple[int, int], who: tuple[int, int]) -> bool:
    """Whether the verb at `cue` is a passive, so that the actor at `who` in front of it did nothing: "the crew was sent home"."""
    done = _PASSIVE.search(text[who[1] : cue[0]]) is not None
    return done and not text[cue[0] : cue[1]].lower().endswith("ing")


def looks_into(text: str, verb: int, event: tuple[int, int]) -> bool:
    """Whether what was launched, ordered or sent is about an event and not the event: "launched a sabotage investigation"."""
    if _ABOUT.search(text, verb, event[0]) or _REACTION.search(text, verb, event[0]):
        return True
    return is_looked_into(text, event)


def is_looked_into(text: str, event: tuple[int, int]) -> bool:
    """Whether the words for an event only name an inquiry or a case: "sabotage investigation", "arson charges"."""
    if _INQUIRY.search(text, *event):
        return True
    behind = _BEHIND_NOUN.match(text, event[1])
    return behind is not None and _REACTION.search(text, event[1], behind.end()) is not None
