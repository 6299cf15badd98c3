"""Stories: documents of ECB+ dev in clusters, beside plain tf-idf with average linkage.

In goes the corpus (one token a line), out come BCubed precision, recall and F1 of the product's stories against the sixteen annotated ones, with
the one threshold that it has everywhere, and BCubed F1 of the baseline at its own best distance: words and pairs of words that two
documents share, weighed over the set itself, cosine, average linkage. The floor was chosen on this part, for ECB+ has no other with its text here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import fmean

from digest import digest_of
from measured import Measured, tell
from watchfloor.model.document import Document
from watchfloor.record.stories import stories
from watchfloor.record.text.texts import Texts
from watchfloor.record.text.wording import plain_words, tells

NAME = "ECB+ dev as stories"
BASELINE_DISTANCE = 0.84
_NAMED = re.compile(r"(\d+)_\d+(ecb(?:plus)?)\.xml")
"""A document's name tells topic and, within it, which of two events."""
Groups = Mapping[str, object]
"""For each document what it is grouped under."""


def measure(corpus: Path) -> Measured:
    """The set NAME."""
    tell("grouping ECB+ dev into stories")
    texts = _texts(corpus)
    gold = {name: found.groups() for name in texts if (found := _NAMED.fullmatch(name))}
    precision, recall, f1 = bcubed(gold, _by_product(texts))
    figures = {
        "bcubed_f1": f1,
        "bcubed_precision": precision,
        "bcubed_recall": recall,
        "tfidf_bcubed_f1": bcubed(gold, _by_baseline(texts))[2],
    }
    rounded = {key: round(value, 3) for key, value in figures.items()}
    return Measured(name=NAME, digest=digest_of([corpus], corpus.parent), figures=rounded)


def bcubed(gold: Groups, found: Groups) -> tuple[float, float, float]:
    """BCubed precision, recall and F1 of groups of the same things."""
    ours, theirs = _sets(found), _sets(gold)
    shared = {name: len(ours[found[name]] & theirs[gold[name]]) for name in gold}
    precision = fmean(shared[name] / len(ours[found[name]]) for name in gold)
    recall = fmean(shared[name] / len(theirs[gold[name]]) for name in gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _sets(groups: Groups) -> dict[object, set[str]]:
    found: dict[object, set[str]] = defaultdict(set)
    for name, group in groups.items():
        found[group].add(name)
    return found


def _texts(corpus: Path) -> dict[str, str]:
    """The text of each document, a sentence a line."""
    lines: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in corpus.read_text(encoding="utf-8").splitlines():
        if row.strip():
            name, sentence, _, token = row.split("\t", 3)
            lines[name][int(sentence)].append(token)
    return {name: "\n".join(" ".join(own[n]) for n in sorted(own)) for name, own in sorted(lines.items())}


def _by_product(texts: Mapping[str, str]) -> Groups:
    now = datetime(2031, 6, 1, tzinfo=UTC)
    documents = [Document(name, text, name, "text/plain", now, language="en") for name, text in texts.items()]
    return {name: story.id for story in stories(Texts.of(documents)) for name in story.documents}


def _by_baseline(texts: Mapping[str, str]) -> Groups:
    import numpy as np  # noqa: PLC0415 - not needed where the corpus is absent
    from scipy.cluster.hierarchy import fcluster, linkage  # type: ignore[import-untyped]  # noqa: PLC0415
    from scipy.spatial.distance import squareform  # type: ignore[import-untyped]  # noqa: PLC0415

    counts = [_terms(text) for text in texts.values()]
    frequency = Counter(term for own in counts for term in own)
    column = {term: i for i, term in enumerate(sorted(t for t, n in frequency.items() if n > 1))}
    matrix = np.zeros((len(counts), len(column)))
    for row, own in zip(matrix, counts, strict=True):
        for term in own.keys() & column.keys():
            row[column[term]] = (1 + log(own[term])) * (1 + log((1 + len(counts)) / (1 + frequency[term])))
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    distances = np.round(np.clip(1 - matrix @ matrix.T, 0, 2), 9)
    np.fill_diagonal(distances, 0)
    labels = fcluster(linkage(squareform(distances, checks=False), "average"), BASELINE_DISTANCE, "distance")
    return dict(zip(texts, map(int, labels), strict=True))


def _terms(text: str) -> Counter[str]:
    words: Sequence[str] = [w for line in text.split("\n") for w in plain_words(line) if tells(w)]
    pairs: Iterable[str] = (f"{a} {b}" for a, b in pairwise(words))
    return Counter([*words, *pairs])
