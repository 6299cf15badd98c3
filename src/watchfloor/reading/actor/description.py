"""Descriptions: what the words that describe an actor say, in a form in which two of them can be compared.

In goes a description ("diplomatic sources within the Atlantic Alliance"), out come its content words: singular, without articles
and links, states and blocs under the names of the register. Whether two descriptions mean one actor is for others.
"""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.reading.actor import register
from watchfloor.reading.actor.role_noun import role_noun

STOP = frozenset(
    "the a an this that these those his her its their our same other one some several many multiple two three himself herself both".split()
)
"""Words that say nothing about who is described."""
_LINKS = frozenset("of in from for within at with to and on by".split())
_SPEAKS = frozenset({"spokeswoman", "spokesperson"})
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_LONGEST_NAME = 4
_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def content(text: str) -> frozenset[str]:
    """The content words of a description, alike for "NATO diplomatic sources" and "the diplomatic sources within the Atlantic Alliance"."""
    words = [re.sub(r"['’]s?$", "", word) for word in _WORD.findall(text)]
    found: set[str] = set()
    i = 0
    while i < len(words):
        name, length = _registered(words, i)
        found.add(name or _plain(words[i]))
        i += length
    return frozenset(found - STOP - _LINKS - {""})


def _registered(words: list[str], i: int) -> tuple[str, int]:
    """The register's name for the state or bloc that starts at `i`, and how many words it has; else an empty name and one word."""
    for length in range(min(_LONGEST_NAME, len(words) - i), 0, -1):
        text = " ".join(words[i : i + length])
        if text[0].isupper():
            entity = register.state_named(text) or register.bloc_named(text) or register.state_of_adjective(text)
            if entity is not None:
                return entity.name.lower(), length
    return "", 1


def _plain(word: str) -> str:
    lower = word.lower()
    noun = role_noun(lower)
    singular = noun.singular if noun is not None else lower
    return "spokesman" if singular in _SPEAKS else singular
