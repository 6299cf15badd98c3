"""The annotated press stories beside the repository, as the nouns of the model, for any test that needs real articles.

In goes a folder of ../shared/press (gold.json in the press schema, texts/), out come its documents, the readings that a
perfect reader would hand in, and the record that a perfect linking would make of them. Nothing of the articles is
kept here. Where ../shared is absent STORIES is empty, and tests skip with `WITHOUT_STORIES` as the reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import gold_claims
from gold_claims import READER
from watchfloor.model.actor import Actor, ActorType, Role
from watchfloor.model.claim import NARRATOR, Claim, Figure, IncidentReport, Position, Statement, Status
from watchfloor.model.document import Document
from watchfloor.model.reading import Reading
from watchfloor.model.record import (
    Contradiction,
    ContradictionKind,
    Coverage,
    FigureGroup,
    Incident,
    Record,
    Side,
    Story,
    Strength,
    Utterance,
)
from watchfloor.model.span import Span
from watchfloor.model.when import Precision, When

PRESS = Path(__file__).resolve().parents[2] / "shared" / "press"
STORIES: tuple[Path, ...] = tuple(sorted(path.parent for path in PRESS.glob("*/gold.json")))
"""The folder of every annotated story; empty where ../shared is absent."""
WITHOUT_STORIES = f"needs the annotated stories in {PRESS.parent.name}/press beside the repository"

_KEEPS_ITS_NAME = {
    ActorType.STATE,
    ActorType.ALLIANCE,
}  # a reader knows these from a gazetteer, whatever they are called
_STRONGEST = (Status.OCCURRED, Status.ALLEGED, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL)
_Json = dict[str, Any]


@cache
def documents(story: Path) -> tuple[Document, ...]:
    """The story's articles, with what its gold.json knows of them."""
    return tuple(_document(story, item) for item in _gold(story)["documents"])


@cache
def readings(story: Path) -> tuple[Reading, ...]:
    """One reading a document, its actors unique to it: the gold actor "A1" is "000:A1" in document 000."""
    gold = _gold(story)
    return tuple(
        _reading(gold, item["id"], document) for item, document in zip(gold["documents"], documents(story), strict=True)
    )


@cache
def gold_record(story: Path) -> Record:
    """The record that the annotation describes; what it leaves alone is an utterance or an incident of its own."""
    gold, docs, read = _gold(story), documents(story), readings(story)
    statements = tuple(_said(s) for r in read for s in r.statements)
    reports = tuple(_reported(i) for r in read for i in r.incidents)
    figures = tuple(_counted(f) for r in read for f in r.figures)
    utterances = tuple(_utterance(n, ids, statements) for n, ids in _clusters(gold["same_statement"], statements))
    incidents = tuple(_incident(n, ids, reports) for n, ids in _clusters(gold["same_incident"], reports))
    groups = tuple(_figure_groups(gold, figures))
    members = {u.id: u.statements for u in utterances} | {i.id: i.reports for i in incidents}
    members |= {g.id: g.figures for g in groups}
    claims: tuple[Claim, ...] = (*statements, *reports, *figures)
    home = {c.id: c.document_id for c in claims}
    return Record(
        reader=READER,
        documents=docs,
        actors=tuple(_actor(item, read) for item in gold["actors"]),
        statements=statements,
        reports=reports,
        positions=tuple(_held(p) for r in read for p in r.positions),
        figures=figures,
        utterances=utterances,
        incidents=incidents,
        figure_groups=groups,
        contradictions=tuple(_contradictions(gold, read, docs)),
        coverage=tuple(
            _coverage(subject, {home[c] for c in ids}, docs, gold["story"]) for subject, ids in members.items()
        ),
        stories=(Story(gold["story"], _title(docs), tuple(d.id for d in docs)),),
    )


@cache
def _gold(story: Path) -> _Json:
    gold: _Json = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    return gold


def _document(story: Path, item: _Json) -> Document:
    return Document(
        id=item["sha256"],
        text=(story / item["path"]).read_bytes().decode("utf-8"),
        origin=item["path"],
        media_type="text/plain",
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
        headline=item["headline"],
        outlet=item["outlet"],
        published=When.day(date.fromisoformat(item["published"])) if item["published"] else None,
        language="en",
    )


def _reading(gold: _Json, doc: str, document: Document) -> Reading:
    of = {
        kind: [x for x in gold[kind] if x["doc"] == doc] for kind in ("statements", "incidents", "positions", "figures")
    }
    named = {s["speaker"] for s in of["statements"]} | {p["actor"] for p in of["positions"]}
    named |= {f["asserted_by"] for f in of["figures"]}
    named |= {actor for i in of["incidents"] for b in i["blamed"] for actor in (b["actor"], b["by"])}
    actors = [_local_actor(a, doc, document, of["statements"], named) for a in gold["actors"]]
    return Reading(
        document_id=document.id,
        reader=READER,
        actors=tuple(a for a in actors if a is not None),
        statements=tuple(gold_claims.statement(s, document) for s in of["statements"]),
        incidents=tuple(gold_claims.report(i, document) for i in of["incidents"]),
        positions=tuple(gold_claims.position(p, document) for p in of["positions"]),
        figures=tuple(gold_claims.figure(f, document) for f in of["figures"]),
    )


def _local_actor(item: _Json, doc: str, document: Document, said: list[_Json], named: set[str]) -> Actor | None:
    """The gold actor as this document knows it, under the longest name found there; None where it does not occur."""
    found: dict[str, list[Span]] = {n: list(_occurrences(n, document)) for n in (item["name"], *item["aliases"])}
    sources = [document.span(*s["source"]) for s in said if s["speaker"] == item["id"] and s["source"]]
    mentions = sorted({*chain.from_iterable(found.values()), *sources})
    if not mentions and item["id"] not in named:
        return None
    kind = ActorType(item["type"])
    aliases = [name for name, spans in found.items() if spans]
    known = kind in _KEEPS_ITS_NAME or item["name"] in aliases or not aliases
    name = item["name"] if known else max(aliases, key=len)
    return Actor(
        id=f"{doc}:{item['id']}",
        name=name,
        type=kind,
        aliases=tuple(aliases),
        roles=tuple(Role(role, span) for role in item["roles"] for span in list(_occurrences(role, document))[:1]),
        mentions=tuple(mentions),
    )


def _occurrences(name: str, document: Document) -> Iterator[Span]:
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", document.text):
        yield document.span(found.start(), found.end())


def _actor(item: _Json, read: tuple[Reading, ...]) -> Actor:
    local = [a for r in read for a in r.actors if a.id.split(":")[-1] == item["id"]]
    return Actor(
        id=item["id"],
        name=item["name"],
        type=ActorType(item["type"]),
        aliases=tuple(item["aliases"]),
        roles=tuple(role for a in local for role in a.roles),
        mentions=tuple(span for a in local for span in a.mentions),
        members=tuple(a.id for a in local),
    )


def _clusters(
    groups: list[list[str]], claims: Iterable[Statement | IncidentReport]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The given groups, and every claim outside them alone; numbered from 1."""
    grouped = {claim for group in groups for claim in group}
    alone = [[c.id] for c in claims if c.id not in grouped]
    yield from enumerate(map(tuple, chain(groups, alone)), start=1)


def _utterance(number: int, ids: tuple[str, ...], statements: tuple[Statement, ...]) -> Utterance:
    speaker = {s.id: s.speaker for s in statements}
    named = (speaker[i] for i in ids)
    return Utterance(f"U{number}", ids, tuple(dict.fromkeys(s for s in named if s)))


def _incident(number: int, ids: tuple[str, ...], reports: tuple[IncidentReport, ...]) -> Incident:
    mine = [r for r in reports if r.id in ids]
    types = [r.type for r in mine]
    dated = [r.when for r in mine if r.when]
    earliest, latest = [w.earliest for w in dated], [w.latest for w in dated]
    whole = None
    if dated:
        first = None if None in earliest else min(e for e in earliest if e)
        last = None if None in latest else max(e for e in latest if e)
        if first or last:
            exact = first is not None and last is not None and first.date() == last.date()
            whole = When(first, last, Precision.DAY if exact else Precision.RANGE)
    return Incident(
        id=f"E{number}",
        type=max(types, key=types.count),
        specific=any(r.specific for r in mine),
        status=min((r.status for r in mine), key=_STRONGEST.index),
        reports=ids,
        when=whole,
        where=tuple({(w.name, w.country): w for r in mine for w in r.where}.values()),
    )


def _figure_groups(gold: _Json, figures: tuple[Figure, ...]) -> Iterator[FigureGroup]:
    """What the annotation sets against each other as numbers of one unit counts the same thing."""
    by_id = {f.id: f for f in figures}
    taken: set[str] = set()
    for x in gold["contradictions"]:
        mine = [by_id[i] for i in x["items"] if x["kind"] == "number" and i in by_id and i not in taken]
        for unit in dict.fromkeys(f.unit for f in mine):
            ids = tuple(f.id for f in mine if f.unit == unit)
            if len(ids) > 1:
                taken.update(ids)
                yield FigureGroup(f"G-{x['id']}-{unit}", by_id[ids[0]].of, ids)


def _contradictions(gold: _Json, read: tuple[Reading, ...], docs: tuple[Document, ...]) -> Iterator[Contradiction]:
    claims = {c.id: c for r in read for c in r.claims}
    text = {d.id: d for d in docs}
    names = {a["id"]: a["name"] for a in gold["actors"]}
    for x in gold["contradictions"]:
        sides: dict[str, list[str]] = {}
        for item in x["items"]:
            claim = claims[item]
            value = item.split(":", maxsplit=1)[0]
            if x["kind"] == "speaker" and isinstance(claim, Statement):
                value = names.get((claim.speaker or "").split(":")[-1], "nobody named")
            elif isinstance(claim, Figure):
                value = text[claim.document_id].quote(claim.span)
            sides.setdefault(value, []).append(item)
        if len(sides) == 1:
            sides = {item: [item] for item in x["items"]}
        yield Contradiction(
            x["id"],
            ContradictionKind(x["kind"]),
            Strength(x["strength"]),
            x["explain"],
            tuple(
                Side(_value(value, claims[ids[0]], text), tuple(ids), tuple(s for i in ids for s in claims[i].spans))
                for value, ids in sides.items()
            ),
        )


def _value(value: str, claim: Claim, text: dict[str, Document]) -> str:
    """A few words for a side: its speaker or number, else the first words that it stands on."""
    if not re.match(r"\d{3}(:|$)", value):
        return value
    words = text[claim.document_id].quote(claim.spans[0]).split()
    return " ".join(words[:8])


def _coverage(subject: str, home: set[str], docs: tuple[Document, ...], story: str) -> Coverage:
    carried = [d for d in docs if d.id in home]
    return Coverage(
        subject=subject,
        story=story,
        carried_by=tuple(d.id for d in carried),
        silent=tuple(d.id for d in docs if d.id not in home),
        independent=len({d.outlet or d.id for d in carried}),
    )


def _title(docs: tuple[Document, ...]) -> str:
    return next((d.headline for d in docs if d.headline), docs[0].text[:80])


def _global(actor: str) -> str:
    """The gold actor's own id for the id it has in one document."""
    return actor if actor == NARRATOR else actor.rpartition(":")[2]


def _said(s: Statement) -> Statement:
    return replace(s, speaker=_global(s.speaker) if s.speaker else None)


def _reported(i: IncidentReport) -> IncidentReport:
    return replace(i, blamed=tuple(replace(b, actor=_global(b.actor), by=_global(b.by)) for b in i.blamed))


def _held(p: Position) -> Position:
    return replace(p, actor=_global(p.actor))


def _counted(f: Figure) -> Figure:
    return replace(f, asserted_by=_global(f.asserted_by))
