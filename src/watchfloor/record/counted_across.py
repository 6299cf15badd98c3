"""Counted across: figures of several stories that a person took for counts of one thing.

In go the chapters' groups of figures and what people ruled, out come all groups, and the disagreements of those that stand across stories. The machine
itself compares figures within one story only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchfloor.model.claim import Figure
from watchfloor.model.record import ContradictionKind, FigureGroup
from watchfloor.record.chapter import Chapter
from watchfloor.record.contradiction import number
from watchfloor.record.contradiction.finding import Finding, Setting
from watchfloor.record.count.figures import most_said
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.identity import identify


@dataclass(frozen=True, slots=True)
class Counted:
    """Every group of figures, and what disagrees in those across stories, whose figures are `joined`."""

    groups: tuple[FigureGroup, ...]
    findings: tuple[Finding, ...]
    joined: frozenset[str]

    def replaces(self, finding: Finding) -> bool:
        """Whether the finding is of a group that is part of a larger one now."""
        claims = (claim for side in finding.sides for claim in side.claims)
        return finding.kind is ContradictionKind.NUMBER and self.joined.issuperset(claims)


def counted_across(chapters: Sequence[Chapter], setting: Setting, rulings: Rulings) -> Counted:
    """The groups of all chapters, with those joined that people joined. `setting` is that of the whole record."""
    own = [group for c in chapters for group in c.figure_groups]
    story_of = {f.id: c.key for c in chapters for claims in c.claims.values() for f in claims.figures}
    pairs = [p for p in rulings.joined(story_of) if story_of[p[0]] != story_of[p[1]]]
    if not pairs:
        return Counted(tuple(own), (), frozenset())
    figures = {f.id: f for c in chapters for claims in c.claims.values() for f in claims.figures}
    whole_of = {figure: set(group.figures) for group in own for figure in group.figures}
    for a, b in pairs:
        whole = whole_of.get(a, {a}) | whole_of.get(b, {b})
        whole_of |= dict.fromkeys(whole, whole)
    joined = frozenset(figure for p in pairs for figure in whole_of[p[0]])
    wholes = sorted({tuple(sorted(whole_of[figure])) for figure in joined})
    made = tuple(_group(whole, figures) for whole in wholes)
    kept = tuple(group for group in own if not joined.intersection(group.figures))
    return Counted((*kept, *made), tuple(number.find(made, figures, setting)), joined)


def _group(whole: tuple[str, ...], figures: Mapping[str, Figure]) -> FigureGroup:
    return FigureGroup(identify("F", [whole[0]])[whole[0]], most_said(figures[key] for key in whole), whole)
