"""The record as tables for the terminal: one for each kind of item, ids first, so that `show` takes it from there.

In goes a Record, out come titles with rich tables. "Sources" counts independent ones; `show` says why. The brief says more and says it better; this is for a quick look.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table

from watchfloor.cli.tables import table
from watchfloor.model.document import by_id
from watchfloor.model.issue import label
from watchfloor.model.record import Record
from watchfloor.products.brief.dating import interval, moment
from watchfloor.products.item import UNNAMED
from watchfloor.products.judgement_words import did, standing
from watchfloor.record.source.independence import Origins

LONGEST = 90
"""Characters of a quotation in a row; `show` has all of it."""


def overview(record: Record) -> Iterator[tuple[str, Table]]:
    """Title and table of every kind of item that the record holds; empty kinds are left out."""
    origins = Origins.of_record(record)
    for title, headings, rows in (
        ("Documents", ("Id", "Outlet", "Published", "Headline"), _documents(record)),
        ("Stories", ("Id", "Title", "Documents", "Sources"), _stories(record, origins)),
        ("Utterances", ("Id", "Speaker", "Words", "Variants", "Sources"), _utterances(record, origins)),
        ("Incidents", ("Id", "Type", "Status", "When", "Where", "Reports", "Sources"), _incidents(record, origins)),
        ("Contradictions", ("Id", "Kind", "Strength", "What"), _contradictions(record)),
        ("Positions", ("Actor", "Issue", "Stands", "When", "Documents", "Changed"), _stances(record)),
        ("Actors", ("Id", "Name", "Type", "Mentions"), _actors(record)),
        ("Judgements", ("Id", "By", "What", "Standing"), _judgements(record)),
    ):
        cells = tuple(rows)
        if cells:
            yield f"{title} ({len(cells)})", table(headings, cells)


def _documents(record: Record) -> Iterator[tuple[object, ...]]:
    for document in record.documents:
        yield document.short_id, document.outlet, moment(document.published), document.headline


def _stories(record: Record, origins: Origins) -> Iterator[tuple[object, ...]]:
    for story in record.stories:
        yield story.id, story.title, len(story.documents), origins.of_documents(story.documents).count


def _utterances(record: Record, origins: Origins) -> Iterator[tuple[object, ...]]:
    names = {actor.id: actor.name for actor in record.actors}
    statements = {statement.id: statement for statement in record.statements}
    documents = by_id(record.documents)
    for utterance in record.utterances:
        speakers = " / ".join(names.get(speaker, speaker) for speaker in utterance.speakers) or UNNAMED
        first = statements[utterance.statements[0]]
        words = " … ".join(documents[first.document_id].quote(span) for span in first.content)
        sources = origins.count(statements[key] for key in utterance.statements)
        yield utterance.id, speakers, _short(words), len(utterance.statements), sources


def _incidents(record: Record, origins: Origins) -> Iterator[tuple[object, ...]]:
    reports = {report.id: report for report in record.reports}
    for incident in record.incidents:
        kind = incident.type.replace("_", " ") + ("" if incident.specific else " (pattern)")
        when = incident.when and interval(incident.when)
        where = ", ".join(dict.fromkeys(place.name for place in incident.where))
        sources = origins.count(reports[key] for key in incident.reports)
        yield incident.id, kind, incident.status, when, where, len(incident.reports), sources


def _contradictions(record: Record) -> Iterator[tuple[object, ...]]:
    for found in record.contradictions:
        yield found.id, found.kind, found.strength, found.explain


def _stances(record: Record) -> Iterator[tuple[object, ...]]:
    """One row for each actor and issue; a state that only its groups bring in stands with them."""
    for row in record.stances:
        if row.own:
            stands = ", ".join(row.polarities)
            whens = [e.when for e in row.entries if e.when]
            when = ", ".join(dict.fromkeys(interval(w) for w in whens))
            documents = len({e.document_id for e in row.entries})
            changed = "; ".join(f"{c.before.polarity} to {c.after.polarity}" for c in row.changes)
            yield row.name, label(row.toward).partition(" (")[0], stands, when, documents, changed


def _actors(record: Record) -> Iterator[tuple[object, ...]]:
    for actor in record.actors:
        yield actor.id, actor.name, actor.type, len(actor.mentions)


def _judgements(record: Record) -> Iterator[tuple[object, ...]]:
    for held in record.judgements:
        yield held.id, held.judgement.author, did(held.judgement), standing(held)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
