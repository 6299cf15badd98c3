"""Polarity: who is told to stand two ways at one time. Everything is an exercise; only the names of states are real."""

from __future__ import annotations

import pytest

from desk import Desk, record_of
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import Polarity
from watchfloor.model.record import Contradiction, ContradictionKind, Strength

FOR, AGAINST, OPEN = Polarity.FOR, Polarity.AGAINST, Polarity.OPEN
WALL = "drone_wall"
ABOUT = "EXERCISE. The drone wall along the coast is debated again in the capitals of the north. "
_VERB = {FOR: "supports", AGAINST: "rejects", OPEN: "considers"}


def found(*desks: Desk) -> list[Contradiction]:
    """The disagreements about who stands where."""
    return [x for x in record_of(*desks).contradictions if x.kind is ContradictionKind.POLARITY]


def reported(
    who: str,
    polarity: Polarity,
    outlet: str,
    published: str | None = "2031-05-02",
    kind: ActorType = ActorType.STATE,
    toward: str = WALL,
) -> Desk:
    """An article that tells in its own voice where an actor stands."""
    desk = Desk(f"{ABOUT}{who} {_VERB[polarity]} the wall, {outlet} writes.", outlet, published)
    desk.stands(desk.actor(who, kind), toward, polarity, f"{who} {_VERB[polarity]} the wall")
    return desk


def said(
    who: str, polarity: Polarity, outlet: str, published: str | None = "2031-05-02", *, role: str | None = None
) -> Desk:
    """An article in which a person says where it stands."""
    words = {FOR: "The wall must be built", AGAINST: "The wall would be folly", OPEN: "The wall is on the table"}[
        polarity
    ]
    desk = Desk(f"{ABOUT}“{words}”, said {role or 'one'} {who} to {outlet}.", outlet, published)
    actor = desk.actor(who, roles=(role,) if role else ())
    desk.says(actor, words, stance=((WALL, polarity),))
    return desk


def test_for_in_one_outlet_and_against_in_another() -> None:
    """One person's own words for and against at one time are a contradiction, with both sides on their words and a sentence that names them."""
    post, herald = said("Orla Venn", FOR, "Post"), said("Orla Venn", AGAINST, "Herald")
    [x] = found(post, herald)
    assert x.strength is Strength.CONTRADICTION
    assert x.explain == "Drone wall: Orla Venn is for it in Post, but Orla Venn is against it in Herald."
    assert {d.document.quote(s) for d, side in ((post, x.sides[0]), (herald, x.sides[1])) for s in side.spans} == {
        "The wall must be built", "The wall would be folly",
    }  # fmt: skip


@pytest.mark.parametrize(
    "desks",
    [
        (said("Orla Venn", FOR, "Post"), reported("Orla Venn", AGAINST, "Herald", kind=ActorType.PERSON)),
        (said("Orla Venn", OPEN, "Post"), said("Orla Venn", FOR, "Herald")),
        (reported("Latvia", FOR, "Post", None), reported("Latvia", AGAINST, "Herald")),
        (reported("the Baltic states", FOR, "Post", kind=ActorType.GROUP), reported("Latvia", AGAINST, "Herald")),
        (said("Orla Venn", FOR, "Post", role="Latvian defence minister"), said("Ilva Brandt", AGAINST, "Herald", role="Latvian foreign minister")),
    ],
    ids=["outlet’s voice", "undecided", "undated", "group", "two spokesmen"],
)  # fmt: skip
def test_what_can_both_be_true_is_a_tension(desks: tuple[Desk, Desk]) -> None:
    """What an outlet tells, the undecided, the undated, a group beside a member and two who speak for one state are tensions."""
    [x] = found(*desks)
    assert x.strength is Strength.TENSION
    assert len(x.sides) == 2


@pytest.mark.parametrize(
    "desks",
    [
        (reported("Latvia", FOR, "Post", "2031-04-20"), reported("Latvia", AGAINST, "Herald", "2031-05-02")),
        (reported("Latvia", FOR, "Post"), reported("Latvia", FOR, "Herald")),
        (reported("Latvia", FOR, "Post"), reported("Estonia", AGAINST, "Herald")),
        (reported("Latvia", FOR, "Post"), reported("Latvia", AGAINST, "the post")),
        (reported("some allies", FOR, "Post", kind=ActorType.GROUP), reported("some allies", AGAINST, "Herald", kind=ActorType.GROUP)),
        (reported("a diplomat", FOR, "Post", kind=ActorType.ANONYMOUS), reported("a diplomat", AGAINST, "Herald", kind=ActorType.ANONYMOUS)),
        (reported("Latvia", FOR, "Post", toward="other:old_wall"), reported("Latvia", AGAINST, "Herald", toward="other:old_wall")),
        (said("Orla Venn", FOR, "Post", role="Latvian defence minister"), said("Ilva Brandt", AGAINST, "Herald", role="Finnish foreign minister")),
    ],
    ids=["two times", "one stand", "two states", "one outlet", "some", "unnamed", "own issue", "ministers of two states"],
)  # fmt: skip
def test_what_is_no_disagreement(desks: tuple[Desk, Desk]) -> None:
    """Two times are a change; the unnamed may be two, an issue in a document's own words may be another, and an outlet that prints twice is one."""
    assert found(*desks) == []


def test_a_document_that_tells_both_settles_it() -> None:
    """Where one article tells that an actor was for and against, both were told."""
    both = Desk(f"{ABOUT}Latvia supports the wall. Latvia rejects the wall, said others.", "Wire")
    latvia = both.actor("Latvia", ActorType.STATE)
    both.stands(latvia, WALL, FOR, "Latvia supports the wall")
    both.stands(latvia, WALL, AGAINST, "Latvia rejects the wall")
    assert found(reported("Latvia", FOR, "Post"), reported("Latvia", AGAINST, "Herald"), both) == []


def test_members_of_a_group_stand_together_against_it() -> None:
    """Two members told otherwise than their group are one disagreement, not two."""
    group = reported("the Baltic states", FOR, "Post", kind=ActorType.GROUP)
    [x] = found(group, reported("Latvia", AGAINST, "Herald"), reported("Estonia", AGAINST, "Wire"))
    assert (
        x.explain
        == "Drone wall: the Baltic states are for it in Post, but Estonia and Latvia are against it in Wire and Herald."
    )
