"""Anchor: judgements find what they were about in another reading of the same documents."""

from __future__ import annotations

from dataclasses import replace

from desk import Desk
from ruled import ruled
from watchfloor.model.judgement import Decision, Judgement, SubjectKind
from watchfloor.model.reading import Reading
from watchfloor.record.judgement.anchor import Anchors

DESK = Desk("EXERCISE. “The anchor was lowered on purpose,” said Orla Venn. “Nobody will admit it.”")
SPEAKER = DESK.actor("Orla Venn")
DESK.says(SPEAKER, "The anchor was lowered on purpose,")
SHORT = DESK.id[:12]


def reading(*starts: int) -> Reading:
    """The statement as a reader finds it that begins at each of these places."""
    whole = DESK.reading.statements[0]
    end = whole.content[0].end
    found = tuple(replace(whole, id=f"{SHORT}:S{s}", content=(DESK.document.span(s, end),)) for s in starts)
    return replace(DESK.reading, statements=found)


def anchored(judgement: Judgement, found: Reading) -> tuple[Judgement, int]:
    """The judgement among what was read, and how much of it is missing."""
    return Anchors.of([DESK.document], [found]).anchored(judgement)


def test_an_id_that_is_there_stays() -> None:
    """A claim of exactly that id is the one, whatever else holds the place."""
    no = ruled(1, Decision.REJECT, SubjectKind.STATEMENT, f"{SHORT}:S15")
    assert anchored(no, reading(11, 15)) == (no, 0)


def test_a_claim_that_was_drawn_wider_is_found() -> None:
    """The one claim of the kind that holds the place where the old one began takes its place."""
    no = ruled(1, Decision.REJECT, SubjectKind.STATEMENT, f"{SHORT}:S15")
    found, missing = anchored(no, reading(11))
    assert (found.parts, missing) == ((f"{SHORT}:S11",), 0)


def test_nothing_is_guessed_between_two_and_what_is_gone_is_counted() -> None:
    """Two that hold the place, one of another kind, one of an unknown document: the judgement refers to nothing, and says how much is missing."""
    for part in (f"{SHORT}:S20", f"{SHORT}:F15", "0123456789ab:S15", "gone"):
        found, missing = anchored(ruled(1, Decision.REJECT, SubjectKind.STATEMENT, part), reading(11, 15))
        assert (found.subject, missing) == ((), 1), part


def test_a_contradiction_that_lost_a_claim_is_another() -> None:
    """A verdict on a contradiction holds only while all its claims are there."""
    no = ruled(1, Decision.REJECT, SubjectKind.CONTRADICTION, (f"{SHORT}:S11", "gone"), about="speaker")
    assert anchored(no, reading(11))[0].subject == ()


def test_documents_and_actors_are_found() -> None:
    """A judgement on a document or on an actor of a reading finds them."""
    for part in (DESK.id, SPEAKER):
        one = ruled(1, Decision.MERGE, SubjectKind.DOCUMENT, part)
        assert anchored(one, reading(11)) == (one, 0)
