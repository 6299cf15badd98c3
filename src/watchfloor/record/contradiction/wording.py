"""Wording: one quotation whose words differ between documents.

In go utterances with their variants, out come findings. Only what stands in quotation marks can disagree in its words; a paraphrase
may choose its own, and an excerpt leaves words out without changing them. Such a difference is a tension: a translation may explain it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from watchfloor.model.record import ContradictionKind, Strength, Utterance
from watchfloor.record.contradiction.finding import Finding, Setting, capital, shortened, side
from watchfloor.record.saying.variant import Variant

_LONG_ENOUGH = 5
"""Words that both must have in quotation marks; shorter pieces are bent to fit the sentence around them."""
_EXCERPT = 0.9
"""Share of the shorter quotation's words that stand in the same order in the longer from which on it is an excerpt."""
_SAME = 0.4
"""Share below which the two are different sentences of one speech."""

_DENSE = 0.5
"""Share of the stretch between the first and the last shared word that the two must have in common."""


def find(utterances: Iterable[Utterance], variants: Mapping[str, Variant], setting: Setting) -> list[Finding]:
    """Quotations of one saying whose words differ, with one side for each document's version."""
    found = []
    for utterance in utterances:
        quoted = [v for key in utterance.statements if len((v := variants[key]).quotation.words) >= _LONG_ENOUGH]
        differing = {
            v.id: v
            for a, b in combinations(quoted, 2)
            if a.statement.document_id != b.statement.document_id and _differ(a, b)
            if not (_has_elsewhere(a, b, quoted) or _has_elsewhere(b, a, quoted))
            for v in (a, b)
        }
        if differing:
            found.append(_finding(list(differing.values()), setting))
    return found


def _has_elsewhere(a: Variant, b: Variant, quoted: Iterable[Variant]) -> bool:
    """Whether the document of `b` has the words of `a` in another quotation: then `b` is another sentence, and no other version."""
    there = (v for v in quoted if v is not b and v.statement.document_id == b.statement.document_id)
    return any(_alike(a, v) >= _EXCERPT for v in there)


def _alike(a: Variant, b: Variant) -> float:
    """Share of the shorter quotation's words that stand in the same order in the longer."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - costs start-up time where no record is built

    ours, theirs = a.quotation.words, b.quotation.words
    return float(LCSseq.similarity(ours, theirs)) / min(len(ours), len(theirs))


def _differ(a: Variant, b: Variant) -> bool:
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - costs start-up time where no record is built

    ours, theirs = a.quotation.words, b.quotation.words
    shared = [block for block in LCSseq.opcodes(ours, theirs) if block.tag == "equal"]
    if not shared:
        return False
    alike = sum(block.src_end - block.src_start for block in shared)
    # Shared words that lie far apart are those of two sentences that have no more than a turn of phrase in common.
    stretch = max(shared[-1].src_end - shared[0].src_start, shared[-1].dest_end - shared[0].dest_start)
    return _SAME <= alike / min(len(ours), len(theirs)) < _EXCERPT and alike >= _DENSE * stretch


def _finding(variants: list[Variant], setting: Setting) -> Finding:
    by_words: dict[str, list[Variant]] = {}
    for v in variants:
        by_words.setdefault(v.quotation.key, []).append(v)
    told = [
        f'"{setting.excerpt(same[0].statement.content)}" in {setting.labels(v.statement.document_id for v in same)}'
        for same in by_words.values()
    ]
    sides = tuple(
        side(setting.excerpt(same[0].statement.content), [v.statement for v in same]) for same in by_words.values()
    )
    return Finding(
        ContradictionKind.WORDING,
        Strength.TENSION,
        capital(f"one quotation in different words: {', '.join(shortened(told))}"),
        sides,
    )
