"""Credits: where a document says that words or news come from somebody else's pages.

In goes a document, out come its credits, each on the words that give it: an interview with an outlet ("told the Norland Gazette"), a report of
one ("according to Norland Radio"), an agency at the head or foot, a translation or reprint, a post on a network. Seen are outlets that `press_name` knows and those that
the article calls one ("the daily Kveldsposten"), and only where one of these forms names them: "the paper said", links and pictures' credits are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from watchfloor.model.document import Document
from watchfloor.model.span import Span
from watchfloor.record.source.press_name import agencies, pattern, press_key, press_named


class CreditKind(Enum):
    """What a credit is for."""

    INTERVIEW = auto()
    """Words spoken to an outlet."""
    REPORT = auto()
    """News that an outlet reports."""
    WIRE = auto()
    """The whole article, to an agency."""
    TRANSLATION = auto()
    """The whole article, translated or reprinted."""
    POST = auto()
    """Words posted on a network; of the name of the network alone, whoever reads it there."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One credit: the outlet, its key, the words that give it, and the sentence around them as offsets."""

    kind: CreditKind
    outlet: str
    key: str
    span: Span
    sentence: tuple[int, int]

    @property
    def is_whole(self) -> bool:
        """Whether it is for the whole article."""
        return self.kind in {CreditKind.WIRE, CreditKind.TRANSLATION}


_KIND_OF_PRESS = (
    r"(?:the|a|an|its|his|her|their|their|sister|state|state-run|state-owned|public|private|local|national|regional|business|financial|online|"
    r"influential|leading|popular|conservative|liberal|independent|news|newspaper|daily|weekly|broadcaster|agency|wire|channel|outlet|magazine|"
    r"network|website|portal|site|paper|tabloid|television|radio|TV|station|service|programme|program|public broadcaster|"
    r"[A-Z][a-z]+(?:ish|an|ese|ch|sh|ek|ic|ss|li|qi)|US|U\.S\.|UK|EU|[A-Z][a-z]+[’']s)"
)
"""What may stand between the words of credit and the name: "told the British newspaper The …", and no other word."""
_FILLER = rf"(?:{_KIND_OF_PRESS}[ .,:]{{1,2}}){{0,5}}?[\"“‘']?"
_DAYS = "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ON = rf"(?:,? (?:on |late |early )*(?:{_DAYS}|today|yesterday|earlier|(?:last|this) (?:week|month|year))(?:,? (?:\d{{1,2}} (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}}))?)?,?"
"""When it was published, which may stand between the verb and the outlet."""
_PUBLISHED = rf"(?:published|printed|aired|broadcast|shown|released|carried){_ON}"
_PRESS = "newspaper|daily|weekly|tabloid|magazine|broadcaster|news agency|agency|news site|website|portal|TV channel|TV station|radio station|channel|station|outlet"
_CALLED_SO = (
    rf"(?:{_KIND_OF_PRESS}[ .,:]{{1,2}}){{0,4}}?(?:[A-ZÀ-Ž][\w’-]+ )?(?:{_PRESS}) [\"“‘]?"
    rf"(?P<called>(?:(?!{_DAYS}|{_MONTHS})[A-ZÀ-Ž][\w’-]{{1,30}}[ ]?\b){{1,3}})(?! ?(?:would|will|was|is|has|had|were|are|should|could|must|can|did|does|may|might)\b)(?<! )"
)
"""An outlet that no table has, under the name that the article gives it: "the Norland daily Kveldsposten"; not "told the agency Norland would pay"."""
_REACH = 90
"""Characters before a verb in which the name that is its subject stands."""
_INTERVIEW = (
    rf"\b(?:interview,? (?:(?:that|which) )?(?:was )?{_PUBLISHED} (?:in|by|on|with)|"
    r"told|tells|telling|speaking to|speaking with|speaks to|spoke to|spoke with|spoken to|speaking on|appearing on|talking to|talked to|interview with|interview to|interview by|"
    r"interview in|interview for|interview on|interviewed by|interviewed in|interviewed on|sit-?down with|remarks to|comments to|conversation with)"
)
_REPORT = (
    rf"\b(?:according to|reported by|reported in|(?:cited|quoted)(?: as saying)?{_ON} (?:by|in)|citing|quoting|{_PUBLISHED} (?:by|in|on)|appear(?:ed|ing){_ON} in|as per|"
    r"translat(?:ion|ed) by|(?<=[,”\"’'] )(?:writes|reports|wrote|reported)|"
    r"article in|article for|wrote in|report by|report in|report from|reports by|reports in|reports from|seen by|obtained by|revealed by|revealed in)"
)
_VERB = re.compile(
    r"(?<=[ \u00a0])(?:reported|reports|revealed|wrote|writes|interview|(?:quoted|quotes|cited|cites)(?! (?:by|in|as)\b)|published (?:an?|the|its|his|her)|was (?:the )?first to report)\b"
)
"""What follows the name of an outlet that is credited; what may stand between the two is in `_before`."""
_BETWEEN = rf"(?:[’']s?)?(?:,[ ][^,.\n]{{3,50}},)?\s(?:(?:{_PRESS}|has|had|have|first|also|earlier|exclusive|recent|lengthy|wide-ranging|weekend|television|radio|TV) )*"
_POST = re.compile(
    r"\b(?:on|via|over|to)\s(?:his |her |its |their |the )?(?:official |personal )?(?:social media (?:platform|network|site) |messaging (?:app|service) )?"
    r"(?P<name>Twitter|Truth Social|Telegram|Facebook|Weibo|Instagram|X \(formerly Twitter\)|X, formerly Twitter)\b|(?P<tweet>\b(?:tweeted|tweeting|(?:in|with) (?:a|an|another|one|his|her|its) (?:\w+ )?tweets?)\b)"
)
_TEXT = "original|article|text|interview|report|story|piece|column|version"
_FROM = (
    rf"\b(?:(?:[Tt]ranslated from|[Tt]ranslation of)(?: (?:the|an?|this) (?:[A-Z][a-z]+ )?(?:{_TEXT})(?:,? (?:that|which))?(?: was)?(?: (?:first|originally))?"
    rf"(?: (?:published|appeared|printed|aired){_ON})? (?:in|by|on|with))?|[Rr]epublished (?:from|with)|[Rr]eprinted from|"
    rf"(?:(?:[Oo]riginally|[Ff]irst) (?:published|appeared|posted|aired|printed)|appeared first){_ON} (?:in|on|by|at|with)|[Rr]ead the original (?:{_TEXT} )?(?:in|on|at))"
)
_OF_ITSELF = re.compile(
    rf"[\s(\[*_–—-]*(?:[Tt]ransl(?:ated from|ation of)|[Rr]ep(?:ublished|rinted)|(?:[Oo]riginally|[Ff]irst) (?:published|appeared|posted|aired|printed)|"
    rf"Read the original|This (?:(?:{_TEXT})\b|is a translation)|An? (?:\w+ )?version of (?:this|the) (?:{_TEXT})\b|The original (?:{_TEXT})\b)"
)
"""How a sentence begins in which an article tells where it stood before; "the cut, first published by Reuters" credits Reuters with that alone."""
_PRINTED = re.compile(r"(?:publ|print|appear|aired|broadcast|transl)", re.IGNORECASE)
_HEAD, _FOOT = 600, 300
"""Characters at the head of an article in which a dateline stands, and at its foot in which agencies are named."""
_CACHED = 20_000
"""Documents whose credits are kept: a record's worth, so that each text is searched once."""
_STOP = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘'(]?[A-Z])|[\r\n]+")


_BEGINS = re.compile(
    r"(?<![A-Za-z])(?:[Tt]ell|[Tt]old|[Ss]p[eo]|[Tt]alk|[Ii]nterv|[Ss]it-?d|[Rr]emark|[Cc]o[mn][mv]e|[Aa]cco|[Rr]e[pv][oeru]|[Cc]it[ei]|[Qq]uot|"
    r"[Pp]ubl|[Pp]rint|[Aa]ired|[Bb]roadc|[Ss]hown|[Cc]arri|[Aa]ppear|[Aa]s per|[Aa]rtic|[Ww]r[oi]t|[Ss]een|[Oo]btai|[Tt]ransl|[Oo]rigi|[Ff]irst|[Rr]ead the)"
)
"""How words of credit begin: to look for this first takes a fifth of the time."""
_CUE = re.compile(rf"(?:(?P<source>{_FROM})|(?P<interview>(?i:{_INTERVIEW}))|(?P<report>(?i:{_REPORT})))[ ]")


@cache
def _next() -> re.Pattern[str]:
    """A name, after words that say what sort of paper it is."""
    return re.compile(rf"{_FILLER}(?P<name>{pattern()})|{_CALLED_SO}")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?P<name>{pattern()}){_BETWEEN}$")


@cache
def _at_head() -> re.Pattern[str]:
    return re.compile(
        rf"^[A-ZÀ-Ž][^\n()]{{0,70}}\((?P<name>{agencies()})\)\s?[–—:-]|^\((?P<name2>{agencies()})\)\s?[–—-]?",
        re.MULTILINE,
    )


@cache
def _at_foot() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\((?P<n1>{agencies()})\)|©\s?(?:\d{{4}} )?(?P<n2>{agencies()})\b|\b(?:[Ss]ource|[Tt]ranslation|[Oo]riginal(?: article)?): (?P<n3>{pattern()})|"
        rf"\b[Ww]ith (?:reporting by |files from )?(?P<n4>{agencies()}))[\s.,]*(?=$|\n)"
    )


@lru_cache(maxsize=_CACHED)
def credits_of(document: Document) -> tuple[Credit, ...]:
    """The credits of a document in the order of its text."""
    found = [*_whole(document), *_inside(document)]
    return tuple(sorted(set(found), key=lambda c: (c.span, c.key, c.kind.value)))


def _inside(document: Document) -> list[Credit]:
    found = []
    text = document.text
    reached = 0
    for begin in _BEGINS.finditer(text):
        cue = _CUE.match(text, begin.start()) if begin.start() >= reached else None
        if cue and (named := _next().match(text, cue.end())):
            found.append(_credit(document, _kind(cue), named["name"] or named["called"], cue.start(), named.end()))
            reached = named.end()
    for verb in _VERB.finditer(text):
        start = max(text.rfind("\n", 0, verb.start()) + 1, verb.start() - _REACH)
        if named := _before().search(text[start : verb.start()]):
            kind = CreditKind.INTERVIEW if verb[0] == "interview" else CreditKind.REPORT
            found.append(_credit(document, kind, named["name"], start + named.start(), verb.end()))
    for post in _POST.finditer(text):
        name = "Twitter" if post["tweet"] or post["name"].startswith("X") else post["name"]
        found.append(_credit(document, CreditKind.POST, name, post.start(), post.end()))
    return [c for c in found if not document.is_furniture(c.span.start, c.span.end)]


def _kind(cue: re.Match[str]) -> CreditKind:
    if cue["interview"]:
        return CreditKind.INTERVIEW
    start, _ = _sentence(cue.string, cue.start(), cue.end())
    printed = cue["source"] or _PRINTED.match(cue["report"])
    return CreditKind.TRANSLATION if printed and _OF_ITSELF.match(cue.string, start) else CreditKind.REPORT


def _whole(document: Document) -> list[Credit]:
    found = []
    text = document.text
    head = _at_head().search(text, 0, _HEAD)
    if head:
        found.append(_credit(document, CreditKind.WIRE, head["name"] or head["name2"], head.start(), head.end()))
    for match in _at_foot().finditer(text, max(0, len(text) - _FOOT)):
        name = next(match[n] for n in ("n1", "n2", "n3", "n4") if match[n])
        found.append(_credit(document, CreditKind.WIRE, name, match.start(), match.end()))
    return found


def _credit(document: Document, kind: CreditKind, name: str, start: int, end: int) -> Credit:
    known = press_named(name)
    around = _sentence(document.text, start, end)
    return Credit(kind, known.name if known else name, press_key(name), document.span(start, end), around)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around, by full stops and lines: this much is enough to tell what is credited."""
    before = text.rfind("\n", 0, start) + 1
    for stop in _STOP.finditer(text, before, start + 1):  # the letter that begins the credit may begin its sentence
        before = stop.end()
    after = _STOP.search(text, end)
    return before, after.start() + 1 if after else len(text)
