"""Numbers: how English writes them, in digits, words and scales.

In comes text, out come stretches that write a number, with its value: "1.17 million", "twenty-three", "a dozen",
"half a million", "200m". Units, ranges and whether a number counts anything are not decided here: a year or a
house number is a number too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS.split(), start=2)}
_SCALE = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALE = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE_WORD = rf"(?:{'|'.join(_SCALE)})"
_UNIT_WORD = rf"(?:{'|'.join(sorted((_SMALL | _TENS), key=len, reverse=True))})"
_WORD = rf"(?:{_UNIT_WORD}|{_SCALE_WORD})"
NUMBER = re.compile(
    rf"""
    (?<![\w.,:/'’])(?<![^\d%]-)
    (?:
        (?P<whole>\d+|{_UNIT_WORD})\s+and\s+a\s+half\b(?:[\s-](?P<whole_scale>{_SCALE_WORD})\b)?
      | (?P<digits>{_DIGITS})(?:(?:\s|-)(?P<scale>{_SCALE_WORD})\b|(?P<short>bn|tn|mn|[mMkK])\b)?
      | (?P<half>half\s+an?\s+)(?P<half_scale>{_SCALE_WORD})\b
      | (?:an?\s+)(?P<a_scale>{_SCALE_WORD})\b
      | (?P<words>\b{_UNIT_WORD}\b(?:(?:[\s-]|\s+and\s+){_WORD}\b)*)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """Characters `start` to `end` write `value`.

    `in_digits` tells "12" from "twelve", `scaled` tells "2 million" from "2", `grouped` tells "2,000" from "2000".
    """

    start: int
    end: int
    value: float
    in_digits: bool
    scaled: bool
    grouped: bool


def numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers between two offsets of `text`, in order."""
    for match in NUMBER.finditer(text, start, end):
        yield _number(match)


def _number(match: re.Match[str]) -> Number:
    digits = match["digits"]
    scale = match["scale"] or match["short"]
    if digits:
        factor = _SHORT_SCALE.get(match["short"].lower(), 1) if match["short"] else _SCALE.get((scale or "").lower(), 1)
        # Decimal, as binary fractions would make 1.17 million 1169999.9999999998.
        value = float(Decimal(digits.replace(",", "")) * factor)
    elif match["whole"]:
        whole = match["whole"]
        value = (float(whole if whole.isdigit() else _in_words(whole.lower())) + 0.5) * _SCALE.get(
            (match["whole_scale"] or "").lower(), 1
        )
    elif match["half"]:
        value = _SCALE[match["half_scale"].lower()] / 2
    elif match["a_scale"]:
        value = float(_SCALE[match["a_scale"].lower()])
    else:
        value = float(_in_words(match["words"].lower()))
    return Number(
        match.start(),
        match.end(),
        value,
        in_digits=bool(digits),
        scaled=bool(scale or match["whole_scale"] or match["half"] or match["a_scale"]),
        grouped=bool(digits and "," in digits),
    )


def _in_words(words: str) -> int:
    """The value of number words: "two hundred and fifty thousand" is 250000."""
    total = group = 0
    for word in re.split(r"[\s-]+", words):
        if word == "and":
            continue
        if word in _SCALE:
            group = max(group, 1) * _SCALE[word]
            # From a thousand on, a scale closes its group; "two hundred thousand" has not closed at the hundred.
            if _SCALE[word] >= _SCALE["thousand"]:
                total, group = total + group, 0
        else:
            group += _SMALL.get(word, 0) + _TENS.get(word, 0)
    return total + group
