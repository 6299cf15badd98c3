"""Figures: numbers of many articles that count one thing, or not. Everything is an exercise."""

from __future__ import annotations

import pytest

from desk import Desk, day, record_of
from watchfloor.model.incident_type import IncidentType


def counted(text: str, words: str, value: float, of: str, outlet: str = "Post") -> Desk:
    """An article with one figure."""
    desk = Desk(f"EXERCISE. {text} The ferry fire in the harbour of Amberholm is out.", outlet)
    desk.counts(words, value, of)
    return desk


def groups(*desks: Desk) -> list[int]:
    """How many figures each group has."""
    return [len(g.figures) for g in record_of(*desks).figure_groups]


def test_one_count_in_two_articles() -> None:
    """Two numbers of dead in one fire are one group, though the numbers differ."""
    first = counted(
        "The ferry fire at Amberholm killed three people.", "three people", 3, "people killed in the ferry fire"
    )
    second = counted("Five people died in the ferry fire at Amberholm.", "Five people", 5, "people", "Herald")
    assert groups(first, second) == [2]


def test_the_dead_are_not_the_wounded() -> None:
    """Different fates are different counts, however alike the sentences."""
    first = counted("The ferry fire at Amberholm killed three people.", "three people", 3, "people")
    second = counted("The ferry fire at Amberholm wounded five people.", "five people", 5, "people", "Herald")
    assert groups(first, second) == []


def test_a_part_is_not_the_whole() -> None:
    """Children among the wounded are another count than the wounded."""
    first = counted("The ferry fire at Amberholm wounded ten children.", "ten children", 10, "children")
    second = counted("The ferry fire at Amberholm wounded ninety people.", "ninety people", 90, "people", "Herald")
    assert groups(first, second) == []


def test_other_units_are_other_counts() -> None:
    """Persons and metres are never one group."""
    first = counted("The ferry fire at Amberholm hit 90 passengers.", "90", 90, "ferry fire at Amberholm")
    second = Desk(
        "EXERCISE. The ferry fire at Amberholm reached 90 metres. The ferry fire in the harbour of Amberholm is out."
    )
    second.counts("90", 90, "ferry fire at Amberholm", unit="metres")
    assert groups(first, second) == []


def at(place: str, code: str, text: str, words: str, value: float, unit: str, outlet: str) -> Desk:
    """An article on drones over an airport, with one figure."""
    desk = Desk(f"EXERCISE. Drones flew over {place} on Monday. {text}", outlet)
    desk.reports(IncidentType.DRONE_INCURSION, f"Drones flew over {place}", when=day("2031-04-28"), where=(place, code))
    desk.counts(words, value, text, unit=unit)
    return desk


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        (("Guards say three drones came in from the sea.", "three drones", 3), ("The minister’s cameras took five drones for sure.", "five drones", 5), "drones"),
        (("For the night 900 passengers slept on benches.", "900 passengers", 900), ("Stranded were 1,100 passengers, said the ministry.", "1,100 passengers", 1100), "persons"),
        (("Its runway was shut for three hours.", "three hours", 3), ("Flights resumed after four hours of closure.", "four hours", 4), "hours"),
    ],
)  # fmt: skip
def test_one_noun_at_one_event_is_one_count(
    one: tuple[str, str, float], other: tuple[str, str, float], unit: str
) -> None:
    """Numbers of what an event is named by, of those it strikes and of its closure are one count however the sentences differ; in another town they are not."""
    here = at("Bergen", "NO", *one, unit, "Post")
    assert groups(here, at("Bergen", "NO", *other, unit, "Herald")) == [2]
    assert groups(here, at("Visby", "SE", *other, unit, "Herald")) == []


def test_several_numbers_of_one_document_are_parts() -> None:
    """Where one article counts two drones here and seven there, another's three are not set against either."""
    several = at(
        "Bergen", "NO", "First two drones came, later seven drones more flew in.", "two drones", 2, "drones", "Post"
    )
    several.counts("seven drones", 7, "more flew in later", unit="drones")
    three = at("Bergen", "NO", "A guard on the tower says it was three drones.", "three drones", 3, "drones", "Herald")
    assert not record_of(several, three).contradictions


def test_a_number_in_a_name_counts_nothing() -> None:
    """“Northlink 2 drones” are not two drones."""
    named = at("Bergen", "NO", "The firm Northlink 2 drones is at work.", "2 drones", 2, "drones", "Post")
    three = at("Bergen", "NO", "A guard on the tower says it was three drones.", "three drones", 3, "drones", "Herald")
    assert groups(named, three) == []


def test_a_count_of_an_earlier_event_is_another_count() -> None:
    """What was cut "a month after" which another cable failed is no count of what failed now."""

    def cables(text: str, trigger: str, words: str, value: float, outlet: str) -> Desk:
        desk = Desk(f"EXERCISE. {text} The Nordland coast guard looks into it.", outlet)
        desk.reports(IncidentType.SUBSEA_CABLE_DAMAGE, trigger, when=day("2031-04-28"), where=("Bergen", "NO"))
        desk.counts(words, value, words, unit="cables")
        return desk

    now = cables("Four data cables failed off Bergen.", "cables failed", "Four data cables", 4, "Post")
    again = cables("Three data cables failed off Bergen.", "cables failed", "Three data cables", 3, "Herald")
    earlier = cables(
        "A cable failed off Bergen, a month after two data cables were cut there.",
        "cable failed",
        "two data cables",
        2,
        "Gazette",
    )
    assert groups(now, again) == [2]
    assert groups(now, earlier) == []
