"""Press names: which words name an outlet or an agency, and which two names are one.

In goes a name, out comes the outlet that it means, and its key; `pattern` finds names in text. Known are the shipped table `press_names.csv` (written
for this project) and names that end in a word of the trade ("The Norland Gazette"). An outlet with another sort of name is not seen.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from watchfloor.record.text.wording import fold

_TRADE = (
    "Times|Post|News|Newspaper|Journal|Herald|Tribune|Gazette|Guardian|Telegraph|Chronicle|Courier|Observer|Examiner|Inquirer|Dispatch|Bulletin|"
    "Sentinel|Mirror|Express|Standard|Today|Daily|Weekly|Press|Press Agency|News Agency|Radio|TV|Television|Broadcasting|Magazine|Zeitung|"
    "Pravda|Gazeta|Tidende|Dagblad|Sanomat"
)
_GENERIC = rf"(?:[A-Z][\w-]*[ ]){{1,3}}(?:{_TRADE})\b(?![ ](?:Office|Conference|Service|Secretary))"
_DOMAIN = re.compile(r"\.(?:co\.)?[a-z]{2,7}$")


@dataclass(frozen=True, slots=True)
class PressName:
    """An outlet or agency under its usual name."""

    name: str
    agency: bool


def press_key(name: str) -> str:
    """The key under which spellings of one outlet are one: "EL MUNDO", "El Mundo" and "elmundo.es" are."""
    known = _by_key().get(_plain(name))
    return _plain(known.name) if known else _plain(name)


def press_named(name: str) -> PressName | None:
    """The known outlet of that name, in whatever spelling; None where the table has none."""
    return _by_key().get(_plain(name))


@cache
def pattern() -> str:
    """A regular expression, in one group, for every name of the table and every name that ends in a word of the trade."""
    names = sorted({form for n in _spellings() if "." not in n for form in (n, n.upper())}, key=lambda n: (-len(n), n))
    return rf"((?:{'|'.join(map(re.escape, names))})\b|{_GENERIC})"


@cache
def agencies() -> str:
    """A regular expression for the agencies of the table."""
    names = sorted((n for n, known in _spellings().items() if known.agency and "." not in n), key=len, reverse=True)
    return "|".join(re.escape(n) for n in names)


@cache
def _spellings() -> dict[str, PressName]:
    text = (files("watchfloor.record.source") / "press_names.csv").read_text(encoding="utf-8")
    found: dict[str, PressName] = {}
    for row in csv.DictReader(text.splitlines()):
        known = PressName(row["name"], row["agency"] == "yes")
        for spelling in (row["name"], *filter(None, row["also"].split("|"))):
            found.setdefault(spelling, known)
    return found


@cache
def _by_key() -> dict[str, PressName]:
    found: dict[str, PressName] = {}
    for spelling, known in _spellings().items():
        found.setdefault(_plain(spelling), known)
    return found


@cache
def _plain(name: str) -> str:
    """Letters and digits alone, without article; of a site its name alone: "edition.cnn.com" is "cnn"."""
    folded = fold(name).strip().removeprefix("https://").removeprefix("www.").removeprefix("the ")
    bare = _DOMAIN.sub("", folded).rpartition(".")[2] if " " not in folded else folded
    return re.sub(r"[\W_]+", "", bare)
