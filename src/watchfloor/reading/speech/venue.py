"""Venues: through which outlet or at which event words first came out, where the text says so.

In goes a Page, out comes, by passage and by speaker, the name of the outlet or event ("in an interview with the
Financial Times", "told reporters" names none). Nothing is inferred from the outlet that carries the document itself.
"""

from __future__ import annotations

import re

from watchfloor.model.actor import ActorType
from watchfloor.reading.actor.mention import Mention, MentionKind
from watchfloor.reading.passage import Page, Passage

_BEFORE = re.compile(
    r"(?:told|tells|telling|speaking to|spoke to|spoke with|interview with|interview to|interview by|interviewed by|interview in|sitdown with|"
    r"reported by|published in|published by|article in|wrote in|quoted by|cited by)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^[’']?s?\s+interview\b", re.IGNORECASE)
_OF_WHAT_WAS_SAID = re.compile(
    r"\W*(?:the|these|those|his|her|their)\s+(?:\w+\s+){0,2}?(?:remarks|comments|statements?|words|interview|quotes?|assertions?)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells where the words before it were spoken: "The remarks, made in an interview with …"."""
_REACH = 70
"""Characters before a name in which the words that make it a venue stand."""


def venues(page: Page) -> dict[int, str]:
    """The venue named in each passage, by the passage's number; a passage that names none is left out."""
    found: dict[int, str] = {}
    for number, passage in enumerate(page.passages):
        for mention in passage.mentions:
            if _is_venue(page, passage, mention):
                back = _OF_WHAT_WAS_SAID.match(page.document.text, passage.start) is not None
                found[max(number - 1, 0) if back else number] = mention.name or ""
                break
    return found


def _is_venue(page: Page, passage: Passage, mention: Mention) -> bool:
    if mention.kind is not MentionKind.NAME or mention.role or mention.type is not ActorType.ORGANISATION:
        return False
    text = page.document.text
    before = text[max(passage.start, mention.start - _REACH) : mention.start]
    return bool(_BEFORE.search(before) or _AFTER.match(text[mention.end : mention.end + 20]))
