"""Record to Brief: one part a story, every part in the same order.

In goes a Record, out comes the Brief that all renderers print. No story without a part; a record without stories
is one part over all its documents. Nothing is said here that the record does not hold.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from watchfloor.model.record import Record, Story
from watchfloor.products.brief import dating
from watchfloor.products.brief.backing import Sourcing
from watchfloor.products.brief.blame import accusations
from watchfloor.products.brief.bounds import bounded
from watchfloor.products.brief.decisions import decisions
from watchfloor.products.brief.disagreement import disputes
from watchfloor.products.brief.established import established
from watchfloor.products.brief.ground import Ground, many
from watchfloor.products.brief.happenings import happenings
from watchfloor.products.brief.matrix import matrix
from watchfloor.products.brief.positions import columns_of, grid
from watchfloor.products.brief.quantities import counts
from watchfloor.products.brief.shape import Brief, Part
from watchfloor.products.brief.sourcing import sourcing_of_documents
from watchfloor.products.brief.stances import issues
from watchfloor.products.brief.voices import voices

REFUSES = (
    "It gives no verdict: it shows who says what, who blames whom and with which words.",
    "It settles no disagreement and averages no numbers; both sides stand, each on its sentence.",
    "It states nothing without a sentence in a document, and shows only what that sentence says.",
    "It selects no targets, follows no private persons, and is published only by a person.",
)

_CONFIDENCE = (
    "The reader’s confidence stands in each note as a number between 0 and 1. It says how sure the reader is that the "
    "document says so, not how likely it is that the document is right."
)
_SOURCES = (
    "Independent sources are counted for each item: documents are one source of it where they are copies, of one outlet, or rest on one interview, one outlet’s or agency’s "
    "report, one occasion that both name, or one actor’s word alone. Each count opens its reasons. What an article takes from elsewhere without saying so is not seen."
)
_GRADES = (
    "Credibility 1 to 6 is the code of the Admiralty system, given by counting the independent sources that say, allege, contradict or differ; 6 says that there is nothing to compare with, and is no number. "
    "Of a saying it grades that it was said. Reliability A to F is what you set of an outlet; F says that nobody did."
)
_CUT = "Where a list is cut it says how many more there are. Nothing is lost: record.json beside this brief holds every claim, and “watchfloor show ID” opens what has an id."
_ESTABLISHED = (
    "An event is called established when at least two independent sources report it as a fact, each in its own words, and give a day or a place finer than a country in common; the line says in what their accounts "
    "agree and differ. A saying, figure or pattern is, when at least two independent sources carry the very words shown: each counted document holds at least two thirds "
    "of the words of a saying, three quarters of those of a report, with every number, day and deed. What is more likely misread than read (confidence below 0.5) is not counted, documents that only allege it are "
    "counted apart, and what somebody denies or sources contradict each other about is left to the disagreements. What is established is that they report it."
)


def brief_of(record: Record) -> Brief:
    """The brief of a record."""
    ground = Ground.of(record)
    stories = record.stories or _one_story(record)
    told = {d for story in stories for d in story.documents}
    rulings, more = decisions(ground)
    parts = tuple(_part(ground, story, number) for number, story in enumerate(stories, start=1))
    return Brief(
        title=parts[0].title if len(parts) == 1 else f"{len(parts)} stories",
        parts=parts,
        other_sources=tuple(s for d, s in ground.sources.items() if d not in told),
        method=_method(record),
        refuses=REFUSES,
        decisions=rulings,
        decisions_left_out=more,
    )


def _one_story(record: Record) -> tuple[Story, ...]:
    if not record.documents:
        return ()
    title = next((d.headline for d in record.documents if d.headline), "Untitled")
    return (Story("story", title, tuple(d.id for d in record.documents)),)


def _part(ground: Ground, story: Story, number: int) -> Part:
    listed = tuple(d for d in story.documents if d in ground.documents)
    documents = frozenset(listed)
    backed = _extent(ground, listed)
    happened = happenings(ground, documents, _dated(ground, documents))
    columns = columns_of(ground, documents)
    whole = Part(
        id=f"story-{number}",
        title=story.title,
        title_from=next((ground.sources[d] for d in listed if ground.documents[d].headline == story.title), None),
        period=_published(ground, listed),
        extent=backed.summary,
        sourcing=backed,
        facts=established(ground, documents),
        disputes=disputes(ground, documents),
        voices=voices(ground, documents),
        events=happened.events,
        patterns=happened.patterns,
        context=happened.context,
        accusations=accusations(ground, documents),
        grid=grid(ground, documents, columns, f"story-{number}"),
        issues=issues(ground, documents, columns),
        counts=counts(ground, documents),
        matrix=matrix(ground, listed),
        sources=tuple(ground.sources[d] for d in listed),
    )
    return bounded(whole)


def _published(ground: Ground, documents: tuple[str, ...]) -> str:
    """From the first to the last publication, as far as dates are stated."""
    found = [w for d in documents if (w := ground.documents[d].published)]
    days = [day for w in found for day in (w.first_day, w.last_day) if day]
    if not days:
        return "publication dates not stated"
    undated = len(documents) - len(found)
    period = f"published {dating.span(min(days), max(days))}"
    return f"{period}, {undated} without a date" if undated else period


def _extent(ground: Ground, documents: tuple[str, ...]) -> Sourcing:
    """How many documents of how many sources, judged as whole documents."""
    backed = sourcing_of_documents(ground, documents, "")
    stated = sum(ground.sources[d].outlet_stated for d in documents)
    unstated = "" if stated == len(documents) else ", some outlets not stated" if stated else ", outlets not stated"
    of = many(backed.independent, "independent source")
    return replace(backed, summary=f"{many(len(documents), 'document')} of {of}{unstated}")


def _dated(ground: Ground, documents: frozenset[str]) -> tuple[date, date] | None:
    """From the first to the last day that anything of the story is dated to; what ranges are drawn against."""
    whens = [i.when for i in ground.record.reports if i.when and i.document_id in documents]
    whens += [w for d in documents if (w := ground.documents[d].published)]
    days = [day for w in whens for day in (w.first_day, w.last_day) if day]
    return (min(days), max(days)) if days else None


def _method(record: Record) -> tuple[str, ...]:
    claims = ", ".join(
        many(len(found), noun)
        for found, noun in (
            (record.statements, "statement"),
            (record.reports, "incident report"),
            (record.positions, "position"),
            (record.figures, "figure"),
        )
    )
    read = len(record.documents) - len(record.not_read)
    return (
        f"Read by the reader “{record.reader}”: {many(read, 'document')}, in which it found {claims}.",
        _unread(record),
        _SOURCES,
        _GRADES,
        _CONFIDENCE,
        _ESTABLISHED,
        _CUT,
    )


def _unread(record: Record) -> str:
    if not record.not_read:
        return "Every document was read."
    return f"{many(len(record.not_read), 'document')} not read; the reason stands beside each under Sources."
