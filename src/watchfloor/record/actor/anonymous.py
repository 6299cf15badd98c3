"""Anonymous: unnamed sources of several documents that one saying shows to be one.

In go personas and the sayings they share, out come pairs of their keys. A description alone never makes two unnamed sources one: every capital
has "a senior official". The same saying given to "a senior Baltic diplomat" here and "one Baltic diplomat" there does, and to "officials" here and there. Named actors are not looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from watchfloor.record.actor.persona import Persona
from watchfloor.record.linking.clustering import Pair, pair
from watchfloor.record.text.wording import STOPWORDS, fold, stem, words_of

_BESIDE = words_of(
    "senior local unnamed anonymous top another first second third high ranking highranking veteran certain familiar person people matter"
)
"""Words of a description that one outlet adds and another leaves out."""


def shared_sources(people: Iterable[Persona], sayings: Iterable[Sequence[str]]) -> set[Pair]:
    """The pairs of unnamed personas that share a saying and fit in description, those of one description in a chain. `sayings` are the personas' keys of each saying."""
    known: Mapping[str, Persona] = {p.key: p for p in people if p.is_anonymous}
    found: set[Pair] = set()
    for saying in sayings:
        called: dict[str, list[str]] = defaultdict(list)
        for key in sorted({key for key in saying if key in known}):
            called[description(known[key].actors[0].name)].append(key)
        for same in called.values():
            found.update(pair(a, b) for a, b in pairwise(same) if _of_two_documents(a, b))
        for first, second in combinations(sorted(called), 2):
            a, b = called[first][0], called[second][0]
            if _of_two_documents(a, b) and fit(known[a].actors[0].name, known[b].actors[0].name):
                found.add(pair(a, b))
    return found


def description(text: str) -> str:
    """The words of a description that tell who it is, in one order and spelling: equal for "the officials" and "Officials"; the folded text where it has none."""
    return " ".join(sorted(_described(text))) or fold(text).strip()


def _of_two_documents(a: str, b: str) -> bool:
    return a.partition("|")[0] != b.partition("|")[0]


def fit(a: str, b: str) -> bool:
    """Whether two descriptions can be of one source: the words of one, but for rank and number, are among the other's."""
    first, second = _described(a), _described(b)
    shared = first & second
    return len(shared) >= 2 and shared in (first, second)  # noqa: PLR2004 - "an official" is any official


def _described(text: str) -> frozenset[str]:
    words = [
        w.removesuffix("'s")
        for w in fold(text).replace("spokeswoman", "spokesman").replace("spokesperson", "spokesman").split()
    ]
    bare = (w.strip(".,;:()\"'") for w in words)
    return frozenset(stem(w) for w in bare if w and w not in STOPWORDS | _BESIDE)
