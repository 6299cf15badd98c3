"""The gazetteer: which place a name may mean, with country, coordinates and the kind of place. See README.md."""

from watchfloor.reading.place.gazetteer.cities import cities
from watchfloor.reading.place.gazetteer.place_entry import PlaceEntry, folded
from watchfloor.reading.place.gazetteer.supplement import country, known_place

__all__ = ["PlaceEntry", "cities", "country", "folded", "known_place"]
