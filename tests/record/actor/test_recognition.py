"""Recognition: a record says why a person of several stories is one, and who else bears the name. Everything is an exercise."""

from __future__ import annotations

import pytest

from desk import Desk, record_of
from watchfloor.model.actor import Actor
from watchfloor.model.document import by_id
from watchfloor.model.record import Record
from watchfloor.products.brief.ground import Ground
from watchfloor.products.item import find
from watchfloor.record.actor.recognition import distinct_names, namesakes, weakest

CABLE = "EXERCISE. Divers found the severed cable near the breakwater. The coast guard suspects an anchor. Repair ships wait for calm seas. "
BUDGET = "EXERCISE. Parliament passed the pension budget after a long night. Teachers and nurses had marched against the pension cuts. "
MORE = (
    "EXERCISE. A severed cable near the breakwater keeps repair ships busy. Divers suspect an anchor, says the coast guard.",
    "EXERCISE. Teachers and nurses marched again as parliament debated the pension budget and its cuts.",
)
MASTER = "Harbour master Anna Berg of Amberholm spoke."
SURGEON = "Anna Berg, a surgeon at Westholm hospital, spoke."


def record(cable: str, budget: str) -> Record:
    """Two stories, each with an article that names Anna Berg."""
    desks = [Desk(CABLE + cable), Desk(BUDGET + budget)]
    for desk in desks:
        desk.actor("Anna Berg")
    return record_of(*desks, *map(Desk, MORE))


def facts(record: Record, actor: Actor, label: str) -> list[str]:
    """What `watchfloor show` says of an actor under that label."""
    return [str(value) for name, value in find(record, actor.id).facts if name == label]


def test_a_merge_on_a_bare_name_is_said() -> None:
    """One actor of two stories shows its score, and that nothing but the name speaks for it."""
    found = record(MASTER, "Anna Berg spoke.")
    [actor] = found.actors
    [said] = facts(found, actor, "Joined")
    assert "one person in 2 stories" in said
    assert "nothing but the name speaks for one person (0.70)" in said
    assert facts(found, actor, "Not joined") == []
    least = weakest(actor, found)
    assert least is not None
    assert least.story in {s.id for s in found.stories}


def test_namesakes_are_shown_with_the_reason() -> None:
    """Each of two actors of one name names the other, and what keeps them apart."""
    found = record(MASTER, SURGEON)
    one, other = found.actors
    for actor, rival in ((one, other), (other, one)):
        [said] = facts(found, actor, "Not joined")
        assert said.startswith(f"{rival.id} has the same name: ")
        assert "harbour master" in said
        assert "surgeon" in said
        assert weakest(actor, found) is None
        assert [n.actor for n in namesakes(actor, found)] == [rival]


def test_the_brief_calls_namesakes_by_what_tells_them_apart() -> None:
    """In the brief each has its own name: with the occupation, or the id where nothing tells."""
    found = record(MASTER, SURGEON)
    ground = Ground.of(found)
    assert {ground.name(a.id) for a in found.actors} == {"Anna Berg, harbour master", "Anna Berg, surgeon"}
    aged = record("Anna Berg, 19, spoke.", "Anna Berg, 62, spoke.")
    assert {Ground.of(aged).name(a.id) for a in aged.actors} == {f"Anna Berg ({a.id})" for a in aged.actors}
    alone = record(MASTER, "Anna Berg spoke.")
    assert {Ground.of(alone).name(a.id) for a in alone.actors} == {"Anna Berg"}


@pytest.mark.parametrize("name", ["Berg", "The old harbour master"])
def test_only_a_full_name_is_looked_at(name: str) -> None:
    """A surname or a description has no namesakes, and no stories to weigh."""
    desks = [Desk(CABLE + f"{name} spoke."), Desk(BUDGET + f"{name} spoke.")]
    for desk in desks:
        desk.actor(name)
    found = record_of(*desks, *map(Desk, MORE))
    assert distinct_names(found.actors, by_id(found.documents)) == {}
    assert all(weakest(a, found) is None and not list(namesakes(a, found)) for a in found.actors)
