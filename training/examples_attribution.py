"""PolNeAR's articles as examples for the attribution head.

In: articles and a tokenizer. Out: one `Example` per window, freshly packed for every pass so that lines meet different
neighbours. Attributions that a window cuts are neither right nor wrong there: their cue does not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from training.corpus_polnear import Article, Attribution, Spans, hull
from training.examples import Anchor, Batch, Example, cut
from training.head_attribution import TAGS, Anchors
from watchfloor.reading.network.pieces import Pieces, split
from watchfloor.reading.network.windows import LIMIT, windows

if TYPE_CHECKING:
    import random

    from tokenizers import Tokenizer

ROLES = ("cue", "source", "content")
ELSEWHERE = 0.12
"""Share of anchors put on another piece of a longer cue, since the found cue may begin a word late."""


@dataclass(frozen=True, slots=True)
class _Target:
    """An attribution in pieces: first and last piece of each role (None for no source), and the pieces of each tag."""

    ends: dict[str, tuple[int, int] | None]
    tagged: tuple[tuple[int, np.ndarray], ...]

    @property
    def first(self) -> int:
        return min(e[0] for e in self.ends.values() if e)

    @property
    def last(self) -> int:
        return max(e[1] for e in self.ends.values() if e)


@dataclass(frozen=True, slots=True)
class Prepared:
    """One article, split once for all passes."""

    pieces: Pieces
    targets: tuple[_Target, ...]


def prepare(article: Article, tokenizer: Tokenizer) -> Prepared:
    """Pieces and targets of an article; attributions without a cue or content are left out."""
    pieces = split(article.text, tokenizer)
    targets = (_target(article.text, a, pieces) for a in article.attributions)
    return Prepared(pieces, tuple(t for t in targets if t))


def examples(prepared: list[Prepared], dice: random.Random) -> list[Example]:
    """One pass over all articles."""
    return [
        _example(article, window.start, window.end, dice)
        for article in prepared
        for window in windows(article.pieces.lines, dice.randint(LIMIT // 2, LIMIT))
    ]


def anchors(batch: Batch) -> Anchors:
    """The batch's labels in the form the head's loss takes."""
    count, length = len(batch.anchors), batch.ids.shape[1]
    tags = np.full((count, length), -1)
    for n, (_, anchor) in enumerate(batch.anchors):
        tags[n, 1 : len(anchor.tags) + 1] = anchor.tags
    return Anchors(
        cue=batch.labels,
        row=torch.tensor([row for row, _ in batch.anchors], dtype=torch.long),
        column=torch.tensor([a.column for _, a in batch.anchors], dtype=torch.long),
        pointers=torch.tensor([a.pointers for _, a in batch.anchors], dtype=torch.long).reshape(count, 6),
        tags=torch.from_numpy(tags),
    )


def _covered(pieces: Pieces, start: int, end: int) -> np.ndarray:
    return np.flatnonzero((pieces.starts < end) & (pieces.ends > start))


def _target(text: str, attribution: Attribution, pieces: Pieces) -> _Target | None:
    ends: dict[str, tuple[int, int] | None] = {}
    tagged = []
    for role in ROLES:
        spans: Spans = getattr(attribution, role)
        whole = hull(text, spans)
        inside = _covered(pieces, *whole) if whole else np.zeros(0, dtype=np.int64)
        ends[role] = (int(inside[0]), int(inside[-1])) if len(inside) else None
        own = [_covered(pieces, s, e) for s, e in spans]
        tagged.append((TAGS.index(role), np.concatenate(own) if own else inside))
    if ends["cue"] is None or ends["content"] is None:
        return None
    return _Target(ends, tuple(reversed(tagged)))


def _example(article: Prepared, start: int, end: int, dice: random.Random) -> Example:
    labels = np.zeros(end - start, dtype=np.int64)
    found = []
    for target in article.targets:
        cue = target.ends["cue"]
        if cue is None or not start <= cue[0] < end:
            continue
        whole = start <= target.first and target.last < end
        labels[cue[0] - start] = 1 if whole else -1
        if whole:
            at = dice.randint(*cue) if dice.random() < ELSEWHERE else cue[0]
            found.append(_anchor(target, at, start, end))
    return cut("attribution", article.pieces, start, labels, tuple(found))


def _anchor(target: _Target, at: int, start: int, end: int) -> Anchor:
    shift = 1 - start
    pointers = [p + shift for role in ROLES for p in (target.ends[role] or (at, at))]
    tags = np.zeros(end - start, dtype=np.int64)
    for tag, covered in target.tagged:
        tags[covered[(covered >= start) & (covered < end)] - start] = tag
    return Anchor(at + shift, tuple(pointers), tags)
