"""Role scores of one window to attributions: who said what, with which words, in pieces of the window.

In: for every anchor (a likely cue) its pointer, tag and validity scores. Out: `Attribution`s as piece ranges, at most
one per cue, with the evidence that confidence is computed from. Does not resolve who the source is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

CUE, SOURCE, CONTENT = 0, 2, 4
"""Columns of the pointer scores: the first piece of a role; the next column is its last piece."""

CONTENT_TAG = 3
BEAM = 6
"""First and last pieces tried per role; the best pair is among the six best of each in all but a handful of cases."""

TAG_WEIGHT = 0.05
"""Weight of the tags within a span beside the pointers; chosen on the first half of the held-out articles."""

GAP = 2
"""Pieces of another role or none that split a content, at least; single ones are noise of the tags."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RoleScores:
    """The network's answer for one window: N anchors and the scores of its pieces, without special tokens.

    `column` (N) is the anchor's piece, `cue` and `valid` (N) logits, `pointers` (N, pieces, 6) and `tags`
    (N, pieces, 4) scores. A missing source is a source at the anchor itself.
    """

    column: np.ndarray
    cue: np.ndarray
    valid: np.ndarray
    pointers: np.ndarray
    tags: np.ndarray


@dataclass(frozen=True, slots=True)
class Attribution:
    """Piece ranges, end exclusive: `content` in one or more parts, `cue`, and `source` or None where nobody is named.

    `evidence` holds the anchor's cue and validity logits and the log-probabilities of content and source.
    """

    content: tuple[Range, ...]
    cue: Range
    source: Range | None
    evidence: tuple[float, float, float, float]

    @property
    def strength(self) -> float:
        """Probability that the anchor begins an attribution, from the mean of its two logits; not calibrated."""
        return float(1.0 / (1.0 + np.exp(-(self.evidence[0] + self.evidence[1]) / 2.0)))


def attributions(scores: RoleScores, floor: float) -> list[Attribution]:
    """The attributions at least as strong as `floor`, in the order of their cues; no two cues overlap."""
    pointers, tags = _log_softmax(scores.pointers, axis=1), _log_softmax(scores.tags, axis=2)
    found = [_attribution(scores, n, pointers[n], tags[n]) for n in range(len(scores.column))]
    kept: list[Attribution] = []
    for one in sorted(found, key=lambda a: (-a.strength, a.cue)):
        if one.strength >= floor and not any(_rivals(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda a: (a.cue, a.content))


def _rivals(one: Attribution, other: Attribution) -> bool:
    """True if both cannot stand: their cues overlap, or they give the same words to the same source."""
    overlap = one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]
    return overlap or one.content == other.content


def _attribution(scores: RoleScores, n: int, pointers: np.ndarray, tags: np.ndarray) -> Attribution:
    """What anchor `n` begins, from the log-probabilities of its (pieces, 6) pointers and (pieces, 4) tags."""
    anchor = int(scores.column[n])
    cue, _ = _span(pointers[:, CUE], pointers[:, CUE + 1], tags[:, 1])
    source, sourced = _span(pointers[:, SOURCE], pointers[:, SOURCE + 1], tags[:, 2])
    named: Range | None = source
    if source[0] <= anchor < source[1]:
        named = None
    content, said = _span(pointers[:, CONTENT], pointers[:, CONTENT + 1], tags[:, CONTENT_TAG])
    parts = _parts(content, tags, [r for r in (cue, named) if r])
    return Attribution(parts, cue, named, (float(scores.cue[n]), float(scores.valid[n]), said, sourced))


def _span(first: np.ndarray, last: np.ndarray, tag: np.ndarray) -> tuple[Range, float]:
    """The best (start, end) and its pointers' log-probability."""
    starts = np.argsort(-first, kind="stable")[:BEAM]
    ends = np.argsort(-last, kind="stable")[:BEAM]
    odds = np.maximum(tag, -5.0) - np.log(np.maximum(1.0 - np.exp(tag), 0.0067))
    sums = np.concatenate([[0.0], np.cumsum(odds)])
    score = (
        first[starts][:, None] + last[ends][None, :] + TAG_WEIGHT * (sums[ends + 1][None, :] - sums[starts][:, None])
    )
    score = np.where(ends[None, :] >= starts[:, None], score, -1e9)
    row, column = np.unravel_index(int(score.argmax()), score.shape)
    start, end = int(starts[row]), int(ends[column])
    return (start, max(end, start) + 1), float(first[start] + last[end])


def _parts(whole: Range, tags: np.ndarray, roles: list[Range]) -> tuple[Range, ...]:
    """The content without what stands in it but belongs to no content: mostly its own source and cue."""
    start, end = whole
    inside = tags[start:end].argmax(axis=1) == CONTENT_TAG
    for low, high in roles:
        if start < low and high < end:
            inside[low - start : high - start] = False
    inside[0] = inside[-1] = True
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(np.int8), [0]])))
    runs = [(int(a) + start, int(b) + start) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    merged = [runs[0]]
    for low, high in runs[1:]:
        if low - merged[-1][1] < GAP:
            merged[-1] = (merged[-1][0], high)
        else:
            merged.append((low, high))
    return tuple(merged)


def _log_softmax(scores: np.ndarray, axis: int) -> np.ndarray:
    shifted: np.ndarray = scores - scores.max(axis=axis, keepdims=True)
    out: np.ndarray = shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
    return out
