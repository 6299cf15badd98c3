"""Names: what a surface form names once titles are gone, and whether two of them can name one.

In go names as texts write them, out come folded names and comparisons. Roles are for `roles`, and who is who in a document is
the reader's to say.
"""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.reading.actor import description, register
from watchfloor.record.actor.spelling import spelled
from watchfloor.record.linking.comparison import NOTHING, Comparison
from watchfloor.record.text.wording import fold, words_of

Name = tuple[str, ...]
"""The words of a name, folded, without titles: ("giuseppe", "cavo", "dragone"). Empty where a form names nobody."""

TITLES = words_of(
    """mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count king queen prince princess pope
    admiral adm general gen colonel col captain capt major maj lieutenant lt sergeant sgt corporal brigadier marshal
    commander cmdr commodore commandant rear vice senior deputy president prime minister premier chancellor secretary undersecretary
    senator sen representative rep congressman congresswoman governor gov mayor ambassador envoy chairman
    chairwoman chairperson chair chief director head leader lawmaker spokesman spokeswoman spokesperson commissioner
    judge justice sheriff officer official analyst expert diplomat lawyer attorney ceo editor reporter correspondent
    journalist author founder former ex sheikh imam ayatollah mullah reverend rev father cardinal bishop archbishop
    rabbi herr frau monsieur madame signor signora senor senora"""
)
"""Words that stand before a name and are no part of it. What stands before them ("Kremlin spokesman …") goes with them."""

_LINKS = words_of("of for the and affairs state defense defence foreign interior finance to at")
"""Words that carry a title on: "Minister of Foreign Affairs …"."""

_OPEN_LINKS = words_of("of for the and to at")
"""Links after which the office still lacks its place: "commander of the …"."""

_PARTICLES = words_of("van von der den de del della di da la le du dos das bin ibn al el ben ter zu of")
_PRONOUNS = words_of("he she it they him her them his its their i we you who this that these those")
_ARTICLES = words_of("the a an some one another its his her their our my")
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]?")
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*\.?")
_FORMS = words_of("inc ltd plc corp corporation co llc ag sa gmbh group company")
_GLUE = words_of("the of for and a an on in to at affairs")

GENERIC = words_of(
    """ministry foreign defense defence interior finance justice government department police army navy military
    security council officials official authorities state national federal federation republic committee commission
    agency parliament court courts office forces force intelligence media press news company firm group union
    president administration house bank university local general public international service services party
    diplomats diplomat sources source allies alliance members countries ships vessels board bureau centre center
    embassy consulate statement spokesperson spokesman report reports experts analysts researchers"""
)
"""Words that many bodies share; a name of nothing else names no body outside its own document."""

_REGIONS = {"european": "europe", "scottish": "scotland", "welsh": "wales", "english": "england", "korean": "korea"}
"""Adjectives of what is no state of the register, to its name."""

_AGENCY = frozenset({"news", "agency"})
"""Words that one outlet adds to an agency's name and another leaves out."""

_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}


@lru_cache(maxsize=100_000)
def person(text: str) -> Name:
    """The name of a person without titles, offices and remarks in brackets; empty where the words name nobody ("the admiral")."""
    tokens = [t.rstrip(".") if len(t) > 2 else t for t in _TOKEN.findall(_PARENTHESIS.sub(" ", text))]  # noqa: PLR2004 - initials keep their stop
    start = 0
    for index, token in enumerate(tokens):
        lower = _plain(token)
        if lower in TITLES or (lower in _LINKS | _ARTICLES and start == index):
            start = index + 1
    rest = _after_office(tokens, start)
    if not rest or any(not t[0].isupper() and _plain(t) not in _PARTICLES for t in rest):
        return ()
    name = tuple(_plain(t) for t in rest if _plain(t) not in _GENERATIONS)
    return () if not name or name[0] in _PRONOUNS | _ARTICLES else name


@lru_cache(maxsize=100_000)
def body(text: str) -> frozenset[str]:
    """The words of a state's or an organisation's name; empty where it is a pronoun or a common noun ("the ministry")."""
    words = _TOKEN.findall(_PARENTHESIS.sub(" ", text))
    while words and _plain(words[0]) in _ARTICLES:
        words = words[1:]
    if not words or not any(w[0].isupper() for w in words) or _plain(words[0]) in _PRONOUNS:
        return frozenset()
    if all(_plain(word) in GENERIC | _GLUE for word in words):
        return frozenset()
    key = frozenset(w for w in content(" ".join(words)) if w not in _GLUE | _FORMS)
    core = key - _AGENCY if key >= _AGENCY and key - GENERIC else key
    return core if core - GENERIC else frozenset()


def generation(text: str) -> str:
    """The generation that a name ends in: "jr", "sr", or an empty string where it gives none."""
    *rest, last = [_plain(t) for t in _TOKEN.findall(_PARENTHESIS.sub(" ", text))] or [""]
    return _GENERATIONS.get(last, "") if len(rest) > 1 else ""


def content(text: str) -> frozenset[str]:
    """The folded words of a name or description, states and blocs under one name each: "the Russian foreign ministry" as "Russia's foreign ministry"."""
    return frozenset(_REGIONS.get(word, word) for word in map(_plain, description.content(text)))


def compare_persons(a: Name, b: Name) -> Comparison:
    """Whether two names can be one person's: the same, a full name and its surname, or two spellings; never two first names."""
    if not a or not b:
        return NOTHING
    short, long = sorted((a, b), key=lambda n: (len(n), n))
    part, whole = [spelled(word) for word in short], [spelled(word) for word in long]
    if part == whole:
        same = Comparison(1.0, f"both are called {_shown(a)}")
        return same if a == b else Comparison(0.9, f"{_shown(short)} and {_shown(long)} are spellings of one name")
    if sorted(part) == sorted(whole):
        return Comparison(0.85, f"{_shown(a)} and {_shown(b)} are one name, the family's first or last")
    if set(part) <= set(whole) and part[-1] == whole[-1]:
        return Comparison(0.9, f"{_shown(short)} is part of the name {_shown(long)}")
    return _compare_parts(short, long)


def _compare_parts(short: Name, long: Name) -> Comparison:
    """Whether two names of which neither holds the other can be one person's."""
    if len(short) == 1:
        # Where the family name comes first, it is what a second mention uses.
        first = spelled(short[0]) == spelled(long[0])
        return Comparison(0.7, f"{_shown(short)} is the first word of the name {_shown(long)}") if first else NOTHING
    if spelled(short[-1]) == spelled(long[-1]) and _initials_agree(short[0], long[0]):
        return Comparison(0.8, f"{_shown(short)} and {_shown(long)} share surname and initial")
    alike = _two_spellings(short, long)
    return Comparison(0.8, f"{_shown(short)} and {_shown(long)} differ by a few letters") if alike else NOTHING


def rivals(a: Name, b: Name) -> bool:
    """Whether two names certainly are two people's: one surname and different first names."""
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and not compare_persons(a, b).score


def country(word: str) -> str:
    """The folded name of the state that a word names as it stands, or whose adjective it is ("Russian" gives "russia"); else an empty string."""
    state = register.state_named(word) or register.state_of_adjective(word)
    return fold(state.name) if state else ""


def _after_office(tokens: list[str], start: int) -> list[str]:
    """What follows the office: its place is no name ("ambassador to Belgium", "commander of the Northern Watch"), nor the first word of one."""
    rest = tokens[start:]
    if not start or not rest or _plain(tokens[start - 1]) not in _OPEN_LINKS:
        return rest
    named = [n for n in range(len(rest), 0, -1) if _is_registered(" ".join(rest[:n]))]
    if named:
        return rest[named[0] :]
    return rest[1:] if rest[0].isupper() else []


def _is_registered(text: str) -> bool:
    return register.state_named(text) is not None or register.bloc_named(text) is not None


def _initials_agree(a: str, b: str) -> bool:
    first, second = a.rstrip("."), b.rstrip(".")
    return 1 in {len(first), len(second)} and first[0] == second[0]


def _two_spellings(a: Name, b: Name) -> bool:
    """Whether two full names differ by letters as transliterations do. Short words are left alone: Maria is not Marie."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - costs start-up time where no record is built

    if len(a) != len(b):
        return False
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return all(min(len(x), len(y)) >= 6 and Levenshtein.normalized_similarity(x, y) >= 0.8 for x, y in different)  # noqa: PLR2004


def _shown(name: Name) -> str:
    return " ".join(name).title()


def _plain(token: str) -> str:
    word = fold(token)
    word = re.sub(r"'s?$", "", word)
    return word.replace(".", "") if "." in word[:-1] else word.rstrip(".")
