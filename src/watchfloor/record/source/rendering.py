"""Renderings: which documents of a story tell one text in other words, as two translations do.

In go the statements of documents, prepared for comparison, and what numbers they give; out come Renderings. Two reporters who heard one
speech quote the same words, choose others of them, and ask somebody else besides. Two translators of one article quote the same persons with the same thoughts in the same order, and in
other words each time. So it takes all of this: several quotations that agree in meaning and not in words, most statements of both in one order, the
same speakers, the same numbers, and no interviews with two outlets; a quotation less is enough where one says of itself that it is translated. A translation that leaves out most of its original, or quotes
nobody, is not found; two reports of one speech in a foreign language that tell the same parts of it in the same order are taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchfloor.model.document import Document
from watchfloor.model.rendering import Rendering
from watchfloor.model.span import Span
from watchfloor.record.linking.clustering import Pair
from watchfloor.record.saying.likeness import Named, cosines, partnered
from watchfloor.record.saying.variant import Variant, longest_run, overlap
from watchfloor.record.source.credit import CreditKind, credits_of
from watchfloor.record.source.press_name import press_key
from watchfloor.record.text.texts import published

# Chosen on ten exercise articles, of which five pairs are translations of one text: these share .58 to .85 of their statements and at least four quotations in other
# words, and are 2.2 to 7 times as alike in their order as in reverse. Of six more, written afterwards, the one pair of translations is found and neither the two reports of one speech
# abroad nor the two interviews on one subject are. Of the 22,624 pairs of articles in the press stories, ECB+ dev and PolNeAR dev, which hold no translation that was noticed, none is
# joined; those that share as many as three quotations in other words have at most .31 of their statements in common, and at least .65 of one's from speakers of its own.
_ALIKE = 0.45
"""Cosine from which two statements may be of one; nine of ten pairs of one story's statements lie below .50, and the order has to speak besides."""
_QUOTATIONS = 3
"""Quotations in other words that it takes."""
_WHERE_SAID_SO = 2
"""Quotations in other words that are enough where one of the two says that it is translated."""
_SAYS_SO = re.compile(
    r"(?:^|(?<=[(\n]))[ ]*(?:This \w+ (?:was|is|has been) )?[Tt]ranslated (?:from|by)\b[^.)\n]{0,60}", re.MULTILINE
)
"""How an article says so of itself, in brackets or in a line, whether or not it names the original."""
_PHRASE = 4
"""Words from which a quotation can be told in other words."""
_SAME_WORDS = 0.5
"""Share of the shorter quotation that one unbroken run has where the two are the same words."""
_REWORDED = 0.75
"""Share of the quotations that both have which are in other words: two translators hit upon one wording now and then."""
_SHARE = 0.5
"""Share of the statements of both that stand in the other."""
_ORDER = 2.0
"""How many times better the statements follow one another than they follow the other's in reverse, which is what likeness of subject gives."""
_OWN = 1 / 3
"""Share of a document's statements that may be of people who say nothing in the other."""
_ONE_SPEAKER = 2 / 3
"""Share of the statements in both, as far as both name who speaks, that are given to one person."""
_NUMBERS = 0.5
"""Share of the numbers of the document with fewer, where both have at least two, that the other gives too."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a document tells: its statements in the order of text, none within another; those of them that quote; the numbers it gives; and the outlets to which it says that words were spoken."""

    document: Document
    told: tuple[Variant, ...]
    quotations: tuple[Variant, ...]
    numbers: frozenset[float]
    spoken_to: frozenset[str]
    voices: frozenset[str]
    """Who speaks in it."""
    wordings: frozenset[tuple[str, ...]]
    """The words of its quotations."""
    says_so: Span | None
    """Where it says that it is translated."""

    @classmethod
    def of(cls, document: Document, variants: Iterable[Variant], numbers: Iterable[float | None]) -> Account:
        """The account of one document. Statements without a vector tell nothing here."""
        kept: list[Variant] = []
        for v in sorted(variants, key=lambda v: (v.statement.content[0].start, -v.statement.content[-1].end, v.id)):
            if v.statement.vector is not None and not any(overlap(v.statement, o.statement) for o in kept):
                kept.append(v)
        quotations = tuple(v for v in kept if len(v.quotation.words) >= _PHRASE)
        return cls(
            document,
            tuple(kept),
            quotations,
            frozenset(n for n in numbers if n is not None),
            frozenset(c.key for c in credits_of(document) if c.kind is CreditKind.INTERVIEW),
            frozenset(v.speaker for v in kept if v.speaker is not None),
            frozenset(v.quotation.words for v in quotations),
            _said_so(document),
        )

    def of_its_own(self, other: Account) -> float:
        """The share of its statements that are of people who say nothing in the other document."""
        own = self.voices - other.voices
        return sum(v.speaker in own for v in self.told) / len(self.told) if own else 0.0

    def shares_words(self, other: Account) -> bool:
        """Whether too many quotations stand in both word for word for two renderings."""
        fewer = min(len(self.wordings), len(other.wordings))
        return len(self.wordings & other.wordings) > (1 - _REWORDED) * fewer


Matched = tuple[Variant, Variant]


def renderings(accounts: Iterable[Account]) -> tuple[Rendering, ...]:
    """The pairs of documents that render one text, in an order that does not depend on that of the accounts.

    Of documents with the very same quotations, as copies have them, the earliest is compared for all.
    """
    held = sorted((a for a in accounts if len(a.quotations) >= _WHERE_SAID_SO), key=lambda a: published(a.document))
    earliest = {a.wordings: a for a in reversed(held)}
    known = {a.document.id: a for a in earliest.values()}
    pairs = ((known[a], known[b]) for a, b in _candidates(known))
    found = [r for a, b in pairs if (r := compare(a, b))]
    return tuple(sorted(found, key=lambda r: (r.first, r.second)))


def compare(a: Account, b: Account) -> Rendering | None:
    """What two documents render in common, with the reason; None where they may be two reports.

    Raises:
        ValueError: their vectors are of different readers.
    """
    if published(a.document) > published(b.document):
        a, b = b, a
    said_so = [s for s in (a.says_so, b.says_so) if s]
    wanted = _WHERE_SAID_SO if said_so else _QUOTATIONS
    few = min(len(a.quotations), len(b.quotations)) < wanted
    if few or a.shares_words(b) or max(a.of_its_own(b), b.of_its_own(a)) > _OWN or _apart(a, b):
        return None
    matched = _in_order(a.told, b.told)
    share = 2 * len(matched) / (len(a.told) + len(b.told))
    quoted = [(x, y) for x, y in matched if min(len(x.quotation.words), len(y.quotation.words)) >= _PHRASE]
    reworded = [(x, y) for x, y in quoted if not _is_verbatim(x, y)]
    named = [x.speaker == y.speaker for x, y in matched if x.speaker and y.speaker]
    if share < _SHARE or len(reworded) < max(wanted, _REWORDED * len(quoted)) or sum(named) < _ONE_SPEAKER * len(named):
        return None
    spans = (*said_so, *(span for pair in reworded for v in pair for span in v.statement.content))
    why = _why(matched, a, b, len(quoted), len(reworded))
    return Rendering(a.document.id, b.document.id, share, why, spans)


def _candidates(known: Mapping[str, Account]) -> Iterable[Pair]:
    """Pairs of documents that have several quotations alike in meaning."""
    quoted = [Named(v.id, d, v.statement.vector) for d, a in known.items() for v in a.quotations if v.statement.vector]
    return partnered(quoted, _ALIKE, _WHERE_SAID_SO)


def _said_so(document: Document) -> Span | None:
    found = (m for m in _SAYS_SO.finditer(document.text) if not document.is_furniture(m.start(), m.end()))
    first = next(found, None)
    return document.span(first.start(), first.end()) if first else None


def _apart(a: Account, b: Account) -> bool:
    """Whether the two say that the words were spoken to two outlets, or give other numbers."""
    credited = bool(a.spoken_to and b.spoken_to) and not a.spoken_to & b.spoken_to
    own = {press_key(d.outlet) for d in (a.document, b.document) if d.outlet}
    fewer = min(len(a.numbers), len(b.numbers))
    numbers = fewer > 1 and len(a.numbers & b.numbers) < _NUMBERS * fewer
    return numbers or (credited and not own & (a.spoken_to | b.spoken_to))


def _in_order(a: Sequence[Variant], b: Sequence[Variant]) -> list[Matched]:
    """The statements that are alike, one to one and in one order; none where the order tells nothing."""
    vectors, others = ([v.statement.vector or b"" for v in told] for told in (a, b))
    gain = [[max(0.0, one - _ALIKE) for one in row] for row in cosines(vectors, others)]
    best = _best(gain)
    if best[-1][-1] < _ORDER * _best([row[::-1] for row in gain])[-1][-1]:
        return []
    i, j = len(a), len(b)
    found: list[Matched] = []
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append((a[i], b[j]))
    return found[::-1]


def _best(gain: Sequence[Sequence[float]]) -> list[list[float]]:
    """For each two beginnings of the two texts the most that statements in one order can gain."""
    best = [[0.0] * (len(gain[0]) + 1)]
    for row in gain:
        line = [0.0]
        for j, one in enumerate(row):
            line.append(max(best[-1][j + 1], line[j], best[-1][j] + one))
        best.append(line)
    return best


def _is_verbatim(a: Variant, b: Variant) -> bool:
    one, other = a.quotation.words, b.quotation.words
    return len(longest_run(one, other)) >= _SAME_WORDS * min(len(one), len(other))


def _why(matched: Sequence[Matched], a: Account, b: Account, quoted: int, reworded: int) -> str:
    told = "one says that it is translated; " if a.says_so or b.says_so else ""
    same = "none" if reworded == quoted else str(quoted - reworded)
    return (
        f"{told}{len(matched)} statements ({len(a.told)} and {len(b.told)} in all) mean the same in one order; "
        f"of {quoted} quotations in both {same} {'has' if quoted - reworded <= 1 else 'have'} the same words"
    )
