"""Judgements of invented people, for tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from watchfloor.model.judgement import Decision, Judgement, Subject, SubjectKind

START = datetime(2031, 6, 1, tzinfo=UTC)


def ruled(
    number: int,
    decision: Decision,
    kind: SubjectKind,
    *things: str | tuple[str, ...],
    value: str | None = None,
    by: str = "Orla Venn",
    about: str = "",
) -> Judgement:
    """The `number`th judgement of an exercise; a thing is one part or several."""
    parts = [(thing,) if isinstance(thing, str) else thing for thing in things]
    subjects = tuple(Subject(kind, part[0], part, "EXERCISE", about) for part in parts)
    return Judgement(f"J-{number}", decision, subjects, value, by, START + timedelta(hours=number), "EXERCISE")
