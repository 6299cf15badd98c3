"""Tally: the noun that alone tells which count a figure is, at the event that it stands with.

In go figures with their scenes, out comes a noun or nothing: the dead of one attack, the passengers of one closed airport. Whether two figures
count one thing is for `figures`, whether they agree for `contradiction.number`.
"""

from __future__ import annotations

import re

from watchfloor.model.claim import Figure
from watchfloor.record.count.quantity import unit
from watchfloor.record.event.scene import Scene
from watchfloor.record.text.texts import Texts
from watchfloor.record.text.wording import fold, stem, words_of

COMMON_UNITS = words_of(
    "person percent item time eur usd gbp rub euro dollar pound day hour minute week month year km kilometre kilometer mile metre meter "
    "knot ton tonne barrel degree foot nm country state"
)
"""Units in which anything may be counted; two counts of drones or of households in one story are more likely one count."""

_TOLLS = frozenset({"dead", "hurt", "missing", "held"})
"""Fates that one event has one count of; who is displaced or saved is counted by many and over days."""
_WHOLE = frozenset(map(stem, words_of("population inhabitants electorate")))
STRUCK = "people struck"
"""Those whose data a leak lays open, however they are called."""
_STRUCK = frozenset(map(stem, words_of("passengers household customer subscriber")))
"""Those whom an event strikes as a whole and who are counted once: the noun says enough."""
_LINES = {"line": "cable", "link": "cable", "power line": "cable", "data cable": "cable"}
"""Units that name one thing where cables are damaged."""
_HOURS = words_of("hour minute day")
_CLOSED = re.compile(
    r"\b(?:clos(?:e|ed|es|ing|ure)|shut(?:s|ting|down)?|suspen(?:d|ded|sion)|halt(?:ed|ing)?|ground(?:ed|ing))\b"
)
_NAME_BEFORE = re.compile(r"[^\W\d_a-z]\w*\s$")


def noun(
    figure: Figure, part: frozenset[str], fate: str | None, sentence: str, scene: Scene, texts: Texts
) -> str | None:
    """The noun that is enough to tell a count at its event: the fate of people, whom a leak strikes, what the event is named by, or how long something was closed."""
    counted = unit(figure)
    if is_headcount(counted) and not part:
        if fate in _TOLLS and scene.events:
            return f"the {fate}"
        if scene.leaks and fate is None:
            return STRUCK
    if counted == "percent" and scene.leaks and _WHOLE & {stem(w) for w in fold(figure.of).split()}:
        return "percent of the population"
    text = texts.documents[figure.span.document_id].text
    if _NAME_BEFORE.search(text[max(0, figure.span.start - 30) : figure.span.start]) and figure.span.start > 0:
        return None  # "Northlink 2 cables": the number is part of a name
    if counted in _HOURS:
        return f"{counted}s of closure" if _CLOSED.search(fold(sentence)) else None
    counted = next(iter(part & _STRUCK), counted)
    counted = _LINES.get(counted, counted)
    telling = stem(counted) in _STRUCK or (counted not in COMMON_UNITS and stem(counted) in scene.named)
    return counted if telling else None


def is_headcount(counted: str) -> bool:
    """Whether people are counted."""
    return counted in {"person", "body"}


def is_toll(noun: str | None) -> bool:
    """Whether a noun is one of which a document may give parts beside the whole: two of the six dead, and the six."""
    return noun is not None and (noun == STRUCK or noun.startswith("the "))
