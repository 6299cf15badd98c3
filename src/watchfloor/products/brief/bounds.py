"""Bounds: a brief that stays readable however many documents say the same.

In goes a part of a brief, out comes the same part with its longest lists cut, each cut counted where it was made ("and 988 more"). What is cut stays in the
record (`record.json` beside the brief); the counts of documents and independent sources are those of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from watchfloor.products.brief.backing import Origin, Sourcing
from watchfloor.products.brief.evidence import Source
from watchfloor.products.brief.shape import (
    Accusation,
    Column,
    Count,
    Dispute,
    Fact,
    Happening,
    Issue,
    Line,
    Part,
    Point,
    Row,
    Saying,
    Voice,
)

MARKS = 8
"""Documents marked behind one line: two rows of marks."""
SIDES = 6
"""Sides of one disagreement: what a page holds side by side in two rows."""
VERSIONS = 8
"""Lines of one side, versions of one saying, reports of one incident, amounts of one count, outlets of one side."""
ROWS = 40
"""Rows of one table or list: more than anybody reads, and few enough for a page that opens at once."""
SAYINGS = 160
"""Sayings of all speakers of a story together, those of the most talkative cut first: five articles hold up to 120. With these bounds a story of a
thousand articles makes a page of some 1.3 MB (`tests/products/test_size.py` holds it)."""
SOURCES = 120
"""Documents listed one by one under Sources."""

Item = TypeVar("Item")


def bounded(part: Part) -> Part:
    """The part with every list within its bound."""
    most = fair([len(v.sayings) for v in part.voices[:ROWS]], SAYINGS)
    return replace(
        part,
        sourcing=_sourcing(part.sourcing),
        facts=tuple(map(_fact, part.facts)),
        disputes=tuple(map(_dispute, part.disputes[:ROWS])),
        voices=tuple(_voice(v, most) for v in part.voices[:ROWS]),
        events=tuple(map(_happening, part.events[:ROWS])),
        patterns=tuple(map(_happening, part.patterns[:ROWS])),
        context=tuple(map(_happening, part.context[:ROWS])),
        accusations=tuple(replace(a, line=_line(a.line)) for a in part.accusations[:ROWS]),
        issues=tuple(map(_issue, part.issues)),
        counts=tuple(map(_count, part.counts[: 2 * ROWS])),
        matrix=replace(
            part.matrix, rows=tuple(map(_row, part.matrix.rows[:ROWS])), rows_left_out=_over(part.matrix.rows, ROWS)
        ),
        sources=part.sources[:SOURCES],
        left_out=_left_out(part),
    )


def fair(lengths: Sequence[int], together: int) -> int:
    """How many each of lists of these lengths may keep, so that together they keep no more than that; at least one."""
    most = max(lengths, default=0)
    while most > 1 and sum(min(length, most) for length in lengths) > together:
        most -= 1
    return max(most, 1)


def _left_out(part: Part) -> tuple[tuple[str, int], ...]:
    """What whole sections lack, in words and numbers."""
    lists: tuple[tuple[str, Sequence[Dispute | Voice | Happening | Accusation | Count | Source], int], ...] = (
        ("disagreements", part.disputes, ROWS),
        ("speakers", part.voices, ROWS),
        ("events", part.events, ROWS),
        ("patterns", part.patterns, ROWS),
        ("other events", part.context, ROWS),
        ("attributions", part.accusations, ROWS),
        ("figures", part.counts, 2 * ROWS),
        ("documents", part.sources, SOURCES),
    )
    return tuple((name, over) for name, items, most in lists if (over := _over(items, most)))


def _over(items: Sequence[Item], most: int) -> int:
    return max(len(items) - most, 0)


def _line(line: Line) -> Line:
    return replace(line, evidence=line.evidence[:MARKS], more=_over(line.evidence, MARKS))


def _lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(map(_line, lines[:VERSIONS]))


def _fact(fact: Fact) -> Fact:
    told = fact.accounts
    cut = told and replace(
        told, agree=tuple(map(_point, told.agree)), told=_lines(told.told), left_out=_over(told.told, VERSIONS)
    )
    return replace(fact, line=_line(fact.line), accounts=cut, sourcing=_sourcing(fact.sourcing))


def _point(point: Point) -> Point:
    return replace(point, evidence=point.evidence[:MARKS])


def _dispute(dispute: Dispute) -> Dispute:
    columns = tuple(map(_column, dispute.columns[:SIDES]))
    return replace(dispute, columns=columns, left_out=_over(dispute.columns, SIDES))


def _column(column: Column) -> Column:
    return replace(
        column,
        outlets=_named(column.outlets),
        carriers=_named(column.carriers),
        lines=_lines(column.lines),
        sourcing=_sourcing(column.sourcing),
        left_out=_over(column.lines, VERSIONS),
    )


def _named(outlets: tuple[str, ...]) -> tuple[str, ...]:
    over = _over(outlets, VERSIONS)
    return (*outlets[:VERSIONS], f"and {over} more") if over else outlets


def _voice(voice: Voice, most: int) -> Voice:
    return replace(voice, sayings=tuple(map(_saying, voice.sayings[:most])), left_out=_over(voice.sayings, most))


def _saying(saying: Saying) -> Saying:
    over = _over(saying.variants, VERSIONS)
    backed = _sourcing(saying.sourcing)
    return replace(saying, line=_line(saying.line), variants=_lines(saying.variants), sourcing=backed, left_out=over)


def _happening(happening: Happening) -> Happening:
    over = _over(happening.reports, VERSIONS)
    backed = _sourcing(happening.sourcing)
    line = _line(happening.line)
    return replace(happening, line=line, reports=_lines(happening.reports), sourcing=backed, left_out=over)


def _row(row: Row) -> Row:
    return replace(row, sourcing=_sourcing(row.sourcing))


def _sourcing(sourcing: Sourcing) -> Sourcing:
    return replace(
        sourcing,
        origins=tuple(map(_origin, sourcing.origins[:VERSIONS])),
        legs=tuple(replace(leg, evidence=leg.evidence[:1]) for leg in sourcing.legs[:VERSIONS]),
        left_out=_over(sourcing.origins, VERSIONS),
        legs_left_out=_over(sourcing.legs, VERSIONS),
    )


def _origin(origin: Origin) -> Origin:
    because = tuple(replace(b, evidence=b.evidence[:VERSIONS]) for b in origin.because[:VERSIONS])
    return replace(origin, documents=origin.documents[:MARKS], because=because, left_out=_over(origin.documents, MARKS))


def _issue(issue: Issue) -> Issue:
    stances = tuple(replace(s, line=_line(s.line)) for s in issue.stances[:ROWS])
    return replace(issue, stances=stances, left_out=_over(issue.stances, ROWS))


def _count(count: Count) -> Count:
    amounts = tuple(replace(a, line=_line(a.line), sourcing=_sourcing(a.sourcing)) for a in count.amounts[:VERSIONS])
    return replace(count, amounts=amounts, left_out=_over(count.amounts, VERSIONS))
