"""The brief as Markdown: the same sections in the same order, evidence as footnotes.

In goes a Record, out comes the text (CommonMark with GitHub's tables and footnotes). Nothing is folded here; every
line ends in the footnotes that hold its sentence, the very words in bold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchfloor.model.record import Record
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.backing import Sourcing
from watchfloor.products.brief.evidence import Evidence, Focus, Source
from watchfloor.products.brief.shape import (
    Brief,
    Cell,
    Dispute,
    Fact,
    Grid,
    Happening,
    Issue,
    Line,
    Matrix,
    Part,
    Point,
    Saying,
    Standing,
    Voice,
)
from watchfloor.products.brief.sourcing import counted, graded, listed
from watchfloor.products.markdown import escaped, link, table
from watchfloor.products.signs import (
    HEDGE_SIGN,
    HEDGE_WORD,
    POLARITY_SIGN,
    SIDE,
    gathered,
    groups,
    status_sign,
    status_word,
    tally,
)

_NOTHING_ESTABLISHED = (
    "No event is reported as a fact, with its day or place, by two independent sources, and no saying or figure is carried by two in the same words "
    "without their differing about it."
)


def render(record: Record) -> str:
    """The brief as Markdown."""
    return page(brief_of(record))


def page(brief: Brief) -> str:
    """The Markdown of a brief that has been composed already."""
    numbers = {evidence: number for number, evidence in enumerate(brief.notes, start=1)}
    return "\n".join(_Page(brief, numbers).lines()) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """A brief and the numbers of its notes, which every line needs."""

    brief: Brief
    numbers: dict[Evidence, int]

    def lines(self) -> Iterator[str]:
        brief = self.brief
        if not brief.parts:
            yield from (
                "# Nothing to brief yet",
                "",
                "The record holds no documents: add articles, then build again.",
                "",
            )
        if len(brief.parts) > 1:
            yield from (f"# {escaped(brief.title)}", "")
            yield from (f"{n}. {escaped(p.title)} — {p.extent}; {p.period}" for n, p in enumerate(brief.parts, start=1))
            yield ""
        for part in brief.parts:
            yield from self.part(part)
        if brief.other_sources:
            yield from ("## Documents of no story", "", *_sources(brief.other_sources))
        if brief.decisions:
            yield from ("## What people decided", "", *self.decisions(brief))
        yield from ("## How this was made", "", *_bullets(brief.method))
        yield from ("### What this brief refuses to do", "", *_bullets(brief.refuses))
        for evidence, number in self.numbers.items():
            yield from _footnote(evidence, number)

    def part(self, part: Part) -> Iterator[str]:
        yield from (f"# {escaped(part.title)}", "", f"{part.extent}; {part.period}.", "")
        yield from (*self.account(part.sourcing), "")
        yield from ("## What is established", "")
        for number, fact in enumerate(part.facts, start=1):
            yield from self.fact(number, fact)
        yield from ([] if part.facts else [_NOTHING_ESTABLISHED])
        yield from ("", "## Where they disagree", "")
        yield from (tally(part) if part.disputes else "No two documents were found to disagree.", "")
        for dispute in part.disputes:
            yield from self.dispute(dispute)
        yield from ("## Who said what", "", *_or_nothing(part.voices, "statement"))
        for voice in part.voices:
            yield from self.voice(voice)
        yield from ("## Incidents", "", *_or_nothing((*part.events, *part.patterns, *part.context), "incident"))
        for title, group in groups(part):
            if group:
                yield from (f"### {title}", "", *(line for h in group for line in self.happening(h)), "")
        yield from ("## Who blames whom", "", *_or_nothing(part.accusations, "attribution"))
        if part.accusations:
            yield from self.blame(part)
        yield from self.positions(part)
        yield from ("## Figures", "", *_or_nothing(part.counts, "figure"))
        if part.counts:
            yield from self.figures(part)
        yield from ("## Who carries what", "", *_or_nothing(part.matrix.rows, "fact that two documents carry"))
        if part.matrix.rows:
            yield from self.matrix(part.matrix)
        yield from (f"Not shown: {over} more {name}." for name, over in part.left_out)
        yield from ("", "## Sources", "", *_sources(part.sources))

    def fact(self, number: int, fact: Fact) -> Iterator[str]:
        """The line with its count; of an event the head, in what its accounts agree and differ, and a sentence of each."""
        if fact.accounts is None:
            yield f"{number}. {self.line(fact.line)} — {summed(fact.sourcing)}"
        else:
            head = _bold(fact.line.label or "")
            yield f"{number}. {head}: {self.points(fact)}{self.marks(fact.line.evidence)}{_more(fact.line.more, ' ')}"
            yield from (f"   - {self.line(told)}" for told in fact.accounts.told)
            yield from (f"   - {rest}" for rest in _rest(fact.accounts.left_out))
        yield from self.account(fact.sourcing, "   ")

    def points(self, fact: Fact) -> str:
        """How many sources, in what they agree, and in what they differ."""
        told = fact.accounts
        if told is None:
            return ""
        found = [f"agree on {self.gathered(told.agree)}"] if told.agree else []
        found += [f"differ on {self.gathered(told.differ)}"] if told.differ else []
        found = [f"accounts {'; '.join(found)}"] if found else []
        found += [escaped(fact.line.note)] if fact.line.note else []
        return "; ".join([counted(fact.independent, fact.documents), *found])

    def gathered(self, points: tuple[Point, ...]) -> str:
        """Points in words, those of one kind together."""
        found = []
        for what, shown in gathered(points):
            values = "; ".join(f"{escaped(SIDE.join(p.values))}{self.marks(p.evidence)}" for p in shown)
            found.append(f"{what} ({values})" if values else what)
        return listed(found)

    def decisions(self, brief: Brief) -> Iterator[str]:
        """What people decided, and where they are at odds."""
        for ruling in brief.decisions:
            who = f"**{escaped(ruling.who)}** {escaped(ruling.did)} on {ruling.when} ({ruling.id})"
            yield f"- {who}: {escaped(ruling.why)}{self.marks(ruling.evidence)}"
            yield from (f"  - {escaped(line)}" for line in ruling.about)
            yield from (f"  - {escaped(line)}" for line in (ruling.standing,) if line != "applied")
            yield from (f"  - ≠ {escaped(line)}" for line in ruling.at_odds)
        yield from (*(f"- {rest}" for rest in _rest(brief.decisions_left_out)), "")

    def line(self, line: Line, *, label: bool = True) -> str:
        """The words with their footnotes; a quotation in quotation marks, words that differ in bold."""
        words = "".join(_bold(p.text) if p.differs or p.tells else _spaced(p.text) for p in line.pieces).strip()
        words = f"“{words}”" if line.quoted else words
        front = f"{escaped(line.label)}: " if label and line.label else ""
        sign = "≠ " if line.disputed else ""
        note = f" ({sign}{escaped(line.note)})" if line.note else " (≠ disputed)" if line.disputed else ""
        return f"{front}{words}{self.marks(line.evidence)}{_more(line.more, ' ')}{note}"

    def marks(self, evidence: Iterable[Evidence]) -> str:
        return "".join(f"[^{self.numbers[e]}]" for e in evidence)

    def dispute(self, dispute: Dispute) -> Iterator[str]:
        yield from (f"### {dispute.question} ({dispute.strength.value})", "")
        heads = [escaped("; ".join(column.carriers)) for column in dispute.columns]
        rows = [[_bold(column.value) for column in dispute.columns]]
        rows.append(
            [
                "<br>".join([*(self.line(line) for line in column.lines), *_rest(column.left_out)])
                for column in dispute.columns
            ]
        )
        rows.append([escaped(summed(column.sourcing)) for column in dispute.columns])
        yield from table(heads, rows)
        for column in dispute.columns:
            yield from self.account(column.sourcing)
        yield ""
        yield from (f"{rest} sides" for rest in (*_rest(dispute.left_out), "") if rest)
        yield from (f"In a sentence: {escaped(dispute.explain)}", "")

    def voice(self, voice: Voice) -> Iterator[str]:
        roles = f" — {escaped('; '.join(voice.roles))}" if voice.roles else ""
        yield from (
            f"### {escaped(voice.name)}{roles}",
            "",
            *(line for s in voice.sayings for line in self.saying(s)),
            *(f"- {rest}" for rest in _rest(voice.left_out)),
            "",
        )

    def saying(self, saying: Saying) -> Iterator[str]:
        yield f"- {self.line(saying.line, label=False)}"
        yield from (f"  - {_dated(variant)}: {self.line(variant)}" for variant in saying.variants)
        yield from (f"  - {rest}" for rest in _rest(saying.left_out))
        yield from self.backing(saying.sourcing)

    def backing(self, sourcing: Sourcing, *, always: bool = False) -> Iterator[str]:
        """The count on a line, and its reasons beneath."""
        if sourcing.tells or always:
            first = f"; {escaped(sourcing.first)}" if sourcing.first else ""
            yield f"  - {escaped(summed(sourcing))}{first}"
            yield from self.account(sourcing, "    ")

    def account(self, sourcing: Sourcing, indent: str = "", front: str = "") -> Iterator[str]:
        """The path and the reasons, a line each; none where each document is a source of its own and says nothing of another."""
        legs = [leg for leg in sourcing.legs if leg.evidence]
        for leg in legs:
            date = f", {leg.published}" if leg.published else ""
            yield f"{indent}- Path: {escaped(leg.document)}{date} {escaped(leg.has_it_from)}{self.marks(leg.evidence)}"
        for because in (b for origin in sourcing.origins for b in origin.because):
            yield f"{indent}- {front}{escaped(because.text)}{self.marks(because.evidence)}"
        if sourcing.grade:
            yield f"{indent}- {escaped(graded(sourcing.grade).capitalize())}. {escaped(sourcing.grade.why)}"

    def happening(self, h: Happening) -> Iterator[str]:
        known = f"{escaped(h.where or 'place not stated')}; {escaped(h.when or 'time not stated')}"
        yield f"- {status_sign(h)} {status_word(h)}: {_bold(h.type)} ({known}). {self.line(h.line)}"
        yield from (f"  - {self.line(report)}" for report in h.reports)
        yield from (f"  - {rest}" for rest in _rest(h.left_out))
        yield from self.backing(h.sourcing, always=True)

    def blame(self, part: Part) -> Iterator[str]:
        head = ("Who blames", "How", "Whom", "For", "In which words")
        yield from table(
            head,
            (
                (
                    escaped(a.accuser),
                    f"{HEDGE_SIGN[a.hedge]} {HEDGE_WORD[a.hedge]}",
                    escaped(a.accused),
                    escaped(a.about),
                    self.line(a.line),
                )
                for a in part.accusations
            ),
        )

    def positions(self, part: Part) -> Iterator[str]:
        yield from ("## Positions", "", *_or_nothing((*part.grid.rows, *part.issues), "position"))
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
        yield from (f"{rest} actors" for rest in _rest(grid.left_out))
        for row in grid.rows:
            stands_for = f" — {escaped(', '.join(row.members))}" if row.members else ""
            yield f"- **{escaped(row.actor)}**{stands_for}"
            for cell in row.cells:
                yield from (self.standing(cell.issue, s) for s in cell.told) if cell else ()
                yield from (f"  - {rest}" for rest in _rest(cell.left_out)) if cell else ()
        yield ""

    def standing(self, issue: str, s: Standing) -> str:
        when = s.when or "date not stated"
        sign = f"{POLARITY_SIGN[s.polarity]} {s.polarity.value}"
        return f"  - {issue}: {sign} ({escaped(when)}, {escaped(s.how)}). {self.line(s.line)}"

    def issue(self, issue: Issue) -> Iterator[str]:
        yield from (f"### {escaped(issue.name)}", "")
        yield from table(
            ("Who", "Where they stand", "In which words"),
            (
                (escaped(s.actor), f"{POLARITY_SIGN[s.polarity]} {s.polarity.value}", self.line(s.line))
                for s in issue.stances
            ),
        )

    def figures(self, part: Part) -> Iterator[str]:
        head = ("What is counted", "As written", "Unit", "Asserted by", "In which words")
        yield from table(
            head,
            (
                (
                    escaped(c.of) + _more(c.left_out, " "),
                    _bold(a.value),
                    escaped(a.unit),
                    escaped(a.asserted_by),
                    self.line(a.line),
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
                (self.line(row.line), *(f"●{self.marks([c])}" if c else "·" for c in row.cells), str(row.independent))
                for row in matrix.rows
            ),
        )
        for number, row in enumerate(matrix.rows, start=1):
            yield from self.account(row.sourcing, front=f"Fact {number}: ")
        yield ""
        yield from (f"{rest} facts" for rest in _rest(matrix.rows_left_out))


def summed(sourcing: Sourcing) -> str:
    """The count and the grade in a few words."""
    return f"{sourcing.summary}{f'; {graded(sourcing.grade)}' if sourcing.grade else ''}"


def _dated(line: Line) -> str:
    found = ((e.source.label, e.source.published) for e in line.evidence)
    return escaped("; ".join(f"{label}, {published}" if published else label for label, published in found))


def _cell(cell: Cell) -> str:
    """How the actor stands, a change with both dates, and what is told two ways at one time as such."""
    if not cell.turns:
        return " ≠ ".join(f"{POLARITY_SIGN[p]} {p.value}" for p in cell.polarities)
    return "; ".join(
        f"{POLARITY_SIGN[t.before]} {t.before.value} ({t.then}) → {POLARITY_SIGN[t.after]} {t.after.value} ({t.now})"
        for t in cell.turns
    )


def _sources(sources: Iterable[Source]) -> Iterator[str]:
    for s in sources:
        headline = escaped(s.headline or "headline not stated")
        title = link(s.headline or s.url, s.url) if s.url else headline
        known = [
            f"**{escaped(s.label)}**{'' if s.outlet == s.label else f' {escaped(s.outlet)}'}: {title}",
            f"by {escaped(s.author)}" if s.author else "",
        ]
        known += [s.published or "date not stated", f"{escaped(s.origin)}, sha256 {s.document_id[:12]}"]
        rated = f", rated {escaped(s.rated)}" if s.rated else ""
        known += [f"reliability {s.reliability.name} ({s.reliability.value}){rated}"]
        known += [f"shares its text with {escaped(', '.join(s.copies))}" if s.copies else ""]
        known += [f"not read: {escaped(s.not_read)}" if s.not_read else ""]
        yield f"- {'; '.join(word for word in known if word)}"
    yield ""


def _footnote(evidence: Evidence, number: int) -> Iterator[str]:
    source = evidence.source
    words = "".join(
        _bold(s.text) if s.focus is Focus.MARKED else _spaced(s.text)
        for s in evidence.passage
        if s.focus is not Focus.PARAGRAPH
    )
    address = f" {link('open', source.url)}" if source.url else ""
    date = f", {source.published}" if source.published else ""
    confirmed = ", confirmed by a person" if evidence.confirmed else ""
    trace = f"claim {escaped(evidence.claim)}, reader’s confidence {evidence.confidence:.2f}{confirmed}"
    yield f"[^{number}]: {escaped(source.outlet)}{date}: {words.strip()} ({trace}){address}"


def _rest(left_out: int) -> list[str]:
    """A line that says how many are not shown; none where all are."""
    return [f"and {left_out} more"] if left_out else []


def _more(left_out: int, before: str = "") -> str:
    return "".join(f"{before}{rest}" for rest in _rest(left_out))


def _bullets(sentences: Iterable[str]) -> Iterator[str]:
    yield from (f"- {escaped(sentence)}" for sentence in sentences)
    yield ""


def _or_nothing(found: tuple[object, ...], noun: str) -> list[str]:
    return [] if found else [f"No {noun} was found in these documents.", ""]


def _bold(text: str) -> str:
    """Bold words; the white space around them stays outside, where Markdown wants it."""
    inner = text.strip()
    if not inner:
        return " " if text else ""
    return f"{' ' if text[:1].isspace() else ''}**{escaped(inner)}**{' ' if text[-1:].isspace() else ''}"


def _spaced(text: str) -> str:
    """Escaped text that keeps one space at an end where there is white space."""
    inner = escaped(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if text[-1:].isspace() else ''}"
