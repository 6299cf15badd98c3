"""Lines of the brief in Markdown: words with their footnotes, what backs them, and the footnotes themselves.

In go the nouns of a brief and the numbers of its notes, out come lines of text. In which order they stand is for `brief_markdown` and `markdown_tables` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchfloor.products.brief.backing import Leg, Sourcing
from watchfloor.products.brief.evidence import Evidence, Focus
from watchfloor.products.brief.shape import Line, Point
from watchfloor.products.brief.sourcing import graded, listed
from watchfloor.products.markdown import escaped, link
from watchfloor.products.signs import SIDE, gathered


@dataclass(frozen=True, slots=True)
class Lines:
    """The numbers of the notes of a brief, which every line needs."""

    numbers: dict[Evidence, int]

    def line(self, line: Line, *, label: bool = True) -> str:
        """The words with their footnotes; a quotation in quotation marks, words that differ in bold."""
        words = "".join(bold(p.text) if p.differs or p.tells else _spaced(p.text) for p in line.pieces).strip()
        words = f"“{words}”" if line.quoted else words
        front = f"{escaped(line.label)}: " if label and line.label else ""
        sign = "≠ " if line.disputed else ""
        note = f" ({sign}{escaped(line.note)})" if line.note else " (≠ disputed)" if line.disputed else ""
        return f"{front}{words}{self.marks(line.evidence)}{more(line.more, ' ')}{note}"

    def marks(self, evidence: Iterable[Evidence]) -> str:
        """The footnotes of these sentences."""
        return "".join(f"[^{self.numbers[e]}]" for e in evidence)

    def backing(self, sourcing: Sourcing) -> Iterator[str]:
        """The count on a line, and its reasons beneath; nothing where the one document that the line names anyway says no more."""
        if sourcing.documents > 1 or sourcing.loose or sourcing.judged:
            first = f"; {escaped(sourcing.first)}" if sourcing.first else ""
            yield f"  - {escaped(summed(sourcing))}{first}"
            yield from self.account(sourcing, "    ")

    def account(self, sourcing: Sourcing, indent: str = "", *, whole: bool = False) -> Iterator[str]:
        """The path and the reasons. That documents are copies or of one outlet is said once for the story (`whole`) and under Sources, not for each line."""
        legs = [leg for leg in sourcing.legs if leg.evidence]
        if legs:
            went = (f"{escaped(_published(leg))} {escaped(leg.has_it_from)}{self.marks(leg.evidence)}" for leg in legs)
            yield f"{indent}- Path: {'; '.join(went)}{more(sourcing.legs_left_out, '; ')}"
        for because in (b for origin in sourcing.origins for b in origin.because if whole or not b.whole):
            yield f"{indent}- {escaped(because.text)}{self.marks(because.evidence)}"

    def gathered(self, points: tuple[Point, ...]) -> str:
        """Points in words, those of one kind together."""
        found = []
        for what, shown in gathered(points):
            values = "; ".join(f"{escaped(SIDE.join(p.values))}{self.marks(p.evidence)}" for p in shown)
            found.append(f"{what} ({values})" if values else what)
        return listed(found)


def summed(sourcing: Sourcing) -> str:
    """The count and the grade with its reason in a few words; where nothing can be judged the count alone."""
    grade = sourcing.grade
    if grade is None or not sourcing.judged:
        return sourcing.summary
    return f"{sourcing.summary}; {graded(grade)} ({grade.why.rstrip('.')})"


def _published(leg: Leg) -> str:
    return f"{leg.document}, {leg.published}," if leg.published else leg.document


def footnote(evidence: Evidence, number: int) -> Iterator[str]:
    """A sentence in full, with outlet, date and address; the very words in bold."""
    source = evidence.source
    words = "".join(
        bold(s.text) if s.focus is Focus.MARKED else _spaced(s.text)
        for s in evidence.passage
        if s.focus is not Focus.PARAGRAPH
    )
    address = f" {link('open', source.url)}" if source.url else ""
    date = f", {source.published}" if source.published else ""
    confirmed = ", confirmed by a person" if evidence.confirmed else ""
    trace = f"claim {escaped(evidence.claim)}, reader’s confidence {evidence.confidence:.2f}{confirmed}"
    yield f"[^{number}]: {escaped(source.outlet)}{date}: {words.strip()} ({trace}){address}"


def rest(left_out: int) -> list[str]:
    """A line that says how many are not shown; none where all are."""
    return [f"and {left_out} more"] if left_out else []


def more(left_out: int, before: str = "") -> str:
    """The same within a line, behind `before`."""
    return "".join(f"{before}{over}" for over in rest(left_out))


def bold(text: str) -> str:
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


def or_nothing(found: tuple[object, ...], noun: str) -> list[str]:
    """A sentence for a section in which nothing stands."""
    return [] if found else [f"No {noun} was found in these documents.", ""]
