"""Quotations: what stands between quotation marks, however the marks are printed.

In goes a document's text, out come stretches inside marks, without the marks. A quotation that runs on over
several paragraphs, each opened anew and only the last one closed, comes out as one with a piece for each
paragraph. Unbalanced marks never swallow more than their paragraph. Who speaks is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\r\n]+")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’"}
# An apostrophe stands inside or after a word; an opening single mark stands before one.
_MARK = re.compile(
    r"[\"“”„«»]|(?<![^\W_])‘(?=\S)|(?<=[^\s‘])’(?![^\W_])|(?<![^\W_])'(?=[^\W_])|(?<=[.,!?…])'(?![^\W_])"
)
_LONGEST_SINGLE = 400
"""Characters after which a single mark without its partner is taken for an apostrophe."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks: `pieces` are their offsets, marks left out, one for each paragraph."""

    pieces: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Offset of the first quoted character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset after the last quoted character."""
        return self.pieces[-1][1]

    @property
    def outer(self) -> tuple[int, int]:
        """Offsets from the opening mark to after the closing one (or the end of the text where it is missing)."""
        return self.start - 1, self.end + 1


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    closed: bool
    leads: bool
    """Whether it opens its paragraph."""


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of `text`, in order, none inside another."""
    found: list[list[tuple[int, int]]] = []
    runs_on = False
    for paragraph in _PARAGRAPH.finditer(text):
        last: _Piece | None = None
        for number, piece in enumerate(_pieces(text, paragraph.start(), paragraph.end())):
            if runs_on and number == 0 and piece.leads:
                found[-1].append((piece.start, piece.end))
            else:
                found.append([(piece.start, piece.end)])
            last = piece
        runs_on = last is not None and not last.closed
    return tuple(Quotation(tuple(pieces)) for pieces in found)


def _pieces(text: str, start: int, end: int) -> Iterator[_Piece]:
    """The quoted pieces of one paragraph; the last may be open."""
    opened: int | None = None
    closers = ""
    lead = start + len(text[start:end]) - len(text[start:end].lstrip())
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark in "”’" or (mark == '"' and at + 1 >= end):
                continue
            if mark in "'‘" and not _closes_soon(text, at, end, "’" if mark == "‘" else "'"):
                continue
            opened, closers = at, _PAIRS.get(mark, mark)
        elif mark in closers or (mark == '"' and closers == "”"):
            if at > opened + 1:
                yield _Piece(opened + 1, at, closed=True, leads=opened == lead)
            opened = None
    if opened is not None and end > opened + 1 and closers not in "'’":
        stop = opened + 1 + len(text[opened + 1 : end].rstrip())
        if stop > opened + 1:
            yield _Piece(opened + 1, stop, closed=False, leads=opened == lead)


def _closes_soon(text: str, at: int, end: int, closer: str) -> bool:
    """Whether a single opening mark has a partner that is no apostrophe, in this paragraph and near."""
    limit = min(end, at + _LONGEST_SINGLE)
    for match in _MARK.finditer(text, at + 1, limit):
        if match.group() == closer and not text[match.end() : match.end() + 1].isalnum():
            return True
    return False
