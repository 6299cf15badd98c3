"""Accused: whom a pronoun means that is blamed.

In go who is named in the sentences of a text and a pronoun that stands where the accused does, out comes whom it means there, or nobody. Coreference
takes the subject of the sentence before, which is mostly right; but who polices, seizes or judges is suspected of nothing, and in
"sanctions on Norland after it tested" the pronoun means the name beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from watchfloor.model.actor import Actor, ActorType
from watchfloor.reading.event.accusation import NamedActor

_PRONOUN = re.compile(r"(?:it|itself|they|them|he|him|she)", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:police|coast ?guards?|border guards?|gendarmerie|navy|customs|authorit(?:y|ies)|investigators?|detectives?|prosecut(?:ors?|ion)|courts?|judges?|tribunal|jury"
    r"|bureau of investigation|law enforcement|public safety|rescuers|firefighters?)\b",
    re.IGNORECASE,
)
"""Who polices, prosecutes or judges."""
_DOES_SO = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+|also\s+|then\s+|later\s+|\w+ly\s+)*(?:board|seiz|detain|arrest|impound|intercept|inspect|search|investigat|escort|interrogat|question|charg|prosecut|stopp)(?:e?d|es|s)\b",
    re.IGNORECASE,
)
"""What is done by whoever looks into a deed, right behind their name."""
_BODIES = frozenset({ActorType.ORGANISATION, ActorType.STATE, ActorType.ALLIANCE})
_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\w+men|crew\s?members|people)\b|\band\b", re.IGNORECASE
)
_COMPOUND = re.compile(r"(?:\s[A-Z]\w*)?[-‐‑]\w")
"""Behind a name that only tells a flag or an owner: "a Norland-flagged ship"."""
_BACK = 3
"""Sentences back to which a pronoun reaches."""


def accused(
    text: str,
    number: int,
    who: NamedActor,
    by: NamedActor | None,
    here: Sequence[Sequence[NamedActor]],
    actors: Mapping[str, Actor],
) -> NamedActor | None:
    """Whom `who`, in the sentence of that `number`, means as the accused of `by`, among `actors` who can have done it; or nobody."""
    if who.actor not in actors:
        return None
    if not _PRONOUN.fullmatch(text, who.start, who.end):
        return who
    for sentence in reversed(here[max(0, number - _BACK) : number + 1]):
        before = [n for n in sentence if n.end <= who.start]
        meant = [n for n in before if n.actor == who.actor and not _PRONOUN.fullmatch(text, n.start, n.end)]
        if not meant:
            continue
        others = [n for n in before if n.start > meant[-1].end and _may_be(text, n, who, by, actors)]
        if _answers(text, meant, actors[who.actor]):
            return _in_place_of(who, others)
        return _nearest(text, who, others) if sentence is here[number] else who
    return None if _answers(text, (), actors[who.actor]) else who


def _answers(text: str, meant: Sequence[NamedActor], actor: Actor) -> bool:
    """Whether an actor is one who looks into a deed, by name or by what the sentence says that they did."""
    return bool(_ANSWERS.search(actor.name)) or any(_DOES_SO.match(text, n.end) for n in meant)


def _may_be(text: str, other: NamedActor, who: NamedActor, by: NamedActor | None, actors: Mapping[str, Actor]) -> bool:
    """Whether another actor named before the pronoun fits its number and kind, and is neither accuser nor one who looks into deeds."""
    actor, word = actors.get(other.actor), text[who.start : who.end].lower()
    if actor is None or other.is_adjective or _COMPOUND.match(text, other.end) or (by and by.actor == other.actor):
        return False
    if _PRONOUN.fullmatch(text, other.start, other.end) or other.actor == who.actor or _ANSWERS.search(actor.name):
        return False
    if word in {"it", "itself"}:
        return actor.type in _BODIES
    many = actor.type is ActorType.GROUP or bool(_MANY.search(actor.name)) or actor.name.endswith("s")
    return many if word in {"they", "them"} else actor.type in {ActorType.PERSON, ActorType.ANONYMOUS} and not many


def _in_place_of(who: NamedActor, others: Sequence[NamedActor]) -> NamedActor | None:
    """The one other actor that fits, at the place of the pronoun."""
    left = {n.actor for n in others}
    return replace(who, actor=left.pop()) if len(left) == 1 else None


def _nearest(text: str, who: NamedActor, others: Sequence[NamedActor]) -> NamedActor:
    """Within one sentence the actor named last before the pronoun, which coreference may have passed over for the subject."""
    word = text[who.start : who.end].lower()
    if word not in {"it", "itself"} or not others:
        return who
    return replace(who, actor=others[-1].actor)
