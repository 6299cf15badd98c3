"""The press schema: a record, or one reading, as plain JSON objects.

In goes a Record or a Reading with its Document, out comes a dictionary of the shapes of the press schema, ready for any
JSON encoder: dates as YYYY-MM-DD, offsets in code points, claims under their own ids. What the record does not know is
null. Nothing is computed here but the order; no file is written.
"""

from __future__ import annotations

from collections.abc import Iterable

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim, Figure, IncidentReport, Position, Statement
from watchfloor.model.document import Document, by_id
from watchfloor.model.reading import Reading
from watchfloor.model.record import Contradiction, Incident, Record
from watchfloor.model.span import Span
from watchfloor.model.when import When
from watchfloor.products.judgement_log import conflict_json, correction_json, held_json
from watchfloor.products.press_stances import stances_json
from watchfloor.products.sources_json import sources_json
from watchfloor.record.judgement.correction import kind_of

_Json = dict[str, object]

_MOST = 0.5
"""An omission is a fact that more than this share of the other documents carry, as the press schema defines it."""


def record_json(record: Record) -> _Json:
    """The record as one object of the press schema.

    `story` is the first story's id, `stories` pairs each story's id with its title and documents. `same_statement` and `same_incident`
    hold what several claims share; `not_read` the documents without a reading and why; `sources` on how many independent sources items stand.
    What people decided is applied: `judgements` and `conflicts` tell of it, `corrections` hold the machine's values, `confirmed` ids, `rejected`
    what is in no other list.
    """
    known = by_id(record.documents)
    return {
        "story": record.stories[0].id if record.stories else None,
        "reader": record.reader,
        "stories": [
            {"id": s.id, "title": s.title, "documents": [_doc(d, known) for d in s.documents]} for s in record.stories
        ],
        "documents": [_document(d) for d in record.documents],
        "actors": [_actor(a) for a in record.actors],
        "statements": [_statement(s, known) for s in record.statements],
        "incidents": [_report(r, known) for r in record.reports],
        "positions": [_position(p, known) for p in record.positions],
        "figures": [_figure(f, known) for f in record.figures],
        "same_statement": [list(u.statements) for u in record.utterances if len(u.statements) > 1],
        "same_incident": [list(i.reports) for i in record.incidents if len(i.reports) > 1],
        "events": [_event(i) for i in record.incidents],
        "contradictions": [_contradiction(c) for c in record.contradictions],
        "stances": stances_json(record.stances, known),
        "omissions": _omissions(record, known),
        "not_read": [{"doc": _doc(d, known), "reason": reason} for d, reason in record.not_read],
        "sources": sources_json(record),
        "judgements": [held_json(held) for held in record.judgements],
        "conflicts": [conflict_json(c) for c in record.conflicts],
        "corrections": [correction_json(c) for c in record.corrections],
        "confirmed": list(record.confirmed),
        "rejected": [
            *({"what": kind_of(c).value, **_claim(c, known)} for c in record.rejected),
            *({"what": "contradiction", **_contradiction(c)} for c in record.rejected_contradictions),
        ],
    }


def reading_json(document: Document, reading: Reading) -> _Json:
    """One document's reading: path, sha256, reader, statements, incidents, positions, figures, actors, and not_read where it was left unread.

    Raises:
        ValueError: the reading is of another document.
    """
    if reading.document_id != document.id:
        raise ValueError(f"a reading of {reading.document_id[:12]} is not one of {document.short_id}")
    known = {document.id: document}
    return {
        "path": document.origin,
        "sha256": document.id,
        "reader": reading.reader,
        "not_read": reading.not_read,
        "statements": [_statement(s, known) for s in reading.statements],
        "incidents": [_report(i, known) for i in reading.incidents],
        "positions": [_position(p, known) for p in reading.positions],
        "figures": [_figure(f, known) for f in reading.figures],
        "actors": [_actor(a) for a in reading.actors],
    }


def _document(document: Document) -> _Json:
    return {
        "id": document.short_id,
        "path": document.origin,
        "sha256": document.id,
        "outlet": document.outlet,
        "published": _published(document.published),
        "headline": document.headline,
        "author": document.author,
        "url": document.url,
        "language": document.language,
    }


def _published(when: When | None) -> str | None:
    """The day of publication; null where it is known less exactly than to the day."""
    if when is None or when.first_day is None or when.first_day != when.last_day:
        return None
    return when.first_day.isoformat()


def _actor(actor: Actor) -> _Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type.value,
        "roles": list(dict.fromkeys(role.text for role in actor.roles)),
        "aliases": list(actor.aliases),
    }


def _statement(s: Statement, known: dict[str, Document]) -> _Json:
    return {
        "id": s.id,
        "doc": _doc(s.document_id, known),
        "kind": s.kind.value,
        "content": _pieces(s.content),
        "cue": _piece(s.cue),
        "source": _piece(s.source),
        "speaker": s.speaker,
        "via": s.via,
        "stance": [{"toward": toward, "polarity": polarity.value} for toward, polarity in s.stance],
        "confidence": s.confidence,
    }


def _report(r: IncidentReport, known: dict[str, Document]) -> _Json:
    first, last = (r.when.first_day, r.when.last_day) if r.when else (None, None)
    return {
        "id": r.id,
        "doc": _doc(r.document_id, known),
        "type": r.type.value,
        "trigger": _pieces(r.triggers),
        "status": r.status.value,
        "specific": r.specific,
        "when": {
            "text": _piece(r.when_span),
            "earliest": first.isoformat() if first else None,
            "latest": last.isoformat() if last else None,
        },
        "where": [{"text": _piece(w.span), "name": w.name, "country": w.country} for w in r.where],
        "target": _pieces(r.targets),
        "blamed": [{"actor": b.actor, "by": b.by, "hedge": b.hedge.value, "span": _piece(b.span)} for b in r.blamed],
        "confidence": r.confidence,
    }


def _position(p: Position, known: dict[str, Document]) -> _Json:
    return {
        "id": p.id,
        "doc": _doc(p.document_id, known),
        "actor": p.actor,
        "toward": p.toward,
        "polarity": p.polarity.value,
        "span": _piece(p.span),
        "confidence": p.confidence,
    }


def _figure(f: Figure, known: dict[str, Document]) -> _Json:
    return {
        "id": f.id,
        "doc": _doc(f.document_id, known),
        "span": _piece(f.span),
        "value": _number(f.value),
        "value_high": _number(f.value_high),
        "unit": f.unit,
        "of": f.of,
        "asserted_by": f.asserted_by,
        "approx": f.approx,
        "confidence": f.confidence,
    }


def _claim(claim: Claim, known: dict[str, Document]) -> _Json:
    match claim:
        case Statement():
            return _statement(claim, known)
        case IncidentReport():
            return _report(claim, known)
        case Position():
            return _position(claim, known)
        case Figure():
            return _figure(claim, known)


def _event(i: Incident) -> _Json:
    """An incident of the record: its reports, what its status stands on, and what is counted at it."""
    return {
        "id": i.id,
        "type": i.type.value,
        "specific": i.specific,
        "status": i.status.value,
        "reports": list(i.reports),
        "grounds": [{"status": g.status.value, "reports": list(g.reports), "by": list(g.by)} for g in i.grounds],
        "figures": list(i.figures),
    }


def _contradiction(c: Contradiction) -> _Json:
    return {
        "id": c.id,
        "kind": c.kind.value,
        "items": list(dict.fromkeys(c.claims)),
        "explain": c.explain,
        "strength": c.strength.value,
        "sides": [{"value": side.value, "items": list(side.claims)} for side in c.sides],
    }


def _omissions(record: Record, known: dict[str, Document]) -> list[_Json]:
    """What most of a story's other documents carry and one of them does not, in that fact's own first words."""
    claims = {c.id: c for c in record.claims}
    members = {u.id: u.statements for u in record.utterances} | {i.id: i.reports for i in record.incidents}
    members |= {g.id: g.figures for g in record.figure_groups}
    found: list[_Json] = []
    for fact in record.coverage:
        others = len(fact.carried_by) + len(fact.silent) - 1
        ids = members.get(fact.subject, ())
        if not ids or not fact.silent or len(fact.carried_by) <= _MOST * others:
            continue
        first = claims[ids[0]]
        lacks = known[first.document_id].quote(first.spans[0])
        found += [{"doc": _doc(d, known), "lacks": lacks, "ids": list(ids)} for d in fact.silent]
    return found


def _doc(document_id: str, known: dict[str, Document]) -> str:
    return known[document_id].short_id if document_id in known else document_id[:12]


def _pieces(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _piece(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _number(value: float | None) -> float | None:
    """A whole number without its ".0", as people and the schema's examples write it."""
    return int(value) if value is not None and float(value).is_integer() else value
