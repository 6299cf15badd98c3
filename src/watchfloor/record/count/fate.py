"""Fate: what happens to those whom a figure counts, so that the dead are never counted with the wounded.

In go texts and figures, out comes the name of a fate or nothing. Which figures count one thing is for `figures`.
"""

from __future__ import annotations

import re

from watchfloor.model.claim import Figure
from watchfloor.record.text.texts import Texts
from watchfloor.record.text.wording import fold

_FATES = {
    "dead": r"kil|dead|died|die|dying|death|deaths|fatalit|bodies|slain|lives|perish|murder",
    "hurt": r"wound|injur|hurt|hospitali",
    "missing": r"missing|unaccounted|disappear",
    "held": r"arrest|detain|captur|custody|imprison|jailed|prisoner",
    "moved": r"displac|evacuat|fled|refuge",
    "saved": r"rescu|surviv|saved",
}
_FATE = {name: re.compile(rf"\b(?:{stems})") for name, stems in _FATES.items()}
"""What happens to those who are counted; different fates are different counts, however alike the sentences."""
_GOVERNING = re.compile(
    r"\b(?:kill|wound|injur|hurt|arrest|detain|displac|evacuat|rescu|sav)\w*\s+"
    r"(?:(?:at|least|more|than|some|about|nearly|almost|up|to|over|around|an|estimated|as|many|another|least)\s+)*$",
    re.IGNORECASE,
)


def fate_of(figure: Figure, texts: Texts) -> str | None:
    """The fate that the figure tells, by what it counts, else by the words beside it."""
    return fate(figure.of) or fate(_nearby(figure, texts))


def fate(text: str) -> str | None:
    """The fate that the text names first."""
    found = [(match.start(), name) for name, pattern in _FATE.items() if (match := pattern.search(fold(text)))]
    return min(found)[1] if found else None


def _nearby(figure: Figure, texts: Texts) -> str:
    """The words beside a figure that tell the fate: the verb that governs it ("killing at least six"), else what follows ("two were hurt")."""
    text = texts.documents[figure.span.document_id].text
    before = text[max(0, figure.span.start - 40) : figure.span.start]
    if governed := _GOVERNING.search(before):
        return governed.group()
    return (
        text[figure.span.start : figure.span.end]
        + re.split(r"[.;!?\n]", text[figure.span.end : figure.span.end + 45])[0]
    )
