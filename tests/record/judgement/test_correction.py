"""Correction: every field takes what it says it takes, and what it takes survives being told."""

from __future__ import annotations

import pytest

from desk import Desk
from watchfloor.model.judgement import SubjectKind
from watchfloor.record.judgement.correction import FIELDS, InvalidValue, fields_of, told, value_of, with_value


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        (SubjectKind.REPORT, "type", "arson"),
        (SubjectKind.INCIDENT, "status", "denied"),
        (SubjectKind.REPORT, "specific", "no"),
        (SubjectKind.REPORT, "when", "2031-04-28"),
        (SubjectKind.REPORT, "when", "2031-04-28..2031-04-30"),
        (SubjectKind.FIGURE, "value", "1250.5"),
        (SubjectKind.FIGURES, "value_high", "none"),
        (SubjectKind.FIGURE, "approx", "yes"),
        (SubjectKind.POSITION, "toward", "other:port fees"),
        (SubjectKind.POSITION, "polarity", "against"),
        (SubjectKind.ACTOR, "name", "Orla Venn"),
        (SubjectKind.ACTOR, "type", "person"),
        (SubjectKind.STATEMENT, "kind", "mixed"),
    ],
)
def test_a_value_is_told_as_it_was_given(kind: SubjectKind, name: str, text: str) -> None:
    """Reading a value and telling it gives the same text."""
    assert told(value_of(kind, name, text)) == text


@pytest.mark.parametrize(
    ("kind", "name", "text", "says"),
    [
        (SubjectKind.REPORT, "status", "maybe", "Possible: occurred, alleged, planned, hypothetical, denied"),
        (SubjectKind.REPORT, "colour", "red", "Of an incident report type, status, specific, when can be corrected"),
        (SubjectKind.STORY, "title", "x", "Of a story nothing can be corrected"),
        (SubjectKind.FIGURE, "value", "nan", "Possible: a number, or none"),
        (SubjectKind.FIGURE, "value", "many", "Possible: a number, or none"),
        (SubjectKind.FIGURE, "unit", "", "can't be empty"),
        (SubjectKind.REPORT, "when", "yesterday", "Possible: a day"),
        (SubjectKind.REPORT, "when", "2031-04-30..2031-04-28", "Possible: a day"),
        (SubjectKind.POSITION, "toward", "weather", "preventive_action"),
        (SubjectKind.REPORT, "specific", "perhaps", "yes"),
    ],
)
def test_what_cannot_be_says_what_can(kind: SubjectKind, name: str, text: str, says: str) -> None:
    """A wrong field or value raises InvalidValue that lists what is possible."""
    with pytest.raises(InvalidValue, match=says):
        value_of(kind, name, text)


def test_every_field_says_what_it_takes() -> None:
    """Each field has words for what may stand in it; utterances and groups of figures take those of their claims."""
    assert all(field.says for fields in FIELDS.values() for field in fields.values())
    assert fields_of(SubjectKind.UTTERANCE) == FIELDS[SubjectKind.STATEMENT]
    assert fields_of(SubjectKind.FIGURES) == FIELDS[SubjectKind.FIGURE]


def test_a_figure_stays_possible() -> None:
    """A value above the upper end of a range is refused; taking the value away takes the range away too."""
    desk = Desk("EXERCISE. Between 3 and 5 divers.")
    desk.counts("3 and 5", 3, "divers", high=5)
    [figure] = desk.reading.figures
    with pytest.raises(InvalidValue, match="value=9 can't be"):
        with_value(figure, "value", 9.0)
    assert with_value(figure, "value", None).value_high is None
