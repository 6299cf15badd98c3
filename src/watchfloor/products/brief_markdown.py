"""The brief as Markdown: the same sections in the same order, evidence as footnotes.

In goes a Record, out comes the text (CommonMark with GitHub's tables and footnotes). Nothing is folded here; every
line ends in the footnotes that hold its sentence, the very words in bold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchfloor.model.record import Record
from watchfloor.products.brief import brief_of
from watchfloor.products.brief.evidence import Source
from watchfloor.products.brief.shape import Brief, Dispute, Fact, Happening, Line, Part, Saying, Voice
from watchfloor.products.brief.sourcing import counted
from watchfloor.products.markdown import escaped, link, table
from watchfloor.products.markdown_lines import Lines, bold, footnote, more, or_nothing, rest, summed
from watchfloor.products.markdown_tables import Tables
from watchfloor.products.signs import groups, status_sign, status_word, tally

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
    return "\n".join(_Page(brief, Lines(numbers)).lines()) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """A brief and the numbers of its notes, which every line needs."""

    brief: Brief
    notes: Lines

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
        for evidence, number in self.notes.numbers.items():
            yield from footnote(evidence, number)

    def part(self, part: Part) -> Iterator[str]:
        yield from (f"# {escaped(part.title)}", "", f"{part.extent}; {part.period}.", "")
        yield from (*self.notes.account(part.sourcing, whole=True), "")
        yield from ("## What is established", "")
        for number, fact in enumerate(part.facts, start=1):
            yield from self.fact(number, fact)
        yield from ([] if part.facts else [_NOTHING_ESTABLISHED])
        yield from ("", "## Where they disagree", "")
        yield from (tally(part) if part.disputes else "No two documents were found to disagree.", "")
        for dispute in part.disputes:
            yield from self.dispute(dispute)
        yield from ("## Who said what", "", *or_nothing(part.voices, "statement"))
        for voice in part.voices:
            yield from self.voice(voice)
        yield from ("## Incidents", "", *or_nothing((*part.events, *part.patterns, *part.context), "incident"))
        for title, group in groups(part):
            if group:
                yield from (f"### {title}", "", *(line for h in group for line in self.happening(h)), "")
        yield from Tables(self.notes).sections(part)
        if part.left_out:
            over = ", ".join(f"{over} more {name}" for name, over in part.left_out)
            yield f"Not shown: {over}. They stand in `record.json` beside this brief; `watchfloor record` prints it."
        yield from ("", "## Sources", "", *_sources(part.sources))

    def fact(self, number: int, fact: Fact) -> Iterator[str]:
        """The line with its count; of an event the head, in what its accounts agree and differ, and a sentence of each."""
        if fact.accounts is None:
            yield f"{number}. {self.notes.line(fact.line)} — {summed(fact.sourcing)}"
        else:
            head = bold(fact.line.label or "")
            yield f"{number}. {head}: {self.points(fact)}{self.notes.marks(fact.line.evidence)}{more(fact.line.more, ' ')}"
            yield from (f"   - {self.notes.line(told)}" for told in fact.accounts.told)
            yield from (f"   - {over}" for over in rest(fact.accounts.left_out))
            yield f"   - {escaped(summed(fact.sourcing))}"
        yield from self.notes.account(fact.sourcing, "   ")

    def points(self, fact: Fact) -> str:
        """How many sources, in what they agree, and in what they differ."""
        told = fact.accounts
        if told is None:
            return ""
        found = [f"agree on {self.notes.gathered(told.agree)}"] if told.agree else []
        found += [f"differ on {self.notes.gathered(told.differ)}"] if told.differ else []
        found = [f"accounts {'; '.join(found)}"] if found else []
        found += [escaped(fact.line.note)] if fact.line.note else []
        return "; ".join([counted(fact.independent, fact.documents), *found])

    def decisions(self, brief: Brief) -> Iterator[str]:
        """What people decided, and where they are at odds."""
        for ruling in brief.decisions:
            who = f"**{escaped(ruling.who)}** {escaped(ruling.did)} on {ruling.when} ({ruling.id})"
            yield f"- {who}: {escaped(ruling.why)}{self.notes.marks(ruling.evidence)}"
            yield from (f"  - {escaped(line)}" for line in ruling.about)
            yield from (f"  - {escaped(line)}" for line in (ruling.standing,) if line != "applied")
            yield from (f"  - ≠ {escaped(line)}" for line in ruling.at_odds)
        yield from (*(f"- {over}" for over in rest(brief.decisions_left_out)), "")

    def dispute(self, dispute: Dispute) -> Iterator[str]:
        yield from (f"### {dispute.question} ({dispute.strength.value})", "")
        heads = [escaped("; ".join(column.carriers)) for column in dispute.columns]
        rows = [[bold(column.value) for column in dispute.columns]]
        rows.append(
            [
                "<br>".join([*(self.notes.line(line) for line in column.lines), *rest(column.left_out)])
                for column in dispute.columns
            ]
        )
        rows.append([escaped(summed(column.sourcing)) for column in dispute.columns])
        yield from table(heads, rows)
        for column in dispute.columns:
            yield from self.notes.account(column.sourcing)
        yield ""
        yield from (line for over in rest(dispute.left_out) for line in (f"{over} sides", ""))

    def voice(self, voice: Voice) -> Iterator[str]:
        roles = f" — {escaped('; '.join(voice.roles))}" if voice.roles else ""
        yield from (
            f"### {escaped(voice.name)}{roles}",
            "",
            *(line for s in voice.sayings for line in self.saying(s)),
            *(f"- {over}" for over in rest(voice.left_out)),
            "",
        )

    def saying(self, saying: Saying) -> Iterator[str]:
        alone = saying.sourcing.documents == 1 and not saying.sourcing.judged and saying.sourcing.first
        path = f" — {escaped(alone)}{self.notes.marks(saying.sourcing.legs[0].evidence)}" if alone else ""
        yield f"- {self.notes.line(saying.line, label=False)}{path}"
        yield from (f"  - {_dated(variant)}: {self.notes.line(variant)}" for variant in saying.variants)
        yield from (f"  - {over}" for over in rest(saying.left_out))
        yield from self.notes.backing(saying.sourcing)

    def happening(self, h: Happening) -> Iterator[str]:
        known = f"{escaped(h.where or 'place not stated')}; {escaped(h.when or 'time not stated')}"
        yield f"- {status_sign(h)} {status_word(h)}: {bold(h.type)} ({known}). {self.notes.line(h.line)}"
        yield from (
            f"  - {self.notes.line(report)}" for report in h.reports if report.evidence[0] != h.line.evidence[0]
        )
        yield from (f"  - {over}" for over in rest(h.left_out))
        yield from self.notes.backing(h.sourcing)


def _dated(line: Line) -> str:
    found = ((e.source.label, e.source.published) for e in line.evidence)
    return escaped("; ".join(f"{label}, {published}" if published else label for label, published in found))


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


def _bullets(sentences: Iterable[str]) -> Iterator[str]:
    yield from (f"- {escaped(sentence)}" for sentence in sentences)
    yield ""
