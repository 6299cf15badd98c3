"""Sources as JSON: for each item that several documents carry, on how many independent sources it stands, why, and its grade.

In goes a Record, out come plain objects for the record's JSON. Items that one document alone carries are left out, unless that document says from where it has
them: of the others there is nothing to tell. Nothing is counted here; see `watchfloor.record.source.independence`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from watchfloor.model.claim import Claim, Statement
from watchfloor.model.document import Document, by_id
from watchfloor.model.record import Contradiction, Record
from watchfloor.model.sourcing import OneSource, Path, Reason
from watchfloor.model.span import Span
from watchfloor.products.brief.versions import Versions, versions
from watchfloor.record.source.credibility import grade, tallied
from watchfloor.record.source.independence import Origins, why
from watchfloor.record.source.path import path

_Json = dict[str, object]
_Name = Callable[[str], str]


def sources_json(record: Record) -> list[_Json]:
    """One object an item: `item`, `independent`, `sources` with their `reasons`, `credibility`, and of an utterance the `path` and the `loose` documents, which say something like it."""
    known = {claim.id: claim for claim in record.claims}
    documents = by_id(record.documents)
    origins = Origins.of_record(record)
    names = {actor.id: actor.name for actor in record.actors}
    against: dict[str, list[Contradiction]] = defaultdict(list)
    for contradiction in record.contradictions:
        for claim in dict.fromkeys(contradiction.claims):
            against[claim].append(contradiction)

    def short(document: str) -> str:
        return documents[document].short_id

    found = []
    told = _told(record, known, documents, origins, against)
    for item, every in _items(record, known):
        its = told.get(item)
        loose = [c for c in every if its and c.id in its.loose]
        claims = [c for c in every if c not in loose]
        said = [c for c in claims if isinstance(c, Statement)]
        went = path(said, origins) if said else None
        if len({c.document_id for c in every}) == 1 and not (went and went.first):
            continue
        counted = origins.of_claims(claims)
        graded = grade(tallied(its.first_shown(claims) if its else claims, against, known, origins, loose))
        found.append(
            {
                "item": item,
                "independent": counted.count,
                "sources": [_source(s, short, lambda a: names.get(a, a)) for s in counted.sources],
                "credibility": {
                    "code": graded.credibility.value,
                    "words": graded.credibility.words,
                    "why": graded.why,
                },
                **({"path": _path(went, short), "loose": _shorts(loose, short)} if went else {}),
            }
        )
    return found


def _items(record: Record, known: dict[str, Claim]) -> Iterator[tuple[str, Sequence[Claim]]]:
    for utterance in record.utterances:
        yield utterance.id, [known[i] for i in utterance.statements]
    for incident in record.incidents:
        yield incident.id, [known[i] for i in incident.reports]
    for group in record.figure_groups:
        yield group.id, [known[i] for i in group.figures]


def _told(
    record: Record,
    known: dict[str, Claim],
    documents: dict[str, Document],
    origins: Origins,
    against: dict[str, list[Contradiction]],
) -> dict[str, Versions]:
    """The versions of each utterance that several documents report."""
    found: dict[str, Versions] = {}
    for utterance in record.utterances:
        said = [c for i in utterance.statements if isinstance(c := known[i], Statement)]
        if len({c.document_id for c in said}) > 1:
            found[utterance.id] = versions(utterance, said, documents, origins, against)
    return found


def _shorts(claims: Sequence[Claim], short: _Name) -> list[str]:
    return [short(d) for d in dict.fromkeys(c.document_id for c in claims)]


def _source(source: OneSource, short: _Name, name: _Name) -> _Json:
    return {
        "docs": [short(d) for d in source.documents],
        "reasons": [_reason(reason, short, name) for reason in source.reasons],
    }


def _reason(reason: Reason, short: _Name, name: _Name) -> _Json:
    return {
        "bond": reason.bond.value,
        "on": reason.on or None,
        "docs": [short(d) for d in reason.documents],
        "spans": _spans(reason.spans, short),
        "similarity": reason.similarity,
        "why": why(reason, short, name),
    }


def _path(went: Path, short: _Name) -> _Json:
    return {
        "speakers": list(went.speakers),
        "first": list(went.first),
        "bond": went.bond.value if went.bond else None,
        "steps": [
            {
                "doc": short(step.document),
                "published": step.published.first_day.isoformat()
                if step.published and step.published.first_day
                else None,
                "credits": list(step.credits),
                "copies": [short(d) for d in step.copies],
                "renders": [short(d) for d in step.renders],
                "spans": _spans(step.spans, short),
            }
            for step in went.steps
        ],
    }


def _spans(spans: Sequence[Span], short: _Name) -> list[_Json]:
    return [{"doc": short(s.document_id), "span": [s.start, s.end]} for s in spans]
