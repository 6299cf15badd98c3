"""Shared nouns: bodies of several states under one plural noun ("both the Finnish and the Estonian governments").

In goes one sentence's tokens and a role phrase, out come the phrase's bounds with all its states and, for each state, the words that stand for its
body and what it would be called alone ("Finnish government"). Only nouns of which a state has one are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from watchfloor.reading.actor import register
from watchfloor.reading.actor.proper_name import is_adjective_of_origin
from watchfloor.reading.actor.role_noun import role_noun
from watchfloor.reading.actor.role_phrase import RolePhrase
from watchfloor.reading.text.token import Token

_ONE_EACH = frozenset(
    "government parliament ministry embassy navy army military coastguard administration cabinet senate regime".split()
)
_LONGEST_STATE = 3
"""Words of a state's name or adjective ("United Arab Emirates")."""


@dataclass(frozen=True, slots=True)
class Body:
    """Tokens `first`..`last` stand for one state's body; `text` is what it would be called alone."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Tokens `first`..`last` hold all the bodies of one plural noun; `text` names them together."""

    first: int
    last: int
    text: str
    bodies: tuple[Body, ...]


def shared(words: Sequence[Token], role: RolePhrase) -> Shared | None:
    """The bodies that share the noun of `role`; None where it is one body's, or no noun of that kind."""
    noun = role_noun(words[role.last].lower)
    if not role.plural or role.head not in _ONE_EACH or noun is None or not noun.plural:
        return None
    nearest = next((i for i in range(role.last - 1, role.first - 1, -1) if _begin(words, i) is not None), None)
    if nearest is None:
        return None
    runs = _runs(words, nearest)
    if len(runs) < 2:  # noqa: PLR2004 - one state's
        return None
    kind = " ".join([word.text for word in words[nearest + 1 : role.last]] + [noun.singular])
    owners = [" ".join(word.text for word in words[first : last + 1]) for first, last in runs]
    bodies = tuple(
        Body(first, role.last if last == nearest else last, f"{owner} {kind}")
        for (first, last), owner in zip(runs, owners, strict=True)
    )
    named = f"{', '.join(owners[:-1])} and {owners[-1]}"
    whole = " ".join(word.text for word in words[nearest + 1 : role.last + 1])
    return Shared(runs[0][0], role.last, f"{named} {whole}", bodies)


def _runs(words: Sequence[Token], last: int) -> list[tuple[int, int]]:
    """The states that are listed up to the one that ends at `last`, in order; the last two are joined by "and"."""
    found: list[tuple[int, int]] = []
    end, joined = last, False
    while (first := _begin(words, end)) is not None:
        found.append((first, end))
        before = first - 2 if first > 0 and words[first - 1].lower == "the" else first - 1
        if before < 1 or words[before].lower not in ({","} if joined else {"and"}):
            break
        joined = True
        end = before - 1
        if words[end].text == ",":
            end -= 1
    return found[::-1] if joined and len(found) > 1 else []


def _begin(words: Sequence[Token], end: int) -> int | None:
    """Where the longest name or adjective of a state that ends at `end` begins."""
    lengths = range(min(_LONGEST_STATE, end + 1), 0, -1)
    return next((end - n + 1 for n in lengths if _says_whose(words, end - n + 1, end)), None)


def _says_whose(words: Sequence[Token], first: int, last: int) -> bool:
    text = " ".join(word.text for word in words[first : last + 1])
    named = words[first].is_capitalised and words[first].lower != "the"
    return named and (is_adjective_of_origin(text) or register.state_named(text) is not None)
