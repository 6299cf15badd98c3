"""The log of judgements: who decided what, when, why and on which words, and what has become of it.

In go a Record, out come entries in words, and the same as plain JSON objects. Nothing is laid out here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from watchfloor.model.judgement import Conflict, Correction, Held, Judgement, person
from watchfloor.model.record import Record
from watchfloor.products.brief.dating import day
from watchfloor.products.judgement_words import about, did, judged, standing
from watchfloor.record.judgement.judging import Effect

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement in words: names and values in the order of reading."""

    judgement: Judgement
    facts: Facts


def entries(record: Record, by: str | None = None) -> tuple[Entry, ...]:
    """An entry for every judgement of everybody, or of one author, the earliest first."""
    wanted = None if by is None else person(by)
    return tuple(entry(record, held) for held in record.judgements if wanted in {None, held.judgement.who})


def entry(record: Record, held: Held) -> Entry:
    """The judgement in words."""
    made = held.judgement
    facts = list(judgement_facts(made))
    facts += [("Was", f"{c.item}: {c.field.replace('_', ' ')} {c.machine}") for c in _own(record, made)]
    facts.append(("Standing", standing(held)))
    facts += [("At odds", c.explain) for c in record.conflicts if made.id in c.judgements]
    return Entry(made, tuple(facts))


def judgement_facts(made: Judgement) -> Facts:
    """Who decided what, when, on what and why."""
    things = (("About", about(subject)) for subject in judged(made))
    return ("By", made.author), ("When", _moment(made)), ("What", did(made)), *things, ("Why", made.reason)


def effect_facts(effect: Effect) -> Facts:
    """What a new judgement does to earlier ones."""
    undone = (("Undoes", f"{one.author}, who {did(one)} ({one.reason}); {one.id}") for one in effect.undoes)
    revived = (("Brings back", f"{one.author}, who {did(one)} ({one.reason}); {one.id}") for one in effect.revives)
    return *undone, *revived, *(("At odds", conflict.explain) for conflict in effect.conflicts)


def effect_json(effect: Effect) -> dict[str, object]:
    """The same for programs."""
    return {
        "undoes": [one.id for one in effect.undoes],
        "brings_back": [one.id for one in effect.revives],
        "conflicts": [conflict_json(c) for c in effect.conflicts],
    }


def decided(record: Record, item: str) -> Facts:
    """What people decided about the item of that id, and where they are at odds; nothing where nobody did."""
    made = [held for held in record.judgements if item in held.items]
    known = {held.id for held in made}
    corrections = [c for c in record.corrections if c.item == item]
    told: list[tuple[str, str]] = []
    told += [("Corrected", _correction(record, c)) for c in corrections]
    shown = {c.judgement for c in corrections}
    told += [("Decided", _line(held)) for held in made if held.id not in shown]
    told += [("At odds", conflict.explain) for conflict in record.conflicts if known & {*conflict.judgements}]
    return tuple(dict.fromkeys(told))


def log_json(record: Record, by: str | None = None) -> dict[str, object]:
    """The log as one JSON object: `judgements`, the earliest first, and `conflicts`."""
    shown = [held for held in record.judgements if by is None or held.judgement.who == person(by)]
    ids = {held.id for held in shown}
    return {
        "judgements": [held_json(held) for held in shown],
        "conflicts": [conflict_json(c) for c in record.conflicts if ids & {*c.judgements}],
    }


def held_json(held: Held) -> dict[str, object]:
    """A judgement and how it stands."""
    return {
        **judgement_json(held.judgement),
        "standing": held.standing.value,
        "undone_by": list(held.undone_by),
        "missing": held.missing,
        "items": list(held.items),
    }


def judgement_json(judgement: Judgement) -> dict[str, object]:
    """A judgement as it was made."""
    return {
        "id": judgement.id,
        "decision": judgement.decision.value,
        "subject": [
            {"kind": s.kind.value, "item": s.item, "parts": list(s.parts), "words": s.words} for s in judgement.subject
        ],
        "value": judgement.value,
        "by": judgement.author,
        "made_at": judgement.made_at.isoformat(),
        "why": judgement.reason,
    }


def conflict_json(conflict: Conflict) -> dict[str, object]:
    """Judgements at odds."""
    return {"kind": conflict.kind.value, "judgements": list(conflict.judgements), "explain": conflict.explain}


def correction_json(correction: Correction) -> dict[str, object]:
    """A value set by a person, with the machine's."""
    return {
        "item": correction.item,
        "field": correction.field,
        "machine": correction.machine,
        "value": correction.value,
        "judgement": correction.judgement,
    }


def _line(held: Held) -> str:
    made = held.judgement
    return f"{did(made)} by {made.author} on {day(made.made_at.date())} ({made.reason}); {standing(held)}; {made.id}"


def _correction(record: Record, correction: Correction) -> str:
    made = next(held.judgement for held in record.judgements if held.id == correction.judgement)
    field = correction.field.replace("_", " ")
    return (
        f"{field}: {correction.value}, by {made.author} on {day(made.made_at.date())} ({made.reason}); "
        f"the machine has {correction.machine}; {made.id}"
    )


def _own(record: Record, judgement: Judgement) -> Iterable[Correction]:
    """The values that the machine has in the place of the judgement's."""
    return (c for c in record.corrections if c.judgement == judgement.id and c.machine != c.value)


def _moment(judgement: Judgement) -> str:
    return f"{day(judgement.made_at.date())}, {judgement.made_at:%H:%M} UTC"
