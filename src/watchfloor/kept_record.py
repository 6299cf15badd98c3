"""Kept record: the record of a store that grows while somebody looks.

In goes an open store, to which anyone may add meanwhile, out comes its record as it now is. What came since it was asked for last is linked to
what was there; where something has changed that was there, the record is made anew. Both give the same record. Nothing is added to the store or decided here.
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.evidence.copies import Copied
from watchfloor.model.document import Document
from watchfloor.model.judgement import Judgement
from watchfloor.model.reading import Reading
from watchfloor.model.record import Record
from watchfloor.reading.actor.office import Offices
from watchfloor.reading.reader import Reader
from watchfloor.reading.threshold import at_least
from watchfloor.record.actor import own_register
from watchfloor.record.judgement.decided import upheld
from watchfloor.record.ledger import Ledger
from watchfloor.store.store import Store


class KeptRecord:
    """What `reader` has read of the documents in `store` with at least that `confidence`, with the judgements applied."""

    def __init__(self, store: Store, reader: Reader, confidence: float = 0.0) -> None:
        self._store, self._reader, self._confidence = store, reader, confidence
        self._copied = Copied()
        self._ledger: Ledger | None = None

    def now(self) -> Record:
        """The record as it now is; the very same one while nothing that goes into it has changed.

        Raises:
            StoreError: the store can't be read.
            RegisterError: the user's register of offices beside the store breaks a rule.
        """
        documents, judgements = self._store.documents(), self._store.judgements()
        offices = own_register.beside(self._store.path)
        before = self._ledger
        if before and not self._only_grew(before, documents, judgements, offices):
            before = None
        fresh = [d for d in documents if before is None or d.id not in before.documents]
        if before and not fresh:
            return before.record
        same = self._copied.among(documents, self._store.signatures())
        read = self._readings(fresh, few=before is not None)
        judged = upheld(documents, [*(before.readings if before else ()), *read], judgements)
        sure = [at_least(reading, self._confidence, judged) for reading in read]
        made = (
            before.with_documents(fresh, sure, same)
            if before
            else Ledger.of(documents, sure, same, judgements, offices)
        )
        self._ledger = made
        return made.record

    def _only_grew(
        self, before: Ledger, documents: Sequence[Document], judgements: Sequence[Judgement], offices: Offices
    ) -> bool:
        """Whether all that went into the ledger is as it was: nothing learnt of a document since, none of them read only now."""
        known = {document.id: document for document in documents}
        unread = before.documents.keys() - {reading.document_id for reading in before.readings}
        return (
            before.judgements == tuple(judgements)
            and before.offices == offices
            and all(known.get(key) == document for key, document in before.documents.items())
            and not (unread and self._readings([before.documents[key] for key in unread], few=True))
        )

    def _readings(self, documents: Sequence[Document], *, few: bool) -> list[Reading]:
        """What the reader has read of `documents`, a `few` of those in the store or all; in a store that can't keep more, with what is only read now."""
        if few:
            found = (self._store.reading(document.id, self._reader.name) for document in documents)
            known = {reading.document_id: reading for reading in found if reading}
        else:
            known = {reading.document_id: reading for reading in self._store.readings(self._reader.name)}
        if self._store.read_only:
            known |= {d.id: self._reader.read(d) for d in documents if d.id not in known}
        return [known[key] for key in sorted(known)]
