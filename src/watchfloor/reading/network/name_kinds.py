"""Names as the register and plain words know them: states, firms called after a person, titles, storms.

In: a text and the names that the network found in it, in order. Out: the same with the states that it overlooked, with the kind that the words
beside a name leave no doubt of, without titles before persons and without storms. Edges are `name_edges`' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from watchfloor.reading.actor.register import state_named, states
from watchfloor.reading.network.name_edges import FoundName

PEOPLE_TOO = frozenset({"Chad", "Jordan", "Georgia", "Turkey", "Guinea", "Dominica", "Niger", "Man"})
"""Names of states that are words or given names as well: only the network may find them."""
CERTAIN = 0.99
"""Probability given to a state that the register found, which is never wrong about the words themselves."""
STORM = re.compile(r"\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm)\s+$")
TITLE = re.compile(
    r"(?:Sheikh|Shaikh|Imam|Ayatollah|Mullah|Aunt|Uncle|Mr|Mrs|Ms|Miss|Dr|Sir|Sen|Rep|Gov|Gen|Col|President|Senator|Judge|Professor|Prof)\.? (?=[A-Z])"
)
TRADE = re.compile(
    r"(?:['’]s| s| ['’]s)? (?:[Pp]izza|[Gg]rill|[Dd]iner|Cafe|Café|Bakery|Karate|Auto|Bar|Market|Salon|Books|Press|Futures|[Ii]nsurance|Motorsports|Motors|Energy"
    r"|Industries|Partners|Securities|Holdings|Investments|Capital|Associates|Foundation|Institute|Records|Studios|Pharmacy|Realty|Plumbing|Roofing"
    r"|Construction|Airlines|Brothers|& Sons|& Co|Corporation|LLC)\b(?: [A-Z]\w+)?"
)
AROUND = 60
"""Characters on either side of a state in which its line shows its letter case."""
BEHIND = 20
"""Characters before a name in which the word for a storm stands."""


def known(text: str, names: Iterable[FoundName]) -> Iterator[FoundName]:
    """The names as the words say, in order and without overlap, with the states that were overlooked."""
    overlooked = _states(text)
    state = next(overlooked, None)
    reached = 0
    for name in names:
        while state is not None and state.start < name.end:
            if state.end <= name.start and state.start >= reached:
                reached = state.end
                yield state
            state = next(overlooked, None)
        if name.start >= reached and not STORM.search(text[max(0, name.start - BEHIND) : name.start]):
            one = _plain(text, name)
            reached = one.end
            yield one
    while state is not None:
        if state.start >= reached:
            yield state
        state = next(overlooked, None)


def _plain(text: str, name: FoundName) -> FoundName:
    """The name with the kind, and the reach, that the words in and behind it give it."""
    if (
        name.kind in {"ORG", "PER"}
        and text[name.start : name.end] not in PEOPLE_TOO
        and state_named(text[name.start : name.end])
    ):
        return replace(name, kind="LOC")
    if name.kind == "PER":
        if firm := TRADE.match(text, name.end):
            return replace(name, kind="ORG", end=firm.end())
        if title := TITLE.match(text, name.start, name.end):
            return replace(name, start=title.end())
    return name


def _states(text: str) -> Iterator[FoundName]:
    """Where the text names a state as the register writes it; nothing in a line that has no small letters around."""
    for found in _pattern().finditer(text):
        first = max(0, found.start() - AROUND)
        line = text[text.rfind("\n", first, found.start()) + 1 or first : found.end() + AROUND].partition("\n")[0]
        if any(c.islower() for c in line):
            yield FoundName(found.start(), found.end(), "LOC", CERTAIN)


@cache
def _pattern() -> re.Pattern[str]:
    forms = {form.removeprefix("the ") for s in states() for form in (s.name, *s.aliases)} - PEOPLE_TOO
    longest_first = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<![\w.-])(?:{longest_first})(?![\w-])")
