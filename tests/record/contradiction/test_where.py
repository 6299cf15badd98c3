"""Places that exclude each other. Everything is an exercise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk import Desk, day, record_of
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Contradiction, ContradictionKind
from watchfloor.record.build import build_record


def blast(outlet: str, city: str, latitude: float) -> Desk:
    """An article on one blast, in a city of that latitude."""
    desk = Desk(
        f"EXERCISE. The blast tore open the Nordland refinery near {city} on Monday, and the fire brigade looks into it.",
        outlet,
    )
    desk.reports(IncidentType.EXPLOSION, "blast", when=day("2031-04-28"), where=(city, "NO"))
    [report] = desk._reports
    [where] = report.where
    desk._reports[:] = [replace(report, where=(replace(where, latitude=latitude, longitude=5.3),))]
    return desk


def displaced(*desks: Desk) -> list[Contradiction]:
    """The contradictions of place."""
    made = build_record([d.document for d in desks], [d.reading for d in desks], ())
    return [x for x in made.contradictions if x.kind is ContradictionKind.PLACE]


def test_one_event_in_two_towns() -> None:
    """Two towns three hundred kilometres apart exclude each other, two that share a harbour do not."""
    [x] = displaced(blast("Post", "Bergen", 60.4), blast("Herald", "Aalesund", 62.9))
    assert {side.value for side in x.sides} == {"Bergen", "Aalesund"}
    assert displaced(blast("Post", "Bergen", 60.4), blast("Herald", "Askoey", 60.5)) == []


def named(outlet: str, words: str) -> Desk:
    """An article that says over what a balloon flew."""
    desk = Desk(f"EXERCISE. A balloon flew over {words} before dawn, and Nordland scrambled jets at once.", outlet)
    desk.reports(IncidentType.BALLOON_INCURSION, "balloon")
    return desk


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the island of Amberholm", "the town of Amberholm", 1),
        ("Nordland's northern island Amberholm", "the Nordland town of Amberholm", 1),
        ("the island of Amberholm", "the isle of Amberholm", 0),
        ("the island of Visby", "the town of Bergen", 0),
        ("the island of Bergen", "the town of Bergen", 0),
    ],
)
def test_an_island_is_no_town(one: str, other: str, expected: int) -> None:
    """What one place is called must be able to be one thing; where a town of the name is known, island and town may both be."""
    found = record_of(named("Post", one), named("Herald", other)).contradictions
    assert len([x for x in found if x.kind is ContradictionKind.PLACE]) == expected
