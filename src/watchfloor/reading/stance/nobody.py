"""Nobody: actors that take no stand, whatever their clause says.

In goes an actor, out comes whether it only carries words, or rules on a case. Which stand a clause tells is for `holder`.
"""

from __future__ import annotations

import re

from watchfloor.model.actor import Actor
from watchfloor.reading.actor.role_noun import role_noun

_COURT = re.compile(r"\b(?:court|tribunal|jury)\b(?!\s+(?:spokes|official))", re.IGNORECASE)
"""Who dismisses a case or orders something to be done rules on it, and takes no stand."""
_PLATFORM = re.compile(r"X|Twitter|Facebook|Telegram|Instagram|YouTube|TikTok|Truth Social")
_STAND_FROM = re.compile(r"(?:opposition|support|criticism|calls|pressure|demands)\s+(?:from|of|by)\b", re.IGNORECASE)


def is_nobody(actor: Actor) -> bool:
    """Whether the actor holds nothing: words ("a statement") and a platform ("X"), in which somebody else's stand is, a court, which rules, and "no country"."""
    words = actor.name.lower().split()
    noun = role_noun(words[-1]) if words else None
    silent = _COURT.search(actor.name) or _PLATFORM.fullmatch(actor.name) or _STAND_FROM.match(actor.name)
    return words[:1] == ["no"] or (noun is not None and noun.field == "document") or silent is not None
