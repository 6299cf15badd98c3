"""Tag scores to names: the best sequence of tags in which no name begins in its middle.

In: the scores of one window's pieces. Out: `Name`s as piece ranges. Words are never cut: the first piece decides.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

KINDS = ("PER", "ORG", "LOC", "ROLE")
TAGS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
_INSIDE = range(2, len(TAGS), 2)
SURELY_NONE = math.log(0.99)
"""Log-probability of no name from which a word is taken for none, whatever stands around it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name: pieces `start` to `end` (exclusive), one of `KINDS`, and the mean probability of its tags."""

    start: int
    end: int
    kind: str
    probability: float


def names(scores: np.ndarray, words: np.ndarray) -> list[Name]:
    """The names in (pieces, tags) scores, in order, without overlap; `words` numbers the pieces' words."""
    if not len(scores):
        return []
    firsts = np.flatnonzero(np.concatenate([[True], words[1:] != words[:-1]]))
    edges = [*firsts.tolist(), len(scores)]
    return [Name(edges[n.start], edges[n.end], n.kind, n.probability) for n in _over_words(scores[firsts])]


def _over_words(scores: np.ndarray) -> list[Name]:
    log = scores - scores.max(axis=1, keepdims=True)
    log = log - np.log(np.exp(log).sum(axis=1, keepdims=True))
    path = _best_path(log)
    out: list[Name] = []
    start = None
    for i, tag in enumerate([*path, 0]):
        if start is not None and not (tag > 0 and tag % 2 == 0):
            chosen = log[np.arange(start, i), path[start:i]]
            out.append(Name(start, i, KINDS[(path[start] - 1) // 2], float(np.exp(chosen).mean())))
            start = None
        if tag % 2 == 1:
            start = i
    return out


def _best_path(log: np.ndarray) -> list[int]:
    """The likeliest tags of which inside a kind follows only begin or inside of that kind; words that surely are no name part those that may be."""
    path = [0] * len(log)
    maybe = np.concatenate([[False], log[:, 0] < SURELY_NONE, [False]])
    edges = np.flatnonzero(maybe[1:] != maybe[:-1]).tolist()
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        path[start:end] = _viterbi(log[start:end])
    return path


def _viterbi(log: np.ndarray) -> list[int]:
    # Nine tags are too few for numpy to be the faster one.
    first, *rest = log.tolist()
    best = [-math.inf if tag in _INSIDE else score for tag, score in enumerate(first)]
    back = []
    for row in rest:
        likeliest = best.index(max(best))
        came = [_inner(best, tag) if tag in _INSIDE else likeliest for tag in range(len(TAGS))]
        best = [best[before] + score for before, score in zip(came, row, strict=True)]
        back.append(came)
    path = [best.index(max(best))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _inner(best: Sequence[float], tag: int) -> int:
    """The better of the two tags that an inside tag may follow."""
    return tag - 1 if best[tag - 1] >= best[tag] else tag
