"""A claim's words in their context: the sentences they stand in, and the paragraph around those, never too long.

In go a document and spans of it, out come stretches of its text in order, the spans marked and complete. Long
paragraphs are cut at word ends; a cut is shown by an ellipsis that is no part of a marked stretch.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from watchfloor.model.document import Document
from watchfloor.model.span import Span
from watchfloor.products.brief.evidence import Focus, Stretch
from watchfloor.reading.text.sentence import Sentence

_PARAGRAPH_REACH = 280
"""Characters of the paragraph shown on either side of the sentence: about four lines of a note, enough to judge the context."""
_SENTENCE_REACH = 420
"""Characters kept of a sentence on either side of the marked words; only texts without full stops have longer ones."""
_LEAP_OVER = 160
"""Characters between two sentences that are shown rather than left out: about one sentence."""
ELLIPSIS = "…"
_LEAP = f" [{ELLIPSIS}] "


def passage(document: Document, spans: Sequence[Span], sentences: Sequence[Sentence]) -> tuple[Stretch, ...]:
    """The spans, merged where they overlap, in their sentences; the paragraph is shown where they all stand close together."""
    groups = _close_together(document.text, _merged(spans), sentences)
    found: list[Stretch] = []
    for merged, (start, end) in groups:
        around = _paragraph(document.text, start, end) if len(groups) == 1 else (start, end)
        if found:
            found.append(Stretch(_LEAP, Focus.PARAGRAPH))
        found += _stretches(document.text, merged, (start, end), around)
    return tuple(found)


def _close_together(
    text: str, merged: list[tuple[int, int]], sentences: Sequence[Sentence]
) -> list[tuple[list[tuple[int, int]], tuple[int, int]]]:
    """The spans in groups, each with where its sentences begin and end; groups far apart are shown with a leap between them."""
    groups: list[tuple[list[tuple[int, int]], tuple[int, int]]] = []
    for first, last in merged:
        start, end = sentence_around(text, first, last, sentences)
        if groups and start <= groups[-1][1][1] + _LEAP_OVER:
            spans, (low, high) = groups[-1]
            groups[-1] = ([*spans, (first, last)], (low, max(high, end)))
        else:
            groups.append(([(first, last)], (start, end)))
    return groups


def sentence_around(text: str, first: int, last: int, sentences: Sequence[Sentence]) -> tuple[int, int]:
    """Where the sentences that hold first..last begin and end, cut where one is very long; first..last itself outside all sentences."""
    start, end = first, last
    at = max(bisect_right(sentences, first, key=lambda s: s.start) - 1, 0)
    for sentence in sentences[at:]:
        if sentence.start >= last:
            break
        if sentence.end > first:
            start, end = min(start, sentence.start), max(end, sentence.end)
    return _cut_left(text, max(start, first - _SENTENCE_REACH), start, first), _cut_right(
        text, min(end, last + _SENTENCE_REACH), end, last
    )


def _stretches(
    text: str, merged: list[tuple[int, int]], sentence: tuple[int, int], paragraph: tuple[int, int]
) -> list[Stretch]:
    (start, end), (low, high) = sentence, paragraph
    found = [Stretch(_lead(text, low) + text[low:start], Focus.PARAGRAPH)] if low < start else []
    at = start
    for begin, stop in merged:
        found.append(Stretch(text[at:begin], Focus.SENTENCE))
        found.append(Stretch(text[begin:stop], Focus.MARKED))
        at = stop
    found.append(Stretch(text[at:end], Focus.SENTENCE))
    if end < high:
        found.append(Stretch(text[end:high] + _tail(text, high), Focus.PARAGRAPH))
    return [stretch for stretch in found if stretch.text]


def _merged(spans: Sequence[Span]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph around start..end, no further than the reach and not from the middle of a word."""
    newline = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    low = _cut_left(text, max(newline, start - _PARAGRAPH_REACH), newline, start)
    stops = [found for found in (text.find("\n", end), text.find("\r", end), len(text)) if found >= 0]
    high = _cut_right(text, min(*stops, end + _PARAGRAPH_REACH), min(stops), end)
    return low, high


def _cut_left(text: str, wanted: int, natural: int, limit: int) -> int:
    """`natural` where it is near enough; else the next word's start after `wanted`, at most `limit`."""
    if wanted <= natural:
        return natural
    space = text.find(" ", wanted, limit)
    return space + 1 if space >= 0 else limit


def _cut_right(text: str, wanted: int, natural: int, limit: int) -> int:
    if wanted >= natural:
        return natural
    space = text.rfind(" ", limit, wanted)
    return space if space >= 0 else limit


def _lead(text: str, low: int) -> str:
    """An ellipsis where the cut leaves words of the paragraph out."""
    return f"{ELLIPSIS} " if low > 0 and text[low - 1] not in "\r\n" else ""


def _tail(text: str, high: int) -> str:
    return f" {ELLIPSIS}" if high < len(text) and text[high] not in "\r\n" else ""
