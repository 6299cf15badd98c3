"""Apart: what two tellings can't both say of one event.

In go the places and the numbered names of two tellings, out comes whether they contradict each other. Missing words contradict
nothing. Dates are compared by `When.may_overlap`; which telling is of which event is decided in `event`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from math import cos, hypot, radians
from typing import TypeAlias

from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.text.sentence import Sentence

_SPOTS = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
_KM_OF_A_DEGREE = 111.2
_ONE_SPOT_KM = 100.0
"""Kilometres within which an airport, a port and the city that they are named after lie, and a strait's shores."""
_NUMBERED = re.compile(r"\b(?P<name>[A-Z][\w’'-]*[a-z])[\s-]?(?P<number>\d{1,2})(?![\w%]|[.,:]\d)")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_BESIDE = 30
"""Characters around the words for an event in which a numbered name is what was hit: "the second cable, Exerlink 1, was cut"."""

Numbered: TypeAlias = frozenset[tuple[str, str]]


def numbered(text: str, sentence: Sentence, start: int, end: int) -> Numbered:
    """Names with a number beside the words from `start` to `end`, as pairs: "Exerlink 2" is ("exerlink", "2")."""
    first, last = max(sentence.start, start - _BESIDE), min(sentence.end, end + _BESIDE)
    found = _NUMBERED.finditer(text, first, last)
    return frozenset((one["name"].lower(), one["number"]) for one in found if not _MONTH.match(one["name"]))


def numbers_apart(one: Numbered, other: Numbered) -> bool:
    """Whether both name things of one name with no number in common: Exerlink 1 is not Exerlink 2."""
    shared = {name for name, _ in one} & {name for name, _ in other}
    return any({n for a, n in one if a == name}.isdisjoint(n for a, n in other if a == name) for name in shared)


def places_apart(one: Iterable[Where], other: Iterable[Where]) -> bool:
    """Whether no place of one can be a place of the other: other countries, or towns that lie far from each other."""
    mine, theirs = list(one), list(other)
    if not mine or not theirs or any(may_be_one_place(a.name, b.name) for a, b in product(mine, theirs)):
        return False
    countries = [{w.country for w in places if w.country} for places in (mine, theirs)]
    if countries[0].isdisjoint(countries[1]):
        return True
    spots = [[w for w in places if w.precision in _SPOTS] for places in (mine, theirs)]
    distances = [_km(a, b) for a, b in product(*spots)]
    return bool(distances) and all(km is not None and km > _ONE_SPOT_KM for km in distances)


def may_be_one_place(one: str, other: str) -> bool:
    """Whether one name is the other or begins it: Torhaven and Torhaven Airport, Exerlink and Exerlink 2."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _km(one: Where, other: Where) -> float | None:
    """Kilometres between two places on a flat map, good enough within one country; None without coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    narrow = cos(radians((one.latitude + other.latitude) / 2))
    return _KM_OF_A_DEGREE * hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * narrow)
