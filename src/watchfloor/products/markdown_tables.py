"""The tables of the brief in Markdown: who blames whom, positions, figures, and who carries what.

In go a part of a brief and its lines, out comes the text of the sections that are tables, with the sentences of their cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from watchfloor.products.brief.evidence import Evidence
from watchfloor.products.brief.shape import Cell, Grid, Issue, Matrix, Part, Standing
from watchfloor.products.markdown import escaped, table
from watchfloor.products.markdown_lines import Lines, bold, more, or_nothing, rest
from watchfloor.products.signs import HEDGE_SIGN, HEDGE_WORD, POLARITY_SIGN


@dataclass(frozen=True, slots=True)
class Tables:
    """The sections of one part, with the lines of the brief."""

    lines: Lines

    def sections(self, part: Part) -> Iterator[str]:
        """From who blames whom to who carries what, each with its heading."""
        yield from ("## Who blames whom", "", *or_nothing(part.accusations, "attribution"))
        if part.accusations:
            yield from self.blame(part)
        yield from self.positions(part)
        yield from ("## Figures", "", *or_nothing(part.counts, "figure"))
        if part.counts:
            yield from self.figures(part)
        yield from ("## Who carries what", "", *or_nothing(part.matrix.rows, "fact that two documents carry"))
        if part.matrix.rows:
            yield from self.matrix(part.matrix)

    def blame(self, part: Part) -> Iterator[str]:
        """Who blames whom for what, and in which words."""
        head = ("Who blames", "How", "Whom", "For", "In which words")
        yield from table(
            head,
            (
                (
                    escaped(a.accuser),
                    f"{HEDGE_SIGN[a.hedge]} {HEDGE_WORD[a.hedge]}",
                    escaped(a.accused),
                    escaped(a.about),
                    self.lines.line(a.line),
                )
                for a in part.accusations
            ),
        )

    def positions(self, part: Part) -> Iterator[str]:
        """The grid, then the issues that have no column in it."""
        yield from ("## Positions", "", *or_nothing((*part.grid.rows, *part.issues), "position"))
        if part.grid.rows:
            yield from self.grid(part.grid)
            yield from ("On other issues, in the documents’ own words:", "") if part.issues else ()
        for issue in part.issues:
            yield from self.issue(issue)

    def grid(self, grid: Grid) -> Iterator[str]:
        """The grid, then the sentences of every cell."""
        yield from table(
            ("Who", *map(escaped, grid.columns)),
            ((escaped(row.actor), *(_cell(cell) if cell else "·" for cell in row.cells)) for row in grid.rows),
        )
        yield from (f"{over} actors" for over in rest(grid.left_out))
        said: set[tuple[str, tuple[Evidence, ...]]] = set()
        for row in grid.rows:
            stands_for = f" — {escaped(', '.join(row.members))}" if row.members else ""
            yield f"- **{escaped(row.actor)}**{stands_for}"
            for cell in row.cells:
                yield from (self.standing(cell.issue, s, said) for s in cell.told) if cell else ()
                yield from (f"  - {over}" for over in rest(cell.left_out)) if cell else ()
        yield ""

    def standing(self, issue: str, s: Standing, said: set[tuple[str, tuple[Evidence, ...]]]) -> str:
        """One entry; a sentence that stood before, as that of a group does for each member, is only marked."""
        when = s.when or "date not stated"
        sign = f"{POLARITY_SIGN[s.polarity]} {s.polarity.value}"
        key = (s.line.text, s.line.evidence)
        words = self.lines.marks(s.line.evidence) if key in said else f". {self.lines.line(s.line)}"
        said.add(key)
        return f"  - {issue}: {sign} ({escaped(when)}, {escaped(s.how)}){words}"

    def issue(self, issue: Issue) -> Iterator[str]:
        """Everybody's stance on one issue."""
        yield from (f"### {escaped(issue.name)}", "")
        yield from table(
            ("Who", "Where they stand", "In which words"),
            (
                (escaped(s.actor), f"{POLARITY_SIGN[s.polarity]} {s.polarity.value}", self.lines.line(s.line))
                for s in issue.stances
            ),
        )

    def figures(self, part: Part) -> Iterator[str]:
        """What is counted, with each amount as it is written."""
        head = ("What is counted", "As written", "Unit", "Asserted by", "In which words")
        yield from table(
            head,
            (
                (
                    escaped(c.of) + more(c.left_out, " "),
                    bold(a.value),
                    escaped(a.unit),
                    escaped(a.asserted_by),
                    self.lines.line(a.line),
                )
                for c in part.counts
                for a in c.amounts
            ),
        )

    def matrix(self, matrix: Matrix) -> Iterator[str]:
        """A filled cell opens the sentence; silence is a dot."""
        yield from table(
            ("Fact", *map(escaped, matrix.columns), "Independent"),
            (
                (
                    self.lines.line(row.line),
                    *(f"●{self.lines.marks([c])}" if c else "·" for c in row.cells),
                    str(row.independent),
                )
                for row in matrix.rows
            ),
        )
        yield ""
        yield from (f"{over} facts" for over in rest(matrix.rows_left_out))


def _cell(cell: Cell) -> str:
    """How the actor stands, a change with both dates, and what is told two ways at one time as such."""
    if not cell.turns:
        return " ≠ ".join(f"{POLARITY_SIGN[p]} {p.value}" for p in cell.polarities)
    return "; ".join(
        f"{POLARITY_SIGN[t.before]} {t.before.value} ({t.then}) → {POLARITY_SIGN[t.after]} {t.after.value} ({t.now})"
        for t in cell.turns
    )
