"""Accusations: the words of a sentence that hold an actor responsible, whatever for.

In go a sentence, the actors named in it and where its events stand, out come whom it blames or who denies, with the hedge
and with who is the subject of the accusing word. Which event is meant is decided in `blame`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Hedge
from watchfloor.reading.actor.register import state_of_adjective
from watchfloor.reading.event.doubt import doubts, governing
from watchfloor.reading.event.innocence import blames_nobody, did_not, is_done_to, is_duty, looks_into, suffers
from watchfloor.reading.event.scope import scope
from watchfloor.reading.text.phrase import Phrases, compiled
from watchfloor.reading.text.sentence import Sentence

_UNSURE = re.compile(
    r"\b(?:suspected|suspects?|alleged|allegedly|likely|possible|possibly|presumed|apparent|probably|widely|believed|thought|(?-i:may|might|could))\b",
    re.IGNORECASE,
)
"""Words beside an accusation that take its firmness; in small letters where a capital makes a month or a name of them."""
_WITHHELD = re.compile(
    r"(?:\b(?:short of|without|not|never|declined to|refused to|reluctant to|nobody|no one|against|from|instead of|rather than|avoid(?:s|ed|ing)?)"
    r"\s+(?:(?:was|were|is|are|has|had|been|yet|to|\w+ly)\s+){0,3}|\bno\s+(?:\w+\s+)?|n[’']t\s+)$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\s+(?:\w+ly\s+)?(?:before|previously|in the past|for (?:other|similar|previous|earlier))\b", re.IGNORECASE
)
"""What is blamed on somebody is another event: "has been blamed before"."""
_AHEAD = 40
"""Characters before an accusing word in which it may be withheld: "stopped short of openly blaming"."""
_ADJECTIVE = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b")
_SHORT = re.compile(r"\s+(?:(?!(?:that|which|who|whether|said|says)\b)[\w’'-]+\s+){0,3}", re.IGNORECASE)
_WHO = re.compile(r",?\s+(?:which|who)\s+(?:(?:has|have|had|also|always|since|\w+ly)\s+)*", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:of|for|by|at|in|near|over|from|into|against|after|with|to|as|under|through|during|before|since)\b",
    re.IGNORECASE,
)
_IS_OF_A_KIND = re.compile(
    r"\s+(?:is|are|was|were)\s+(?:part|an?|the|one|owned|registered|operated|carrying|in|on|from)\b|\s+belong(?:s|ed)?\b",
    re.IGNORECASE,
)
"""What follows an actor who is suspected of being something, not of having done it: "suspect it is part of a fleet"."""
_HELPING = re.compile(
    r"(?:\s+\([^()]{1,40}\))?,?\s+(?:(?:who|which|is|are|was|were|has|have|had|been|being|be|again|also|now|long|later|first|already|since"
    r"|itself|stands?|stood|still|\w+ly|repeatedly|widely|can|could|do|does|did|will|would|not|cannot|\w+n[’']t)\s+)*",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r"\bby\s+(?:the\s+|an?\s+|both\s+|[a-z]+\s+)?$", re.IGNORECASE)
_PASSIVE_TO = re.compile(r"(?:link|tie|trac|connect|attribut|ascrib)\w*\s+(?:to|with)|blamed\s+on", re.IGNORECASE)
"""Nothing stands between the verb and its "to": what is in front of it was linked, and has linked nothing, but for the two that follow."""
_HAS = re.compile(r"\b(?:has|have|had)\s+(?:\w+ly\s+|also\s+|now\s+)?$", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:which|that)\s+(?:the\s+)?$", re.IGNORECASE)
"""In front of whoever links: "which Norland has linked to", "an attack that Norland attributed to"."""
_OF_DEED = re.compile(r"\s+(?:of|for)\b", re.IGNORECASE)
_OF_SOME_DEED = re.compile(r"\b(?:of|for|over|in)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_NEAR_ACTOR = 24
"""Characters between an accusing word and the actor it means: an article, an adjective or two."""
_NEAR_EVENT = 40
"""Characters between "Russia carried out" and the words for the event."""


@dataclass(frozen=True, slots=True)
class NamedActor:
    """Characters `start` to `end` that mean an actor, by its id; an adjective ("Russian") means the state."""

    start: int
    end: int
    actor: str
    is_adjective: bool = False


@dataclass(frozen=True, slots=True)
class Accusation:
    """`who` is blamed, or denies, by words from `start` to `end`; `subject` is the actor in front of them, where one is.

    A passive has its accused in front ("was accused by"), and its subject is whom "by" names. Some words say themselves for what (`names_deed`: "accused them of cutting cables"). A denial that stands `alone` ("denied any involvement") tells of an accusation even where the text has none.
    """

    who: NamedActor
    hedge: Hedge
    start: int
    end: int
    names_deed: bool = False
    subject: NamedActor | None = None
    alone: bool = False
    is_passive: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    hedge: Hedge
    then: Phrases | None
    passive: Phrases | None
    first: Phrases | None
    needs_event: bool
    alone: bool


def named_actors(text: str, actors: Sequence[Actor]) -> tuple[NamedActor, ...]:
    """Where actors stand in the text, in order; adjectives of states that are actors count as well."""
    found = [NamedActor(span.start, span.end, actor.id) for actor in actors for span in actor.mentions]
    ids = {name: actor.id for actor in reversed(actors) for name in (*actor.aliases, actor.name)}
    for word in _ADJECTIVE.finditer(text):
        for form in (word.group(), word.group().split()[0]):
            state = state_of_adjective(form)
            if state and state.name in ids:
                found.append(NamedActor(word.start(), word.start() + len(form), ids[state.name], is_adjective=True))
                break
    return tuple(sorted(found, key=lambda n: (n.start, -n.end)))


def accusations(
    text: str, sentence: Sentence, here: Sequence[NamedActor], spans: Sequence[tuple[int, int]]
) -> Iterator[Accusation]:
    """Who is blamed in `sentence`, and who denies; `spans` are the offsets of the words for the events it may mean."""
    found = tuple(_accusations(text, sentence, here, spans)) if here else ()
    doubted = doubts(text, sentence) if found else ()
    for one in found:
        doubt = governing(text, doubted, one.start, one.end)
        if doubt is None or one.hedge is Hedge.DENIED:
            yield one
        elif not doubt.nobody_accuses:
            hedge = Hedge.SUSPECTED if one.hedge is Hedge.ASSERTED else one.hedge
            yield replace(one, hedge=hedge, subject=one.subject or _in_front(text, here, doubt.start))


def _accusations(
    text: str, sentence: Sentence, here: Sequence[NamedActor], spans: Sequence[tuple[int, int]]
) -> Iterator[Accusation]:
    """What the words of the lexicon say, whatever governs them."""
    first, last = sentence.start, sentence.end
    for table in _tables():
        for cue in table.then.finditer(text, first, last) if table.then else ():
            who = _accused_behind(text, here, cue)
            if who is None or blames_nobody(text, first, cue.span(), (who.start, who.end), spans):
                continue
            if not _WITHHELD.search(text[max(first, cue.start() - _AHEAD) : cue.start()]):
                hedge = _hedge(table.hedge, text[max(first, cue.start() - 25) : cue.end()])
                deed = _OF_DEED.match(text, who.end) is not None
                yield Accusation(who, hedge, cue.start(), who.end, deed, _subject(text, here, cue, who))
        for cue in table.passive.finditer(text, first, last) if table.passive else ():
            who = _in_front(text, here, cue.start())
            if who is None or suffers(text, first, cue.span(), (who.start, who.end)):
                continue
            if not (_WITHHELD.search(text, who.end, cue.start()) or _ELSEWHERE.match(text, cue.end())):
                yield _passive(text, sentence, here, cue, who, table.hedge)
        for cue in table.first.finditer(text, first, last) if table.first else ():
            yield from _having_done(text, first, here, cue, table, spans)


def _having_done(
    text: str,
    first: int,
    here: Sequence[NamedActor],
    cue: re.Match[str],
    table: _Table,
    spans: Sequence[tuple[int, int]],
) -> Iterator[Accusation]:
    """Whoever stands in front of words for having done it, or for denying that."""
    before = (_SHORT, _WHO) if table.hedge is Hedge.DENIED else (_SHORT,)
    who = next((n for n in reversed(here) if any(gap.fullmatch(text, n.end, cue.start()) for gap in before)), None)
    if who is None or did_not(text, first, cue.span(), (who.start, who.end)) or is_duty(text, cue.span(), spans):
        return
    near = [span for span in spans if 0 <= span[0] - cue.end() <= _NEAR_EVENT]
    if table.needs_event and is_done_to(text, cue.span(), (who.start, who.end)):
        return
    done = any(not looks_into(text, cue.end(), span) for span in near)
    if done or not table.needs_event:
        hedge = _hedge(table.hedge, text[who.end : cue.end()])
        yield Accusation(who, hedge, who.start, cue.end(), names_deed=table.needs_event, alone=table.alone)


def _accused_behind(text: str, here: Sequence[NamedActor], cue: re.Match[str]) -> NamedActor | None:
    """The actor right behind the accusing word, with no preposition between: not "suspicion of arson at a Berlin depot"."""
    near = (n for n in here if cue.end() <= n.start <= cue.end() + _NEAR_ACTOR)
    who = next((n for n in near if not _PREPOSITION.search(text, cue.end(), n.start)), None)
    return None if who is None or _IS_OF_A_KIND.match(text, who.end) else who


def _passive(
    text: str, sentence: Sentence, here: Sequence[NamedActor], cue: re.Match[str], who: NamedActor, hedge: Hedge
) -> Accusation:
    """The accused in front, and the accuser whom "by" names: near, or behind the deed ("accused of sabotage by Norland")."""
    _, last = scope(text, sentence, cue.start(), cue.end())
    behind = [n for n in here if cue.end() - 3 <= n.start < last and n.actor != who.actor]
    by = next((n for n in behind if _BY_WHOM.search(text, cue.start(), n.start)), None)
    # "Accused by Norland of …" names the deed behind the accuser, "accused of … by Norland" before.
    first = by is not None and not _OF_SOME_DEED.search(text, cue.start(), by.start)
    end = by.end if by is not None and first else cue.end()
    unsure = _hedge(hedge, text[who.end : cue.end()])
    deed = _OF_SOME_DEED.search(text, cue.start(), min(last, end + _NEAR_ACTOR)) is not None
    return Accusation(who, unsure, cue.start(), end, deed, by, is_passive=True)


def _in_front(text: str, here: Sequence[NamedActor], start: int) -> NamedActor | None:
    """The actor who is the subject of the verb at `start`, with nothing but helping verbs between."""
    return next((n for n in reversed(here) if n.end <= start and _HELPING.fullmatch(text, n.end, start)), None)


def _hedge(hedge: Hedge, words: str) -> Hedge:
    """The hedge of the accusing word, less firm where a word beside it is unsure."""
    return Hedge.SUSPECTED if hedge is Hedge.ASSERTED and _UNSURE.search(words) else hedge


def _subject(text: str, here: Sequence[NamedActor], cue: re.Match[str], who: NamedActor) -> NamedActor | None:
    """The actor in front of the accusing word or, of a passive ("linked by Warsaw to"), behind its "by"."""
    by = _BY.search(text, cue.start(), who.start)
    if by and not _PASSIVE_TO.fullmatch(cue.group()):
        behind = [n for n in here if by.end() <= n.start < who.start and n.actor != who.actor]
        return behind[0] if behind and by.end() < cue.end() else None
    before = [n for n in here if n.actor != who.actor and _SHORT.fullmatch(text, n.end, cue.start())]
    if _PASSIVE_TO.fullmatch(cue.group()):
        has = _HAS.search(text[max(0, cue.start() - _AHEAD) : cue.start()])
        before = [n for n in before if has or _WHICH.search(text[max(0, n.start - _AHEAD) : n.start])]
    return max(before, key=lambda n: (n.end, -n.start), default=None)


@cache
def _tables() -> tuple[_Table, ...]:
    lexicon = tomllib.loads(files("watchfloor.reading.lexicon").joinpath("blame.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = lexicon["words"]
    return tuple(
        _Table(
            hedge=Hedge(row["hedge"]),
            then=compiled(row["then"], words) if "then" in row else None,
            passive=compiled(row["passive"], words) if "passive" in row else None,
            first=compiled(row["first"], words) if "first" in row else None,
            needs_event=row.get("needs_event", False),
            alone=row.get("alone", False),
        )
        for row in lexicon["table"]
    )
