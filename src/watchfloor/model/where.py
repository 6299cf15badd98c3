"""Where: a place as exactly as it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from watchfloor.model.span import Span


class PlacePrecision(StrEnum):
    """What kind of thing the name names, and so how exactly its coordinates may be read."""

    CITY = "city"
    SITE = "site"
    """An airport, a port, a base, a strait: a point that stands for something a few kilometres wide."""
    REGION = "region"
    COUNTRY = "country"
    SEA = "sea"
    MULTINATIONAL = "multinational"
    """Europe, the Baltics: more than one country."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Where:
    """A place that a document names: "east London" is the city London in GB, the Baltic Sea has no country.

    `country` is an ISO 3166-1 alpha-2 code or None; latitude and longitude are WGS 84 degrees, both or neither, and
    stand for the centre of what `precision` says. `span` is where the document names it.

    Raises:
        ValueError: only one coordinate, one out of range, or a country code that is not two capital letters.
    """

    name: str
    span: Span
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    gazetteer_id: str | None = None

    def __post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("a place has both coordinates or neither")
        if not -90 <= (self.latitude or 0) <= 90 or not -180 <= (self.longitude or 0) <= 180:  # noqa: PLR2004 - degrees
            raise ValueError(f"no place on earth is at {self.latitude}, {self.longitude}")
        if self.country is not None and re.fullmatch("[A-Z]{2}", self.country) is None:
            raise ValueError(f"a country is an ISO 3166-1 alpha-2 code, not {self.country!r}")
