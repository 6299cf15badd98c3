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
    """The network's answer for one window: N anchors and the scores of the pieces in view of each, without special tokens.

    `column` (N) is the anchor's piece, `cue` and `valid` (N) logits, `first` (N) the piece at which its view begins, `pointers` (N, view, 6)
    and `tags` (N, view, 4) scores. A missing source is a source at the anchor itself.
    """

    column: np.ndarray
    cue: np.ndarray
    valid: np.ndarray
    first: np.ndarray
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
    kept: list[Attribution] = []
    for one in sorted(_every(scores), key=lambda a: (-a.strength, a.cue)):
        if one.strength >= floor and not any(_rivals(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda a: (a.cue, a.content))


def _rivals(one: Attribution, other: Attribution) -> bool:
    """True if both cannot stand: their cues overlap, or they give the same words to the same source."""
    overlap = one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]
    return overlap or one.content == other.content


def _every(scores: RoleScores) -> list[Attribution]:
    """What each anchor begins."""
    if not len(scores.column):
        return []
    pointers, tags = _log_softmax(scores.pointers, axis=1), _log_softmax(scores.tags, axis=2)
    cues, sources, contents = (
        _spans(pointers[:, :, role], pointers[:, :, role + 1], tags[:, :, 1 + number])
        for number, role in enumerate((CUE, SOURCE, CONTENT))
    )
    found = []
    for n, (anchor, first) in enumerate(zip(scores.column.tolist(), scores.first.tolist(), strict=True)):
        (cue, _), (source, sourced), (content, said) = cues[n], sources[n], contents[n]
        named = None if source[0] <= anchor - first < source[1] else source
        parts = _parts(content, tags[n], [r for r in (cue, named) if r])
        evidence = (float(scores.cue[n]), float(scores.valid[n]), said, sourced)
        placed = tuple(_moved(part, first) for part in parts)
        found.append(Attribution(placed, _moved(cue, first), named and _moved(named, first), evidence))
    return found


def _moved(inside: Range, first: int) -> Range:
    return inside[0] + first, inside[1] + first


def _spans(first: np.ndarray, last: np.ndarray, tag: np.ndarray) -> list[tuple[Range, float]]:
    """For each anchor the best (start, end) and its pointers' log-probability; all are (N, view)."""
    starts, ends = (np.argsort(-one, axis=1, kind="stable")[:, :BEAM] for one in (first, last))
    odds = np.maximum(tag, -5.0) - np.log(np.maximum(1.0 - np.exp(tag), 0.0067))
    sums = np.concatenate([np.zeros((len(tag), 1)), np.cumsum(odds, axis=1)], axis=1)
    begun, ended = np.take_along_axis(first, starts, axis=1), np.take_along_axis(last, ends, axis=1)
    inside = (
        np.take_along_axis(sums, ends + 1, axis=1)[:, None, :] - np.take_along_axis(sums, starts, axis=1)[:, :, None]
    )
    score = begun[:, :, None] + ended[:, None, :] + TAG_WEIGHT * inside
    score = np.where(ends[:, None, :] >= starts[:, :, None], score, -1e9)
    every = np.arange(len(first))
    row, column = np.divmod(score.reshape(len(first), -1).argmax(axis=1), starts.shape[1])
    start, end = starts[every, row], ends[every, column]
    said = begun[every, row] + ended[every, column]
    stop = np.maximum(end, start) + 1
    return [((a, b), float(p)) for a, b, p in zip(start.tolist(), stop.tolist(), said, strict=True)]


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
