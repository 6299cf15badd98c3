"""Subject: a thing of the record as a judgement names it, by what it stands on.

In go a Record and one of its things, out comes a Subject with the words that a person reads of it. Nothing is decided here.
"""

from __future__ import annotations

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim, Figure, IncidentReport, Position, Statement
from watchfloor.model.document import Document, by_id
from watchfloor.model.issue import label
from watchfloor.model.judgement import Held, Subject, SubjectKind
from watchfloor.model.record import Contradiction, FigureGroup, Incident, Record, Story, Utterance
from watchfloor.record.judgement.correction import kind_of
from watchfloor.record.judgement.thing import Thing

_LONGEST = 90
"""Characters of a quotation: a line of a log."""


def subject(record: Record, thing: Thing) -> Subject:
    """What a judgement about `thing` is made about."""
    about = ""
    parts: tuple[str, ...]
    match thing:
        case Document():
            kind, parts, words = SubjectKind.DOCUMENT, (thing.id,), _headline(thing)
        case Story():
            kind, parts, words = SubjectKind.STORY, thing.documents, _cut(thing.title)
        case Statement() | IncidentReport() | Position() | Figure():
            kind, parts, words = kind_of(thing), (thing.id,), _claim(record, thing)
        case Utterance():
            kind, parts, words = SubjectKind.UTTERANCE, thing.statements, _all(record, thing.statements)
        case Incident():
            kind, parts, words = SubjectKind.INCIDENT, thing.reports, _all(record, thing.reports)
        case FigureGroup():
            kind, parts, words = SubjectKind.FIGURES, thing.figures, _all(record, thing.figures)
        case Actor():
            kind, parts, words = SubjectKind.ACTOR, thing.members, thing.name
        case Contradiction():
            kind, parts, words, about = SubjectKind.CONTRADICTION, thing.claims, _cut(thing.explain), thing.kind.value
        case Held():
            made = thing.judgement
            words = _cut(f"{made.decision} by {made.author}: {made.reason}")
            kind, parts = SubjectKind.JUDGEMENT, (made.id,)
    item = thing.short_id if isinstance(thing, Document) else thing.id
    return Subject(kind, item, tuple(sorted(set(parts))), words, about)


def _all(record: Record, ids: tuple[str, ...]) -> str:
    """The first of several claims, and how many there are."""
    claims = {c.id: c for c in record.claims}
    first = _claim(record, claims[ids[0]])
    return first if len(ids) == 1 else f"{first} and {len(ids) - 1} more"


def _claim(record: Record, claim: Claim) -> str:
    document = by_id(record.documents)[claim.document_id]
    words = _cut(" … ".join(document.quote(span) for span in claim.spans))
    told = f"“{words}”, {document.outlet or document.origin}"
    match claim:
        case Statement() | Position():
            actor = claim.speaker if isinstance(claim, Statement) else claim.actor
            name = next((a.name for a in record.actors if a.id == actor), "nobody named")
            toward = f" on {label(claim.toward)}" if isinstance(claim, Position) else ""
            return f"{name}{toward}: {told}"
        case IncidentReport():
            return f"{claim.type.replace('_', ' ')}, {claim.status}: {told}"
        case Figure():
            return f"{_cut(claim.of)}: {told}"


def _headline(document: Document) -> str:
    named = document.headline or " ".join(document.text[:_LONGEST].split())
    return f"{_cut(named)}, {document.outlet or document.origin}"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rsplit(' ', 1)[0]} …"
