"""Roles: offices and descriptions, as far as they can be compared.

In go the words in which a document describes a person, out come what office they mean, the place in an order that they give
("second-highest"), and the military rank. Whether two of them contradict each other is for `contradiction.role`.
"""

from __future__ import annotations

import re

from watchfloor.record.actor.names import TITLES, content
from watchfloor.record.linking.comparison import NOTHING, Comparison
from watchfloor.record.text.wording import STOPWORDS, fold, stem, words_of

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LATER = re.compile(
    r"\b(second|third|fourth|fifth)[\s-]+(?:highest|most\s+senior|ranking|in[\s-]command|largest|biggest|most\s+powerful)\b"
)
_NUMBER = re.compile(r"\b(?:no\.?|number)\s*(1|2|3|one|two|three)\b")
_FIRST = re.compile(r"\b(?:top|topmost|highest|highest[\s-]ranking|most[\s-]senior)\b")
_NUMERALS = {"1": 1, "one": 1, "2": 2, "two": 2, "3": 3, "three": 3}
_NOT_UNIQUE = re.compile(r"^(?:an?|one|some|another|several|many|two|three)\b|\bone of\b|\bamong\b")
_NOT_NOW = re.compile(
    r"\b(?:former|formerly|ex|then|acting|late|retired|incoming|outgoing|future|previous|onetime|one-time)\b"
)

_ORDERING = words_of("top topmost highest ranking rank senior number no first second third fourth fifth command most")
_RANKS = "admiral|adm|commodore|captain|capt|commander|cmdr|general|gen|brigadier|colonel|col|major|maj|lieutenant|lt|sergeant|sgt|marshal"
_ALIASES = {"adm": "admiral", "capt": "captain", "cmdr": "commander", "gen": "general", "col": "colonel", "maj": "major", "lt": "lieutenant", "sgt": "sergeant"}  # fmt: skip
_RANK_BEFORE_NAME = re.compile(rf"(?<![\w-])((?:(?i:{_RANKS})\.?\s+)+)(?=[^\W\d_a-z])")
_RANK_ALONE = re.compile(
    r"^the\s+(?:[\w-]+\s+)?(admiral|commodore|captain|brigadier|colonel|marshal|lieutenant|sergeant)$", re.IGNORECASE
)
_CIVIL_GENERAL = re.compile(
    r"\b(?:secretary|attorney|director|consul|prosecutor|surgeon|governor|inspector|auditor)[\s-]+$"
)


_DEPUTY = frozenset(map(stem, words_of("deputy vice assistant")))
_HEADS = frozenset(map(stem, TITLES)) - _DEPUTY


def office(text: str) -> frozenset[str]:
    """The stems that make up an office: whose it is and what ("NATO's top military officer"); empty where it is past or somebody's guess."""
    plain = fold(text)
    if _NOT_NOW.search(plain):
        return frozenset()
    words = (part for word in content(text) for part in (re.findall(r"[^\W_]+", word) if "-" in word else [word]))
    return frozenset(stem(w) for w in words if w not in STOPWORDS)


def place_in_order(text: str) -> int | None:
    """1 for "the top …", 2 for "the second-highest …"; None where the words give no place that only one person can hold."""
    plain = fold(text)
    if _NOT_UNIQUE.search(plain) or _NOT_NOW.search(plain):
        return None
    if later := _LATER.search(plain):
        return _ORDINALS[later.group(1)]
    if number := _NUMBER.search(plain):
        return _NUMERALS[number.group(1)]
    return 1 if _FIRST.search(plain) else None


def is_deputy_of(a: str, b: str) -> bool:
    """Whether `a` names the deputy of the office that `b` names: the same office but for that word, as far as both spell it out."""
    first, second = office(a), office(b)
    if not first & _DEPUTY or second & _DEPUTY or not second:
        return False
    head = first - _DEPUTY
    return bool(head & second & _HEADS) and (head <= second or second <= head)


def field_of(text: str) -> frozenset[str]:
    """What a place in an order is a place among: the office without the words that order it and without the head noun's title."""
    ordering = {stem(w) for w in _ORDERING}
    return office(text) - ordering - {stem(w) for w in TITLES}


def rank(text: str) -> str | None:
    """The military rank in which a mention ends before the name ("Captain Dragone"), or that stands for it ("the admiral").

    Of several ranks in a row the last counts: a lieutenant general is called general, and no contradiction.
    """
    if alone := _RANK_ALONE.match(text.strip()):
        return alone.group(1).casefold()
    found = _RANK_BEFORE_NAME.search(text)
    if found is None or _CIVIL_GENERAL.search(fold(text[: found.start()])):
        return None
    last = found.group(1).split()[-1].rstrip(".").casefold()
    return _ALIASES.get(last, last)


def compare_offices(a: str, b: str) -> Comparison:
    """Whether two descriptions mean one office: the same words, or one's all in the other's; a lone common noun is not enough."""
    place = place_in_order(a)
    if place != place_in_order(b):
        return NOTHING
    # Of a place that only one can hold, the title does not matter: the top military official is the highest-ranking officer.
    first, second = (office(a), office(b)) if place is None else (field_of(a), field_of(b))
    shared = first & second
    if len(shared) < 2:  # noqa: PLR2004 - "the minister" is any minister
        return NOTHING
    if first == second:
        return Comparison(0.9, f"{a.strip()} and {b.strip()} are one office")
    if shared in (first, second) and len(shared) >= 3:  # noqa: PLR2004 - whose, of what, and what
        return Comparison(0.7, f"{a.strip()} and {b.strip()} describe one office")
    return NOTHING
