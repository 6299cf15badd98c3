"""Speech: the statements that the network found, in the form in which the rules go on.

In go a Page and the network's statements, out come Attributions with the mention that each source is, so that coreference and
everything after it work alike for both readers. What touches furniture is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor.mention import Mention, MentionKind
from watchfloor.reading.network.quotations import FoundStatement, Span
from watchfloor.reading.passage import Page
from watchfloor.reading.speech.attribution import Attribution
from watchfloor.reading.speech.reporting_verb import reporting_verb
from watchfloor.reading.speech.source import Source
from watchfloor.reading.speech.speaker import is_nobody

_EDGE = " \t\r\n,.;:–—-"
"""Marks and white space that belong to no content, at its ends."""
_RELATIVE = frozenset({"who", "which", "that"})
_NEXT = 2
"""Characters between a relative pronoun and whom it means: a comma and a blank."""
_DESCRIBED = re.compile(r"(?:the|an?|its|their|his|her)\s+(?:[a-z][\w-]*\s+){1,4}(?:of|for|at|from|in)\s+(?:the\s+)?")
"""Words between the start of a source and the body that its description names: "the doyen of the"."""
_EMPTY = re.compile(r"(?:this|that|it|these|those|\W|\d)+", re.IGNORECASE)
"""A piece of a content that says nothing: what "this was rejected on 3 January" leaves when its verb is the cue."""
_EXAMPLES = re.compile(r"\b(?:including|such as|among them|like)\s", re.IGNORECASE)
"""What stands in a source before examples of those who speak, none of whom is its head: "Other ports, including Kelpby"."""
_TWO = 2
_OPENING = "“„«"
_OPENING_ANEW = '"“„«'
_LINE = re.compile(r"\S[^\r\n]*")
_MARKS = '"“”„«»'


def attributions(page: Page, found: Sequence[FoundStatement]) -> tuple[Attribution, ...]:
    """The network's statements as attributions, in the order of their contents."""
    made = [one for statement in found if (one := _attribution(page, statement)) is not None]
    return tuple(sorted(made, key=lambda a: (a.content, a.cue or (0, 0))))


def _attribution(page: Page, statement: FoundStatement) -> Attribution | None:
    text = page.document.text
    within = (part for start, end in statement.content for part in _within_paragraphs(text, start, end, statement.cue))
    pieces = [trimmed for start, end in within if (trimmed := _trimmed(text, start, end))]
    content = _of_one_paragraph(page, pieces, statement.cue)
    if not content or page.document.is_furniture(content[0][0], content[-1][1]):
        return None
    if all(_EMPTY.fullmatch(text, start, end) for start, end in content):
        return None
    if statement.source and is_nobody(text[slice(*statement.source)]):
        return None
    number = page.passage_number(statement.cue[0] if statement.cue else content[0][0])
    if number is None:
        return None
    return Attribution(
        content=content,
        cue=statement.cue,
        lemma=_lemma(text, statement.cue),
        source=_source(page, statement.source),
        quoted=all(page.is_quoted(start, end) for start, end in content),
        strong=True,
        passage=number,
        confidence=statement.confidence,
    )


def _of_one_paragraph(page: Page, pieces: Sequence[Span], cue: Span | None) -> tuple[Span, ...]:
    """The pieces in the paragraph of the cue, else of the longest piece, and what is quoted elsewhere: a headline is no part of what its first sentence says."""
    text = page.document.text

    def together(one: Span, other: Span) -> bool:
        return "\n" not in text[min(one[0], other[0]) : max(one[1], other[1])]

    beside = [piece for piece in pieces if cue and together(piece, cue)]
    main = max(beside or pieces, key=lambda piece: piece[1] - piece[0], default=None)
    return tuple(piece for piece in pieces if main and (together(piece, main) or page.is_quoted(*piece)))


def _within_paragraphs(text: str, start: int, end: int, cue: Span | None) -> list[Span]:
    """The content by paragraphs: all where each after the first opens its quotation anew; else no headline and body are one saying, and the cue's side stays."""
    lines = [m.span() for m in _LINE.finditer(text, start, end)]
    runs: list[list[Span]] = []
    for line in lines:
        if runs and text[line[0]] in _OPENING_ANEW:
            runs[-1].append(line)
        else:
            runs.append([line])
    if len(runs) < _TWO:
        return lines
    beside = [run for run in runs if cue and "\n" not in text[min(run[0][0], cue[0]) : max(run[-1][1], cue[1])]]
    return beside[0] if beside else max(runs, key=lambda run: run[-1][1] - run[0][0])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The content without marks at its ends; a quotation mark goes where it has no partner inside, or embraces the whole."""
    before = None
    while (start, end) != before and start < end:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        inner = [c for c in text[start + 1 : end - 1] if c in _MARKS]
        opens, closes = start < end and text[start] in _MARKS, start < end and text[end - 1] in _MARKS
        if opens and closes and end - start > 1 and (not inner or inner[0] in _OPENING):
            start, end = start + 1, end - 1
        elif opens is not closes and len(inner) % 2 == 0:
            start, end = start + opens, end - closes
    return (start, end) if end > start else None


def _lemma(text: str, cue: tuple[int, int] | None) -> str:
    """The last reporting verb among the cue's words, as the lexicon writes it, else the words themselves."""
    words = text[cue[0] : cue[1]].lower().split() if cue else []
    verbs = [verb.lemma for word in words if (verb := reporting_verb(word.strip(".,:;"))) is not None]
    return verbs[-1] if verbs else " ".join(words)


def _source(page: Page, span: tuple[int, int] | None) -> Source | None:
    """The source with the mention that it begins with; an owner ("Norland's navy") makes way for what it owns."""
    if span is None:
        return None
    line = page.document.text.rfind("\n", span[0], span[1])
    span = (line + 1, span[1]) if line >= 0 else span
    number = page.passage_number(span[0])
    mentions = page.passages[number].mentions if number is not None else ()
    inside = sorted((m for m in mentions if m.start < span[1] and span[0] < m.end), key=lambda m: (m.start, -m.end))
    if page.document.text[span[0] : span[1]].lower() in _RELATIVE:
        inside = [m for m in mentions if 0 <= span[0] - m.end <= _NEXT]
    examples = _EXAMPLES.search(page.document.text, *span)
    inside = [m for m in inside if examples is None or m.start < examples.start()]
    owned = [m for m in inside if not _owns(page.document.text, m, span)]
    return Source(span[0], span[1], _beside(page.document.text, inside, span) or next(iter(owned or inside), None))


def _beside(text: str, inside: Sequence[Mention], span: tuple[int, int]) -> Mention | None:
    """The person named at the end of a source, beside a description that is no mention ("the doyen of the Institute, Orla Venn")."""
    last = inside[-1] if len(inside) > 1 else None
    named = last is not None and last.type is ActorType.PERSON and last.kind is MentionKind.NAME
    if last is None or not named or last.end != span[1] or not text[: last.start].endswith(", "):
        return None
    described = _DESCRIBED.fullmatch(text, span[0], inside[0].start)
    return last if described and inside[0].kind is MentionKind.NAME and len(inside) == _TWO else None


def _owns(text: str, mention: Mention, span: tuple[int, int]) -> bool:
    """Whether a possessive mark stands behind the mention and more of the source behind that."""
    return text[mention.end : mention.end + 2] in {"'s", "’s", "' ", "’ "} and mention.end + 3 < span[1]
