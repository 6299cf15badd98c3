"""The brief as JSON, for whoever builds a page or an alert of their own.

In goes a Record, out comes one object with these keys:

    format    "watchfloor-brief 1"
    title     the title of the brief
    parts     one object a story, its keys those of `watchfloor.products.brief.shape.Part`, in the order of reading
    other_sources, method, refuses, decisions, decisions_left_out   as in `watchfloor.products.brief.shape.Brief`
    notes     every evidence once: number, claim, document (sha256), spans ([start, end) in code points of the document's
              text), confidence (0..1, the reader's), confirmed (by a person), passage (text and focus: marked, sentence or paragraph)

Wherever the brief holds evidence, JSON holds the number of a note; wherever it holds a source, its sha256 under
`document_id` leads to the object in `sources`. Enumerations are their values, grades an object of code and words (a code is a string and no number), dates YYYY-MM-DD. No line lacks a note.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from watchfloor.model.record import Record
from watchfloor.model.sourcing import Credibility, Reliability
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.evidence import Evidence
from watchfloor.products.brief.shape import Brief, Line

FORMAT = "watchfloor-brief 1"


def render(record: Record) -> str:
    """The brief as a JSON text."""
    return page(brief_of(record))


def page(brief: Brief) -> str:
    """The JSON text of a brief that has been composed already."""
    numbers = {evidence: number for number, evidence in enumerate(brief.notes, start=1)}
    notes = [_note(evidence, number) for evidence, number in numbers.items()]
    whole = {"format": FORMAT, **_fields(brief, numbers), "notes": notes}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _note(evidence: Evidence, number: int) -> dict[str, object]:
    return {
        "number": number,
        "claim": evidence.claim,
        "document": evidence.source.document_id,
        "outlet": evidence.source.outlet,
        "spans": [list(span) for span in evidence.spans],
        "confidence": evidence.confidence,
        "confirmed": evidence.confirmed,
        "passage": [{"text": stretch.text, "focus": stretch.focus.value} for stretch in evidence.passage],
    }


def _fields(value: object, numbers: dict[Evidence, int]) -> dict[str, object]:
    """The fields of one of the brief's nouns; a line's pieces also as one text."""
    found = {f.name: _plain(getattr(value, f.name), numbers) for f in fields(value)}  # type: ignore[arg-type]
    return {"text": value.text, **found} if isinstance(value, Line) else found


def _plain(value: object, numbers: dict[Evidence, int]) -> object:
    if isinstance(value, Evidence):
        return numbers[value]
    if is_dataclass(value):
        return _fields(value, numbers)
    if isinstance(value, tuple):
        return [_plain(item, numbers) for item in value]
    if isinstance(value, Enum):
        return _code(value)
    return value.isoformat() if isinstance(value, date) else value


def _code(value: Enum) -> object:
    """The value; of a grade its code, as text, with its words."""
    if isinstance(value, Reliability):
        return {"code": value.name, "words": value.value}
    return {"code": value.value, "words": value.words} if isinstance(value, Credibility) else value.value
