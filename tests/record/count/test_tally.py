"""Counts that their event tells: tolls, whom a leak strikes, and what is no such count. Everything is an exercise."""

from __future__ import annotations

from desk import Desk, day, record_of
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import ContradictionKind, Strength

BLAST, LEAK = IncidentType.EXPLOSION, IncidentType.DATA_LEAK


def blast(outlet: str, *sentences: str, city: str = "Bergen", date: str = "2031-04-28") -> Desk:
    """An article that opens with a blast and goes on with the sentences."""
    desk = Desk(f"EXERCISE. A blast shook the Nordland harbour of {city} on Monday. {' '.join(sentences)}", outlet)
    desk.reports(BLAST, "blast", when=day(date), where=(city, "NO"))
    return desk


def dead(desk: Desk, words: str, value: float, of: str = "people killed") -> Desk:
    """The article with a number of dead."""
    desk.counts(words, value, of, unit="person")
    return desk


def numbers(*desks: Desk) -> list[tuple[set[str], Strength]]:
    """The sides of each disagreement in numbers."""
    found = [x for x in record_of(*desks).contradictions if x.kind is ContradictionKind.NUMBER]
    return [({side.value for side in x.sides}, x.strength) for x in found]


def test_the_dead_of_one_event_are_one_count() -> None:
    """However the sentences differ, the dead of one blast are compared."""
    two = dead(blast("Post", "It killed two people."), "two people", 2)
    six = dead(blast("Herald", "Six fishermen lost their lives, the mayor said."), "Six fishermen", 6, "fishermen dead")
    assert numbers(two, six) == [({"two people", "Six fishermen"}, Strength.CONTRADICTION)]


def test_the_dead_of_two_events_are_two_counts() -> None:
    """Two blasts have two tolls, however alike the sentences."""
    here = dead(blast("Post", "The blast killed two people."), "two people", 2)
    there = dead(blast("Herald", "The blast killed six people.", city="Tromsoe", date="2031-04-12"), "six people", 6)
    assert numbers(here, there) == []


def test_of_a_toll_and_its_parts_the_whole_counts() -> None:
    """Two of the six dead are no other toll, and contradict none."""
    six = dead(blast("Post", "It killed six people."), "six people", 6)
    parts = dead(
        dead(blast("Herald", "It killed six people, two people at the gate."), "six people", 6), "two people", 2
    )
    assert numbers(six, parts) == []


def leak(outlet: str, text: str, words: str, value: float, of: str) -> Desk:
    """An article on a data leak and how many it strikes."""
    desk = Desk(f"EXERCISE. {text} Nordland's regulator is looking into the matter.", outlet)
    desk.reports(LEAK, "breach", when=day("2031-04-28"))
    desk.counts(words, value, of, unit="person")
    return desk


def test_whom_a_leak_strikes_is_one_count() -> None:
    """Customers here and citizens there are those whom the breach strikes."""
    one = leak("Post", "The breach at Fjordbank hit 2,300 customers.", "2,300 customers", 2300, "customers")
    other = leak(
        "Herald", "The breach at Fjordbank laid open 4,100 Nordlanders.", "4,100 Nordlanders", 4100, "Nordlanders"
    )
    assert numbers(one, other) == [({"2,300 customers", "4,100 Nordlanders"}, Strength.CONTRADICTION)]


def test_what_is_left_and_what_was_then_is_another_count() -> None:
    """Three other rifles, and the rifles of 1998, are not the rifles that were seized."""

    def seized(outlet: str, text: str, words: str, value: float) -> Desk:
        desk = Desk(f"EXERCISE. {text} The Nordland coast guard seized them off Bergen.", outlet)
        desk.counts(words, value, "assault rifles seized", unit="rifle")
        return desk

    nine = seized("Post", "Nine assault rifles lay on deck.", "Nine assault rifles", 9)
    assert numbers(nine, seized("Herald", "Five assault rifles lay on deck.", "Five assault rifles", 5)) != []
    assert (
        numbers(nine, seized("Herald", "Three other assault rifles lay on deck.", "Three other assault rifles", 3))
        == []
    )
    then = seized("Herald", "In 1998 five assault rifles lay on deck.", "five assault rifles", 5)
    now = seized("Post", "In 2031 nine assault rifles lay on deck.", "nine assault rifles", 9)
    assert numbers(now, then) == []


def test_who_gives_two_numbers_counts_two_things() -> None:
    """An outlet that gives two numbers for what others count once settles nothing and contradicts nobody."""

    def away(outlet: str, text: str, *counts: tuple[str, float]) -> Desk:
        desk = Desk(f"EXERCISE. {text} The Nordland coast guard looks on.", outlet)
        for words, value in counts:
            desk.counts(words, value, "drones over the Nordland harbour", unit="drone")
        return desk

    one = away("Post", "Four drones were over the Nordland harbour.", ("Four drones", 4))
    two = away(
        "Herald", "Six drones were over the Nordland harbour, then nine drones.", ("Six drones", 6), ("nine drones", 9)
    )
    assert numbers(one, two) == []
