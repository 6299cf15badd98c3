"""Build: the readings of many documents to one record.

In go documents, their readings, the copies among them and what people ruled; out comes the Record. It is a pure function: the same
input in any order gives the same record. It reads no text for claims and drops none, except those that a person rejected.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from watchfloor.model.claim import Claim
from watchfloor.model.copy import Copy
from watchfloor.model.document import Document, by_id
from watchfloor.model.judgement import Judgement
from watchfloor.model.reading import Reading
from watchfloor.model.record import Link, Record
from watchfloor.record import actors, belonging, utterances
from watchfloor.record.anonymous import description, shared_sources
from watchfloor.record.completion import complete, named
from watchfloor.record.contradiction import confirmation, date, number, polarity, role, speaker, status, wording
from watchfloor.record.contradiction.finding import Finding, Setting
from watchfloor.record.contradictions import contradictions
from watchfloor.record.coverage import coverage
from watchfloor.record.decided import Decided
from watchfloor.record.figures import Count, groups
from watchfloor.record.incidents import incidents
from watchfloor.record.independence import Origins
from watchfloor.record.persona import Persona, key_of, personas
from watchfloor.record.rulings import Rulings
from watchfloor.record.scene import scenes
from watchfloor.record.sighting import sighting
from watchfloor.record.stances import stances, utterance_of
from watchfloor.record.stories import published, stories
from watchfloor.record.texts import Texts
from watchfloor.record.variant import Variant, variant


def build_record(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    copies: Sequence[Copy],
    judgements: Sequence[Judgement] = (),
) -> Record:
    """The record of `documents`.

    A document without a reading is kept and says nothing. Actors' ids in the record's claims are those of the record's actors.

    Raises:
        ValueError: a reading of a document that is not among `documents`, two readings of one document, or a claim that names an
            actor whom its reading lacks.
    """
    decided = Decided.of(documents, _checked(documents, readings), judgements)
    read, rulings = decided.readings, decided.rulings
    texts = Texts.of(documents)
    found_stories = stories(texts, rulings)
    story_of = {document: story.id for story in found_stories for document in story.documents}
    people = personas(read, story_of)
    linked = _link_statements(read, people, texts, rulings)
    bare = named(_claims(read, people, linked, documents, texts), rulings)
    lines = _lines(bare, linked, texts, story_of, rulings)
    facts = _facts(lines)
    whole = replace(
        lines,
        copies=tuple(sorted(copies, key=lambda c: (c.first, c.second, c.kind))),
        stories=found_stories,
        coverage=coverage(found_stories, facts, Origins.of(documents, copies, lines.statements, lines.actors)),
    )
    return complete(whole, decided)


@dataclass(frozen=True, slots=True)
class _Linked:
    """Which actors are one, and which statements."""

    people: list[tuple[str, ...]]
    statements: list[tuple[str, ...]]
    links: list[Link]


def _checked(documents: Sequence[Document], readings: Sequence[Reading]) -> list[Reading]:
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


def _link_statements(read: Sequence[Reading], people: Sequence[Persona], texts: Texts, rulings: Rulings) -> _Linked:
    """Actors first, for who speaks helps to tell what is one saying; then sayings; then the unnamed sources that a saying shows to be one."""
    grouped = actors.merge(people, rulings)
    speaker_of = {s.id: key_of(r.document_id, s.speaker) for r in read for s in r.statements if s.speaker is not None}
    group_of = {key: group[0] for group in grouped for key in group}
    speakers = {statement: group_of[key] for statement, key in speaker_of.items() if key in group_of}
    unnamed = {p.key: f"unnamed {description(p.actors[0].name)}" for p in people if not p.is_named}
    voices = {s: unnamed.get(speaker_of[s], speaker) for s, speaker in speakers.items()}
    variants = [variant(s, texts, speakers, voices) for r in read for s in r.statements]
    said, links = utterances.merge(variants, texts.lexicon, rulings)
    shared = shared_sources(people, ([speaker_of[key] for key in group if key in speaker_of] for group in said))
    return _Linked(actors.merge(people, rulings, shared), said, links)


def _claims(
    read: Sequence[Reading], people: Sequence[Persona], linked: _Linked, documents: Sequence[Document], texts: Texts
) -> Record:
    """The record's documents, actors and claims, in the order of publication and text."""
    joined, belongs = actors.join(people, linked.people)
    order = {
        document: i for i, document in enumerate(sorted(texts.documents, key=lambda d: published(texts.documents[d])))
    }
    ordered = sorted(read, key=lambda r: order[r.document_id])
    return Record(
        reader=", ".join(sorted({r.reader for r in ordered})),
        documents=tuple(sorted(by_id(documents).values(), key=published)),
        actors=joined,
        statements=tuple(s for r in ordered for s in belonging.statements(r, belongs)),
        reports=tuple(i for r in ordered for i in belonging.reports(r, belongs)),
        positions=tuple(p for r in ordered for p in belonging.positions(r, belongs)),
        figures=tuple(f for r in ordered for f in belonging.figures(r, belongs)),
        not_read=tuple((r.document_id, r.not_read) for r in ordered if r.not_read is not None),
    )


def _lines(record: Record, linked: _Linked, texts: Texts, story_of: Mapping[str, str], rulings: Rulings) -> Record:
    """The record with what is linked, and where linked claims disagree."""
    speakers = {s.id: s.speaker for s in record.statements if s.speaker is not None}
    variants = {s.id: variant(s, texts, speakers) for s in record.statements}
    sightings = [sighting(r, story_of[r.document_id], texts) for r in record.reports]
    happened = incidents(sightings, texts.lexicon, rulings)
    at = scenes(record.figures, happened, {r.id: r for r in record.reports}, texts)
    counts = [Count.from_figure(f, story_of[f.document_id], texts, at[f.id]) for f in record.figures]
    whole = replace(
        record,
        utterances=utterances.utterances(linked.statements, linked.links, variants.values(), texts.documents),
        incidents=happened,
        figure_groups=groups(counts, texts.lexicon, rulings),
    )
    whole = replace(whole, stances=stances(whole, texts))
    setting = Setting(texts, {a.id: a for a in record.actors}, story_of)
    return replace(whole, contradictions=contradictions(_findings(whole, variants, setting)))


def _findings(record: Record, variants: Mapping[str, Variant], setting: Setting) -> list[Finding]:
    said = defaultdict(list)
    for s in record.statements:
        if s.speaker is not None:
            said[s.speaker].append(s)
    reports = {r.id: r for r in record.reports}
    return [
        *speaker.find(record.utterances, variants, setting),
        *wording.find(record.utterances, variants, setting),
        *role.find(record.actors, said, setting),
        *number.find(record.figure_groups, {f.id: f for f in record.figures}, setting),
        *date.find(record.incidents, reports, setting),
        *confirmation.find(variants.values(), record.reports, setting),
        *status.find(list(variants.values()), record.incidents, reports, setting),
        *polarity.find(record.stances, {c.id: c for c in record.claims}, utterance_of(record.utterances), setting),
    ]


def _facts(record: Record) -> dict[str, list[Claim]]:
    """The claims of each utterance, incident and figure group."""
    known = {claim.id: claim for claim in record.claims}
    carried = {u.id: [known[key] for key in u.statements] for u in record.utterances}
    carried |= {i.id: [known[key] for key in i.reports] for i in record.incidents}
    return carried | {g.id: [known[key] for key in g.figures] for g in record.figure_groups}
