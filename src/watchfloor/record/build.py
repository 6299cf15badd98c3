"""Build: the readings of many documents to one record.

In go documents, their readings, the copies among them and what people ruled; out comes the Record. It is a pure function: the same
input in any order gives the same record. It reads no text for claims and drops none, except those that a person rejected.
Each story is linked for itself (`draft`, then `chapter`), and the stories are joined where they share names, words or events (`cast`, `across`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from watchfloor.model.claim import Claim
from watchfloor.model.copy import Copy
from watchfloor.model.document import Document, by_id
from watchfloor.model.judgement import Judgement
from watchfloor.model.reading import Reading
from watchfloor.model.record import Record, Story
from watchfloor.reading.actor.office import Offices, shipped
from watchfloor.reading.text.sentence import sentences
from watchfloor.record.across import Across, across
from watchfloor.record.cast import Cast, cast
from watchfloor.record.chapter import Chapter, chapter
from watchfloor.record.completion import complete, named
from watchfloor.record.contradiction import polarity, role
from watchfloor.record.contradiction.finding import Finding, Setting
from watchfloor.record.contradictions import contradictions
from watchfloor.record.counted_across import counted_across
from watchfloor.record.coverage import coverage
from watchfloor.record.decided import Decided
from watchfloor.record.distinct import distinct
from watchfloor.record.draft import Draft, draft
from watchfloor.record.independence import Origins
from watchfloor.record.nearness import Nearness
from watchfloor.record.rulings import Rulings
from watchfloor.record.stances import stances, utterance_of
from watchfloor.record.stories import grouped, published, terms_of, told
from watchfloor.record.texts import Texts


def build_record(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    copies: Sequence[Copy],
    judgements: Sequence[Judgement] = (),
    offices: Offices | None = None,
) -> Record:
    """The record of `documents`; `offices` say who held which, as shipped where none are given.

    A document without a reading is kept and says nothing. Actors' ids in the record's claims are those of the record's actors.

    Raises:
        ValueError: a reading of a document that is not among `documents`, two readings of one document, or a claim that names an
            actor whom its reading lacks.
    """
    decided = Decided.of(documents, _checked(documents, readings), judgements)
    rulings, read = decided.rulings, {reading.document_id: reading for reading in decided.readings}
    known = by_id(documents)
    cut = {key: sentences(document) for key, document in known.items()}
    held = {key: terms_of(document, cut[key]) for key, document in known.items()}
    found_stories = told(grouped(Nearness.of(held)), known, held, rulings)
    drafts = []
    for story in found_stories:
        texts = Texts.of((known[key] for key in story.documents), cut)
        drafts.append(
            draft(texts, [read[key] for key in sorted(story.documents) if key in read], rulings, offices or shipped())
        )
    actors = cast(drafts, rulings)
    chapters = distinct([chapter(d, actors.belongs, rulings) for d in drafts])
    return complete(_bound(found_stories, drafts, chapters, actors, copies, rulings), decided)


def _checked(documents: Iterable[Document], readings: Sequence[Reading]) -> list[Reading]:
    """The readings in the order of their documents' ids."""
    known = by_id(documents)
    seen: dict[str, Reading] = {}
    for reading in readings:
        if reading.document_id not in known:
            raise ValueError(f"a reading is of document {reading.document_id[:12]}, which is not among the documents")
        if reading.document_id in seen:
            raise ValueError(f"document {reading.document_id[:12]} has two readings; a record is made of one for each")
        seen[reading.document_id] = reading
    return [seen[key] for key in sorted(seen)]


def _bound(
    found_stories: tuple[Story, ...],
    drafts: Sequence[Draft],
    chapters: Sequence[Chapter],
    actors: Cast,
    copies: Sequence[Copy],
    rulings: Rulings,
) -> Record:
    """The chapters as one record, in the order of publication and text."""
    texts = Texts.together(d.texts for d in drafts)
    ordered = sorted(texts.documents.values(), key=published)
    read = {r.document_id: r for d in drafts for r in d.readings}
    bare = named(
        Record(", ".join(sorted({r.reader for r in read.values()})), tuple(ordered), actors=actors.actors), rulings
    )
    setting = Setting(
        texts, {a.id: a for a in bare.actors}, {key: c.key for c in chapters for key in c.texts.documents}
    )
    whole = across(chapters, setting, rulings)
    claims = {key: own for c in chapters for key, own in c.claims.items()}
    in_turn = [claims[d.id] for d in ordered if d.id in claims]
    statements = tuple(s for c in in_turn for s in c.statements)
    sayings = [u for c in chapters for u in c.utterances if u.id not in whole.instead]
    events = [i for c in chapters for i in c.incidents if i.id not in whole.instead]
    counted = counted_across(chapters, setting, rulings)
    linked = replace(
        bare,
        copies=tuple(sorted(copies, key=lambda c: (c.first, c.second, c.kind))),
        statements=statements,
        reports=tuple(r for c in in_turn for r in c.reports),
        positions=tuple(p for c in in_turn for p in c.positions),
        figures=tuple(f for c in in_turn for f in c.figures),
        utterances=tuple(sorted((*sayings, *whole.utterances), key=lambda u: (-len(u.statements), u.id))),
        incidents=tuple(sorted((*events, *whole.incidents), key=lambda i: (-len(i.reports), i.id))),
        figure_groups=tuple(sorted(counted.groups, key=lambda g: (-len(g.figures), g.id))),
        stories=found_stories,
        not_read=tuple((d.id, why) for d in ordered if d.id in read and (why := read[d.id].not_read) is not None),
    )
    linked = replace(linked, stances=stances(linked, texts))
    findings = [f for f in _findings(chapters, whole) if not counted.replaces(f)]
    findings += [*counted.findings, *_findings_of_actors(linked, setting)]
    origins = Origins.of(linked.documents, copies, linked.statements, linked.actors)
    return replace(
        linked,
        contradictions=contradictions(findings),
        coverage=coverage(found_stories, _facts(linked), origins),
    )


def _findings_of_actors(record: Record, setting: Setting) -> list[Finding]:
    """What is told of one actor and can't all be, in whatever stories."""
    said = defaultdict(list)
    for s in record.statements:
        if s.speaker is not None:
            said[s.speaker].append(s)
    known = {c.id: c for c in record.claims}
    return [
        *role.find(record.actors, said, setting),
        *polarity.find(record.stances, known, utterance_of(record.utterances), setting),
    ]


def _findings(chapters: Iterable[Chapter], whole: Across) -> list[Finding]:
    """Every disagreement of the chapters, but for those within what is one across several; these have their own."""
    found: list[Finding] = [f for c in chapters for f in c.findings]
    found += [f for c in chapters for item, own in c.disputes.items() if item not in whole.instead for f in own]
    return [*found, *(f for own in whole.disputes.values() for f in own)]


def _facts(record: Record) -> dict[str, list[Claim]]:
    """The claims of each utterance, incident and figure group."""
    known = {claim.id: claim for claim in record.claims}
    carried = {u.id: [known[key] for key in u.statements] for u in record.utterances}
    carried |= {i.id: [known[key] for key in i.reports] for i in record.incidents}
    return carried | {g.id: [known[key] for key in g.figures] for g in record.figure_groups}
