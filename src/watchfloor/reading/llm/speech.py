"""Speech: the statements of answers, as attributions of the document.

In go a Page and the statements that an answer tells of one part of it, out come those whose every piece stands in the text, each
with the name that the answer gives to the speaker. Who that is, is decided in `reader`, by the cast.
"""

from __future__ import annotations

from collections.abc import Iterator

from watchfloor.reading.llm.alignment import Found, Ground
from watchfloor.reading.llm.answer import Said
from watchfloor.reading.network.quotations import FoundStatement
from watchfloor.reading.network.speech import attributions
from watchfloor.reading.passage import Page
from watchfloor.reading.speech.attribution import Attribution

CONFIDENCE = 0.7
"""Of a claim whose words stand exactly in the text, times their likeness where they nearly do. Not measured: endpoints differ."""
_REACH = 600
"""Characters from a content within which its cue and source stand; further off the same words belong to something else."""


def attribution(page: Page, ground: Ground, said: Said) -> Attribution | None:
    """The attribution that `said` tells of; None where its content is not in the text or in furniture."""
    pieces = tuple(_pieces(ground, said))
    if not pieces or len(pieces) < len(said.content):
        return None
    content = tuple((piece.start, piece.end) for piece in pieces)
    sure = CONFIDENCE * min(piece.likeness for piece in pieces)
    cue = _beside(ground, said.cue, content)
    source = _beside(ground, said.source, (cue,) if cue else content)
    found = FoundStatement(content, cue, source, strength=sure, evidence=(), confidence=sure)
    return next(iter(attributions(page, [found])), None)


def _pieces(ground: Ground, said: Said) -> Iterator[Found]:
    """The pieces of the content, each behind the one before."""
    last: Found | None = None
    for words in said.content:
        found = ground.find(words, said.before) if last is None else ground.find(words, near=(last.end, last.end))
        if found is None or (last is not None and found.start < last.end):
            return
        yield found
        last = found


def _beside(ground: Ground, words: str | None, near: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    """Where the words stand close to the characters `near`; None where they don't."""
    if not words:
        return None
    low, high = near[0][0], near[-1][1]
    found = min(
        (f for span in near if (f := ground.find(words, near=span)) is not None),
        key=lambda f: max(f.start - high, low - f.end, 0),
        default=None,
    )
    if found is None or found.start - high > _REACH or low - found.end > _REACH:
        return None
    return found.start, found.end
