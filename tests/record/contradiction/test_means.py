"""With what an event was done, where outlets differ. Everything is an exercise."""

from __future__ import annotations

from desk import Desk, day, record_of
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Contradiction, ContradictionKind, Strength


def attack(outlet: str, text: str, trigger: str) -> Desk:
    """An article on an explosion in Bergen."""
    desk = Desk(f"EXERCISE. {text} The Nordland police in Bergen are looking for the driver.", outlet)
    desk.reports(IncidentType.EXPLOSION, trigger, when=day("2031-04-28"), where=("Bergen", "NO"))
    return desk


def differing(*desks: Desk) -> list[Contradiction]:
    """The contradictions of wording."""
    return [x for x in record_of(*desks).contradictions if x.kind is ContradictionKind.WORDING]


TRUCK = attack("Post", "The bomber rammed a truck into the gate in Bergen.", "rammed a truck into")
CAR = attack("Herald", "The bomber rammed a car into the gate in Bergen.", "rammed a car into")


def test_a_truck_and_a_car_exclude_each_other() -> None:
    """One event with a truck here and a car there is a contradiction on the words that name them."""
    [x] = differing(TRUCK, CAR)
    assert x.strength is Strength.CONTRADICTION
    assert {side.value for side in x.sides} == {"truck", "car"}
    assert {TRUCK.document.quote(s) for side in x.sides for s in side.spans if s.document_id == TRUCK.id} == {"truck"}


def test_who_names_both_settles_it() -> None:
    """An outlet with a truck and a car contradicts neither; nor does a wider word, nor cars that were merely hit."""
    both = attack("Echo", "The bomber rammed a truck, led by a car, into the gate in Bergen.", "rammed a truck")
    assert differing(both, CAR) == []
    wider = attack("Echo", "The bomber rammed a vehicle into the gate in Bergen.", "rammed a vehicle")
    assert differing(wider, CAR) == []
    hit = attack("Echo", "The truck was rammed into the gate in Bergen and damaged cars.", "rammed into")
    assert differing(hit, TRUCK) == []


def test_who_names_another_one_close_by_leaves_open_which_it_was() -> None:
    """An outlet that tells of a truck at the gate, and in the next sentence of a car that got away, says not with which it was done."""
    both = attack(
        "Echo", "The bomber rammed a truck into the gate in Bergen. A car was seen to leave.", "rammed a truck"
    )
    assert differing(both, CAR) == []
