"""Robots: what a site's robots.txt allows this reader, after RFC 9309.

In goes the text of a robots.txt, out come rules to ask about a path. Fetching it, and what to do when it can't be
fetched, is for `fetch`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

PRODUCT = "watchfloor"
"""The name under which a site can address this reader."""
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that hold for this reader: path patterns, each with whether it allows."""

    rules: tuple[tuple[str, bool], ...] = ()

    def allows(self, url: str) -> bool:
        """Whether the page at `url` may be fetched: the longest pattern that fits decides, and of two alike the one that allows."""
        parts = urlsplit(url)
        path = _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True


def robots(text: str) -> Robots:
    """The rules of a robots.txt for this reader: those for its own name, else those for everyone."""
    groups: list[tuple[set[str], list[tuple[str, bool]]]] = []
    names_open = False
    for key, value in _fields(text):
        if key == "user-agent":
            if not names_open:
                groups.append((set(), []))
            groups[-1][0].add(re.split(r"[/\s]", value, maxsplit=1)[0].lower())
            names_open = True
        elif key in {"allow", "disallow"}:
            names_open = False
            if groups and value:
                groups[-1][1].append((_normal(value), key == "allow"))
    for wanted in (PRODUCT, "*"):
        if any(wanted in names for names, _ in groups):
            return Robots(tuple(rule for names, rules in groups if wanted in names for rule in rules))
    return Robots()


def _fields(text: str) -> list[tuple[str, str]]:
    fields = []
    for row in text.splitlines():
        key, colon, value = row.split("#", 1)[0].partition(":")
        if colon:
            fields.append((key.strip().lower().lstrip("\ufeff"), value.strip()))
    return fields


def _normal(path: str) -> str:
    """The path with one way of writing each character, so that patterns and paths can be compared."""
    return _ESCAPE.sub(lambda escape: escape[0].upper(), quote(path, safe="%/*$?=&:@!'(),;+~[]"))


def _fits(pattern: str, path: str) -> bool:
    """Whether `path` begins as `pattern` says, in which * stands for anything and a $ at its end for the end.

    Each piece between stars is looked for once and from left to right: no pattern takes more than linear time.
    """
    anchored = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    position = len(first)
    if anchored and not pieces:
        return position == len(path)
    last = pieces.pop() if anchored else ""
    for piece in pieces:
        found = path.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece)
    return path.endswith(last) and len(path) - len(last) >= position
