"""Stories: which documents are about one unfolding set of events.

In go documents, out come stories, each document in exactly one. Documents are points of weighted words (tf-idf), grouped
by average linkage on the cosine of their angles; then people's rulings are applied. Two documents on one subject and different events are two stories only as
far as their words differ; who is quoted or what happened is not looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf, log
from typing import TYPE_CHECKING

from watchfloor.model.document import Document
from watchfloor.model.record import Story
from watchfloor.record.identity import identify
from watchfloor.record.regrouping import regrouped
from watchfloor.record.rulings import NO_RULINGS, Rulings
from watchfloor.record.texts import Texts, headline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped] # ships no types

DISTANCE = 0.84
"""The mean cosine distance up to which two groups of documents are one story: the best on the dev part of ECB+ (BCubed F1
.950; .916 at 0.82, .928 at 0.86). Without pairs of words, or with words of one document, the best is .902."""

_ROWS = 512
"""Documents compared with all others at a time; keeps memory at some megabytes for ten thousand documents."""


def stories(texts: Texts, rulings: Rulings = NO_RULINGS) -> tuple[Story, ...]:
    """The stories of all documents, the largest first."""
    documents = [texts.documents[key] for key in sorted(texts.documents)]
    groups = _grouped([_terms(document, texts) for document in documents])
    members = regrouped([tuple(documents[i].id for i in group) for group in groups], rulings)
    ids = identify("S", (group[0] for group in members))
    found = [Story(ids[group[0]], _title(group, texts), _in_order(group, texts)) for group in members]
    return tuple(sorted(found, key=lambda s: (-len(s.documents), s.id)))


def published(document: Document) -> tuple[float, str]:
    """What documents are ordered by: the earliest moment of publication, the undated last, then the id."""
    when = document.published
    known = when and (when.earliest or when.latest)
    return (known.timestamp() if known else inf, document.id)


def _in_order(group: Sequence[str], texts: Texts) -> tuple[str, ...]:
    return tuple(sorted(group, key=lambda key: published(texts.documents[key])))


def _title(group: Sequence[str], texts: Texts) -> str:
    """The headline whose words most documents of the story use, the earliest of several: the plainest one, not the loudest."""
    ordered = [texts.documents[key] for key in _in_order(group, texts)]
    titled = [d for d in ordered if d.headline]
    if not titled:
        return headline(ordered[0], words=20)
    counts = Counter(word for d in ordered for word in set(texts.lexicon.content_words(d.text)))
    return headline(max(titled, key=lambda d: _commonness(d.headline or "", counts, texts)), words=20)


def _commonness(line: str, counts: Mapping[str, int], texts: Texts) -> float:
    """How many documents use a word of the line, on average."""
    words = set(texts.lexicon.content_words(line))
    return sum(counts[word] for word in words) / len(words) if words else 0.0


def _terms(document: Document, texts: Texts) -> Mapping[str, int]:
    """How often each content word and each pair of neighbouring ones stands in headline and article; furniture is left out with its sentences."""
    lines = [document.text[s.start : s.end] for s in texts.sentences[document.id]]
    words = [w for line in (document.headline or "", *lines) for w in texts.lexicon.content_words(line)]
    return Counter([*words, *(f"{a} {b}" for a, b in pairwise(words))])


def _grouped(counts: Sequence[Mapping[str, int]]) -> list[list[int]]:
    """Groups of indices. Average linkage joins no two groups without one pair close enough, so each component of the graph of close pairs is grouped for itself."""
    import numpy as np  # noqa: PLC0415 - costs start-up time where no record is built

    matrix = _weighed(counts)
    parent = list(range(len(counts)))
    for start in range(0, len(counts), _ROWS):
        near = (matrix[start : start + _ROWS] @ matrix.T).tocoo()
        close = near.data >= 1 - DISTANCE
        for i, j in zip(near.row[close] + start, near.col[close], strict=True):
            _unite(parent, int(i), int(j))
    components: dict[int, list[int]] = defaultdict(list)
    for i in range(len(counts)):
        components[_root(parent, i)].append(i)
    found: list[list[int]] = []
    for component in components.values():
        rows = matrix[np.array(component)]
        found += [[component[i] for i in group] for group in _linked(1 - (rows @ rows.T).toarray())]
    return sorted(found)


def _weighed(counts: Sequence[Mapping[str, int]]) -> csr_matrix:
    """One row a document, of length 1: log frequency by smoothed inverse document frequency of the terms that two documents share."""
    import numpy as np  # noqa: PLC0415
    from scipy.sparse import csr_matrix  # noqa: PLC0415

    frequency = Counter(term for count in counts for term in count)
    column = {term: i for i, term in enumerate(sorted(t for t, n in frequency.items() if n > 1))}
    rows, columns, values = [], [], []
    for i, count in enumerate(counts):
        weights = {
            t: (1 + log(n)) * (1 + log((1 + len(counts)) / (1 + frequency[t]))) for t, n in count.items() if t in column
        }
        length = sum(w * w for _, w in sorted(weights.items())) ** 0.5
        for term in sorted(weights):
            rows.append(i)
            columns.append(column[term])
            values.append(weights[term] / length)
    return csr_matrix((np.array(values), (rows, columns)), shape=(len(counts), max(len(column), 1)))


def _linked(distances: NDArray[np.float64]) -> list[list[int]]:
    """Groups of row indices by average linkage, cut at the distance."""
    if len(distances) < 2:  # noqa: PLR2004 - one document is a story
        return [list(range(len(distances)))]
    import numpy as np  # noqa: PLC0415
    from scipy.cluster.hierarchy import fcluster, linkage  # type: ignore[import-untyped]  # noqa: PLC0415
    from scipy.spatial.distance import squareform  # type: ignore[import-untyped]  # noqa: PLC0415

    # Rounded, so that sums in another order can't tip a tie.
    square = np.round(np.clip((distances + distances.T) / 2, 0, 2), 9)
    np.fill_diagonal(square, 0)
    labels = fcluster(linkage(squareform(square, checks=False), "average"), DISTANCE, "distance")
    groups: dict[int, list[int]] = defaultdict(list)
    for i, label in enumerate(labels):
        groups[int(label)].append(i)
    return list(groups.values())


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _unite(parent: list[int], i: int, j: int) -> None:
    a, b = _root(parent, i), _root(parent, j)
    parent[max(a, b)] = min(a, b)
