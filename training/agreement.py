"""Which of the found statements are right, by the rules of `score/polnear.py`.

In: an article and found statements. Out: one verdict per statement. Used to calibrate and to measure calibration; the
scorer itself is not imported, because it lies outside the repository.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.corpus_polnear import Article
    from watchfloor.reading.network.quotations import FoundStatement

SAME = 0.5
"""Dice coefficient of characters from which two contents are the same, as in the scorer."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`content`: paired with a gold content. `joint`: and the sources overlap, or neither has one."""

    content: bool
    joint: bool


def verdicts(article: Article, found: Sequence[FoundStatement]) -> list[Verdict]:
    """One verdict per found statement; each gold statement is paired at most once, the most similar pairs first."""
    gold = [(_characters(a.content), _characters(a.source)) for a in article.attributions]
    given = [(_characters(s.content), _characters([s.source] if s.source else [])) for s in found]
    pairs = []
    for i, (wanted, _) in enumerate(gold):
        for j, (content, _) in enumerate(given):
            both = len(wanted & content)
            if both:
                pairs.append((2 * both / (len(wanted) + len(content)), i, j))
    out = [Verdict(content=False, joint=False)] * len(given)
    used_gold, used_given = set(), set()
    for value, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if value < SAME or i in used_gold or j in used_given:
            continue
        used_gold.add(i)
        used_given.add(j)
        wanted, source = gold[i][1], given[j][1]
        out[j] = Verdict(content=True, joint=bool(wanted & source) or not (wanted or source))
    return out


def calibration_error(stated: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error with `bins` bins of equal width (Guo and others, 2017, equation 3)."""
    total = 0.0
    for k in range(bins):
        inside = [(p, r) for p, r in zip(stated, right, strict=True) if k == min(bins - 1, int(p * bins))]
        total += abs(sum(p for p, _ in inside) - sum(r for _, r in inside))
    return total / max(1, len(stated))


def _characters(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}
