"""Ledger: a record that can take more documents without being made anew.

In go documents, their readings, the copies among them and what people ruled; out comes a Ledger, which holds the Record and the parts that it was put
together from. With more documents it gives a new Ledger, in which only those stories are linked again that the new documents changed: the stories that
they joined, founded or tore apart, and those whose actors are others now. The record is the same as one made of all documents at once.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from watchfloor.model.copy import Copy
from watchfloor.model.document import Document, by_id
from watchfloor.model.judgement import Judgement
from watchfloor.model.reading import Reading
from watchfloor.model.record import Record
from watchfloor.reading.actor.office import Offices, shipped
from watchfloor.reading.text.sentence import Sentence, sentences
from watchfloor.record.binding import Bound, bound
from watchfloor.record.cast import Cast, cast
from watchfloor.record.chapter import Chapter, chapter
from watchfloor.record.distinct import distinct
from watchfloor.record.draft import Draft, draft
from watchfloor.record.judgement.completion import complete
from watchfloor.record.judgement.decided import Decided
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.stories import grouped, terms_of, told
from watchfloor.record.text.nearness import Nearness
from watchfloor.record.text.texts import Texts

Members = tuple[str, ...]
"""The ids of a story's documents, sorted."""


@dataclass(frozen=True, slots=True)
class _Given:
    """Everything that a record is made from."""

    documents: Sequence[Document]
    readings: Sequence[Reading]
    copies: Sequence[Copy]
    judgements: Sequence[Judgement]
    offices: Offices


@dataclass(frozen=True, slots=True)
class Linked:
    """A story's draft, the actors of the record that it was linked with, and its chapter."""

    draft: Draft
    actors: tuple[str, ...]
    chapter: Chapter


@dataclass(frozen=True, slots=True)
class Ledger:
    """A record, what it was made from, and its parts."""

    record: Record
    documents: Mapping[str, Document]
    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]
    offices: Offices
    decided: Decided
    cut: Mapping[str, tuple[Sentence, ...]]
    nearness: Nearness
    stories: Mapping[Members, Linked]
    cast: Cast
    bound: Bound

    @classmethod
    def of(
        cls,
        documents: Sequence[Document],
        readings: Sequence[Reading],
        copies: Sequence[Copy],
        judgements: Sequence[Judgement] = (),
        offices: Offices | None = None,
    ) -> Self:
        """The ledger of `documents`; `offices` say who held which, as shipped where none are given. A document without a reading is kept and says nothing.

        Raises:
            ValueError: a reading of a document that is not among `documents`, two readings of one document, or a claim that names an
                actor whom its reading lacks.
        """
        with _uncollected():
            return cls._made(_Given(documents, readings, copies, judgements, offices or shipped()), None)

    def with_documents(
        self, documents: Sequence[Document], readings: Sequence[Reading], copies: Sequence[Copy]
    ) -> Self:
        """The ledger of these documents beside those that it has. `copies` are those among all of them.

        Raises:
            ValueError: as for `of`.
        """
        every = [*self.documents.values(), *(d for d in documents if d.id not in self.documents)]
        given = _Given(every, [*self.readings, *readings], copies, self.judgements, self.offices)
        with _uncollected():
            return self._made(given, self)

    @classmethod
    def _made(cls, given: _Given, before: Self | None) -> Self:
        known = by_id(given.documents)
        checked = _checked(known, given.readings)
        decided = Decided.of(given.documents, checked, given.judgements)
        rulings = decided.rulings
        if before is not None and before.decided.rulings != rulings:
            before = None  # what people said is of documents that came only now: it may be of any story
        cut = dict(before.cut) if before else {}
        fresh = [key for key in known if key not in cut]
        cut |= {key: sentences(known[key]) for key in fresh}
        nearness = before.nearness if before else Nearness.of({})
        nearness = nearness.with_documents({key: terms_of(known[key], cut[key]) for key in fresh})
        found = told(grouped(nearness), known, cut, rulings, before.record.stories if before else ())
        read = {reading.document_id: reading for reading in decided.readings}
        drafts = [
            _draft(tuple(sorted(story.documents)), known, cut, read, (rulings, given.offices), before)
            for story in found
        ]
        actors = cast(drafts, rulings, before.cast if before else None)
        linked = {tuple(sorted(d.texts.documents)): _linked(d, actors, rulings, before) for d in drafts}
        chapters = distinct([story.chapter for story in linked.values()])
        whole, one = bound(found, drafts, chapters, actors, given.copies, rulings, before.bound if before else None)
        record = complete(whole, decided)
        return cls(
            record,
            known,
            tuple(checked),
            tuple(given.judgements),
            given.offices,
            decided,
            cut,
            nearness,
            linked,
            actors,
            one,
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles, of which linking makes none: it would go over millions of lasting objects again and again, a third of the time.

    What has been made by then is left out of later searches, too: it goes when the record goes, and going over it takes longer than to
    link one more document.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()


def _checked(known: Mapping[str, Document], readings: Iterable[Reading]) -> list[Reading]:
    """The readings in the order of their documents' ids."""
    seen: dict[str, Reading] = {}
    for reading in readings:
        if reading.document_id not in known:
            raise ValueError(f"a reading is of document {reading.document_id[:12]}, which is not among the documents")
        if reading.document_id in seen:
            raise ValueError(f"document {reading.document_id[:12]} has two readings; a record is made of one for each")
        seen[reading.document_id] = reading
    return [seen[key] for key in sorted(seen)]


def _draft(
    members: Members,
    known: Mapping[str, Document],
    cut: Mapping[str, tuple[Sentence, ...]],
    read: Mapping[str, Reading],
    linking: tuple[Rulings, Offices],
    before: Ledger | None,
) -> Draft:
    """The story's draft, the one from before where neither its documents nor their readings have changed."""
    mine = [read[key] for key in members if key in read]
    old = before.stories.get(members) if before else None
    if (
        old
        and len(old.draft.readings) == len(mine)
        and all(a is b for a, b in zip(old.draft.readings, mine, strict=True))
    ):
        return old.draft
    return draft(Texts.of((known[key] for key in members), cut), mine, *linking)


def _linked(own: Draft, actors: Cast, rulings: Rulings, before: Ledger | None) -> Linked:
    """The story with its chapter, the one from before where neither its draft nor its actors have changed."""
    old = before.stories.get(tuple(sorted(own.texts.documents))) if before else None
    meant = tuple(actors.belongs[group[0]] for group in own.actors)
    if old and old.draft is own and old.actors == meant:
        return old
    return Linked(own, meant, chapter(own, actors.belongs, rulings))
