"""Blocking: which of many texts are worth comparing at all.

In go things with keys (the words they hold), out come the pairs that share a telling key. Comparing every pair of n texts
takes n^2 steps; here each text is entered under its few rarest words in an inverted index and meets only those that it shares one
with. A word that very many texts share proposes only neighbours in the order of their names, so that the work grows with the
number of texts and not with its square. Nothing is compared here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from watchfloor.record.linking.clustering import Pair, pair

RARE_WORDS = 8
"""Words of a text that it is entered under. Of the 128 linked pairs of the annotated stories that share a word 113 share one of these; with 12
words 123 do, at half as much time again and no better links, for the rest join over a third."""

CROWD = 60
"""Texts under one word of which all pairs are proposed: at most 1,770 for a word."""

NEIGHBOURS = 5
"""Followers that a text meets in a longer list."""


def propose(words: Mapping[str, Iterable[str]], weight: Callable[[str], float], *, rare: int = RARE_WORDS) -> set[Pair]:
    """The pairs of names that share one of their rarest words. `words` maps a name to the words of its text."""
    held = {name: set(words[name]) for name in sorted(words)}
    holders = Counter(word for own in held.values() for word in own)
    index: dict[str, list[str]] = defaultdict(list)
    for name, own in held.items():
        # A word that nobody else holds proposes nobody, and must not take the place of one that does.
        for word in sorted((w for w in own if holders[w] > 1), key=lambda w: (-weight(w), w))[:rare]:
            index[word].append(name)
    pairs: set[Pair] = set()
    for names in index.values():
        if len(names) <= CROWD:
            pairs.update(combinations(names, 2))
        else:
            pairs.update(pair(a, b) for i, a in enumerate(names) for b in names[i + 1 : i + 1 + NEIGHBOURS])
    return pairs
