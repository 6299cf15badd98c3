"""Tag scores to names: the best sequence of tags in which no name begins in its middle.

In: the scores of one window's pieces. Out: `Name`s as piece ranges. Words are never cut: the first piece decides.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

KINDS = ("PER", "ORG", "LOC", "ROLE")
TAGS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))


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
    """Viterbi over begin/inside tags: inside a kind follows only begin or inside of that kind."""
    allowed = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for tag in range(2, len(TAGS), 2):
        allowed[:, tag] = -1e4
        allowed[[tag - 1, tag], tag] = 0.0
    best, back = log[0].copy(), []
    best[2::2] = -1e4
    for row in log[1:]:
        ways = best[:, None] + allowed
        back.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
