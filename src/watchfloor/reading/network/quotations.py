"""Quotation marks as a hint: quotations that no statement covers join their neighbour or stand alone.

In: a text, the statements kept, and the weaker ones that were not. Out: the statements with the text's quotations in
them. The network alone misses one quotation in fourteen, mostly the second half of a broken one; marks are plain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

QUOTED = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"|(?<!\S)[“”](?=\S)([^“”\n]+)(?<=\S)[“”](?!\w)")
"""Between a pair of marks, or between marks of the wrong hand where blanks tell which one opens ("”No.”", "“No.“")."""
MARKS = '"“”'

FEWEST = 2
"""Words a quotation has; fewer are titles and scare quotes more often than speech. Chosen on the held-out articles, where two
gave content_soft .837 and direct_recall .981, three .837 and .979."""

FEWEST_ALONE = 5
"""Words a quotation has that no statement and no weaker candidate explains."""

NEAR = 140
"""Characters between the parts of a broken quotation, at most: room for a source, a cue and a role."""

COVERED = 0.5
"""Share of a quotation's characters in statements from which it counts as read."""

CELL = 256
"""Characters a cell of the index covers; it only sets the speed."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """An attribution in character offsets, end exclusive.

    `cue` and `source` are None where the text gives none; `strength` is the network's own, `evidence` what the
    calibrated `confidence` (0 to 1) was computed from, empty for a quotation that stands alone.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    strength: float
    evidence: tuple[float, ...]
    confidence: float = 0.0


def completed(text: str, kept: list[FoundStatement], spare: list[FoundStatement]) -> list[FoundStatement]:
    """All statements in text order. Each quotation is taken up at most once: joined, rescued, or left to stand alone."""
    board = _Board(text, kept, spare)
    for quoted in quotations(text):
        if board.covered(quoted) > COVERED:
            continue
        before = board.broken_before(quoted)
        if before is not None:
            board.replace(
                before, replace(board.statements[before], content=(*board.statements[before].content, quoted))
            )
        elif (rescued := board.rescue(quoted)) is not None:
            board.add(rescued)
        elif len(text[slice(*quoted)].split()) >= FEWEST_ALONE:
            board.add(FoundStatement((quoted,), None, None, 0.0, ()))
    return sorted(board.statements, key=lambda s: (s.content[0], s.cue or s.content[0]))


def quotations(text: str) -> list[Span]:
    """What stands between double quotation marks on one line, marks excluded, of at least `FEWEST` words."""
    spans = [found.span(found.lastindex or 0) for found in QUOTED.finditer(text)]
    return [s for s in spans if len(text[slice(*s)].split()) >= FEWEST]


def quoting(text: str, one: FoundStatement) -> bool:
    """True if a quotation mark stands in or at the content."""
    return any(c in text[max(a - 1, 0) : b + 2] for a, b in one.content for c in MARKS)


class _Board:
    """The statements of a text and where they lie, so that each quotation costs what lies near it."""

    def __init__(self, text: str, kept: list[FoundStatement], spare: list[FoundStatement]) -> None:
        self.text = text
        self.statements: list[FoundStatement] = []
        self._read = bytearray(len(text))
        self._cells: defaultdict[int, set[int]] = defaultdict(set)
        self._spare: defaultdict[int, list[FoundStatement]] = defaultdict(list)
        for one in kept:
            self.add(one)
        for one in spare:
            for cell in _cells(one):
                self._spare[cell].append(one)

    def add(self, one: FoundStatement) -> None:
        self.statements.append(one)
        self._mark(len(self.statements) - 1)

    def replace(self, number: int, one: FoundStatement) -> None:
        self.statements[number] = one
        self._mark(number)

    def _mark(self, number: int) -> None:
        for start, end in self.statements[number].content:
            self._read[start:end] = b"\x01" * (end - start)
        for cell in _cells(self.statements[number]):
            self._cells[cell].add(number)

    def covered(self, quoted: Span) -> float:
        """Share of the quotation's characters that stand in a statement."""
        return sum(self._read[quoted[0] : quoted[1]]) / (quoted[1] - quoted[0])

    def broken_before(self, quoted: Span) -> int | None:
        """The last statement before the quotation on its line, if near and itself quoted."""
        line = self.text.rfind("\n", max(0, quoted[0] - NEAR), quoted[0])
        near = {
            n for cell in range((quoted[0] - NEAR) // CELL, quoted[0] // CELL + 1) for n in self._cells.get(cell, ())
        }
        ends = {n: self.statements[n].content[-1][1] for n in near if self.statements[n].cue and self._quoting(n)}
        fit = [n for n, end in ends.items() if max(line, quoted[0] - NEAR) <= end <= quoted[0]]
        return max(fit, key=lambda n: (ends[n], n)) if fit else None

    def rescue(self, quoted: Span) -> FoundStatement | None:
        """The strongest of the weaker candidates that reads the quotation."""
        touching = {
            id(s): s for cell in range(quoted[0] // CELL, quoted[1] // CELL + 1) for s in self._spare.get(cell, ())
        }
        fit = [s for s in touching.values() if _share(quoted, s) > COVERED]
        return max(fit, key=lambda s: (s.strength, s.content)) if fit else None

    def _quoting(self, number: int) -> bool:
        return quoting(self.text, self.statements[number])


def _cells(one: FoundStatement) -> set[int]:
    return {cell for start, end in one.content for cell in range(start // CELL, end // CELL + 1)}


def _share(quoted: Span, one: FoundStatement) -> float:
    inside = {i for a, b in one.content for i in range(max(a, quoted[0]), min(b, quoted[1]))}
    return len(inside) / (quoted[1] - quoted[0])
