"""Overlooked names: those that begin a source and in which the rules saw nothing: "easyJet", "the Kelp Harbour Airport".

In go a Page, the names and the statements that the network found in its text, out comes the page with a mention for each such name, so
that coreference joins its bearers as it joins all others. Names elsewhere are left to the rules, which see fewer that are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchfloor.reading.actor.mention import Mention, MentionKind
from watchfloor.reading.actor.proper_name import is_adjective_of_origin
from watchfloor.reading.network.mention_type import TYPES
from watchfloor.reading.network.name_edges import FoundName
from watchfloor.reading.network.quotations import FoundStatement
from watchfloor.reading.passage import Page, Passage

LIKELY = 0.5
"""Probability of a name from which it speaks under that name."""
_LEAD = re.compile(r"(?:the\s+|an?\s+)?", re.IGNORECASE)
"""What may stand in a source before the name that it begins with."""


def with_overlooked(page: Page, names: Sequence[FoundName], found: Sequence[FoundStatement]) -> Page:
    """The page with mentions of the names that begin a source of `found` and touch no mention."""
    passages = list(page.passages)
    for name, end in _speaking(page.document.text, names, found):
        number = page.passage_number(name.start)
        if number is not None and (mention := _mention(passages[number], name, end)) is not None:
            mentions = sorted((*passages[number].mentions, mention), key=lambda m: (m.start, m.end))
            passages[number] = replace(passages[number], mentions=tuple(mentions))
    return replace(page, passages=tuple(passages))


def _speaking(
    text: str, names: Sequence[FoundName], found: Sequence[FoundStatement]
) -> Iterator[tuple[FoundName, int]]:
    """The likely names that sources begin with, each once, with the end of its source."""
    sources = sorted({statement.source for statement in found if statement.source is not None})
    for name in names:
        origin = is_adjective_of_origin(text[name.start : name.end])
        if name.kind in TYPES and name.probability >= LIKELY and not origin:
            around = (s for s in sources if s[0] <= name.start and name.end <= s[1])
            begun = [end for start, end in around if _LEAD.fullmatch(text, start, name.start)]
            yield from ((name, end) for end in begun[:1])


def _mention(passage: Passage, name: FoundName, end: int) -> Mention | None:
    """The mention of a name that none of the passage's touches, with the capitalised words behind it up to the end of its source ("Brussels" + "Airport")."""
    words = passage.words
    inside = [i for i, word in enumerate(words) if word.start < name.end and name.start < word.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    while last + 1 < len(words) and words[last + 1].is_capitalised and words[last + 1].end <= end:
        last += 1
    if any(m.start < words[last].end and words[first].start < m.end for m in passage.mentions):
        return None
    return Mention(
        start=words[first].start,
        end=words[last].end,
        first=first,
        last=last,
        kind=MentionKind.NAME,
        type=TYPES[name.kind],
        name=" ".join(word.text for word in words[first : last + 1]),
        name_start=words[first].start,
    )
