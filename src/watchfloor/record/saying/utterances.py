"""Utterances: which statements report one saying.

In go variants, out come utterances, one for every saying, also for one that a single document carries. Candidates are
found by their rarest words (see `blocking`) and as each other's nearest in meaning (see `likeness`), and grouped as wholes (see `clustering`); statements of the same words and speaker, unnamed ones by their description, are
taken for one beforehand, so that a quotation in a thousand articles is compared once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.document import Document
from watchfloor.model.record import Link, Utterance
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.blocking import propose
from watchfloor.record.linking.clustering import Pair, cluster, pair
from watchfloor.record.linking.comparison import Comparison
from watchfloor.record.linking.identity import identify
from watchfloor.record.saying.likeness import Named, nearest
from watchfloor.record.saying.variant import Variant, compare, overlap
from watchfloor.record.text.texts import published
from watchfloor.record.text.wording import Lexicon

FLOOR = 0.3
"""The linkage from which two groups of variants are one saying; fitted with the weights in `variant`."""
_BEST = 0.42
"""What the best pair weighs in that linkage: at half, one statement that says two things chained what others say of either."""
RULED = "a person ruled so"
"""The reason of a link that a person made."""
_SPEAKS_FOR_ITSELF = 5
"""Content words from which the same words are the same saying where no speaker is named."""


def merge(variants: Sequence[Variant], lexicon: Lexicon, rulings: Rulings) -> tuple[list[tuple[str, ...]], list[Link]]:
    """The groups of statement ids that are one saying each, and the links on which they rest."""
    known = {v.id: v for v in variants}
    joined, parted = rulings.joined(known), rulings.parted(known)
    alike = _same_words(variants, {key for ruled in (*joined, *parted) for key in ruled})
    compared = _compare(alike, known, lexicon)
    groups = cluster(alike, {p: c.score for p, c in compared.items()}, FLOOR, together=joined, apart=parted, best=_BEST)
    whole = [tuple(sorted(key for node in group for key in alike[node])) for group in groups]
    links = [Link(a, b, round(c.score, 3), c.why) for (a, b), c in sorted(compared.items()) if c.score >= FLOOR]
    links += [Link(n, key, 1.0, "the same words") for n, keys in sorted(alike.items()) for key in keys if key != n]
    links += [Link(a, b, 1.0, RULED) for a, b in joined]
    return sorted(whole), links


def utterances(
    groups: Sequence[tuple[str, ...]],
    links: Iterable[Link],
    variants: Iterable[Variant],
    documents: Mapping[str, Document],
) -> tuple[Utterance, ...]:
    """The utterances of `groups`, those with most variants first."""
    known = {v.id: v for v in variants}
    ids = identify("U", (group[0] for group in groups))
    group_of = {key: group[0] for group in groups for key in group}
    inside: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if group_of[link.first] == group_of[link.second]:
            inside[group_of[link.first]].append(link)
    found = []
    for group in groups:
        ordered = sorted(group, key=lambda key: _published(documents[known[key].statement.document_id], known[key]))
        speakers = dict.fromkeys(s for key in ordered if (s := known[key].speaker) is not None)
        found.append(Utterance(ids[group[0]], tuple(ordered), tuple(speakers), tuple(inside[group[0]])))
    return tuple(sorted(found, key=lambda u: (-len(u.statements), u.id)))


def _same_words(variants: Sequence[Variant], alone: set[str]) -> dict[str, tuple[str, ...]]:
    """Statement ids of the same words and speaker under the smallest of them; never two of one document, and short contents of nobody stay alone."""
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    seen: set[tuple[tuple[str, ...], str]] = set()
    for v in sorted(variants, key=lambda v: v.id):
        key: tuple[str, ...] = (v.wording.key, v.voice or "")
        nobody = v.speaker is None and len(v.wording.content) < _SPEAKS_FOR_ITSELF
        if v.id in alone or nobody or not v.wording.content or (key, v.statement.document_id) in seen:
            key = ("alone", v.id)
        seen.add((key, v.statement.document_id))
        same[key].append(v.id)
    return {ids[0]: tuple(ids) for ids in same.values()}


def _compare(nodes: Iterable[str], known: Mapping[str, Variant], lexicon: Lexicon) -> dict[Pair, Comparison]:
    said = [known[n] for n in nodes]
    alike = _nearest(said)
    proposed = propose({v.id: v.wording.content for v in said}, lexicon.weight) | alike.keys()
    compared = {(a, b): compare(known[a], known[b], lexicon, nearest=(a, b) in alike) for a, b in sorted(proposed)}
    return {p: c for p, c in compared.items() if c.score > 0}


def _nearest(said: Sequence[Variant]) -> dict[Pair, float]:
    """The pairs that are each other's nearest in meaning; no statement is that of one that lies within it."""
    contents = [Named(v.id, v.statement.document_id, v.statement.vector) for v in said if v.statement.vector]
    by_document: dict[str, list[Variant]] = defaultdict(list)
    for v in said:
        by_document[v.statement.document_id].append(v)
    barred = [
        pair(a.id, b.id)
        for whole in by_document.values()
        for a, b in combinations(whole, 2)
        if overlap(a.statement, b.statement)
    ]
    return nearest(contents, barred)


def _published(document: Document, variant: Variant) -> tuple[float, str, int, str]:
    return (*published(document), variant.statement.content[0].start, variant.id)
