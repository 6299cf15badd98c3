"""Speaking: whether two actors to whom one saying is given may be one voice after all.

In go actors of the record, out comes yes or no. "Police" of two articles, a ministry and its spokeswoman, and a surname with a misprinted
first name are no two sources that contradict each other. Nothing is merged here: the actors stay as the record has them.
"""

from __future__ import annotations

from watchfloor.model.actor import Actor, ActorType
from watchfloor.record.actor import names
from watchfloor.record.actor.anonymous import description
from watchfloor.record.actor.party import party
from watchfloor.record.actor.posts import registered
from watchfloor.record.actor.roles import office
from watchfloor.record.text.wording import fold, stem, words_of

_SPOKEN = frozenset(
    map(stem, words_of("spokesman spokeswoman spokesperson statement press service office official officials"))
)
"""Words for those who speak for somebody; two bodies both have a spokesman."""
_VOICE = stem("spokesman")


def may_be_one(a: Actor, b: Actor) -> bool:
    """Whether names or descriptions are equal, one description holds the other, two persons share surname and office, or one of the two may be anybody."""
    if _bare(a.name) == _bare(b.name) or _may_be_anybody(a) or _may_be_anybody(b):
        return True
    if a.type is b.type is ActorType.PERSON:
        return _misprinted(a, b)
    if ActorType.PERSON in {a.type, b.type}:
        return False
    ours, theirs = (set(description(x.name).split()) for x in (a, b))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def is_described(a: Actor, b: Actor) -> bool:
    """Whether one of the two is unnamed, and all that is said of it is said of the other's offices: "a Commission spokesperson" of the Commission's spokeswoman."""
    for unnamed, named in ((a, b), (b, a)):
        if _is_unnamed(unnamed) and named.type is ActorType.PERSON:
            described, offices = set(description(unnamed.name).split()), _offices(named)
            if described & offices - _SPOKEN and described <= offices | _SPOKEN:
                return True
    return False


def may_speak_for(a: Actor, b: Actor) -> bool:
    """Whether one of the two is an unnamed spokesperson and the other a named one, and not of two bodies."""
    return any(
        _is_unnamed(unnamed)
        and named.type is ActorType.PERSON
        and _VOICE in set(description(unnamed.name).split()) & _offices(named)
        and not _of_two_bodies(unnamed, named)
        for unnamed, named in ((a, b), (b, a))
    )


def of_one_body(a: Actor, b: Actor) -> bool:
    """Whether one of the two is no person, and both are of one state or body: a minister and her ministry, or two bodies that share a telling word."""
    if a.type is b.type is ActorType.PERSON:
        return False
    if party(a) & party(b):
        return True
    if ActorType.PERSON in {a.type, b.type}:
        return False
    ours, theirs = (set(description(x.name).split()) - _SPOKEN for x in (a, b))
    return bool(ours & theirs)


def _offices(actor: Actor) -> set[str]:
    return {s for role in actor.roles for s in description(role.text).split()}


def _is_unnamed(actor: Actor) -> bool:
    return actor.type is ActorType.ANONYMOUS or (actor.type is ActorType.PERSON and not names.person(actor.name))


def _of_two_bodies(unnamed: Actor, named: Actor) -> bool:
    """Whether the descriptions name states or blocs, and not one of them is the same."""
    ours = registered(unnamed.name)
    theirs = frozenset(name for role in named.roles for name in registered(role.text))
    return bool(ours and theirs) and not ours & theirs


def _may_be_anybody(actor: Actor) -> bool:
    """Whether an unnamed source is called by a bare noun ("the diplomat", "officials"): its document left open who that is."""
    return actor.type is ActorType.ANONYMOUS and len(description(actor.name).split()) < 2  # noqa: PLR2004 - the noun and a word of its own


def _misprinted(a: Actor, b: Actor) -> bool:
    """Whether two persons have one surname and share an office: then the first name of one is a misprint or a translation's."""
    one, other = names.person(a.name), names.person(b.name)
    if not one or not other or one[-1] != other[-1]:
        return False
    ours, theirs = ({s for role in x.roles for s in office(role.text)} for x in (a, b))
    return min(len(one), len(other)) == 1 or bool(ours & theirs)


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").strip()
