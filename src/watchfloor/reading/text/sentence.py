"""Sentences and paragraphs of a document, as offsets into its text.

In goes a Document, out come its sentences in order. Furniture is left out, so that nothing downstream reads it. A
quotation of several sentences is split like any other text: what belongs together is for `quotation` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from watchfloor.model.document import Document

_PARAGRAPH = re.compile(r"[^\r\n]+")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Pres|Rev|Hon|Jr|Sr|St|Mt|vs|etc|cf|ca|approx|No|Nos|Inc|Ltd|Corp|Co|Bros"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|a\.m|p\.m|e\.g|i\.e)"
    r"|\b[A-Za-z](?:\.[A-Za-z])*)\.$"
)
_ENDS_ANYWAY = re.compile(r"\b(?:[ap]\.m|Inc|Ltd|Corp|Co|etc|U\.S|U\.K|U\.N|E\.U|D\.C|Jr|Sr)\.$")
_STARTER = re.compile(
    r"\s+[\"'“‘«(\[]*(?:The|A|An|He|She|It|They|We|But|And|In|On|At|This|That|These|Those|His|Her|Its|Their|There|For|As|If|When|While|However|Meanwhile)\s"
)
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Ž]{3}[A-ZÀ-Ž.'’-]*(?:[ ,/]+[A-ZÀ-Ž][\w.'’-]*){0,5}|[A-ZÀ-Ž][\w.'’-]+(?:[ ,/]+[A-ZÀ-Ž][\w.'’-]*){0,4}(?=[^\r\n]{0,24}(?:\d{4}|\)) ?[–—-]))"
    r"(?:[,–— -]+[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?(?: ?\([A-Za-z ./]{2,30}\))?(?: ?(?:[–—]|--)\s*| -\s*|-\s+)(?=[“\"‘'A-ZÀ-Ž])"
)
"""Where and when an article was filed, before its first sentence: "RIGA, Latvia (Agency) –"; in capitals, or with a date or an agency."""
LONGEST = 1500
"""Characters of a sentence; what goes on for longer is a list, a table or a text without full stops, and is cut so that time stays linear."""
_FIRST_PARAGRAPHS = 8
"""Paragraphs of a text, headline and byline among them, in which a dateline may stand."""
_CONTINUES = re.compile(r"\s+[a-z,;:)\]–—-]")


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """Characters `start` to `end` of the text, white space at the ends left out; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the article, in order; those of furniture are left out, and so is the dateline before the first."""
    text = document.text
    found = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        begin = paragraph.start()
        dateline = _DATELINE.match(text, begin, paragraph.end()) if number < _FIRST_PARAGRAPHS else None
        for start, end in _split(text, dateline.end() if dateline else begin, paragraph.end()):
            if not document.is_furniture(start, end):
                found.append(Sentence(start, end, number))
    return tuple(found)


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one paragraph, as offsets."""
    found = []
    begin = start
    for stop in _END.finditer(text, start, end):
        if _is_boundary(text, begin, stop, end):
            found.append(_trimmed(text, begin, stop.end()))
            begin = stop.end()
    found.append(_trimmed(text, begin, end))
    return [piece for s, e in found if e > s for piece in _pieces(text, s, e)]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence, cut at white space where it is longer than any sentence is."""
    found = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        found.append(_trimmed(text, start, cut))
        start = cut
    found.append(_trimmed(text, start, end))
    return [(s, e) for s, e in found if e > s]


def _is_boundary(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the full stop (question mark, ellipsis …) that `stop` matched ends a sentence."""
    if stop.end() >= end:
        return True
    if _CONTINUES.match(text, stop.end()):
        return False
    if stop.group().startswith("…") or stop.group() == "...":
        return True
    # Only what ends in one bare full stop can be an abbreviation; the look-back is bounded so that time stays linear.
    before = text[max(begin, stop.start() - 12) : stop.start() + 1]
    if stop.group() != "." or not _ABBREVIATION.search(before):
        return True
    return bool(_ENDS_ANYWAY.search(before) and _STARTER.match(text, stop.end()))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
