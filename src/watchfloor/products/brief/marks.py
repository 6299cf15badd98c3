"""Quotation marks of words that are shown: none opens without closing, none closes without having been opened.

In go a stretch of a document or a text cut out of one, out come the same words with their marks in pairs: the mark that stands just outside the stretch is
taken in, and where the quotation goes on beyond what is shown an ellipsis says so inside the marks. No word is changed, added or left out.
"""

from __future__ import annotations

import re

from watchfloor.products.brief.passage import ELLIPSIS

_OPENING, _CLOSING = "“„«", "”»"
_PARTNER = {"“": "”", "„": "”", "«": "»", "”": "“", "»": "«", '"': '"'}
_CLOSES_HERE = re.compile(r"[.,;:!?…]{0,3}[\"”»]")
"""A closing mark behind the last word, after its punctuation."""
_MARK = re.compile(r"[\"“”„«»]")


def taken_in(text: str, start: int, end: int) -> int:
    """Where the stretch ends once it takes in the closing mark of a quotation that it opens, if that stands next to it."""
    opened, _ = _unpaired(text[start:end])
    closing = _CLOSES_HERE.match(text, end) if opened else None
    return closing.end() if closing else end


def balanced(words: str) -> str:
    """The words with their marks in pairs; what goes on before or behind them is an ellipsis inside the marks."""
    opened, closed = _unpaired(words)
    if closed:
        words = f"{_PARTNER[closed]}{ELLIPSIS} {words}"
    if opened:
        words = f"{words}{'' if words.endswith(ELLIPSIS) else f' {ELLIPSIS}'}{_PARTNER[opened]}"
    return words


def _unpaired(words: str) -> tuple[str, str]:
    """The mark that opens and has no partner in the words, and the one that closes and has none; empty where there is none."""
    opened = closed = ""
    for found in _MARK.finditer(words):
        mark = found.group()
        if mark == '"':
            mark = _hand(words, found.start(), opened=bool(opened))
        if mark in _OPENING or mark == "open":
            opened = found.group()
        elif opened:
            opened = ""
        else:
            closed = closed or found.group()
    return opened, closed


def _hand(words: str, at: int, *, opened: bool) -> str:
    """Whether a straight mark opens or closes: by what stands open, else by the blanks around it."""
    if opened:
        return "close"
    before, after = words[at - 1 : at] if at else "", words[at + 1 : at + 2]
    return "close" if after in {"", " ", *",.;:!?)"} and before not in {"", " ", "("} else "open"
