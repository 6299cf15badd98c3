"""Identity: ids of the record's items, derived from what they hold.

In go a prefix and the keys of the items, out comes one short id for each key. The same keys give the same ids in every
rebuild and on every machine; an id says nothing about order or time. Nothing is stored here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha1

_SHORT = 8
"""Hexadecimal digits that a person still reads aloud. Ten thousand items share a prefix of 8 digits with a chance of
about one in a hundred, so a second key that falls on a taken id gets more digits."""


def identify(prefix: str, keys: Iterable[str], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """One id for each distinct key: the prefix, a hyphen and the first 8 digits of the key's sha1, more where two keys share them.

    Keys are served in sorted order, so the result does not depend on the order they come in. `known` are ids that an earlier call gave for the same
    prefix, whatever else it served; they save work and change nothing.
    """
    length = len(prefix) + 1 + _SHORT
    before = known or {}
    short = {
        key: old if len(old := before.get(key, "")) == length else f"{prefix}-{_digest(key)[:_SHORT]}" for key in keys
    }
    held = Counter(short.values()) if len(set(short.values())) < len(short) else {}
    return short | _told_apart(prefix, sorted(key for key, own in short.items() if held[own] > 1)) if held else short


def _told_apart(prefix: str, keys: Iterable[str]) -> dict[str, str]:
    """The ids of keys that all begin like another of them; no other key's id is like theirs."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    for key in keys:
        digest = _digest(key)
        size = _SHORT
        while digest[:size] in taken and size < len(digest):
            size += 4
        taken.add(digest[:size])
        given[key] = f"{prefix}-{digest[:size]}"
    return given


def _digest(key: str) -> str:
    return sha1(key.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
