"""Blame: who is held responsible for an event, by whom, and how firmly.

In go the events of a document with its sentences, statements and actors, out comes the blame for each event. Blame is
read from words that accuse ("blamed on", "carried out by"), from an adjective or a possessive on the event itself ("Russian drones",
"Russia's attacks") and from denials. It reports what the document says; nobody is found guilty here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from watchfloor.model.actor import Actor
from watchfloor.model.claim import NARRATOR, Blame, Hedge, Statement
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.reading.event import Event
from watchfloor.reading.phrase import compiled
from watchfloor.reading.register import state_of_adjective
from watchfloor.reading.sentence import Sentence
from watchfloor.reading.trigger import Trigger

_NAMED_BY_VICTIM = frozenset(
    {
        IncidentType.AIRSPACE_VIOLATION,
        IncidentType.SUBSEA_CABLE_DAMAGE,
        IncidentType.ENERGY_INFRASTRUCTURE_DAMAGE,
        IncidentType.TRANSPORT_SABOTAGE,
    }
)
"""Types whose words may carry the adjective of whoever suffers ("Estonian airspace violated")."""
_SMALL = r"(?:in|on|of|and|or|the|to|for|with|by|is|are|that|from|an?|about|as|at|but|said|says|over|against|into|after)"
_MODIFIES = re.compile(rf"(?:['’]s|['’])?(?:\s+[\"“‘]?(?!{_SMALL}\b)[\w’'-]+){{0,2}}\s*[\"“‘]?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\b")
_ACTS = re.compile(r"\w+(?:ed|ing)\b|(?:flew|broke|cut|blew|stole|hit|sent|sold)\b", re.IGNORECASE)
_SHORT = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}")
_LINKED = re.compile(
    r"[-‐‑ ](?:linked|backed|directed|sponsored|aligned|affiliated|led|run|controlled|speaking)\b", re.IGNORECASE
)
_UNSURE = re.compile(
    r"\b(?:suspected|alleged|likely|possible|possibly|presumed|apparent|probably|widely|believed|thought)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b")
_NEAR_ACTOR = 24
"""Characters between an accusing word and the actor it means: an article, an adjective or two."""
_NEAR_EVENT = 40
"""Characters between "Russia carried out" and the words for the event."""
_SENTENCES_BACK = 2
"""Sentences after an event in which a bare denial or accusation still means it."""


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    actor: str
    is_adjective: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    hedge: Hedge
    then: re.Pattern[str] | None
    first: re.Pattern[str] | None
    needs_event: bool


def blames(
    document: Document,
    sentences: Sequence[Sentence],
    told: Sequence[Event],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
) -> tuple[tuple[Blame, ...], ...]:
    """For each of the events `told` those who are blamed, each actor once for each accuser and hedge."""
    named = _named(document, actors)
    found: list[list[Blame]] = [[] for _ in told]
    for number, sentence in enumerate(sentences):
        here = [n for n in named if sentence.start <= n.start and n.end <= sentence.end]
        meant = _meant(told, number)
        if not here or not meant:
            continue
        starts = [m.trigger.start for n in meant for m in told[n].mentions] + [p.start for n in meant for p in told[n].pointers]
        for hedge, who, cue in _accused(document.text, sentence, here, starts):
            voice = _voice(document, who, cue, here, statements, hedge)
            for event in meant:
                found[event].append(
                    Blame(actor=who.actor, by=voice, hedge=hedge, span=document.span(who.start, who.end))
                )
    for event, part in enumerate(told):
        found[event].extend(_from_modifiers(document, part, named, statements))
    accused = {b.actor for blamed in found for b in blamed if b.hedge is not Hedge.DENIED}
    return tuple(_once(b for b in blamed if b.hedge is not Hedge.DENIED or b.actor in accused) for blamed in found)


def _named(document: Document, actors: Sequence[Actor]) -> tuple[_Named, ...]:
    """Where actors stand in the text, in order; adjectives of states that are actors count as well."""
    found = [_Named(span.start, span.end, actor.id) for actor in actors for span in actor.mentions]
    ids = {name: actor.id for actor in reversed(actors) for name in (actor.name, *actor.aliases)}
    for word in _ADJECTIVE.finditer(document.text):
        for form in (word.group(), word.group().split()[0]):
            state = state_of_adjective(form)
            if state and state.name in ids:
                found.append(_Named(word.start(), word.start() + len(form), ids[state.name], is_adjective=True))
                break
    return tuple(sorted(found, key=lambda n: (n.start, -n.end)))


def _meant(told: Sequence[Event], number: int) -> list[int]:
    """The events that sentence `number` speaks of; where it names none, the one told last before it."""
    here = [
        n
        for n, e in enumerate(told)
        if any(p.sentence == number for p in (*(m.trigger for m in e.mentions), *e.pointers))
    ]
    if here:
        return here
    before = [
        (m.trigger.start, n)
        for n, e in enumerate(told)
        for m in e.mentions
        if m.specific and 0 < number - m.trigger.sentence <= _SENTENCES_BACK
    ]
    return [max(before)[1]] if before else []


def _accused(
    text: str, sentence: Sentence, here: Sequence[_Named], starts: Sequence[int]
) -> Iterator[tuple[Hedge, _Named, int]]:
    """Hedge, whom, and where the accusing word starts; `starts` are the offsets of the words for the events."""
    for table in _tables():
        for cue in table.then.finditer(text, sentence.start, sentence.end) if table.then else ():
            who = next((n for n in here if cue.end() <= n.start <= cue.end() + _NEAR_ACTOR), None)
            if who:
                unsure = table.hedge is Hedge.ASSERTED and _UNSURE.search(
                    text, max(sentence.start, cue.start() - 25), cue.end()
                )
                yield (Hedge.SUSPECTED if unsure else table.hedge), who, cue.start()
        for cue in table.first.finditer(text, sentence.start, sentence.end) if table.first else ():
            who = next((n for n in reversed(here) if 0 <= cue.start() - n.end <= _NEAR_ACTOR), None)
            follows = any(0 <= start - cue.end() <= _NEAR_EVENT for start in starts)
            if who and _SHORT.fullmatch(text, who.end, cue.start()) and (follows or not table.needs_event):
                yield table.hedge, who, cue.start()


def _from_modifiers(
    document: Document, event: Event, named: Sequence[_Named], statements: Sequence[Statement]
) -> Iterator[Blame]:
    """Blame that the words for the event carry themselves: "Russian drones", "Russia's attacks", "Moscow-directed"."""
    text = document.text
    for mention in event.mentions:
        for who in named if mention.is_real else ():
            if not _modifies(text, who, mention.trigger):
                continue
            linked = _LINKED.match(text, who.end)
            unsure = _UNSURE.search(text, max(0, who.start - 20), who.start)
            hedge = Hedge.LINKED if linked else Hedge.SUSPECTED if unsure else Hedge.ASSERTED
            yield Blame(
                actor=who.actor,
                by=_speaker(who, statements) or NARRATOR,
                hedge=hedge,
                span=document.span(who.start, who.end),
            )


def _modifies(text: str, who: _Named, trigger: Trigger) -> bool:
    """Whether `who` is said to do what `trigger` names, by standing right before it or at its beginning."""
    if trigger.start < who.start < trigger.end:
        return False
    inside = who.start == trigger.start
    if not inside and not (who.end <= trigger.start and _MODIFIES.fullmatch(text, who.end, trigger.start)):
        return False
    possessive = who.is_adjective or bool(_POSSESSIVE.match(text, who.end)) or bool(_LINKED.match(text, who.end))
    acts = not inside and bool(_ACTS.match(text, trigger.start)) and not who.is_adjective
    return acts or (possessive and trigger.type not in _NAMED_BY_VICTIM)


def _voice(
    document: Document, who: _Named, cue: int, here: Sequence[_Named], statements: Sequence[Statement], hedge: Hedge
) -> str:
    """Who blames: the accused itself for a denial, else the subject of the accusing word, else whoever speaks."""
    if hedge is Hedge.DENIED:
        return who.actor
    subject = next((n for n in reversed(here) if n.end <= cue and n.actor != who.actor), None)
    if (
        subject
        and cue - subject.end <= _NEAR_ACTOR
        and not re.search(r"\bby\b", document.text[subject.end : who.start])
    ):
        return subject.actor
    return _speaker(who, statements) or NARRATOR


def _speaker(who: _Named, statements: Sequence[Statement]) -> str | None:
    """The speaker of the statement in whose content `who` stands."""
    return next(
        (s.speaker for s in statements if any(p.start <= who.start and who.end <= p.end for p in s.content)), None
    )


def _once(blamed: Iterable[Blame]) -> tuple[Blame, ...]:
    """The first of each actor, accuser and hedge; nobody accuses themselves but to deny."""
    kept = {(b.actor, b.by, b.hedge): b for b in reversed(list(blamed)) if b.actor != b.by or b.hedge is Hedge.DENIED}
    return tuple(sorted(kept.values(), key=lambda b: b.span))


@cache
def _tables() -> tuple[_Table, ...]:
    lexicon = tomllib.loads(files("watchfloor.reading.lexicon").joinpath("blame.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = lexicon["words"]
    return tuple(
        _Table(
            hedge=Hedge(row["hedge"]),
            then=compiled(row["then"], words) if "then" in row else None,
            first=compiled(row["first"], words) if "first" in row else None,
            needs_event=row.get("needs_event", False),
        )
        for row in lexicon["table"]
    )
