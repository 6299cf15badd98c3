"""The ground: how many sources are independent, and words as they stand."""

from __future__ import annotations

import exercise
from watchfloor.model.claim import Statement, StatementKind
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.record import Record
from watchfloor.products.brief.ground import Ground


def ground() -> Ground:
    """The exercise, laid out."""
    return Ground.of(exercise.record())


def test_copies_and_one_outlet_count_once() -> None:
    """A wire copy and its origin are one source, two articles of one outlet are one, whatever its spelling."""
    it = ground()
    assert it.origins.of_documents([exercise.MORNING.id, exercise.WIRE.id]).count == 1
    assert it.origins.of_documents([exercise.EVENING.id, exercise.EVENING_LATER.id]).count == 1
    assert it.origins.of_documents([exercise.MORNING.id, exercise.EVENING.id]).count == 2
    assert it.independent([]) == 0


def test_a_chain_of_copies_is_one_source() -> None:
    """If a is copied by b and b by c, then a and c are one source even where b is left out."""
    docs = [exercise.document(f"{n}.txt", n, n) for n in "abcd"]
    pairs = [(0, 1), (2, 3), (1, 2)]
    copies = tuple(Copy(docs[i].id, docs[j].id, CopyKind.WIRE_COPY, 0.9) for i, j in pairs)
    it = Ground.of(Record("exercise 1", tuple(docs), copies))
    found = it.origins.of_documents([docs[0].id, docs[3].id])
    assert found.count == 1
    assert found.sources[0].reasons[0].similarity is None


def test_reach_says_where_outlets_are_not_stated() -> None:
    """Sources and documents are told apart, and whose outlet is unknown is said."""
    it = ground()
    assert it.reach([exercise.MORNING.id, exercise.WIRE.id], 1) == "reported by 1 independent source (2 documents)"
    assert it.reach([exercise.LEAK.id], 1) == "reported by 1 independent source (1 document, outlet not stated)"


def test_a_cut_sentence_keeps_the_words_it_is_shown_for() -> None:
    """However long a sentence is, what is shown of it holds the span."""
    document = exercise.document("long.txt", f"{'very ' * 300}cable {'long ' * 300}end.")
    span = exercise.at(document, "cable")
    it = ground()
    it.documents[document.id] = document
    it.sentences[document.id] = ()
    assert "cable" in it.sentence(span)


def test_a_paraphrase_is_told_from_its_cue_on_and_a_quotation_alone() -> None:
    """An indirect statement keeps its verb, so that a clause can be read; what comes before it or far from it is left out."""
    document = exercise.document("a.txt", "The line rejected the charge. Nobody, she said, was hurt.")
    it = ground()
    it.documents[document.id] = document

    def told(cue: str, content: str, kind: StatementKind) -> str:
        statement = Statement(
            id="a:S1",
            document_id=document.id,
            reader="exercise 1",
            confidence=1,
            kind=kind,
            cue=exercise.at(document, cue),
            content=(exercise.at(document, content),),
        )
        return it.reported(statement)

    assert told("rejected", "the charge", StatementKind.INDIRECT) == "rejected the charge"
    assert told("rejected", "the charge", StatementKind.DIRECT) == "the charge"
    assert told("said", "Nobody", StatementKind.INDIRECT) == "Nobody"


def test_a_few_words_between_two_pieces_are_shown() -> None:
    """What the reader lost in the midst of a saying is shown; marks, another sentence, a long gap and whom a quotation names in its midst stay an ellipsis."""
    text = "The harbour must be closed to ships of any flag, Ida Rask said, and guarded by night. Nobody came. It “is” shut."
    document = exercise.document("b.txt", text)
    it = ground()
    it.documents[document.id] = document

    def told(*content: str, kind: StatementKind = StatementKind.INDIRECT) -> str:
        statement = Statement(
            id="b:S1",
            document_id=document.id,
            reader="exercise 1",
            confidence=1,
            kind=kind,
            cue=exercise.at(document, "said"),
            content=tuple(exercise.at(document, words) for words in content),
        )
        return it.words(statement)

    assert told("The harbour", "closed to ships") == "The harbour must be closed to ships"
    assert told("The harbour", "guarded by night") == "The harbour … guarded by night"
    assert (
        told("closed to ships of any flag", "guarded by night")
        == "closed to ships of any flag, Ida Rask said, and guarded by night"
    )
    broken = told("closed to ships of any flag", "guarded by night", kind=StatementKind.DIRECT)
    assert broken == "closed to ships of any flag … guarded by night"
    assert told("by night", "came") == "by night … came"
    assert told("It", "shut") == "It … shut"
