"""Quantity: what numbers a figure allows, and whether two figures can both be right.

In go figures and the words around them, out come bounds and their relation. "At least four" allows five, "about 100" allows 95, "70% to 80%" allows
75, and "1.2 million" allows 1.17 million, because it is rounded. What is counted is not looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from math import floor, inf, log10

from watchfloor.model.claim import Figure
from watchfloor.record.text.wording import fold, words_of

_LEAST = re.compile(r"\b(?:at least|no fewer than|no less than|more than|over|above|upwards? of|exceed(?:s|ed|ing)?|not less than|greater than|minimum of)\b[^.;]{0,12}$")  # fmt: skip
_MOST = re.compile(r"\b(?:at most|no more than|fewer than|less than|under|below|up to|as many as|as much as|maximum of|not more than)\b[^.;]{0,12}$")  # fmt: skip
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|approaching|just under)\b[^.;]{0,12}$")
_VAGUE = re.compile(r"\b(?:dozens|tens|scores|hundreds|thousands|millions|billions|several|many|few)\b(?!\s*million)")

_ABOUT = 0.09
"""Tolerance of "about", "some", "roughly": just under a tenth, as the press rounds to one or two digits; "about 900" and "about 1,100" are not to meet in the middle."""
_NEAR = 0.15
"""How far below its number "nearly" may lie."""
_FAR = 1.3
"""Factor between an open bound and another number ("at least 90", "120") from which on it is worth telling, though both can be true."""


class Relation(StrEnum):
    """Whether two figures can both be right."""

    AGREE = "agree"
    STRAINED = "strained"
    """Both can be true, since one is an open bound, and yet a reader of one is told something quite different from a reader of the other."""
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The numbers that a figure allows, from `low` to `high`, both included; an open side is infinite. `stated` is the number it names."""

    low: float
    high: float
    stated: float

    @property
    def is_open(self) -> bool:
        """Whether the figure is a bound: at least, up to."""
        return self.high == inf or self.low == -inf


def bounds(figure: Figure, before: str, words: str) -> Bounds | None:
    """What a figure allows, by its `words` and what stands `before` them; None where it gives no number ("dozens more")."""
    if figure.value is None or _VAGUE.search(fold(words)):
        return None
    lead = f"{fold(before)[-40:]} {fold(words)}"
    lead = lead[: _first_digit(lead)]
    low, high = figure.value, figure.value if figure.value_high is None else figure.value_high
    if _LEAST.search(lead):
        return Bounds(low, inf, low)
    if _MOST.search(lead):
        return Bounds(-inf, high, high)
    if _NEARLY.search(lead):
        return Bounds(low * (1 - _NEAR), high, high)
    if figure.approx:
        return Bounds(low - abs(low) * _ABOUT, high + abs(high) * _ABOUT, low)
    return Bounds(low - _rounding(low), high + _rounding(high), low)


def relate(a: Bounds, b: Bounds) -> Relation:
    """Whether two figures of one thing and one unit can both be right."""
    if a.low > b.high or b.low > a.high:
        return Relation.DISAGREE
    small, large = sorted((abs(a.stated), abs(b.stated)))
    if (a.is_open or b.is_open) and large >= _FAR * small and large > small:
        return Relation.STRAINED
    return Relation.AGREE


def unit(figure: Figure) -> str:
    """The unit as it is compared: heads are persons, "per cent" and "%" percent, plurals singular."""
    word = fold(figure.unit).strip()
    if word in {"%", "per cent", "pct", "percent", "percentage"}:
        return "percent"
    if word in _HEADS:
        return "person"
    if word in {"home", "homes", "household"}:
        return "household"
    if word in {"body", "bodies"}:
        return "body"
    return word.removesuffix("s") if len(word) > 3 else word  # noqa: PLR2004 - "kms" but not "gas"


_HEADS = words_of(
    "person persons people civilian civilians man men woman women child children soldier soldiers troops victim victims personnel "
    "casualties consumer consumers customer customers citizen citizens resident residents user users official officials"
)


def _first_digit(text: str) -> int:
    found = re.search(r"\d", text[-60:])
    return len(text) - len(text[-60:]) + found.start() if found else len(text)


def _rounding(value: float) -> float:
    """Half a unit of the last digit that counts, for round numbers of two digits and more; small and odd numbers are exact."""
    if value == 0 or abs(value) < 1000 or value != floor(value):  # noqa: PLR2004 - "120 wounded" is a count
        return 0.0
    digits = f"{int(abs(value))}"
    kept = len(digits.rstrip("0"))
    return 0.5 * 10 ** (floor(log10(abs(value))) - kept + 1) if kept < len(digits) else 0.0
