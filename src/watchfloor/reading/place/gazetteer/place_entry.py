"""The entry of a gazetteer: one place that a name may mean."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from watchfloor.model.where import PlacePrecision


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place under its usual English name; coordinates are WGS 84 degrees, both or neither, of its centre.

    `country` is an ISO 3166-1 alpha-2 code, None for what belongs to none or several. `population` is 0 where it is
    unknown or makes no sense. `id` names the source ("geonames:703448", "iso:UA", "watchfloor:Baltic Sea").
    """

    id: str
    name: str
    precision: PlacePrecision
    country: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0


def folded(name: str) -> str:
    """One form for spellings of a name that differ in accents, apostrophes, hyphens or a leading article."""
    plain = name if name.isascii() else _without_accents(name)
    words = plain.replace("-", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "The"} else words)


def _without_accents(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


# Letters that Unicode does not take apart into a base and an accent.
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "’": "'", "\u02bc": "'", "‘": "'", "đ": "d", "Đ": "D"}
)
