"""Nouns that are verbs too: whether "suspect", "report" or "states" says what somebody does and not what somebody is.

In go one sentence's tokens and the place of such a word, out comes whether it is the verb of the actor right before it. What comes before
must be able to do it (officials, police, a ministry) and what follows must be what the verb takes (a determiner, a pronoun, a name, "that").
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.reading.actor.role_noun import role_noun
from watchfloor.reading.text.token import Token

_PLAIN = frozenset(
    "suspect report state claim plan fear estimate charge demand order request document review study survey head chair post "
    "guard voice witness poll power man volunteer partner author".split()
)
"""Verbs in the form that follows several ("officials suspect"), each also a noun."""
_THIRD = frozenset(
    "suspects reports states claims plans fears estimates charges demands orders requests documents reviews studies surveys heads chairs posts "
    "voices".split()
)
"""Verbs in the form that follows one ("the ministry reports"), each also a noun in the plural."""
_SEVERAL = frozenset({"police", "customs", "media", "troops", "forces", "press", "military"})
"""Nouns without a plural ending that mean several."""
_OBJECTS = frozenset(
    "that the a an this these those his her its their our he she it they we you i him them us whether what who how why where there "
    "no some any every each all another many several one two three".split()
)
_FINITE = frozenset("is are was were has have had will would could may might must can to".split())
_COMPOUND = frozenset({"member", "partner", "ally", "neighbour", "neighbor", "nation"})
"""Nouns that stand before "states" as one word with it."""
_REACH = 6


def is_verb(words: Sequence[Token], i: int) -> bool:
    """Whether the word at `i`, a noun and a verb, is the verb of the actor that ends right before it."""
    if i == 0 or words[i].is_capitalised or words[i].lower not in _PLAIN | _THIRD:
        return False
    return _can_do(words, i) and (_takes(words, i) or _asked_for(words, i))


def _can_do(words: Sequence[Token], i: int) -> bool:
    """Whether the word before `i` is an actor of the number that the form at `i` goes with."""
    before = words[i - 1]
    noun = role_noun(before.lower)
    if words[i].lower in _PLAIN:
        return before.lower in _SEVERAL or (noun is not None and noun.plural)
    return noun is not None and not noun.plural and before.lower not in _COMPOUND


def _takes(words: Sequence[Token], i: int) -> bool:
    """Whether what follows is an object or a clause, which no noun has beside it."""
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or not (following.is_word or following.text in {"“", '"'}):
        return False
    return following.is_capitalised or following.lower in _OBJECTS or not following.is_word


def _asked_for(words: Sequence[Token], i: int) -> bool:
    """Whether a "what" before the actor waits for the verb and another goes on after it ("what officials suspect was an attack")."""
    goes_on = i + 1 < len(words) and words[i + 1].lower in _FINITE
    return goes_on and any(word.lower == "what" for word in words[max(0, i - _REACH) : i])
