"""Clauses: how far the words that a cue introduces reach.

In go one passage and one of its cues, out come the first token of the content and the one after its last. These are word-order rules
without a grammar; they are bounded, so that time stays linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.reading.actor.name_word import CALENDAR
from watchfloor.reading.passage import Passage
from watchfloor.reading.speech.cue import BE, HAVE, Cue
from watchfloor.reading.speech.reporting_verb import Frame, VerbForm
from watchfloor.reading.text.token import Token

SKIPPED = (
    BE
    | HAVE
    | frozenset(
        "also then later not n't never even still now once again therefore thus rather further recently reportedly only just already "
        "previously repeatedly openly publicly will would did does do himself herself itself themselves currently often usually "
        "always first quick to".split()
    )
)
CLAUSE_STARTS = frozenset(
    "and but while as although though because since when after before which that if whereas so or yet nor".split()
)
_CLAUSE_ENDS = frozenset("although though while whereas but".split())
PREPOSITIONS = frozenset(
    "in on at for with from by after before since during under over to of amid despite among as without".split()
)
_LONGEST_ADJUNCT = 16
"""Tokens of "on Monday, at a meeting in Brussels," between a cue and its "that"."""
_LONGEST_ADDRESSEE = 4
"""Tokens of "to the press corps"; a longer "to" is an infinitive."""
_LONGEST_CONTENT = 90
"""Tokens; longer indirect contents are rare and mostly a missed end."""


def content_start(passage: Passage, cue: Cue) -> int:
    """The token with which the words introduced by the cue begin."""
    words = passage.words
    i = cue.last + 1
    if cue.verb.form is VerbForm.NONE:
        return next((j + 1 for j in range(i, min(len(words), i + 12)) if words[j].lower == "that"), i)
    if is_what_they_call(words, cue) and i < len(words) and words[i].lower == "as":
        return i + 1
    if cue.verb.frame is Frame.TELL:
        return _after_addressee(words, i)
    limit = min(len(words), i + _LONGEST_ADJUNCT)
    if cue.verb.frame is Frame.CLAUSE:
        for j in range(i, limit):
            if words[j].lower == "that" and (j == i or is_adjunct(words[i:j])):
                return j + 1
            if words[j].text in {"“", '"', ":"} and is_adjunct(words[i:j]):
                return j + (words[j].text == ":")
    if i < len(words) and words[i].text in {":", ","}:
        i += 1
    return i


def is_what_they_call(words: Sequence[Token], cue: Cue) -> bool:
    """Whether the cue stands in "what they call", "what it views as"."""
    return any(word.lower == "what" for word in words[max(0, cue.first - 4) : cue.first])


def is_adjunct(words: Sequence[Token]) -> bool:
    """Whether the words only say when, where or to whom something was said."""
    if not words:
        return True
    first = words[0].lower
    if first == "to" and len(words) > _LONGEST_ADDRESSEE:
        return False  # "continues to face pressure … that"
    return (
        first in PREPOSITIONS | {",", "late", "early", "earlier", "last", "today", "yesterday"}
        or first in CALENDAR
        or first.endswith("ly")
    )


def _after_addressee(words: Sequence[Token], i: int) -> int:
    """The token after who is told: after "that", before a quotation mark, or after the name."""
    for j in range(i, min(len(words), i + 14)):
        if words[j].lower == "that":
            return j + 1
        if words[j].text in {"“", '"', ":"}:
            return j + (words[j].text == ":")
        if words[j].text in {",", "."}:
            return j + 1
    j = i
    while j < len(words) and (
        words[j].is_capitalised
        or words[j].lower in {"the", "a", "an", "his", "her", "their"}
        or (j > i and words[j - 1].lower in {"the", "a"})
    ):
        j += 1
    if j < len(words) and words[j].lower in {"on", "in", "at"}:
        j += 1
        while j < len(words) and words[j].is_capitalised:
            j += 1
    return max(j, i + 1)


def content_end(passage: Passage, start: int, cues: Sequence[Cue], *, short: bool) -> int:
    """The token after the last one that belongs to the content from `start`: the clause's end, or the next cue's own beginning.

    A `short` content ends at its first comma: what a noun or a "what they call" introduces is no whole clause.
    """
    words = passage.words
    at = {cue.first: cue for cue in cues}
    depth = nested = 0
    limit = min(len(words), start + _LONGEST_CONTENT)
    for i in range(start, limit):
        text = words[i].text
        if text in {"“", '"', "”"}:
            depth = 1 - depth if text == '"' else (1 if text == "“" else 0)
        nested += (text == "(") - (text == ")")
        if nested < 0 or (text == "," and short):
            return i
        if depth or i == start:
            continue
        if text in {",", ";", "—", "–"} and _breaks_off(words, i, at):
            return i
        if words[i].lower in {"and", "but"} and _new_cue_follows(passage, i, at):
            return i
    return limit


def _breaks_off(words: Sequence[Token], i: int, at: dict[int, Cue]) -> bool:
    """Whether the content ends at the mark `i`."""
    following = words[i + 1].lower if i + 1 < len(words) else ""
    if following in _CLAUSE_ENDS or words[i].text == ";":
        return True
    if following == "according" or _speaker_follows(words, i + 1, at):
        return True
    skipped = i + 1
    while skipped < len(words) and (
        words[skipped].lower in {"and", "or", "also", "even", "further"} or words[skipped].lower.endswith("ly")
    ):
        skipped += 1
    cue = at.get(skipped)
    return (
        cue is not None
        and cue.verb.form in {VerbForm.GERUND, VerbForm.PAST}
        and (cue.verb.form is VerbForm.GERUND or skipped > i + 1)
    )


def _speaker_follows(words: Sequence[Token], i: int, at: dict[int, Cue]) -> bool:
    """Whether from `i` on only a speaker and a cue end the sentence (", the spokesman added.")."""
    for j in range(i + 1, min(i + 7, len(words))):
        if words[j].text == ",":
            return False
        cue = at.get(j)
        if cue is not None and cue.verb.frame is Frame.CLAUSE and cue.verb.form in {VerbForm.PAST, VerbForm.THIRD}:
            rest = [word for word in words[j + 1 :] if word.is_word]
            return not rest or rest[0].lower in PREPOSITIONS
    return False


def _new_cue_follows(passage: Passage, i: int, at: dict[int, Cue]) -> bool:
    """Whether `and` or `but` at `i` leads to another cue of the same subject, or of a new one."""
    words = passage.words
    j = i + 1
    while j < len(words) and (words[j].lower in SKIPPED or words[j].lower.endswith("ly")) and j < i + 4:
        j += 1
    if j in at and at[j].verb.form in {VerbForm.PAST, VerbForm.THIRD}:
        return True
    for mention in passage.mentions:
        if mention.first == i + 1 or (mention.first == i + 2 and words[i + 1].lower == "the"):
            k = mention.last + 1
            while k < len(words) and (words[k].lower in SKIPPED or words[k].lower.endswith("ly")):
                k += 1
            return k in at and at[k].verb.form is not VerbForm.GERUND and at[k].verb.strong
    return False
