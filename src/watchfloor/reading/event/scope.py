"""Scope: the stretch of a sentence in which one word can bear on another.

In goes a sentence and the offsets of words in it, out comes the stretch around them that no strong break parts from them:
no semicolon, colon, dash or bracket, and no comma with a conjunction or a relative after it. It is a cut by
marks and words, not a parse.
"""

from __future__ import annotations

import re

from watchfloor.reading.text.sentence import Sentence

_BREAK = re.compile(
    r"[;:()—]| [–-] "
    r"|,[\"”’]?\s+(?:and|but|while|which|who|whose|whereas|although|though|because|as|after|before|when|where|since|with|or|so)\s"
    r"|\s(?:but|while|whereas|although|though|because|as (?=(?:it|he|she|they|we|the)\s))\s?"
    r"|,[\"”]",
)


def scope(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Offsets of the stretch of `sentence` around characters `start` to `end`."""
    first, last = sentence.start, sentence.end
    for mark in _BREAK.finditer(text, sentence.start, sentence.end):
        if mark.end() <= start:
            first = mark.end()
        elif mark.start() >= end:
            last = mark.start()
            break
    return first, last
