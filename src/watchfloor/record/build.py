"""Build: the readings of many documents to one record.

In go documents, their readings, the copies among them and what people ruled; out comes the Record. It is a pure function: the same
input in any order gives the same record. It reads no text for claims and drops none, except those that a person rejected.
Each story is linked for itself (`draft`, then `chapter`), and the stories are bound together where they share names, words or events (`cast`, `binding`);
a record that shall take more documents later is a `ledger`.
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.model.copy import Copy
from watchfloor.model.document import Document
from watchfloor.model.judgement import Judgement
from watchfloor.model.reading import Reading
from watchfloor.model.record import Record
from watchfloor.reading.actor.office import Offices
from watchfloor.record.ledger import Ledger


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
    return Ledger.of(documents, readings, copies, judgements, offices).record
