"""The gazetteer: which place a name may mean."""

import csv
from importlib.resources import files

import pytest

from watchfloor.reading.actor.register import state_of_code, states
from watchfloor.reading.place.gazetteer import cities, country, folded, known_place


@pytest.mark.parametrize(
    ("name", "code"), [("Kyiv", "UA"), ("Kiev", "UA"), ("Gdansk", "PL"), ("Tromsø", "NO"), ("Narva", "EE")]
)
def test_a_city_is_found_under_old_and_plain_spellings(name: str, code: str) -> None:
    """Accents do not matter, and former names lead to the same city."""
    assert cities(name)[0].country == code


def test_a_city_s_own_name_goes_before_another_s_alternate_one() -> None:
    """Pokrovsk is first the town of that name, though a larger one was once called so."""
    assert cities("Pokrovsk")[0].country == "UA"


def test_an_unknown_name_means_no_place() -> None:
    """What no table knows is no place."""
    assert cities("Atlantis Nova") == ()
    assert known_place("Atlantis Nova") is None


@pytest.mark.parametrize("name", ["Baltic Sea", "the Kattegat", "Øresund", "Oresund", "Suwałki Gap", "the Baltics"])
def test_a_known_place_is_found_with_and_without_article_and_accents(name: str) -> None:
    """The supplement is looked up by the folded form."""
    assert known_place(name) is not None


def test_every_state_has_a_centre() -> None:
    """A state of the register can be put on a map."""
    assert [state.code for state in states() if (place := country(state.code)) is None or place.latitude is None] == []


def test_the_supplement_s_countries_are_states_or_territories() -> None:
    """Countries of the supplement are ISO codes: of the register, or of the few territories that it names apart."""
    table = files("watchfloor.reading.place.gazetteer").joinpath("supplement.csv").read_text(encoding="utf-8")
    codes = {row["country"] for row in csv.DictReader(table.splitlines())} - {""}
    assert {code for code in codes if state_of_code(code) is None} <= {"AX", "FO", "GL", "GU", "HK", "MO", "SJ"}


def test_folding_twice_changes_nothing() -> None:
    """A folded name is its own folded form."""
    for name in ("Świnoujście", "the Åland Islands", "Mazar-i-Sharif", "N’Djamena"):
        assert folded(folded(name)) == folded(name)
