"""Recognition: why a finished record takes the person of several stories for one, and who else bears the name.

In go a Record and one of its persons, out come sentences with a score, and names that tell namesakes apart ("Anna Berg, harbour master"). What is told of
somebody is read again from the actor's mentions and roles by the comparators that decided; nothing is decided here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from watchfloor.model.actor import Actor, ActorType
from watchfloor.model.document import Document, by_id
from watchfloor.model.record import Record
from watchfloor.record.actor.companions import Companions
from watchfloor.record.actor.introduction import Traits, together, traits
from watchfloor.record.actor.names import Name, generation, person
from watchfloor.record.actor.namesake import ACROSS, compare_bearers, prior_of
from watchfloor.record.actor.spelling import spelled
from watchfloor.record.linking.comparison import Comparison
from watchfloor.record.linking.seam import Knot


@dataclass(frozen=True, slots=True)
class Weakest:
    """The story of a person for which least speaks that it is the same person as in the others; `score` 0 to 1 is the score of that."""

    stories: int
    story: str
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another actor of the same full name, and how much speaks for both being one person after all."""

    actor: Actor
    comparison: Comparison


def weakest(actor: Actor, record: Record) -> Weakest | None:
    """The least sure of the stories that a person of full name is in; None where there is one story alone, or no full name."""
    if not _full_name(actor):
        return None
    told = _by_story(actor, record)
    if len(told) == 1:
        return None
    beside = _companions(record)
    prior = prior_of(len(told))
    compared = []
    for story, own in told.items():
        others = [other for other in told if other != story]
        shared = beside(_knot(actor, story)) & frozenset[str]().union(*(beside(_knot(actor, o)) for o in others))
        compared.append((story, compare_bearers(own, together(told[o] for o in others), prior, shared)))
    story, comparison = min(compared, key=lambda one: (one[1].score, one[0]))
    return Weakest(len(told), story, comparison)


def namesakes(actor: Actor, record: Record) -> Iterator[Namesake]:
    """The other persons of the actor's full name, in the record's order."""
    others = [a for a in record.actors if a.id != actor.id and _key(a) == _key(actor)] if _full_name(actor) else []
    if not others:
        return
    documents = by_id(record.documents)
    own = _told(actor, documents)
    for other in others:
        yield Namesake(other, compare_bearers(own, _told(other, documents), ACROSS))


def distinct_names(actors: Iterable[Actor], documents: Mapping[str, Document]) -> dict[str, str]:
    """For each person who shares a full name with another, a name that tells who is meant: with occupation or place, where these do, else with the actor's id."""
    called: dict[tuple[str, ...], list[Actor]] = defaultdict(list)
    for actor in actors:
        if _full_name(actor):
            called[_key(actor)].append(actor)
    found: dict[str, str] = {}
    for same in called.values():
        if len(same) > 1:
            known = {actor.id: _known_for(_told(actor, documents)) for actor in same}
            for actor in same:
                own = known[actor.id]
                tells = own and list(known.values()).count(own) == 1
                found[actor.id] = f"{actor.name}, {own}" if tells else f"{actor.name} ({actor.id})"
    return found


def _known_for(told: Traits) -> str:
    return " and ".join(sorted(told.occupations)) or " and ".join(sorted(told.homes))


def _full_name(actor: Actor) -> Name:
    """The full name of a person; empty where it has none."""
    name = person(actor.name) if actor.type is ActorType.PERSON else ()
    return name if len(name) > 1 else ()


def _key(actor: Actor) -> tuple[str, ...]:
    return (*map(spelled, _full_name(actor)), generation(actor.name))


def _knot(actor: Actor, story: str) -> str:
    return f"{actor.id}|{story}"


def _companions(record: Record) -> Companions:
    story_of = {document: story.id for story in record.stories for document in story.documents}
    knots = {
        _knot(actor, story): Knot(story, ("|".join(("person", *_full_name(actor))),))
        for actor in record.actors
        if _full_name(actor)
        for story in {story_of[m.document_id] for m in actor.mentions if m.document_id in story_of}
    }
    return Companions.of(knots, knots)


def _by_story(actor: Actor, record: Record) -> dict[str, Traits]:
    documents = by_id(record.documents)
    own = _by_document(actor)
    found = {s.id: [_told(own[d], documents) for d in s.documents if d in own] for s in record.stories}
    return {story: together(told) for story, told in found.items() if told}


def _by_document(actor: Actor) -> dict[str, Actor]:
    """The actor as each document has it."""
    return {
        document: replace(
            actor,
            mentions=tuple(m for m in actor.mentions if m.document_id == document),
            roles=tuple(r for r in actor.roles if r.span.document_id == document),
        )
        for document in sorted({m.document_id for m in actor.mentions})
    }


def _told(actor: Actor, documents: Mapping[str, Document]) -> Traits:
    return together(
        traits(own, _full_name(actor), documents[document])
        for document, own in _by_document(actor).items()
        if document in documents
    )
