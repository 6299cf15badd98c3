"""Answers made readings: what another reader found, told as an answer, comes to stand where it found it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchfloor.cli.packaged import example
from watchfloor.evidence.exhibit import Exhibit
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.evidence.intake import acquire
from watchfloor.model.document import Document
from watchfloor.model.reading import Reading
from watchfloor.model.span import Span
from watchfloor.reading.llm.answer import Answer, Blamed, Counted, Held, Said, Told
from watchfloor.reading.llm.bill import Bill, Dropped
from watchfloor.reading.llm.grounding import Grounding
from watchfloor.reading.llm.part import parts
from watchfloor.reading.passage import page
from watchfloor.reading.rules import RuleReader

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def _articles() -> list[Document]:
    found = acquire([str(example())], fetch=FetchPolicy(), now=NOW)
    return sorted((one.document for one in found if isinstance(one, Exhibit)), key=lambda d: Path(d.origin).name)


def _told(doc: Document, reading: Reading) -> Answer:
    """The reading as a model would tell it that reads alike."""
    names = {actor.id: actor.name for actor in reading.actors}

    def before(span: Span) -> str:
        return " ".join(doc.text[max(0, span.start - 80) : span.start].split()[-8:])

    def words(span: Span | None) -> str | None:
        return None if span is None else doc.quote(span)

    return Answer(
        statements=tuple(
            Said(tuple(map(doc.quote, s.content)), before(s.content[0]), words(s.cue), words(s.source), names.get(s.speaker or ""))
            for s in reading.statements
        ),
        incidents=tuple(
            Told(
                r.type, r.status, r.specific, tuple(map(doc.quote, r.triggers)), before(r.triggers[0]), words(r.when_span),
                tuple(doc.quote(w.span) for w in r.where), tuple(map(doc.quote, r.targets)),
                tuple(Blamed(names[b.actor], b.hedge, doc.quote(b.span), names.get(b.by)) for b in r.blamed),
            )
            for r in reading.incidents
        ),
        positions=tuple(
            Held(names[p.actor], p.toward, p.polarity, doc.quote(p.span), before(p.span)) for p in reading.positions
        ),
        figures=tuple(Counted(doc.quote(f.span), before(f.span)) for f in reading.figures),
    )  # fmt: skip


@pytest.mark.parametrize("number", range(6))
def test_a_reading_told_again_is_the_same_reading(number: int) -> None:
    """On the packaged exercise every claim is found again, on the same words, about the same actors."""
    doc = _articles()[number]
    by_rules = RuleReader().read(doc)
    seen = page(doc)
    (part,) = parts(seen)
    bill = Bill()
    found = Grounding(seen, "exercise", bill).reading([(part, _told(doc, by_rules))])
    assert set(bill.dropped) <= {Dropped.REPEATED}
    told, again = by_rules.statements, found.statements
    assert [s.speaker for s in again] == [s.speaker for s in told]
    assert [s.source for s in again] == [s.source for s in told]
    assert [s.cue for s in again] == [s.cue for s in told]
    for one, other in zip(told, again, strict=True):
        assert all(mine.overlaps(theirs) for mine, theirs in zip(one.content, other.content, strict=True))
    assert sum(r.triggers == o.triggers for r, o in zip(by_rules.incidents, found.incidents, strict=True)) >= 1
    assert [(r.when, r.status, [w.name for w in r.where]) for r in found.incidents] == [
        (r.when, r.status, [w.name for w in r.where]) for r in by_rules.incidents
    ]
    assert [(p.actor, p.toward, p.span.start) for p in found.positions] == [
        (p.actor, p.toward, p.span.start) for p in by_rules.positions
    ]
    assert [(f.value, f.unit, f.span) for f in found.figures] == [(f.value, f.unit, f.span) for f in by_rules.figures]
