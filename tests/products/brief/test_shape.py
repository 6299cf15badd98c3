"""The shape of a brief: no line without evidence, every note once."""

from __future__ import annotations

import pytest

import exercise
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.evidence import Evidence
from watchfloor.products.brief.shape import Line, Piece, walk


def test_line_without_evidence_cannot_be_built() -> None:
    """A statement without its span is refused where it is made."""
    with pytest.raises(ValueError, match="needs evidence"):
        Line((Piece("The cable was cut."),), ())


def test_notes_hold_every_evidence_once_in_reading_order() -> None:
    """Notes are numbered by their first line; the first note belongs to the first line of the brief."""
    brief = brief_of(exercise.record())
    notes = brief.notes
    assert len(set(notes)) == len(notes)
    assert set(notes) == {found for found in walk(brief) if isinstance(found, Evidence)}
    assert notes[0] == brief.parts[0].facts[0].line.evidence[0]
