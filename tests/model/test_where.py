"""Places: coordinates and country codes that can be."""

from __future__ import annotations

import pytest

from watchfloor.model.span import Span
from watchfloor.model.where import Where

SPAN = Span("d", 0, 4)


@pytest.mark.parametrize(
    ("latitude", "longitude", "country"),
    [
        (55.0, None, None),
        (None, 15.0, None),
        (91.0, 0.0, None),
        (0.0, 181.0, None),
        (None, None, "pl"),
        (None, None, "POL"),
    ],
)
def test_impossible_places_are_refused(latitude: float | None, longitude: float | None, country: str | None) -> None:
    """Half a coordinate, a coordinate off the globe, and what is no alpha-2 code."""
    with pytest.raises(ValueError, match=r"coordinates|no place on earth|alpha-2"):
        Where("Nowhere", SPAN, country=country, latitude=latitude, longitude=longitude)


def test_a_place_may_be_known_by_name_alone() -> None:
    """No coordinates and no country is a place that nobody could locate yet."""
    assert Where("the strait", SPAN).country is None
