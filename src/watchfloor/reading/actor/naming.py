"""Naming: what a document shows of its names as a whole, before anybody is cast.

In goes a Page, out come the names that it abbreviates and the names that are only places in it.
"""

from __future__ import annotations

from itertools import zip_longest

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor import register
from watchfloor.reading.actor.mention import Mention, MentionKind
from watchfloor.reading.actor.register import Bloc, State
from watchfloor.reading.passage import Page, Passage
from watchfloor.reading.place.gazetteer import cities, known_place

_STOPS = frozenset({".", "!", "?", "”", '"', "’", "'"})
_LOOK_BACK = 40
"""Sentences in which one looks for whom a seat stands for."""
_TOWARDS = frozenset(
    "in at near off from around outside towards toward via between over across to into through".split()
)
"""Words before a name that is only ever a place or an aim, and not who "the company" is."""
_LOCATIVE = frozenset("in at near off from around outside towards toward via between over across".split())


def places_named(page: Page, speaking: frozenset[tuple[int, int]]) -> frozenset[str]:
    """The names, in lower case, that the gazetteer knows, that stand somewhere after "in", "near" or the like, and that never speak.

    `speaking` are the offsets of mentions that are sources. A state's name is never only a place: states act.
    """
    located: set[str] = set()
    acting: set[str] = set()
    for passage in page.passages:
        for mention in passage.mentions:
            if mention.kind is not MentionKind.NAME or mention.name is None or not _may_be_a_place(mention):
                continue
            name = mention.name.lower()
            before = [word.lower for word in passage.words[max(0, mention.first - 2) : mention.first]]
            if (mention.start, mention.end) in speaking:
                acting.add(name)
            elif _LOCATIVE & set(before[-1:]) or (before[-1:] == ["the"] and _LOCATIVE & set(before)):
                located.add(name)
    return frozenset(located - acting)


def only_located(page: Page, speaking: frozenset[tuple[int, int]]) -> frozenset[str]:
    """The names, in lower case, by which no company can be meant: towns that the gazetteer knows and that never speak, and what only ever stands after "in", "to" or the like."""
    located: set[str] = set()
    acting: set[str] = set()
    spoken: set[str] = set()
    for passage in page.passages:
        for mention in passage.mentions:
            if mention.kind is not MentionKind.NAME or mention.name is None:
                continue
            name = mention.name.lower()
            before = [word.lower for word in passage.words[max(0, mention.first - 2) : mention.first]]
            stands = _TOWARDS & set(before[-1:]) or (before[-1:] == ["the"] and _TOWARDS & set(before))
            (located if stands else acting).add(name)
            if (mention.start, mention.end) in speaking:
                spoken.add(name)
    towns = {name for name in located | acting if _is_town(name)}
    return frozenset((located - acting) | (towns - spoken))


def _is_town(name: str) -> bool:
    return known_place(name) is not None or bool(cities(name))


def _may_be_a_place(mention: Mention) -> bool:
    name = mention.name or ""
    plain = mention.role is None and mention.type in {ActorType.ORGANISATION, ActorType.PERSON}
    return plain and (known_place(name) is not None or bool(cities(name)))


def introduced(page: Page) -> frozenset[str]:
    """The names, in lower case, of those whom the document introduces: with an office or a description, and before it calls them by the first word alone.

    A headline may do that beforehand.
    """
    found: set[str] = set()
    first: dict[str, int] = {}
    for number, passage in enumerate(page.passages):
        for mention, following in zip_longest(passage.mentions, passage.mentions[1:]):
            if mention.kind is not MentionKind.NAME or mention.name is None:
                continue
            if number or not is_headline(passage):
                first.setdefault(mention.name.lower(), mention.start)
            beside = (
                following is not None and following.kind is MentionKind.ROLE and following.first == mention.last + 2
            )
            if mention.role or (beside and passage.words[mention.last + 1].text == ","):
                found.add(mention.name.lower())
    return frozenset(
        name for name in found if first.get(name, 0) <= first.get(name.partition(" ")[0], first.get(name, 0))
    )


def is_headline(passage: Passage) -> bool:
    """Whether a passage ends without a stop, as headlines do."""
    return not passage.words or passage.words[-1].text not in _STOPS


def seated(page: Page, mention: Mention) -> State | Bloc | None:
    """Whom the name of a seat stands for in its sentence; of several seated there, the one that was named last until the sentence ends, else the first."""
    among = register.seated_at(mention.name or "")
    number = page.passage_number(mention.start)
    if len(among) > 1 and number is not None:
        for passage in reversed(page.passages[max(0, number - _LOOK_BACK) : number + 1]):
            blocs = [bloc for word in passage.words if word.is_capitalised and (bloc := register.bloc_named(word.text))]
            named = [bloc for bloc in blocs if bloc in among]
            if named:
                return named[-1]
    return among[0] if among else None


def abbreviations(page: Page) -> dict[str, str]:
    """The names that the text itself abbreviates: "Bureau of Investigation (BI)"."""
    found = {}
    for passage in page.passages:
        ends = {mention.last: mention for mention in passage.mentions if mention.name}
        for mention in passage.mentions:
            whole = ends.get(mention.first - 2)
            in_brackets = mention.first > 1 and passage.words[mention.first - 1].text == "("
            if in_brackets and whole is not None and whole.name and mention.name and mention.name.isupper():
                found[mention.name] = whole.name
    return found
