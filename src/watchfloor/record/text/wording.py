"""Wording: texts made comparable, and how much each word tells.

In go texts, out come their words folded to one spelling, their content stems, and a weight for each stem that is high
where few texts of the record use it. It compares nothing and knows no meaning: "revenge" and "retaliation" stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log
from typing import Self

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.,]\d+)*(?:['’](?!s\b)[^\W\d_]+)?")


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


STOPWORDS = words_of(
    """a about above after again against all already also although am among an and another any are as at be because been
    before being below between both but by can cannot could did do does doing don down during each either even ever few
    for from further had has have having he her here hers him his how however i if in into is it its itself just let
    like ll made make may me might mine more most much must my no nor not now of off on once only onto or other our ours
    out over own per rather re s same shall she should so some such t than that the their theirs them themselves then
    there these they this those though through to together too toward towards under until up upon us ve very was we
    were what when where whether which while who whom whose why will with within without would yet you your yours
    one two also still well many said say says saying told tell tells according"""
)
"""Function words, and the plain verbs of saying, which every report has."""

_SMOOTHING = 20
"""Texts that a record is taken to have beside its own. In a record of one short story nearly every word is rare;
without these the few repeated ones would count for nothing, and they are what the story is about."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as folded words in order, the set of its content stems, and the sum of their weights."""

    words: tuple[str, ...]
    content: frozenset[str]
    mass: float

    @property
    def key(self) -> str:
        """The words as one string: equal for texts that differ only in case, punctuation and spelling variants."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the texts of a record teach about words: which are written in one or in two, and how rare each stem is.

    `weights` are inverse document frequencies, at least 0.
    """

    compounds: frozenset[str]
    weights: dict[str, float]
    unseen: float

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """The lexicon of `texts`, whatever their order."""
        split = [plain_words(text) for text in texts]
        compounds = frozenset(word for words in split for word in words if len(word) >= 7)  # noqa: PLR2004 - shorter ones join by chance
        counts: Counter[str] = Counter()
        for words in split:
            counts.update(_content(_joined(words, compounds)))
        total = len(split) + _SMOOTHING
        weights = {stem_: log(total / (count + 1)) for stem_, count in counts.items()}
        return cls(compounds, {s: max(w, 0.1) for s, w in weights.items()}, log(total))

    def read(self, text: str) -> Wording:
        """The wording of a text; words that some text writes in one are joined ("air strikes" where another has "airstrikes")."""
        words = _joined(plain_words(text), self.compounds)
        content = _content(words)
        return Wording(tuple(words), content, self.mass(content))

    def weight(self, stem_: str) -> float:
        """How much a stem tells; one that the record has not seen tells most."""
        return self.weights.get(stem_, self.unseen)

    def mass(self, stems: Iterable[str]) -> float:
        """The sum of the weights of `stems`, the same whatever their order."""
        return fsum(map(self.weight, stems))

    def alike(self, a: frozenset[str], b: frozenset[str]) -> float:
        """How much of their weight two sets of stems share, 0 to 1: halfway between the share of the lighter and that of both."""
        shared, ours, theirs = self.mass(a & b), self.mass(a), self.mass(b)
        if not shared:
            return 0.0
        return (shared / min(ours, theirs) + 2 * shared / (ours + theirs)) / 2


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its endings and without the spellings in which British and American English differ.

    It is made for comparing and may be no word: "defence" and "defense" both give "defens", "retaliatory" keeps its ending.
    """
    if any(c.isdigit() for c in word):
        return word
    folded = word.replace("fence", "fense").replace("isation", "ization").replace("our", "or")
    folded = re.sub(r"is(e|es|ed|ing)$", r"iz\1", folded) if len(folded) > 6 else folded  # noqa: PLR2004 - "rises" is no "rizes"
    for ending, instead in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 3:  # noqa: PLR2004 - what is left must still be a word
            folded = folded[: -len(ending)] + instead
            break
    folded = re.sub(r"([bdgklmnprt])\1$", r"\1", folded)
    return folded.removesuffix("e") if len(folded) > 3 else folded  # noqa: PLR2004


_ENDINGS = (
    ("ities", "ity"), ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ings", ""), ("edly", ""), ("ing", ""), ("ed", ""),
    ("ously", "ous"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("es", "e"), ("s", ""), ("ly", ""),
)  # fmt: skip


class _WithoutMarks(dict[int, int | None]):
    """For `str.translate`: drops combining characters and keeps all others, each looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = None if unicodedata.combining(chr(code)) else code
        return kept


_WITHOUT_MARKS = _WithoutMarks()


def fold(text: str) -> str:
    """The text in lower case, without accents and with plain apostrophes."""
    plain = text.replace("’", "'").replace("‘", "'")
    if plain.isascii():
        return plain.lower()
    return unicodedata.normalize("NFKD", plain).translate(_WITHOUT_MARKS).casefold()


def plain_words(text: str) -> list[str]:
    """The folded words of a text in order, as they stand there, compounds not joined."""
    return [w.replace(".", "") if w[0].isalpha() else w for w in _WORD.findall(fold(text))]


def _joined(words: list[str], compounds: frozenset[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and len(word) > 1 and len(joined[-1]) > 1 and joined[-1] + word in compounds:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _content(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(w) for w in words if tells(w))


def tells(word: str) -> bool:
    """Whether a folded word tells something: no function word, no plain verb of saying, no lone letter."""
    return word not in STOPWORDS and (len(word) > 1 or word.isdigit())
