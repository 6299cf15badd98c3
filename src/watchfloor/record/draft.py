"""Draft: one story linked for itself, before it is known who in it is whom elsewhere.

In go a story's documents and readings and what people ruled, out comes which of its actors are one, and which of its statements. Nothing
outside the story is looked at, so the draft of a story is the same whatever else the record holds. Incidents and figures, which
need no actors, and everything that does need the record's actors, are for `chapter`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchfloor.model.reading import Reading
from watchfloor.model.record import Link
from watchfloor.reading.actor.office import Offices
from watchfloor.record.actor import actors
from watchfloor.record.actor.anonymous import description, shared_sources
from watchfloor.record.actor.introduction import Traits, together
from watchfloor.record.actor.persona import Persona, key_of, personas
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.seam import Knot
from watchfloor.record.saying import utterances
from watchfloor.record.saying.variant import variant
from watchfloor.record.text.texts import Texts

_FULL = 3
"""Parts of a person's identity, its kind among them, from which it is a full name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A story's texts and readings, the groups of persona keys that are one actor each, the groups of statement ids that are one saying each, and the links of these.

    `key` is the smallest id of its documents and stands for the story. `knots` are those of its actors that have a name which names them in any story,
    `told` what it says of such a person; both are under the smallest key of the actor's group.
    """

    key: str
    texts: Texts
    readings: tuple[Reading, ...]
    people: tuple[Persona, ...]
    actors: tuple[tuple[str, ...], ...]
    sayings: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    knots: Mapping[str, Knot]
    told: Mapping[str, Traits]


def draft(texts: Texts, readings: Sequence[Reading], rulings: Rulings, offices: Offices) -> Draft:
    """The draft of one story; `offices` say who held which. Actors first, for who speaks helps to tell what is one saying; then sayings; then the unnamed sources that a saying shows to be one."""
    key = min(texts.documents)
    people = personas(readings, dict.fromkeys(texts.documents, key), texts.documents, offices)
    grouped = actors.merge(people, rulings)
    speaker_of = {
        s.id: key_of(r.document_id, s.speaker) for r in readings for s in r.statements if s.speaker is not None
    }
    group_of = {key: group[0] for group in grouped for key in group}
    speakers = {statement: group_of[key] for statement, key in speaker_of.items() if key in group_of}
    unnamed = {p.key: f"unnamed {description(p.actors[0].name)}" for p in people if not p.is_named}
    voices = {s: unnamed.get(speaker_of[s], speaker) for s, speaker in speakers.items()}
    variants = [variant(s, texts, speakers, voices) for r in readings for s in r.statements]
    said, links = utterances.merge(variants, texts.lexicon, rulings)
    shared = shared_sources(people, ([speaker_of[key] for key in group if key in speaker_of] for group in said))
    whole = actors.merge(people, rulings, shared)
    known = {p.key: p for p in people}
    knots = {group[0]: Knot(key, names) for group in whole if (names := _names(group, known))}
    told = {
        group[0]: together(known[one].traits for one in group)
        for group in whole
        if group[0] in knots and known[group[0]].is_person
    }
    return Draft(key, texts, tuple(readings), tuple(people), tuple(whole), tuple(said), tuple(links), knots, told)


def _names(group: Iterable[str], people: Mapping[str, Persona]) -> tuple[str, ...]:
    """The names of a story's actor that name it in any story."""
    found = {people[key].found_as for key in group}
    return tuple(sorted("|".join(n) for n in found if n[0] == "body" or (n[0] == "person" and len(n) >= _FULL)))
