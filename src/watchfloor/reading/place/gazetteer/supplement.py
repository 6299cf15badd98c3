"""The places that Watchfloor's own tables know: states, seas, straits, regions and sites.

In comes a name, out goes the one entry that it means; these tables hold no two places of one name. Cities are not here.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from watchfloor.model.where import PlacePrecision
from watchfloor.reading.actor.register import State, states
from watchfloor.reading.place.gazetteer.place_entry import PlaceEntry, folded


@lru_cache(maxsize=8192)
def known_place(name: str) -> PlaceEntry | None:
    """The sea, strait, region, site or group of states that `name` means, with or without "the"."""
    return _places().get(folded(name))


def country(code: str) -> PlaceEntry | None:
    """The state of an ISO 3166-1 alpha-2 code as a place."""
    return _countries().get(code)


@cache
def _places() -> dict[str, PlaceEntry]:
    found: dict[str, PlaceEntry] = {}
    for row in _rows("supplement.csv"):
        entry = PlaceEntry(
            id=f"watchfloor:{row['name']}",
            name=row["name"],
            precision=PlacePrecision(row["precision"]),
            country=row["country"] or None,
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
        )
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found.setdefault(folded(name), entry)
    return found


@cache
def _countries() -> dict[str, PlaceEntry]:
    centres = {row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in _rows("centres.csv")}
    return {state.code: _as_place(state, *centres.get(state.code, (None, None))) for state in states()}


def _as_place(state: State, latitude: float | None, longitude: float | None) -> PlaceEntry:
    return PlaceEntry(f"iso:{state.code}", state.name, PlacePrecision.COUNTRY, state.code, latitude, longitude)


def _rows(table: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(files(__package__).joinpath(table).read_text(encoding="utf-8").splitlines())
