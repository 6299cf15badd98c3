"""An EXERCISE: a small invented record with everything that can go wrong on a page. No outlet, person or event in it is real.

Two stories: an anchor on a cable, told by four documents of three outlets of which one is a wire copy; and a leak, told by
one document whose words try to be markup. One more document was not read.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from watchfloor.model.actor import Actor, ActorType, Role
from watchfloor.model.claim import (
    NARRATOR,
    Blame,
    Figure,
    Hedge,
    IncidentReport,
    Polarity,
    Position,
    Statement,
    StatementKind,
    Status,
)
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import (
    Contradiction,
    ContradictionKind,
    Coverage,
    FigureGroup,
    Incident,
    Record,
    Side,
    Story,
    Strength,
    Utterance,
)
from watchfloor.model.span import Span
from watchfloor.model.when import Precision, When
from watchfloor.model.where import Where
from watchfloor.record.position.stances import rows, told_by, utterance_of
from watchfloor.record.text.texts import Texts

READER = "exercise 1"
HOSTILE = '<script>alert("x")</script> & <b onclick=run()>bold</b>'
RIGHT_TO_LEFT = "הכבל נותק שוב"
"""Hebrew for "the cable was cut again"."""


def document(name: str, text: str, outlet: str | None = None, **known: object) -> Document:
    """A document as it comes from a plain-text file of that name."""
    return Document(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        origin=f"folder/{name}",
        media_type="text/plain",
        fetched_at=datetime(2031, 5, 2, tzinfo=UTC),
        outlet=outlet,
        **known,  # type: ignore[arg-type]
    )


def at(doc: Document, words: str, occurrence: int = 0) -> Span:
    """Where these words stand in the document."""
    start = -1
    for _ in range(occurrence + 1):
        start = doc.text.index(words, start + 1)
    return doc.span(start, start + len(words))


MORNING = document(
    "morning.txt",
    "Anchor cut the cable\n\nThe cable off Harl was cut on Monday, police said. “We saw an anchor drag for two miles,” "
    "Captain Ilva Brandt said. Nine repair crews are at sea. Brandt blamed the freighter Ostrava.",
    "Harl Morning",
    headline="Anchor cut the cable",
    author="A. Writer",
    url="https://morning.example/cable",
    published=When.day(date(2031, 5, 1)),
)
WIRE = document(
    "wire.txt",
    "The cable off Harl was cut on Monday, police said. “We saw an anchor drag for two miles,” Captain Ilva Brandt said. "
    "Nine repair crews are at sea.",
    "Coast Wire",
    headline="Cable cut off Harl",
    url="javascript:alert(1)",
    published=When.at(datetime(2031, 5, 1, 6, 30, tzinfo=UTC)),
)
EVENING = document(
    "evening.txt",
    "Harl cable: what is known 🛰️\n\nThe cable was severed on Tuesday. “We saw an anchor drag for ten miles,” said the "
    "harbour master. Twelve repair crews were sent. The shipping line rejected the accusation.",
    "Evening Post",
    published=When.day(date(2031, 5, 2)),
)
EVENING_LATER = document(
    "evening-2.txt",
    "Update. The cable off Harl was cut, the ministry confirmed.",
    "evening post",
    url="http://evening.example/2",
)
LEAK = document("leak.txt", f"A leak. {HOSTILE} said the mayor. {RIGHT_TO_LEFT} | a*b_c [x](y)")
UNREAD = document("unread.txt", "Wort für Wort.", "Ein Blatt")


def _said(name: str, doc: Document, words: str, speaker: str | None, **known: object) -> Statement:
    kind = known.pop("kind", StatementKind.DIRECT)
    return Statement(
        id=name, document_id=doc.id, reader=READER, confidence=0.75, kind=kind,  # type: ignore[arg-type]
        content=(at(doc, words),), speaker=speaker, **known,  # type: ignore[arg-type]
    )  # fmt: skip


STATEMENTS = (
    _said("m:S1", MORNING, "We saw an anchor drag for two miles,", "A1", source=at(MORNING, "Captain Ilva Brandt")),
    _said("w:S1", WIRE, "We saw an anchor drag for two miles,", "A1", source=at(WIRE, "Captain Ilva Brandt")),
    _said("e:S1", EVENING, "We saw an anchor drag for ten miles,", "A2", source=at(EVENING, "the harbour master")),
    _said("l:S1", LEAK, HOSTILE, "A3"),
)
REPORTS = tuple(
    IncidentReport(
        id=name,
        document_id=doc.id,
        reader=READER,
        confidence=0.5,
        type=kind,
        status=Status.OCCURRED,
        specific=True,
        triggers=(at(doc, trigger),),
        when=when,
        where=(Where("Harl", at(doc, "Harl")),) if "Harl" in doc.text else (),
        blamed=blamed,
    )
    for name, doc, kind, trigger, when, blamed in (
        ("m:I1", MORNING, IncidentType.SUBSEA_CABLE_DAMAGE, "was cut", When.day(date(2031, 4, 28)),
         (Blame(actor="A4", by="A1", hedge=Hedge.ASSERTED, span=at(MORNING, "the freighter Ostrava")),)),
        ("w:I1", WIRE, IncidentType.SUBSEA_CABLE_DAMAGE, "was cut", When.day(date(2031, 4, 28)), ()),
        ("e:I1", EVENING, IncidentType.SUBSEA_CABLE_DAMAGE, "was severed", When.day(date(2031, 4, 29)),
         (Blame(actor="A4", by="A5", hedge=Hedge.DENIED, span=at(EVENING, "rejected the accusation")),)),
        ("v:I1", EVENING_LATER, IncidentType.SUBSEA_CABLE_DAMAGE, "was cut", None, ()),
        ("l:I1", LEAK, IncidentType.DATA_LEAK, "leak", None, ()),
    )
)  # fmt: skip
FIGURES = (
    Figure(id="m:F1", document_id=MORNING.id, reader=READER, confidence=0.9, span=at(MORNING, "Nine repair crews"),
           value=9, unit="crews", of="repair crews at sea"),
    Figure(id="w:F1", document_id=WIRE.id, reader=READER, confidence=0.9, span=at(WIRE, "Nine repair crews"),
           value=9, unit="crews", of="repair crews at sea"),
    Figure(id="e:F1", document_id=EVENING.id, reader=READER, confidence=0.9, span=at(EVENING, "Twelve repair crews"),
           value=12, unit="crews", of="repair crews sent", asserted_by=NARRATOR),
)  # fmt: skip
POSITIONS = (
    Position(id="m:P1", document_id=MORNING.id, reader=READER, confidence=0.6, actor="A1", toward="sanctions",
             polarity=Polarity.FOR, span=at(MORNING, "Brandt blamed the freighter Ostrava")),
    Position(id="e:P1", document_id=EVENING.id, reader=READER, confidence=0.6, actor="A1", toward="sanctions",
             polarity=Polarity.AGAINST, span=at(EVENING, "Twelve repair crews were sent")),
)  # fmt: skip
ACTORS = (
    Actor("A1", "Ilva Brandt", ActorType.PERSON, roles=(Role("Captain", at(MORNING, "Captain")),)),
    Actor("A2", "harbour master of Harl", ActorType.ANONYMOUS),
    Actor("A3", "the mayor", ActorType.ANONYMOUS),
    Actor("A4", "Ostrava", ActorType.ORGANISATION),
    Actor("A5", "the shipping line", ActorType.ORGANISATION),
)
_CABLE = (MORNING, WIRE, EVENING, EVENING_LATER)


def _dispute(
    name: str, kind: ContradictionKind, *sides: tuple[str, tuple[str, ...], tuple[Span, ...]]
) -> Contradiction:
    return Contradiction(
        name, kind, Strength.CONTRADICTION, f"Outlets differ: {kind.value}.", tuple(Side(*s) for s in sides)
    )


def record() -> Record:
    """The whole exercise."""
    cable = frozenset(d.id for d in _CABLE)
    carried = {"U1": (MORNING, WIRE, EVENING), "E1": _CABLE, "G1": (MORNING, WIRE, EVENING)}
    whole = Record(
        reader=READER,
        documents=(*_CABLE, LEAK, UNREAD),
        copies=(Copy(MORNING.id, WIRE.id, CopyKind.WIRE_COPY, 0.93),),
        actors=ACTORS,
        statements=STATEMENTS,
        reports=REPORTS,
        positions=POSITIONS,
        figures=FIGURES,
        utterances=(Utterance("U1", ("m:S1", "w:S1", "e:S1"), ("A1", "A2")), Utterance("U2", ("l:S1",), ("A3",))),
        incidents=(
            Incident("E1", IncidentType.SUBSEA_CABLE_DAMAGE, specific=True, status=Status.OCCURRED,
                     reports=("m:I1", "w:I1", "e:I1", "v:I1"), where=(Where("Harl", at(MORNING, "Harl")),),
                     when=When.days(date(2031, 4, 28), date(2031, 4, 29), Precision.RANGE)),
            Incident("E2", IncidentType.DATA_LEAK, specific=True, status=Status.OCCURRED, reports=("l:I1",)),
        ),
        figure_groups=(FigureGroup("G1", "repair crews", ("m:F1", "w:F1", "e:F1")),),
        contradictions=(
            _dispute("X1", ContradictionKind.SPEAKER,
                     ("Ilva Brandt", ("m:S1", "w:S1"), (at(MORNING, "Captain Ilva Brandt"), at(WIRE, "Captain Ilva Brandt"))),
                     ("harbour master of Harl", ("e:S1",), (at(EVENING, "the harbour master"),))),
            _dispute("X2", ContradictionKind.NUMBER,
                     ("9 crews", ("m:F1", "w:F1"), (at(MORNING, "Nine"), at(WIRE, "Nine"))),
                     ("12 crews", ("e:F1",), (at(EVENING, "Twelve"),))),
        ),
        coverage=tuple(
            Coverage(subject, "cable", tuple(d.id for d in docs), tuple(sorted(cable - {d.id for d in docs})), 2)
            for subject, docs in carried.items()
        ),
        stories=(
            Story("cable", "Anchor cut the cable", tuple(d.id for d in _CABLE)),
            Story("leak", HOSTILE, (LEAK.id,)),
        ),
        not_read=((UNREAD.id, "language: de"),),
    )  # fmt: skip
    texts = Texts.of(whole.documents)
    told = [
        one
        for d in whole.documents
        for one in told_by(
            d,
            [p for p in whole.positions if p.document_id == d.id],
            [s for s in whole.statements if s.document_id == d.id],
            texts,
        )
    ]
    return replace(whole, stances=rows(told, whole.actors, utterance_of(whole.utterances)))
