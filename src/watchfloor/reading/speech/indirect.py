"""Indirect speech: which words of a sentence are what somebody is reported to say, outside quotation marks.

In go a passage, a cue, its source and the sentence's other cues, out come the content's offsets, or None where the
cue introduces nothing that could be linked to other reports. Quotations are `attribution`'s.
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.reading.passage import Passage
from watchfloor.reading.speech.clause import PREPOSITIONS, content_end, content_start, is_what_they_call
from watchfloor.reading.speech.cue import ACCORDING_TO, Cue
from watchfloor.reading.speech.reporting_verb import Frame, VerbForm
from watchfloor.reading.speech.source import Source
from watchfloor.reading.text.token import Token

_SHORTEST_CONTENT = 2
"""Words of an indirect content; a single word ("said so") says nothing that could be linked."""
_NAMING = frozenset({"call", "name", "dub", "brand", "label"})
_LICENCES = {
    "consider": "as", "see": "as", "view": "as", "regard": "as", "press": "to", "pressure": "to", "push": "to", "order": "to",
    "seek": "to", "ask": "to", "hope": "to", "expect": "to", "agree": "to", "decide": "to", "propose": "to",
}  # fmt: skip
"""What makes a weak verb one of saying when it follows soon: saw the launch *as* a threat, pressed both sides *to* agree."""
_SOON = 12
_TAIL = 4


def indirect_content(
    text: str, passage: Passage, cue: Cue, source: Source, around: Sequence[Cue]
) -> tuple[int, int] | None:
    """Offsets of what `cue` introduces: the clause after it, or the clause before `, officials said`."""
    words = passage.words
    if cue.verb is ACCORDING_TO:
        return _beside_according(text, passage, cue, source)
    inverted = source.start > words[cue.last].start
    begin = content_start(passage, cue)
    while begin < len(words) and words[begin].start < source.end and inverted:
        begin += 1
    short = cue.verb.form is VerbForm.NONE or is_what_they_call(words, cue)
    end = content_end(passage, begin, around, short=short)
    after = [word for word in words[begin:end] if word.is_word]
    before = _preposed(text, passage, cue, source)
    if before is not None and (
        inverted
        or len(after) < _TAIL
        or (begin < len(words) and words[cue.last + 1].lower in PREPOSITIONS | {",", "."} and begin <= cue.last + 2)
    ):
        return before
    if len(after) < _SHORTEST_CONTENT or (not cue.verb.strong and not _is_licensed(words, cue, begin)):
        return None
    if cue.verb.frame is Frame.CLAUSE and begin == cue.last + 1 and words[begin].lower in PREPOSITIONS:
        return None  # "wrote in a blog post": where it was said, not what
    if cue.verb.lemma in _NAMING and words[begin].is_capitalised and not (source.mention and source.mention.definite):
        return None  # "a company called …"
    return _bounds(text, words[begin:end])


def _is_licensed(words: Sequence[Token], cue: Cue, begin: int) -> bool:
    """Whether a weak verb is followed by what makes it a verb of saying: "that", a colon or a quotation mark."""
    between = {word.lower for word in words[cue.last + 1 : begin + 1]}
    near = {word.text for word in words[begin : begin + 8]}
    if between & {"that", ":", "whether"} or near & {"“", '"'}:
        return True
    soon = {word.lower for word in words[begin : begin + _SOON]}
    return _LICENCES.get(cue.verb.lemma, "") in soon


def _preposed(text: str, passage: Passage, cue: Cue, source: Source) -> tuple[int, int] | None:
    """The clause before `, officials said`."""
    words = passage.words
    edge = min(source.start, words[cue.first].start)
    before = [i for i, word in enumerate(words) if word.end <= edge]
    if not before or words[before[-1]].text != "," or len(before) <= _TAIL:
        return None
    return _bounds(text, words[: before[-1]])


def _beside_according(text: str, passage: Passage, cue: Cue, source: Source) -> tuple[int, int] | None:
    words = passage.words
    if cue.first <= 1:
        rest = [word for word in words if word.start >= source.end]
        return _bounds(text, rest[1:] if rest and rest[0].text == "," else rest)
    return _bounds(text, words[: cue.first])


def _bounds(text: str, words: Sequence[Token]) -> tuple[int, int] | None:
    """Offsets of a stretch of tokens, marks at its ends left out (a closing quotation mark stays with its opening one)."""
    kept = list(words)
    while kept and kept[0].text in {",", ":", ";", "—", "–", "-", "that", "and"}:
        kept.pop(0)
    while kept and (kept[-1].text in {",", ".", ";", ":", "—", "–", "-", "!", "?"} or kept[-1].lower in {"and", "but"}):
        kept.pop()
    if sum(word.is_word for word in kept) < _SHORTEST_CONTENT:
        return None
    start, end = kept[0].start, kept[-1].end
    opened = text.count("“", start, end) + text.count('"', start, end)
    if opened % 2 == 1 and text[end : end + 1] in {'"', "”"}:
        end += 1
    return start, end
