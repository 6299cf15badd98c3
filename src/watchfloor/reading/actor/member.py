"""Members: the actors of a document as they grow while it is read, and who fits which description.

In go a mention and a member of the cast, out comes whether the one can mean the other. The comparisons are small and pure; the
order in which they are asked is that of `coreference`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from watchfloor.model.actor import Actor, ActorType, Role
from watchfloor.model.document import Document
from watchfloor.reading.actor.compound_word import says_whence
from watchfloor.reading.actor.description import STOP, content
from watchfloor.reading.actor.mention import Mention
from watchfloor.reading.actor.name_word import REGIONAL
from watchfloor.reading.actor.proper_name import is_adjective_of_origin
from watchfloor.reading.actor.register import state_named, state_of_adjective
from watchfloor.reading.actor.role_noun import is_title, role_noun
from watchfloor.reading.text.token import Token

_AWAY = frozenset({"to", "in", "at", "with", "on", "against", "from", "for"})
"""Words after which a description says where its person is sent or busy, no longer whose it is."""

_OWNERS = frozenset({"owner", "customer", "consumer"})
"""Descriptions of persons that a company may bear as well."""

_OFFICES = frozenset("president senator congressman congresswoman governor mayor king queen ambassador judge".split())
"""Offices of which nobody holds two at a time: who is known by one of them is not "the" holder of another."""


@dataclass(slots=True)
class Member:
    """An actor as it grows while the document is read; `heads`, `fields` and `described` are what its descriptions have said so far."""

    key: str
    name: str
    type: ActorType
    aliases: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    described: set[frozenset[str]] = field(default_factory=set)
    feminine: bool | None = None
    plural: bool = False
    named: bool = False


def name_parts(name: str) -> list[str]:
    """The words of a name in lower case, without "the"."""
    return [part for part in name.lower().replace("’s", "").replace("'s", "").split() if part != "the"]


def is_shorter_name(parts: Sequence[str], member: Member, mention: Mention) -> bool:
    """Whether a name of these parts can be a shorter form of the member's: the family name, or the head of a body's name."""
    full = name_parts(member.name)
    if not parts or member.name.startswith("register:"):
        return False
    if parts == full:
        return True
    if member.type is ActorType.PERSON:
        return len(parts) < len(full) and parts[-1] == full[-1] and set(parts) <= set(full)
    return (
        mention.role is None
        and len(parts) < len(full)
        and parts == full[: len(parts)]
        and member.key.startswith("name:")
    )


def is_owned_body(parts: Sequence[str], member: Member) -> bool:
    """Whether a name of these parts can be the member's without whose it is ("Defence Ministry" for "Norland's Defence Ministry")."""
    owned = "’s " in member.name or "'s " in member.name
    return (
        owned
        and len(parts) > 1
        and name_parts(member.name)[-len(parts) :] == list(parts)
        and member.type is ActorType.ORGANISATION
    )


def is_family_name_first(parts: Sequence[str], member: Member) -> bool:
    """Whether a single word can be the family name of a person in whose name it stands first ("Venn" for "Venn Orla")."""
    full = name_parts(member.name)
    return len(parts) == 1 < len(full) and parts[0] == full[0] and member.named and member.type is ActorType.PERSON


def fields_of(mention: Mention) -> set[str]:
    """The fields that a description belongs to ("military" for "the top military official")."""
    words = set((mention.role or "").lower().replace("’s", "").split())
    military = {"military"} if words & {"military", "army", "navy", "naval", "force", "forces"} else set()
    abroad = words & {"embassy", "consulate"} or ("foreign" in words and words & {"ministry", "minister", "affairs"})
    return {mention.field} - {""} | military | ({"diplomacy"} if abroad else set())


def own_words(mention: Mention) -> set[str]:
    """What a description says beyond its noun and determiner."""
    return {word for word in (mention.role or "").lower().split() if word not in STOP} - {mention.head}


def calls_its_own(mention: Mention) -> bool:
    """Whether a description holds a name or says where its body is from ("the Finnish newspaper"); "the Western alliance" does not."""
    words = (mention.role or "").replace("’s", "").replace("'s", "").split()
    return any(
        word[:1].isupper() and word.lower() not in STOP and word not in REGIONAL and word.lower() != mention.head
        for word in words
    )


def describes(mention: Mention) -> bool:
    """Whether a description says enough to be kept as a role ("the Italian admiral", not "the admiral")."""
    return bool(own_words(mention))


def fits_person(mention: Mention, member: Member) -> bool:
    """Whether a definite description can mean this person: the same noun or field, and no other country or body."""
    if member.type is not ActorType.PERSON or member.plural or not member.named:
        return not member.plural and fits_unnamed(mention, member)
    if mention.feminine is not None and member.feminine is not None and mention.feminine is not member.feminine:
        return False
    if mention.head in _OFFICES and mention.head not in member.heads and member.heads & _OFFICES:
        return False
    wanted = fields_of(mention)
    if "military" in wanted and "military" not in member.fields:
        return False
    if mention.head not in member.heads and not wanted & member.fields - {"public", "expert", "law"}:
        return False
    return not _is_of_another(mention, member)


def _is_of_another(mention: Mention, member: Member) -> bool:
    """Whether a description says that its person is of other states, or of other bodies, than the member's roles do."""
    for whose in (states_of, owners_of):
        ours, theirs = whose(mention.role or ""), {one for role in member.roles for one in whose(role.text)}
        if ours and theirs and not ours & theirs:
            return True
    return False


def fits_unnamed(mention: Mention, member: Member) -> bool:
    """Whether a definite description can mean an unnamed actor: it says nothing that the actor's own descriptions have not said."""
    said = content(mention.role or "")
    return not member.named and bool(said) and any(said <= described for described in member.described)


def fits_described(mention: Mention, member: Member) -> bool:
    """Whether a body has been described in these words before; of an office, in these and more."""
    said = content(mention.role or "")
    return any(said == told or (mention.head == "office" and said <= told) for told in member.described)


def may_be_one(mention: Mention, named: Mention) -> bool:
    """Whether a description may announce the named person: the same noun, body or service, and no other country or body."""
    ours, theirs = owners_of(mention.role or ""), owners_of(named.role or "")
    if ours and theirs and not ours & theirs:
        return False
    return mention.head == named.head or bool(ours & theirs) or "military" in fields_of(mention) & fields_of(named)


def is_of_person(mention: Mention) -> bool:
    """Whether a description is of one person, known or not."""
    return mention.type in {ActorType.PERSON, ActorType.ANONYMOUS}


def is_of_firm(mention: Mention) -> bool:
    """Whether a description is of one firm or medium, which often stands beside its name."""
    return mention.type is ActorType.ORGANISATION and mention.field in {"company", "media"}


def stands_beside(between: Sequence[Token], after: Sequence[Token], mention: Mention) -> bool:
    """Whether a name and a description with these words between them, and this one after, stand side by side.

    A comma, an article, where somebody is based may stand between; what is said of a firm ends with a mark, or it is a clause's subject
    ("Reuters reported, the company left").
    """
    lower = [word.lower for word in between]
    if is_of_firm(mention) and after and (after[0].is_word or after[0].is_possessive_mark):
        return False
    return lower in ([","], [",", "a"], [",", "the"]) or (lower[:1] == [","] and says_whence(between[1:]))


def may_stand_beside(mention: Mention, member: Member) -> bool:
    """Whether a description beside a name can say who bears it: a person, or a company for an owner or the like."""
    if member.type is ActorType.ORGANISATION:
        return member.named and (is_of_firm(mention) or mention.head in _OWNERS)
    return member.type is ActorType.PERSON and is_of_person(mention)


def states_of(role: str) -> set[str]:
    """The states whose its person is, by adjective or name, as codes: of "the Danish PM" Denmark, of "the envoy to Norway" none."""
    words = role.replace("’s", "").replace("'s", "").split()
    away = next((i for i, word in enumerate(words) if word.lower() in _AWAY), len(words))
    found = (state_of_adjective(word) or state_named(word) for word in words[:away] if word[:1].isupper())
    return {state.code for state in found if state is not None}


def owners_of(role: str) -> set[str]:
    """The bodies and states that a description ties its person to ("NATO", "Belgium"); an adjective of origin ties to none."""
    words = role.replace("’s", "").replace("'s", "").split()
    return {
        word
        for word in words
        if word[:1].isupper()
        and word.lower() not in STOP
        and not is_adjective_of_origin(word)
        and role_noun(word.lower()) is None
        and not is_title(word.lower().rstrip("."))
    }


def finished(document: Document, identity: str, member: Member) -> Actor:
    """The actor that the member has become, once the whole document is read."""
    return Actor(
        id=identity,
        name=member.name,
        type=member.type,
        aliases=tuple(alias for alias in dict.fromkeys(member.aliases) if alias != member.name),
        roles=tuple(dict.fromkeys(member.roles)),
        mentions=tuple(document.span(start, end) for start, end in sorted(set(member.mentions))),
    )
