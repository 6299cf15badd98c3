"""What contradicts in two tellings. All examples are an EXERCISE."""

from __future__ import annotations

import pytest

from claim_exercise import document
from watchfloor.model.where import PlacePrecision, Where
from watchfloor.reading.event.apart import numbered, numbers_apart, places_apart
from watchfloor.reading.text.sentence import sentences

DOC = document("Torhaven")
CITY, SITE = PlacePrecision.CITY, PlacePrecision.SITE


def place(name: str, country: str | None, at: tuple[float, float] | None = None, kind: PlacePrecision = CITY) -> Where:
    """A place of an invented name."""
    return Where(name, DOC.span(0, 8), country, at[0] if at else None, at[1] if at else None, kind)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (place("Torhaven", "NO"), place("Sorvik", "SE"), True),
        (place("Torhaven", "NO", (60.0, 10.0)), place("Sorvik", "NO", (60.0, 15.0)), True),
        (place("Torhaven", "NO", (60.0, 10.0)), place("Sorvik", "NO", (60.0, 10.5)), False),
        (place("Torhaven", "NO"), place("Norge", "NO", kind=PlacePrecision.COUNTRY), False),
        (place("Torhaven", "NO"), place("Torhaven Airport", None, kind=SITE), False),
        (place("Exerlink", None, kind=SITE), place("Exerlink 2", None, kind=SITE), False),
    ],
)
def test_places_contradict_only_where_neither_can_be_the_other(one: Where, other: Where, *, expected: bool) -> None:
    """Other countries and far towns are apart; a country holds its towns, and a name the longer one that it begins."""
    assert places_apart([one], [other]) is expected
    assert places_apart([other], [one]) is expected
    assert not places_apart([], [other])


def test_numbers_tell_things_of_one_name_apart() -> None:
    """Exerlink 1 is not Exerlink 2; the bare name, another name, a date and a longer list are no contradiction."""

    def names(text: str) -> frozenset[tuple[str, str]]:
        (sentence,) = sentences(document(text))
        return numbered(text, sentence, text.index("cable"), text.index("cable") + 5)

    first, second = names("The Exerlink 1 cable broke."), names("The Exerlink2 cable broke.")
    assert numbers_apart(first, second)
    assert not numbers_apart(first, names("The Exerlink cable broke."))
    assert not numbers_apart(first, names("The Norlink 2 cable broke."))
    assert not numbers_apart(first, names("Exerlink 1 and Exerlink 2 cables broke."))
    assert not names("The cable broke on December 24.")
