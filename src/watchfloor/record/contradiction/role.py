"""Role: roles of one actor that can't both hold.

In go the record's actors with their roles and mentions, and the statements of each; out come findings. Looked at are places in one order
("highest-ranking" beside "second-highest"), an office beside its own deputy, and military ranks ("Admiral" beside "Captain"). Offices that one person may hold together, former
ones, and those that many may share, are no disagreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.claim import Statement
from watchfloor.model.record import ContradictionKind, Side, Strength
from watchfloor.model.span import Span, in_order
from watchfloor.record.actor.names import person
from watchfloor.record.actor.roles import field_of, is_deputy_of, place_in_order, rank
from watchfloor.record.contradiction.finding import Finding, Setting, capital
from watchfloor.record.made import Made, made
from watchfloor.record.text.texts import Texts

Called = Mapping[str, Sequence[tuple[Span, str]]]
"""For each value (a rank, a place in an order) where it stands, and in what words."""

Disputed = tuple[tuple[str, Called], ...]
"""What of an actor is disputed, with the values that exclude each other."""

_REMEMBERED = 8192
"""Mentions with what stands before them whose rank is kept: whom everybody talks of is called by the same few names in a thousand articles."""
_TITLE = 25
"""Characters before a bare name in which its title may stand."""


def disputed(
    actors: Iterable[Actor], texts: Texts, before: Mapping[str, Made[Disputed]] | None
) -> dict[str, Made[Disputed]]:
    """What excludes each other in what persons are called, under their ids and in their order; that of persons who are what they were `before` is kept."""
    people = {actor.id: actor for actor in actors if actor.type is ActorType.PERSON}

    def called(actor_id: str) -> Disputed:
        actor = people[actor_id]
        found = (("place", _places(actor)), ("deputy", _deputies(actor)), ("rank", _ranks(actor, texts)))
        return tuple((about, called) for about, called in found if len(called) > 1)

    return made({key: (actor,) for key, actor in people.items()}, called, before)


def find(
    found: Mapping[str, Disputed], statements: Mapping[str, Sequence[Statement]], setting: Setting
) -> list[Finding]:
    """Persons whose places or ranks exclude each other, as `disputed` found. `statements` are those of each such actor, on which the finding stands."""
    return [
        finding
        for actor, own in found.items()
        for about, called in own
        if (finding := _finding(setting.actors[actor], about, called, statements.get(actor, ()), setting))
    ]


def _places(actor: Actor) -> Called:
    """Places in one and the same order; an order is the same where what it is an order of shares a word."""
    placed = [(role, place) for role in actor.roles if (place := place_in_order(role.text)) is not None]
    disputed: set[str] = set()
    said = {role.text: place for role, place in placed}
    for a, b in combinations(said, 2):
        if said[a] != said[b] and field_of(a) & field_of(b):
            disputed |= {a, b}
    called: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for role, place in sorted(placed, key=lambda item: item[0].span) if disputed else ():
        if role.text not in disputed:
            continue
        called["the highest" if place == 1 else f"number {place}"].append((role.span, role.text))
    return called


def _deputies(actor: Actor) -> Called:
    """An office, and the deputy of that same office."""
    called: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    texts = {role.text for role in actor.roles}
    deputies = {a for a in texts if any(is_deputy_of(a, b) for b in texts)}
    heads = {a for a in texts - deputies if any(is_deputy_of(b, a) for b in deputies)}
    for role in actor.roles:
        if role.text in deputies | heads:
            called["the deputy" if role.text in deputies else "in office"].append((role.span, role.text))
    return called


def _ranks(actor: Actor, texts: Texts) -> Called:
    """Ranks before the actor's name, and ranks that stand for it."""
    called: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for span in sorted({*actor.mentions, *(role.span for role in actor.roles)}, key=in_order):
        words = texts.quote(span)
        text = texts.documents[span.document_id].text
        before = text[max(0, span.start - _TITLE) : span.start]
        title, says_it = _title(before[before.rfind("\n") + 1 :], words)
        if title:
            called[title].append((span, words if says_it else f"{title.title()} {words}"))
    return called


@lru_cache(maxsize=_REMEMBERED)
def _title(lead: str, words: str) -> tuple[str | None, bool]:
    """The rank in the words of a mention, or else before the name that they are; and whether they say it themselves."""
    own = rank(words)
    if own or not (person(words) and words[:1].isupper()):
        return own, True
    return rank(lead + words.split(maxsplit=1)[0]), False


def _finding(actor: Actor, about: str, called: Called, said: Sequence[Statement], setting: Setting) -> Finding | None:
    sides = [_side(value, places, said) for value, places in sorted(called.items())]
    if any(not s.claims for s in sides):
        return None
    told = [
        f'"{places[0][1]}" in {setting.labels(span.document_id for span, _ in places)}'
        for _, places in sorted(called.items())
    ]
    return Finding(
        ContradictionKind.ROLE,
        Strength.CONTRADICTION,
        capital(f"{actor.name} is {', but '.join(told)}"),
        tuple(sides),
        about,
    )


def _side(value: str, places: Sequence[tuple[Span, str]], said: Sequence[Statement]) -> Side:
    """One value with the statements of the actor that stand nearest to where each document first gives it, for those carry the claim to the reader."""
    first: dict[str, Span] = {}
    for span, _ in places:
        first.setdefault(span.document_id, span)
    near = [s for span in first.values() if (s := _nearest(span, said))]
    words = places[0][1]
    return Side(words or value, tuple(dict.fromkeys(s.id for s in near)), tuple(span for span, _ in places))


def _nearest(span: Span, said: Sequence[Statement]) -> Statement | None:
    here = [s for s in said if s.document_id == span.document_id]
    return min(here, key=lambda s: (_distance(span, s), s.content[0].start, s.id), default=None)


def _distance(span: Span, statement: Statement) -> int:
    return min(max(s.start - span.end, span.start - s.end, 0) for s in statement.content)
