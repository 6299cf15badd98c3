"""One item of an annotated story to the claim it describes; actors get ids that are unique to the document.

In goes an object of gold.json (press schema) and the document it is about, out comes a claim of the model.
"""

from __future__ import annotations

from datetime import date
from typing import Any

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
from watchfloor.model.document import Document
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.span import Span
from watchfloor.model.when import Precision, When
from watchfloor.model.where import Where

READER = "gold 1"
_Json = dict[str, Any]


def _spans(pieces: list[list[int]], document: Document) -> tuple[Span, ...]:
    return tuple(document.span(*piece) for piece in pieces)


def _local(doc: str, actor: str | None) -> str | None:
    return f"{doc}:{actor}" if actor else None


def _voice(doc: str, actor: str) -> str:
    return NARRATOR if actor == NARRATOR else f"{doc}:{actor}"


def statement(s: _Json, document: Document) -> Statement:
    """What the annotation takes for a statement."""
    return Statement(
        id=s["id"],
        document_id=document.id,
        reader=READER,
        confidence=1.0,
        kind=StatementKind(s["kind"]),
        content=_spans(s["content"], document),
        cue=document.span(*s["cue"]) if s["cue"] else None,
        source=document.span(*s["source"]) if s["source"] else None,
        speaker=_local(s["doc"], s["speaker"]),
        via=s["via"],
        stance=tuple((x["toward"], Polarity(x["polarity"])) for x in s["stance"]),
    )


def report(i: _Json, document: Document) -> IncidentReport:
    """What the annotation takes for a report of an incident."""
    when = i["when"] or {"text": None, "earliest": None, "latest": None}
    return IncidentReport(
        id=i["id"],
        document_id=document.id,
        reader=READER,
        confidence=1.0,
        type=IncidentType(i["type"]),
        status=Status(i["status"]),
        specific=i["specific"],
        triggers=_spans(i["trigger"], document),
        when=_when(when["earliest"], when["latest"]),
        when_span=document.span(*when["text"]) if when["text"] else None,
        where=tuple(Where(w["name"], document.span(*w["text"]), w["country"]) for w in i["where"]),
        targets=_spans(i["target"], document),
        blamed=tuple(
            Blame(
                actor=f"{i['doc']}:{b['actor']}",
                by=_voice(i["doc"], b["by"]),
                hedge=Hedge(b["hedge"]),
                span=document.span(*b["span"]),
            )
            for b in i["blamed"]
        ),
    )


def _when(earliest: str | None, latest: str | None) -> When | None:
    if earliest is None and latest is None:
        return None
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    return When.days(first, last, Precision.DAY if first == last else Precision.RANGE)


def position(p: _Json, document: Document) -> Position:
    """What the annotation takes for a position."""
    return Position(
        id=p["id"],
        document_id=document.id,
        reader=READER,
        confidence=1.0,
        actor=f"{p['doc']}:{p['actor']}",
        toward=p["toward"],
        polarity=Polarity(p["polarity"]),
        span=document.span(*p["span"]),
    )


def figure(f: _Json, document: Document) -> Figure:
    """What the annotation takes for a figure."""
    return Figure(
        id=f["id"],
        document_id=document.id,
        reader=READER,
        confidence=1.0,
        span=document.span(*f["span"]),
        value=f["value"],
        unit=f["unit"],
        of=f["of"],
        value_high=f["value_high"],
        asserted_by=_voice(f["doc"], f["asserted_by"]),
        approx=f["approx"],
    )
