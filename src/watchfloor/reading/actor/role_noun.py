"""Role nouns: the words by which a text says what somebody is ("admiral", "ministry", "allies").

The list is `lexicon/role_nouns.csv`, written for this project. A `title` may stand before a name ("Admiral Smith"), a `person` noun
describes one, a `body` noun an institution, a `group` noun several states.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

_ABBREVIATED = frozenset(
    "adm gen lt col maj capt cmdr brig sgt sen rep gov pres prof dr mr mrs ms sir lady lord rev hon judge pm".split()
)
_IN_FULL = {
    "adm": "admiral",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "sen": "senator",
    "rep": "congressman",
    "gov": "governor",
    "pres": "president",
    "prof": "professor",
}
_SAME_OFFICE = ("vice-", "deputy-", "co-", "ex-", "then-")
"""What may stand before a role noun in one word with it ("vice-chairman", "then-senator")."""


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A role noun in the number in which it stands; `field` groups related roles ("military", "diplomacy")."""

    singular: str
    kind: str
    field: str
    plural: bool


@cache
def _nouns() -> dict[str, RoleNoun]:
    text = resources.files("watchfloor.reading").joinpath("lexicon/role_nouns.csv").read_text(encoding="utf-8")
    found: dict[str, RoleNoun] = {}
    for row in csv.DictReader(text.splitlines()):
        found[row["plural"]] = RoleNoun(row["singular"], row["kind"], row["field"], plural=True)
        found[row["singular"]] = RoleNoun(row["singular"], row["kind"], row["field"], plural=False)
    return found


@cache
def modifiers() -> frozenset[str]:
    """Words that may stand between a determiner and a role noun."""
    text = resources.files("watchfloor.reading").joinpath("lexicon/modifiers.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def role_noun(word: str) -> RoleNoun | None:
    """The role noun that `word` (in lower case) is a form of, or ends in ("vice-chairman")."""
    found = _nouns().get(word)
    if found is None and "-" in word:
        before = next((prefix for prefix in _SAME_OFFICE if word.startswith(prefix)), None)
        found = _nouns().get(word[len(before) :]) if before else None
    return found


def in_full(title: str) -> str:
    """A title (in lower case) as a role noun: "sen." is a senator; others as they stand."""
    return _IN_FULL.get(title.rstrip("."), title)


def is_title(word: str) -> bool:
    """Whether `word` (in lower case, without a full stop) may stand directly before a person's name."""
    noun = _nouns().get(word)
    return word in _ABBREVIATED or (noun is not None and noun.kind == "title" and not noun.plural)


def is_full_title(word: str) -> bool:
    """Whether `word` (in lower case) is a title written out, of one person: "minister", not "gen" or "ministers"."""
    noun = role_noun(word)
    return noun is not None and noun.kind == "title" and not noun.plural


def is_body(word: str) -> bool:
    """Whether `word` (in lower case) is a noun for an institution."""
    noun = role_noun(word)
    return noun is not None and noun.kind == "body"
