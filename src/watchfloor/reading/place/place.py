"""Places: where a document says that something is.

In come a document and its sentences, out come the mentions of places with country, coordinates and how exactly these may be
read. A state or capital counts only where the words put something there ("in Poland", "Polish airspace"): in "Moscow denied"
it speaks, and is no place. Parts of longer names ("Paris Hilton", "Washington Post") are no places either. Which event happened
at a place is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from watchfloor.model.document import Document
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.actor.register import State, bloc_named, metonym, state_named, state_of_adjective
from watchfloor.reading.place import place_cue
from watchfloor.reading.place.gazetteer import PlaceEntry, country, known_place
from watchfloor.reading.place.place_name import city, countries_named, country_beside
from watchfloor.reading.text.sentence import Sentence

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|St\.(?=\s[A-Z])|[^\W\d_]+(?:[-'’/][^\W\d_]+)*(?:\d(?!\w))?|(?<=[^\W\d_] )\d(?![\w%]|[.,:/-]\d)"
)
_LONGEST_NAME = 5
"""Words: "Zaporizhzhia Nuclear Power Plant" has four."""
_POSSESSIVE = re.compile(r"['’]s$")
_OWN_TERRITORY = re.compile(
    r"\s+(?:(?:territorial|coastal|national|sovereign)\s+)?(?:territory|airspace|waters|soil|coast|coastline|shores?|skies|border|seabed|mainland|(?:[A-Z]\w+ ){0,2}ports?|airports?)\b(?!\s+(?:of|guards?|police|patrols?|city|cities|towns?|workers?|authorit\w+|operator)\b)"
)
_ABBREVIATED = frozenset(("US", "U.S.", "UK", "U.K.", "UAE", "USA"))
_NEVER_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|President|Chancellor|Minister|Secretary|Senator|Sen|Gen|General|Admiral|Adm|Colonel|Captain|Prince|Princess|King"
    r"|Queen|Duke|Pope|Saint|Judge|(?:Bank|University|Voice|Ministry|Church|Museum|College|Institute|Government|Parliament|Council|Prince|Princess"
    r"|Duke|Bishop|Archbishop|Statue|Treaty|Declaration|Battle)\s+of(?:\s+the)?)\.?\s+$"
)
_NAME_BEFORE = re.compile(r"(?:^|[\s“\"(])(?P<word>[^\W\d_a-z][\w'’.]*)\s$")
_NAME_AFTER = re.compile(r"\s(?P<word>[^\W\d_a-z][\w'’]*)")
_NOT_A_NAME_WORDS = """
The In On At To From Near Over Off Across Inside Outside Around And Or But For With By Of As When While After Before Since If Both
North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast Southwest Monday Tuesday Wednesday
Thursday Friday Saturday Sunday January February March April May June July August September October November December Greater Lower
Upper A An Some Most Many All City Port Province Region Oblast District Airport County Island Harbour Harbor Peninsula Border
Prefecture Voivodeship He She It They We I His Her Its Their Between Against Into Through Throughout
"""
_NOT_A_NAME = frozenset(_NOT_A_NAME_WORDS.split())
_TITLE_CASE = 0.6
"""Share of capitalised words from which a line is a headline in title case, where a capital beside a name tells nothing."""
_DIVIDED = 1_000_000
"""Residents from which a town's quarters are written with a capital, as East London is."""
_SHORT = 4
"""Words: in a shorter line no share means anything."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name at `start`..`end` that the gazetteer knows; `free` where it needs nothing beside it to be a place."""

    start: int
    end: int
    text: str
    entry: PlaceEntry
    free: bool = False
    seat: bool = False


def places(document: Document, sentences: Sequence[Sentence]) -> tuple[Where, ...]:
    """The mentions of places in the sentences, in order, none overlapping another."""
    context = countries_named(document.text)
    return tuple(where for sentence in sentences for where in _of_sentence(document, sentence, context))


def _of_sentence(document: Document, sentence: Sentence, context: Mapping[str, int]) -> Iterator[Where]:
    text = document.text
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    headline = _is_title_case(words)
    last: Where | None = None
    passed = -1
    for index, word in enumerate(words):
        if word.start() < passed or not _may_begin(word.group()):
            continue
        if territory := _territory(document, word):
            passed, last = territory.span.end, territory
            yield territory
            continue
        name = _longest(text, words[index : index + _LONGEST_NAME], context)
        if name is None:
            continue
        passed = name.end
        if (headline or not _is_part_of_name(text, sentence, name)) and _is_place(text, sentence, name, last):
            last = _where(document, sentence, name)
            yield last


def _may_begin(word: str) -> bool:
    """Whether a name can begin with `word`; its article is left out."""
    return (word[0].isupper() and word not in {"The", "A", "An", "I"}) or word == "international"


def _territory(document: Document, word: re.Match[str]) -> Where | None:
    """The territory of a state or bloc under its adjective or name: "Polish airspace", "NATO territory"."""
    found = _OWN_TERRITORY.match(document.text, word.end())
    if found is None:
        return None
    span = document.span(word.start(), found.end())
    state = state_of_adjective(word.group())
    if state and (entry := country(state.code)):
        return Where(entry.name, span, entry.country, entry.latitude, entry.longitude, entry.precision, entry.id)
    if bloc_named(word.group()) or word.group() in {"Allied", "European", "Baltic", "Nordic"}:
        return Where(document.quote(span), span, precision=PlacePrecision.MULTINATIONAL)
    return None


def _longest(text: str, words: Sequence[re.Match[str]], context: Mapping[str, int]) -> _Name | None:
    """The longest name that begins with the first of `words` and that the gazetteer knows."""
    for length in range(len(words), 0, -1):
        run = words[:length]
        if any(text[one.end() : other.start()] != " " for one, other in pairwise(run)):
            continue
        written = text[run[0].start() : run[-1].end()]
        plain = _POSSESSIVE.sub("", written)
        name = _known(text, run[0].start(), run[0].start() + len(plain), plain, context)
        if name:
            return name
    return None


def _known(text: str, start: int, end: int, plain: str, context: Mapping[str, int]) -> _Name | None:
    if entry := known_place(plain):
        # One word for a part of Britain or America is a surname or given name as often as a place.
        doubtful = entry.precision is PlacePrecision.REGION and entry.country in {"GB", "US"} and " " not in plain
        free = not doubtful and entry.precision is not PlacePrecision.MULTINATIONAL
        return _Name(start, end, plain, entry, free=free)
    if state := state_named(plain):
        found = country(state.code)
        return _Name(start, end, plain, found, seat=True) if found else None
    found = city(plain, text, end, context) if plain[0].isupper() else None
    if found is None:
        return None
    seated = metonym(plain)
    if isinstance(seated, State) and seated.code != found.country:
        # A namesake abroad of a seat of government, as Casablanca is of the White House, needs its country beside it.
        return _Name(start, end, plain, found) if country_beside(text, end) else None
    return _Name(start, end, plain, found, seat=seated is not None)


def _is_title_case(words: Sequence[re.Match[str]]) -> bool:
    capitals = sum(word.group()[0].isupper() for word in words)
    return len(words) > _SHORT and capitals > _TITLE_CASE * len(words)


def _is_part_of_name(text: str, sentence: Sentence, name: _Name) -> bool:
    """Whether the name is a piece of a longer one: of a person, an outlet, an institution."""
    before = text[max(sentence.start, name.start - 40) : name.start]
    if _NEVER_BEFORE.search(before):
        return True
    leading = _NAME_BEFORE.search(before)
    if leading and _leads_into(leading["word"], name):
        return True
    if leading and name.start - len(before) + leading.start("word") > sentence.start:
        word = leading["word"]
        nation = state_of_adjective(word)
        if nation and nation.code != name.entry.country:
            return True  # "British Columbia"
        if not (_POSSESSIVE.search(word) or _may_stand_beside(word)):
            return True
    following = _NAME_AFTER.match(text, name.end)
    return bool(following and not _may_stand_beside(following["word"]) and not (name.free and " " in name.text))


def _leads_into(word: str, name: _Name) -> bool:
    """Whether a word before a town makes it another: "West Virginia", "Fort Worth"; East London is still London."""
    if word in {"North", "South", "East", "West"}:
        return name.entry.precision is not PlacePrecision.COUNTRY and name.entry.population < _DIVIDED
    return word in {"New", "Fort", "Port", "San", "Saint", "Los", "Las", "El", "Mount", "Lake", "Cape", "Santa"}


def _may_stand_beside(word: str) -> bool:
    """Whether a capitalised word beside a place need not be part of its name."""
    return word in _NOT_A_NAME or state_of_adjective(word) is not None or state_named(word) is not None


def _is_place(text: str, sentence: Sentence, name: _Name, last: Where | None) -> bool:
    """Whether the words around the name make it a place and not an actor."""
    led_by_the = text.endswith("the ", sentence.start, name.start) or (
        name.start == sentence.start + len("The ") and text.startswith("The ", sentence.start)
    )
    if name.text in _ADJECTIVES and not (led_by_the and _NO_NOUN.match(text, name.end)):
        return False
    if name.free:
        return not place_cue.SAYS.match(text, name.end) and not _TREATY.match(text, name.end)
    if name.text in _ABBREVIATED and not led_by_the:
        return False
    if place_cue.owns_place(text, name.end) or _continues(text, name, last):
        return True
    owner = text[name.end : name.end + 1] in {"'", "’"}
    if name.entry.precision in {PlacePrecision.COUNTRY, PlacePrecision.MULTINATIONAL}:
        return not owner and place_cue.is_placed(text, sentence.start, name.start)
    return not (name.seat and owner) and _is_town(text, sentence, name, led_by_the=led_by_the)


def _continues(text: str, name: _Name, last: Where | None) -> bool:
    """Whether the name goes on from the place before it: "Poland, Latvia and Estonia", "Riga, Latvia"."""
    if last is None:
        return False
    within = last.country == name.entry.country and text[last.span.end : name.start] == ", "
    return (within and place_cue.is_closed(text, name.end)) or place_cue.is_linked(
        text, last.span.end, name.start, name.end
    )


def _is_town(text: str, sentence: Sentence, name: _Name, *, led_by_the: bool) -> bool:
    """Whether the name of a town, or of a part of a country that persons are named after, is a place here."""
    has_noun = place_cue.suffix_end(text, name.end) > name.end
    if _is_person(text, name) or (led_by_the and not has_noun):
        return False
    if has_noun or country_beside(text, name.end) == name.entry.country:
        return True
    if place_cue.is_placed(text, sentence.start, name.start):
        return True
    return not name.seat and place_cue.is_reached(text, sentence.start, name.start)


def _is_person(text: str, name: _Name) -> bool:
    """Whether the document elsewhere writes the name as the last of a person's."""
    return name.text in _surnames(text)


@lru_cache(maxsize=1)
def _surnames(text: str) -> frozenset[str]:
    """The capitalised words of the text that follow another which can't stand beside a place: "Hillary Clinton"."""
    return frozenset(found["last"] for found in _FULL_NAME.finditer(text) if not _may_stand_beside(found["first"]))


def _where(document: Document, sentence: Sentence, name: _Name) -> Where:
    """The place, with the direction before and the noun after its name in its span."""
    text, entry = document.text, name.entry
    start = place_cue.prefix_start(text, sentence.start, name.start)
    end = place_cue.suffix_end(text, name.end)
    called, precision = entry.name, entry.precision
    if precision is PlacePrecision.COUNTRY and start < name.start:
        called = text[start:end]
    elif precision is PlacePrecision.CITY and end > name.end:
        noun = text[name.end : end].strip()
        called = called if noun.lower() == "city" else f"{called} {noun}"
        if noun.lower() in _REGIONS:
            precision = PlacePrecision.REGION
    span = document.span(start, end)
    return Where(called, span, entry.country, entry.latitude, entry.longitude, precision, entry.id)


_REGIONS = frozenset(("province", "region", "oblast", "district", "county", "voivodeship", "prefecture", "area"))
_ADJECTIVES = frozenset(("Baltic", "Pacific", "Atlantic", "Arctic", "Caspian", "Aegean", "Adriatic", "Mediterranean"))
_NO_NOUN = re.compile(
    r"\s*(?:[^\w\s'’-]|$|\s(?:and|or|in|on|as|to|of|with|between|by|for|after|before|is|was|are|were|has|have|had|will|from|at|where|which|that|this"
    r"|last|near|during|while|when|since|if|over|under|off|into|than|but|could|would|may|should)\b)"
)
_FULL_NAME = re.compile(r"(?<=[a-z,] )(?P<first>[A-Z][a-zà-ÿ]+)(?= (?P<last>[A-Z][\w-]+))")
_TREATY = re.compile(
    r"\s+(?:alliance|treaty|council|partnership|charter|relations|solidarity|ties|bond|pact)\b", re.IGNORECASE
)
