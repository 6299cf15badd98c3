"""Antecedents: which kind of actor a pronoun or a bare noun may mean.

In go a mention and members of the cast, out comes whether they fit. How far back one looks, and who speaks, is for `coreference`.
"""

from __future__ import annotations

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor.member import Member, name_parts
from watchfloor.reading.actor.mention import Mention

_MEDIA = frozenset(
    """times post news herald tribune guardian telegraph journal mundo reuters afp ap bbc cnn today daily press tv cnbc npr dpa tass
    interfax yonhap kcna xinhua bloomberg politico axios ansa efe""".split()
)
_PUBLIC = frozenset(
    """bureau ministry agency committee council police army navy forces court congress senate parliament department university government
    administration commission office authority service""".split()
)
"""Words in the names of bodies that nobody calls a company."""
_BODIES = frozenset({ActorType.ORGANISATION, ActorType.STATE, ActorType.ALLIANCE})
_PERSONS = frozenset({ActorType.PERSON, ActorType.ANONYMOUS})


def fits_pronoun(mention: Mention, member: Member) -> bool:
    """Whether "he", "she", "they" or "it" may mean this actor."""
    if mention.head in {"he", "she"}:
        told = mention.head == "she"
        return member.type in _PERSONS and not member.plural and member.feminine is not (not told)
    if mention.head == "they":
        return member.plural or member.type is ActorType.GROUP
    return not member.plural and member.type in _BODIES


def is_person(member: Member) -> bool:
    """Whether an actor is a person or an unnamed source, and no body, state or group."""
    return member.type in _PERSONS


def is_medium(member: Member) -> bool:
    """Whether a named actor is a newspaper, an agency or a station."""
    return member.named and bool(_MEDIA & set(name_parts(member.name)))


def is_company(member: Member) -> bool:
    """Whether "the company" may mean this actor: a named body that is no medium, no public body and no address of a site."""
    parts = set(name_parts(member.name))
    is_site = any("." in part.strip(".") for part in parts)
    return member.named and member.type is ActorType.ORGANISATION and not parts & (_MEDIA | _PUBLIC) and not is_site


def is_alliance(member: Member) -> bool:
    """Whether "the alliance" or "the bloc" may mean this actor."""
    return member.type is ActorType.ALLIANCE or member.name == "European Union"


def is_called(member: Member, noun: str) -> bool:
    """Whether the noun is what the actor is: NATO an alliance, the European Union a bloc."""
    return member.type is ActorType.ALLIANCE if noun == "alliance" else member.name == "European Union"
