"""The log of judgements: who decided what, when, why and on which words, and what has become of it.

In go a Record, out come entries in words, and the same as plain JSON objects. Nothing is laid out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchfloor.model.judgement import Conflict, Correction, Decision, Held, Judgement, Standing, SubjectKind
from watchfloor.model.record import Record
from watchfloor.products.brief.dating import day

Facts = tuple[tuple[str, str], ...]

_DID = {
    Decision.MERGE: "merged",
    Decision.SPLIT: "split",
    Decision.ACCEPT: "accepted",
    Decision.REJECT: "rejected",
    Decision.CORRECT: "corrected",
    Decision.UNDO: "undid",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement in words. `about` are the things judged, `facts` everything as names and values in the order of reading."""

    judgement: Judgement
    did: str
    about: tuple[str, ...]
    facts: Facts
    standing: str


def entries(record: Record, by: str | None = None) -> tuple[Entry, ...]:
    """An entry for every judgement of everybody, or of one author, the earliest first."""
    wanted = None if by is None else _folded(by)
    return tuple(entry(record, held) for held in record.judgements if wanted in {None, held.judgement.who})


def entry(record: Record, held: Held) -> Entry:
    """The judgement in words."""
    made = held.judgement
    about = tuple(f"{s.kind} {s.item}: {s.words}" if s.words else f"{s.kind} {s.item}" for s in _judged(made))
    facts: list[tuple[str, str]] = [("By", made.author), ("When", _moment(made)), ("What", did(made))]
    facts += [("About", line) for line in about]
    facts += [("Was", f"{c.item}: {c.field} {c.machine}, as the machine has it") for c in _own(record, made)]
    facts += [("Why", made.reason), ("Standing", standing(held))]
    facts += [("At odds", c.explain) for c in record.conflicts if made.id in c.judgements]
    return Entry(made, did(made), about, tuple(facts), standing(held))


def did(judgement: Judgement) -> str:
    """What was decided: "merged", "corrected status to denied"."""
    if judgement.value is None:
        return _DID[judgement.decision]
    field, _, value = judgement.value.partition("=")
    return f"{_DID[judgement.decision]} {field.replace('_', ' ')} to {value}"


def standing(held: Held) -> str:
    """What has become of a judgement, in a few words."""
    parts = [held.standing.value + (f" by {', '.join(held.undone_by)}" if held.undone_by else "")]
    if held.standing is Standing.PARTLY and held.undone_by:
        parts = [f"applied in part, the rest undone by {', '.join(held.undone_by)}"]
    if held.missing:
        parts.append(f"{held.missing} of {len(held.judgement.parts)} things that it was about are not there any more")
    return "; ".join(parts)


def decided(record: Record, item: str) -> Facts:
    """What people decided about the item of that id, and where they are at odds; nothing where nobody did."""
    made = [held for held in record.judgements if item in held.items]
    known = {held.id for held in made}
    corrections = [c for c in record.corrections if c.item == item]
    told: list[tuple[str, str]] = []
    told += [("Corrected", _correction(record, c)) for c in corrections]
    for held in made:
        if held.judgement.decision is not Decision.CORRECT or held.standing is not Standing.APPLIED:
            told.append(("Decided", _line(held)))
    told += [("At odds", conflict.explain) for conflict in record.conflicts if known & {*conflict.judgements}]
    return tuple(dict.fromkeys(told))


def log_json(record: Record, by: str | None = None) -> dict[str, object]:
    """The log as one JSON object: `judgements`, the earliest first, and `conflicts`."""
    shown = [held for held in record.judgements if by is None or held.judgement.who == _folded(by)]
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


def _judged(judgement: Judgement) -> Iterator[_Named]:
    """What was judged; of a correction not the actor whom its value names."""
    one = judgement.decision is Decision.CORRECT
    for subject in judgement.subject[:1] if one else judgement.subject:
        yield _Named(_KINDS.get(subject.kind, subject.kind.value), subject.item, subject.words)


@dataclass(frozen=True, slots=True)
class _Named:
    kind: str
    item: str
    words: str


_KINDS = {SubjectKind.FIGURES: "group of figures"}


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
    return (c for c in record.corrections if c.judgement == judgement.id)


def _moment(judgement: Judgement) -> str:
    return f"{day(judgement.made_at.date())}, {judgement.made_at:%H:%M} UTC"


def _folded(author: str) -> str:
    return " ".join(author.casefold().split())
