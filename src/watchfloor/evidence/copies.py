"""Copies: which documents share so much text that they are one source.

In go documents and the MinHash signatures of their texts, out come Copy links. Candidates come from locality-sensitive
hashing and from a sample of shingles; every link is then verified on the texts' real word shingles. A group of copies is
a star around its earliest member and not all pairs, so that ten thousand copies of one article give ten thousand links.
Nothing is dropped here: both stay documents, and what a link means for counting is for `record`.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.document import Document

SHINGLE_WORDS = 5
"""Words in one shingle: five in a row seldom agree by chance outside quotations and names of offices."""
NEAR_DUPLICATE = 0.7
"""Resemblance from which two texts are one: a later edition with a changed paragraph in five still reaches it."""
WIRE_COPY = 0.5
"""Share of the smaller text from which the larger holds most of it; the quotations that two independent reports of one
event share stay below 0.2 in the stories this was tried on."""
MIN_SHARED = 25
"""Shingles, about thirty words: a shared quotation or boilerplate line alone links nothing."""

_OWN_TEXT = 0.1
"""Share of a text's shingles that the earlier text lacks, above which it has text of its own: a sentence or two in an
article; a changed word costs five shingles, a changed headline some ten."""
_PERMUTATIONS = 128
_BAND = 4 * 4
"""Bytes of a band of four hash values. With 32 bands two texts at the threshold of 0.7 meet with probability 0.9998."""
_SAMPLE = 4
"""One shingle of so many goes into the index of shared text; at MIN_SHARED still six of them are expected."""
_MAX_POSTINGS = 200
"""Texts remembered for one shingle, the earliest; beyond it lies boilerplate, or a text whose first carriers are known."""
_LATELY = 8
"""Texts whose shingles are at hand; of the others only the signature and a sample are kept."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")

_Age = tuple[float, str]
_NEVER: _Age = (float("inf"), "")


def signature(text: str) -> bytes:
    """The MinHash signature of the word shingles of `text`: 128 values of four bytes, lowest byte first."""
    minhash = _empty_minhash().copy()
    minhash.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles(text)])
    values: bytes = minhash.hashvalues.astype("<u4").tobytes()
    return values


def article(document: Document) -> str:
    """The text of the document without its furniture, which copies don't share and strangers do."""
    kept, position = [], 0
    for start, end in document.furniture:
        kept.append(document.text[position:start])
        position = end
    return "".join((*kept, document.text[position:]))


@lru_cache(maxsize=_LATELY)
def shingles(text: str) -> frozenset[str]:
    """The runs of five words of `text`, case-folded; of a shorter text its words as one run."""
    words = _WORD.findall(text.casefold())
    if not words:
        return frozenset()
    last = max(1, len(words) - SHINGLE_WORDS + 1)
    return frozenset(" ".join(words[at : at + SHINGLE_WORDS]) for at in range(last))


def copies(documents: Sequence[Document], signatures: Mapping[str, bytes]) -> tuple[Copy, ...]:
    """The links between copies, in an order that doesn't depend on the order of `documents`.

    Each document is linked to at most one earlier one, the most alike. A document without a signature (or with one of
    another length, from another version) gets a fresh one.
    """
    return Copied().among(documents, signatures)


class Copied:
    """The same for documents of which more come later: what is known of the earlier ones is kept."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._known = _Known()
        self._found: list[Copy] = []
        self._ages: dict[str, _Age] = {}

    def among(self, documents: Sequence[Document], signatures: Mapping[str, bytes]) -> tuple[Copy, ...]:
        """The links between copies among `documents`, as `copies` gives them.

        Documents younger than all that were there before are compared with those; anything else begins anew.
        """
        ages = {document.id: _age(document) for document in documents}
        oldest = min((age for key, age in ages.items() if key not in self._ages), default=_NEVER)
        if oldest < max(self._ages.values(), default=oldest) or not self._ages.items() <= ages.items():
            self._begin()
        fresh = {document.id: document for document in documents if document.id not in self._ages}
        for document in sorted(fresh.values(), key=_age):
            self._take(document, _valid(signatures.get(document.id)))
        self._ages = ages
        return tuple(self._found)

    def _take(self, document: Document, known_signature: bytes | None) -> None:
        text = article(document)
        candidate = _Text(document.id, text, known_signature or signature(text), document.outlet)
        if not candidate.shingles:
            return
        link = self._known.near_duplicate(candidate)
        if link is None:
            link = self._known.wire_copy(candidate)
            self._known.add(candidate)
        if link is not None:
            self._found.append(link)


def _age(document: Document) -> _Age:
    """The earlier first; a document without a date after all with one."""
    when = document.published.earliest if document.published else None
    return (when.timestamp() if when else float("inf"), document.id)


def _valid(value: bytes | None) -> bytes | None:
    return value if value is not None and len(value) == 4 * _PERMUTATIONS else None


@cache
def _empty_minhash() -> Any:
    # Here and not above: it brings scipy, which takes longer to load than `--help` may take.
    from datasketch import MinHash  # noqa: PLC0415

    # The scheme is named because signatures are stored: another one would make old and new ones incomparable.
    return MinHash(num_perm=_PERMUTATIONS, seed=1, scheme="affine32")


@dataclass(frozen=True, slots=True)
class _Text:
    id: str
    text: str
    signature: bytes
    outlet: str | None

    @property
    def shingles(self) -> frozenset[str]:
        return shingles(self.text)

    @property
    def sample(self) -> list[int]:
        return [
            value
            for shingle in self.shingles
            if (value := zlib.crc32(shingle.encode("utf-8", "surrogatepass"))) % _SAMPLE == 0
        ]

    @property
    def bands(self) -> list[tuple[int, bytes]]:
        return [(at, self.signature[at : at + _BAND]) for at in range(0, len(self.signature), _BAND)]


class _Known:
    """The texts met so far that stand for themselves, and the indexes to find them by."""

    def __init__(self) -> None:
        self._texts: list[_Text] = []
        self._by_band: defaultdict[tuple[int, bytes], list[int]] = defaultdict(list)
        self._by_shingle: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, text: _Text) -> None:
        number = len(self._texts)
        self._texts.append(text)
        for band in text.bands:
            self._by_band[band].append(number)
        for value in text.sample:
            if len(self._by_shingle[value]) < _MAX_POSTINGS:
                self._by_shingle[value].append(number)

    def near_duplicate(self, text: _Text) -> Copy | None:
        """The link to the known text that resembles `text` most, if one does."""
        best, number = 0.0, -1
        for candidate in sorted({known for band in text.bands for known in self._by_band.get(band, ())}):
            other = self._texts[candidate].shingles
            shared = len(text.shingles & other)
            resemblance = shared / (len(text.shingles) + len(other) - shared)
            if resemblance > best:
                best, number = resemblance, candidate
        if best < NEAR_DUPLICATE:
            return None
        other_text = self._texts[number]
        shared = len(text.shingles & other_text.shingles)
        own = len(text.shingles) - shared
        if (
            own > _OWN_TEXT * len(text.shingles)
            and text.outlet
            and other_text.outlet
            and text.outlet != other_text.outlet
        ):
            # Another outlet that adds a paragraph of its own prints wire copy; the same outlet's is a later edition.
            held = shared / min(len(text.shingles), len(other_text.shingles))
            return Copy(other_text.id, text.id, CopyKind.WIRE_COPY, held)
        return Copy(other_text.id, text.id, CopyKind.NEAR_DUPLICATE, best)

    def wire_copy(self, text: _Text) -> Copy | None:
        """The link to the known text that holds most of `text`, or most of which `text` holds, if there is one."""
        shared_samples = Counter(known for value in text.sample for known in self._by_shingle.get(value, ()))
        best, number = 0.0, -1
        for candidate, hits in sorted(shared_samples.items()):
            other = self._texts[candidate].shingles
            smaller = min(len(text.shingles), len(other))
            # The sample only has to keep the many that share a phrase from being compared; half the threshold is wide enough.
            if hits * _SAMPLE < WIRE_COPY * smaller / 2:
                continue
            shared = len(text.shingles & other)
            if shared >= MIN_SHARED and shared / smaller > best:
                best, number = shared / smaller, candidate
        if best < WIRE_COPY:
            return None
        return Copy(self._texts[number].id, text.id, CopyKind.WIRE_COPY, best)
