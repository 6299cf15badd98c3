"""Holders: which actors a clause shows to take a stand.

In go the text, its sentences and where actors stand in them, out come the clauses in which an actor is the subject of
a verb that takes a stand ("oppose", "is weighing"), stands behind "by" after it, or owns a noun that tells one ("Rome's opposition
to"). On which issue the stand is taken is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from watchfloor.model.claim import Polarity, Statement
from watchfloor.model.span import Span
from watchfloor.reading.event.scope import scope
from watchfloor.reading.stance.stance import cues, nouns
from watchfloor.reading.text.sentence import Sentence

_AND = re.compile(r"\s*(?:,|and|or|&)?\s*(?:and|or)?\s*(?:the\s+)?", re.IGNORECASE)
_HELPING = (
    r"(?:has|have|had|is|are|was|were|be|been|being|would|will|also|now|already|again|first|long|in turn|for (?:its|their|his|her) part"
    r"|who|which|on (?:x|twitter|facebook|telegram|social media)|itself|himself|herself|themselves|continue to|continues to|continued to|quick to|want to|wants to|tries to|openly|both"
    r"|late|on|this week|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w+ly)"
)
_TO_VERB = re.compile(rf"[\s,—“\"‘]*(?:{_HELPING}[\s,“\"‘]+)*", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|I)(?:['’](?:re|m|ve|ll|d))?(?=\s)", re.IGNORECASE)
_OWN = re.compile(r"(?:its|his|her|their)", re.IGNORECASE)
_TO_NOUN_OF_OWN = re.compile(r"\s+(?:[\w’'-]+\s+){0,2}")
_DOUBTED = re.compile(r"\b(?:non-?existent|alleged|supposed|purported|so-called|imaginary)\b", re.IGNORECASE)
"""Words before "plans" by which somebody else says that there are none."""
_TO_NOUN = re.compile(r"['’]s?\s+(?:[\w’'-]+\s+){0,2}")
_IN_PHRASE = re.compile(
    r"\b(?:of|in|on|to|for|with|by|from|at|against|over|than|into|between|across|about|as)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_URGED = re.compile(
    r"\b(?:urg(?:e|es|ed|ing)|press(?:es|ed|ing)?|push(?:es|ed|ing)?|ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for)|want(?:s|ed)?|forc(?:e|es|ed|ing))\s+(?:both\s+|the\s+)?$",
    re.IGNORECASE,
)
_DEMANDED = re.compile(
    r"\b(?:demand|urg|propos|recommend|insist|ask|request|suggest)\w*\s+(?:\w+\s+){0,2}?that\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEHALF = re.compile(r"\bon behalf of\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:from|by|among)\s+(?:both\s+)?(?:the\s+)?", re.IGNORECASE)
_ON = re.compile(r"\s+(?:to|over|about|at|for|against)\s+", re.IGNORECASE)
_UNPROVEN = re.compile(r"\bno (?:evidence|proof|sign|indication)\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:[A-Z][\w-]*\s+){1,2}(?:[\w-]+\s+){0,3}?[\w-]+,\s+|[A-Z]\w+,\s+")
"""An adverbial before the subject: "By contrast, "."""
_OF = re.compile(r",?\s+(?:of|from|for|at|in)\s+(?:the\s+)?")
_JOINED = re.compile(r"\b(?:and|or)\b|&", re.IGNORECASE)
_ALSO = re.compile(r",? (?:and|but) (?:\w+ed|says?|is|are|has|have|also|then)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:, |\bwhile )(?:and )?(?:\w+ly )?$", re.IGNORECASE)
_AT_START = 30
"""Characters into a sentence at which its subject begins at the latest, if a participle at its end is to mean it."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_DONE_TO = re.compile(
    r"(?:accused|condemned|denounced|criticis?z?ed|slammed|lambasted|mocked|urged|praised|blamed|pressured)\s+(?:of|for|over|to|by|after|as|in|at)\b|wanted\s+(?:by|in\s+connection)\b",
    re.IGNORECASE,
)
"""A headline's passive without its "was": "Norland accused of …", "Norland urged to …" tell of others' stands, not of Norland's."""
_DONE = re.compile(r"(?!concerned|worried|opposed|disappointed|outraged|angered)\w+ed\b", re.IGNORECASE)
_NEXT = 5
"""Characters from "has split" to whom it splits: a space and an article."""
_OF_A_NOUN = 60
"""Characters after "Rome's opposition" in which its object stands."""
_FINITE_BY = re.compile(r"(?:\b(?:is|are|was|were|be|been|being)\s+(?:\w+\s+){0,3}|,\s*(?:\w+ly\s+)?)$", re.IGNORECASE)
"""What makes a participle before "by" tell of the subject of its sentence, and not describe the noun in front of it."""
_HEAD = re.compile(r"\b(?:the|an?|this|its|their)\s+(?:[\w$€£%.,’'-]*[\w%]\s+){1,5}$", re.IGNORECASE)
_BY = re.compile(r"\s*(?:\w+ly\s+)?by\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){0,3}")


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A mention and the id of the actor whom it means."""

    span: Span
    actor: str


@dataclass(frozen=True, slots=True)
class Stand:
    """`actors` take a stand: the words from `start` to `end` show it, its object begins at `object_start`; `by_noun` in the words after their name. A `weak` one counts on listed issues only."""

    actors: tuple[str, ...]
    polarity: Polarity
    verb: str
    start: int
    object_start: int
    end: int
    by_noun: bool = False
    weak: bool = False


def stands(text: str, sentences: Sequence[Sentence], named: Sequence[Named]) -> Iterator[Stand]:
    """The stands that the clauses of `sentences` show, sentence by sentence."""
    for sentence in sentences:
        here = [n for n in named if sentence.start <= n.span.start and n.span.end <= sentence.end]
        if not here or text[sentence.end - 1] == "?":
            continue
        for one in cues():
            for verb in one.words.finditer(text, sentence.start, sentence.end):
                for stand in _by_verb(text, sentence, here, verb, one.polarity):
                    yield replace(stand, weak=one.weak)
        for one in nouns():
            for noun in one.words.finditer(text, sentence.start, sentence.end):
                yield from _by_noun(text, sentence, here, noun, one.polarity)


def speakers(text: str, said: Statement, named: Sequence[Named]) -> tuple[str, ...]:
    """The actors whom the source lists ("Germany, France and Lithuania"), else the speaker, else nobody."""
    source = said.source
    if source is not None:
        inside = outermost([n for n in named if source.covers(n.span) and n.span != source])
        listed = len(inside) > 1 and all(_AND.fullmatch(text, a.span.end, b.span.start) for a, b in pairwise(inside))
        if listed and _AND.fullmatch(text, source.start, inside[0].span.start) and inside[-1].span.end == source.end:
            return tuple(dict.fromkeys(n.actor for n in inside))
    return (said.speaker,) if said.speaker else ()


def first_person(content: str) -> tuple[str, str, Polarity] | None:
    """What "we" or "I" take a stand on in quoted words, by which verb, and which stand: "we categorically reject such talk"; None where they take none."""
    for subject in _WE.finditer(content):
        helping = _TO_VERB.match(content, subject.end())
        at = helping.end() if helping else subject.end()
        for one in cues():
            verb = None if one.weak else one.words.match(content, at)
            if verb is not None and one.polarity in {Polarity.FOR, Polarity.AGAINST}:
                return content[verb.end() :], verb.group(), one.polarity
    return None


def is_done_to(text: str, start: int) -> bool:
    """Whether the verb at `start` tells what somebody undergoes ("accused of", "urged to"), and so nobody's stand."""
    return _DONE_TO.match(text, start) is not None


def _is_list(text: str, whole: Span, inside: Sequence[Named]) -> bool:
    """Whether the words of `whole` are nothing but a list of the mentions `inside`."""
    if len(inside) < 2 or inside[-1].span.end != whole.end:  # noqa: PLR2004 - a list has two members
        return False
    parted = [(whole.start, inside[0].span.start), *((a.span.end, b.span.start) for a, b in pairwise(inside))]
    return all(_AND.fullmatch(text, start, end) for start, end in parted)


def outermost(named: Sequence[Named]) -> list[Named]:
    """Those that no other one covers, in order."""
    return sorted(n for n in named if not any(o.span != n.span and o.span.covers(n.span) for o in named))


def _by_verb(
    text: str, sentence: Sentence, here: Sequence[Named], verb: re.Match[str], polarity: Polarity
) -> Iterator[Stand]:
    _, end = scope(text, sentence, verb.start(), verb.end())
    by = _BY.match(text, verb.end())
    after = [n for n in here if by and by.start() < n.span.start <= by.end() <= n.span.end]
    if after:
        whole = max(after, key=lambda n: len(n.span))
        opening = _OPENING.match(text, sentence.start, verb.start())
        begin = opening.end() if opening else sentence.start
        if not _FINITE_BY.search(text, sentence.start, verb.start()):
            head = _HEAD.search(text, sentence.start, verb.start())
            if head is None:
                return  # "fighters backed by Norland": a thing that nobody has named before
            begin = head.start()
        if not _UNPROVEN.search(text, sentence.start, verb.start()):
            yield Stand((whole.actor,), polarity, verb.group(), begin, begin, whole.span.end)
        return
    if by or is_done_to(text, verb.start()):
        return
    split = [n for n in here if polarity is Polarity.MIXED and 0 <= n.span.start - verb.end() <= _NEXT]
    if split:
        whole = min(split, key=lambda n: (n.span.start, -len(n.span)))
        yield Stand((whole.actor,), polarity, verb.group(), sentence.start, sentence.start, whole.span.end)
        return
    if polarity is not Polarity.MIXED and _PASSIVE.search(text[: verb.start()][-20:]) and _DONE.match(verb.group()):
        return
    subject = _subject(text, sentence, here, verb.start())
    also = _ALSO.search(text, verb.end(), max(end, verb.end()))
    end = also.start() if also else end
    if subject:
        chain = _chain(text, here, subject)
        actors = tuple(dict.fromkeys(n.actor for n in chain))
        yield Stand(actors, polarity, verb.group(), chain[0].span.start, verb.end(), max(end, verb.end()))


def _subject(text: str, sentence: Sentence, here: Sequence[Named], start: int) -> Named | None:
    """The mention that is the subject of the verb at `start`; of "Rossi of the Institute" the first."""
    before = [n for n in here if n.span.end <= start and _TO_VERB.fullmatch(text, n.span.end, start)]
    for one in sorted(before, key=lambda n: (-n.span.end, n.span.start)):
        before_it = text[max(sentence.start, one.span.start - 40) : one.span.start]
        if _URGED.search(before_it) or _DEMANDED.search(before_it):
            return None  # "urging the allies to spend": the allies are told, and have not said where they stand
        if not _IN_PHRASE.search(before_it) or _BEHALF.search(before_it):
            return one
        heads = [n for n in here if n.span.end < one.span.start and _OF.fullmatch(text, n.span.end, one.span.start)]
        heads = [n for n in heads if not _IN_PHRASE.search(text, max(sentence.start, n.span.start - 30), n.span.start)]
        if heads:
            return min(heads, key=lambda n: n.span.start)
    if not _PARTICIPLE.search(text[sentence.start : start]) or not re.match(r"\w+ing\b", text[start : start + 20]):
        return None
    return next((n for n in outermost(here) if n.span.start - sentence.start <= _AT_START), None)


def _by_noun(
    text: str, sentence: Sentence, here: Sequence[Named], noun: re.Match[str], polarity: Polarity
) -> Iterator[Stand]:
    yield from _from_whom(text, sentence, here, noun, polarity)
    owners = [n for n in here if n.span.end <= noun.start() and _owns(text, n, noun.start())]
    if owners and not _DOUBTED.search(text, max(n.span.end for n in owners), noun.start()):
        owner = max(owners, key=lambda n: (n.span.end, len(n.span)))
        _, end = scope(text, sentence, noun.start(), noun.end())
        comma = text.find(",", noun.end(), noun.end() + _OF_A_NOUN)
        end = max(noun.end(), min(end, noun.end() + _OF_A_NOUN, comma if comma >= 0 else end))
        yield Stand((owner.actor,), polarity, noun.group(), owner.span.start, owner.span.end, end, by_noun=True)


def _from_whom(
    text: str, sentence: Sentence, here: Sequence[Named], noun: re.Match[str], polarity: Polarity
) -> Iterator[Stand]:
    """The stand of those who stand behind a noun ("opposition from both Norland and Suderland"); on what, the words after them tell, if any."""
    leading = _FROM.match(text, noun.end(), sentence.end)
    listed: list[Named] = []
    end = leading.end() if leading else sentence.end
    for one in outermost(here):
        if leading and (one.span.start == end if not listed else _AND.fullmatch(text, end, one.span.start)):
            members = outermost([n for n in here if one.span.covers(n.span) and n.span != one.span])
            listed += members if _is_list(text, one.span, members) else [one]
            end = one.span.end
    if listed:
        on = _ON.match(text, end, sentence.end)
        actors = tuple(dict.fromkeys(n.actor for n in listed))
        start, stop = (on.end(), min(sentence.end, on.end() + _OF_A_NOUN)) if on else (end, end)
        yield Stand(actors, polarity, noun.group(), noun.start(), start, stop)


def _owns(text: str, one: Named, start: int) -> bool:
    """Whether the noun at `start` is of `one`: "Rome's long opposition", "its preference"."""
    own = _OWN.fullmatch(text, one.span.start, one.span.end)
    return (_TO_NOUN_OF_OWN if own else _TO_NOUN).fullmatch(text, one.span.end, start) is not None


def _chain(text: str, here: Sequence[Named], last: Named) -> list[Named]:
    """The list of mentions that ends with `last`, joined by commas and "and"."""
    members = outermost([n for n in here if last.span.covers(n.span) and n.span != last.span])
    if _is_list(text, last.span, members):
        return members
    chain = [last]
    for one in reversed(outermost(here)):
        if one.span.end < chain[-1].span.start and _AND.fullmatch(text, one.span.end, chain[-1].span.start):
            chain.append(one)
    # A list ends in "and"; commas alone also part an introduction from the subject.
    joined = len(chain) > 1 and _JOINED.search(text, chain[1].span.end, chain[0].span.start)
    return chain[::-1] if joined else [last]
