"""Stances: the table of actors by issues. Everything is an exercise; only the names of states are real."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk import Desk, record_of
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import Polarity
from watchfloor.model.stance import Stance, Voicing

FOR, AGAINST, OPEN = Polarity.FOR, Polarity.AGAINST, Polarity.OPEN
WALL = "drone_wall"
ABOUT = "EXERCISE. The drone wall along the coast is debated again in the capitals. "


def told(
    who: str,
    polarity: Polarity,
    outlet: str = "Post",
    published: str | None = "2031-05-02",
    kind: ActorType = ActorType.STATE,
) -> Desk:
    """An article that reports where an actor stands on the drone wall."""
    verb = {FOR: "supports", AGAINST: "rejects", OPEN: "considers", Polarity.MIXED: "is divided over"}[polarity]
    desk = Desk(f"{ABOUT}{who} {verb} the wall, {outlet} reports.", outlet, published)
    desk.stands(desk.actor(who, kind), WALL, polarity, f"{who} {verb} the wall")
    return desk


def rows(*desks: Desk) -> dict[str, Stance]:
    """The rows on the drone wall by the actor's name."""
    return {row.name: row for row in record_of(*desks).stances if row.toward == WALL}


def test_one_row_for_an_actor_and_an_issue() -> None:
    """Two outlets that say where one actor stands give one row with both, in order of time, each on its words."""
    late, early = told("Latvia", FOR, published="2031-05-03"), told("Latvia", FOR, "Herald", "2031-05-01")
    [row] = rows(late, early).values()
    assert [e.document_id for e in row.entries] == [early.id, late.id]
    assert [late.document.quote(s) for s in row.entries[1].spans] == ["Latvia supports the wall"]
    assert row.polarities == (FOR,)


def test_who_says_it() -> None:
    """An actor's own words, what another ascribes to it and what an outlet reports are told apart."""
    desk = Desk(
        f"{ABOUT}“We back the wall”, said Latvia. “Estonia backs the wall”, it added. Finland backs the wall.", "Post"
    )
    latvia, estonia, finland = (desk.actor(name, ActorType.STATE) for name in ("Latvia", "Estonia", "Finland"))
    desk.says(latvia, "We back the wall")
    desk.says(latvia, "Estonia backs the wall")
    desk.stands(latvia, WALL, FOR, "We back the wall")
    desk.stands(estonia, WALL, FOR, "Estonia backs the wall")
    desk.stands(finland, WALL, FOR, "Finland backs the wall")
    found = {name: row.entries[0] for name, row in rows(desk).items()}
    assert {name: e.voicing for name, e in found.items()} == {
        "Latvia": Voicing.OWN, "Estonia": Voicing.ASCRIBED, "Finland": Voicing.REPORTED,
    }  # fmt: skip
    assert found["Estonia"].by is not None
    assert found["Latvia"].by is found["Finland"].by is None


def test_a_statements_stance_counts_where_no_position_was_read_from_it() -> None:
    """What a statement says adds an entry for its speaker, unless the words were read as somebody's position."""
    desk = Desk(f"{ABOUT}“We back the wall”, said Latvia. “The wall, Estonia backs”, it added.", "Post")
    latvia, estonia = desk.actor("Latvia", ActorType.STATE), desk.actor("Estonia", ActorType.STATE)
    desk.says(latvia, "We back the wall", stance=((WALL, FOR),))
    found = rows(desk)
    assert [e.claim for e in found["Latvia"].entries] == [desk.reading.statements[0].id]
    desk.says(latvia, "The wall, Estonia backs", stance=((WALL, OPEN),))
    desk.stands(estonia, WALL, FOR, "The wall, Estonia backs")
    assert {name: len(row.entries) for name, row in rows(desk).items()} == {"Estonia": 1}


def test_a_group_is_evidence_for_its_members() -> None:
    """What is said of the Baltic states stands in their own row and in each member's, with the group named."""
    found = rows(told("the Baltic states", FOR, kind=ActorType.GROUP), told("Latvia", AGAINST, "Herald"))
    assert set(found) == {"the Baltic states", "Estonia", "Latvia", "Lithuania"}
    group = found["the Baltic states"].actor
    assert {e.polarity: e.group for e in found["Latvia"].entries} == {FOR: group, AGAINST: None}
    assert found["Estonia"].actor == "state:EE"
    assert found["Estonia"].own == ()


def test_some_allies_stay_some_allies() -> None:
    """A group of which nobody can say who belongs to it has its own row and no other."""
    assert set(rows(told("several eastern allies", FOR, kind=ActorType.GROUP))) == {"several eastern allies"}


def test_two_times_are_a_change() -> None:
    """Against in April and for in June is a change, with both entries."""
    [row] = rows(told("Latvia", AGAINST, published="2031-04-01"), told("Latvia", FOR, published="2031-06-01")).values()
    [change] = row.changes
    assert (change.before.polarity, change.after.polarity) == (AGAINST, FOR)


def test_one_time_is_no_change() -> None:
    """Within the days in which outlets carry one saying, or where a date is unknown, nothing has changed."""
    assert rows(told("Latvia", AGAINST, published="2031-05-01"), told("Latvia", FOR, "Herald"))["Latvia"].changes == ()
    assert rows(told("Latvia", AGAINST, published=None), told("Latvia", FOR))["Latvia"].changes == ()


def test_both_stands_at_both_times_are_no_change() -> None:
    """Where either stand is told at either time nobody has moved."""
    april, june = "2031-04-01", "2031-06-01"
    times = ((FOR, "Post", april), (AGAINST, "Herald", april), (FOR, "Wire", june), (AGAINST, "Echo", june))
    desks = [told("Latvia", *time) for time in times]
    assert rows(*desks)["Latvia"].changes == ()


def test_what_is_said_of_a_group_is_no_change_of_a_member() -> None:
    """The Baltic states against in April, Latvia for in June: the group's April is not Latvia's."""
    group = told("the Baltic states", AGAINST, published="2031-04-01", kind=ActorType.GROUP)
    assert rows(group, told("Latvia", FOR, published="2031-06-01"))["Latvia"].changes == ()


_WHO = st.sampled_from(
    [("Latvia", ActorType.STATE), ("the Baltic states", ActorType.GROUP), ("Latvia and Poland", ActorType.GROUP),
     ("some allies", ActorType.GROUP), ("NATO", ActorType.ALLIANCE)]
)  # fmt: skip
_TOLD = st.builds(
    lambda who, polarity, outlet, day: told(who[0], polarity, outlet, day, who[1]),
    _WHO,
    st.sampled_from(list(Polarity)),
    st.sampled_from(["Post", "Herald", "Wire"]),
    st.sampled_from([None, "2031-04-01", "2031-05-02", "2031-05-03"]),
)
_DESKS = st.lists(_TOLD, max_size=5, unique_by=lambda d: d.id)


@given(_DESKS)
def test_expanding_neither_loses_nor_invents_evidence(desks: list[Desk]) -> None:
    """Every position stands in its own actor's row, and every entry of the table is a position of its document, of that polarity, on its words."""
    record = record_of(*desks)
    positions = {p.id: p for p in record.positions}
    entries = [(row, e) for row in record.stances for e in row.entries]
    assert {e.claim for row, e in entries if e.group is None and row.actor == positions[e.claim].actor} == set(
        positions
    )
    for row, entry in entries:
        held = positions[entry.claim]
        assert (entry.document_id, entry.polarity, entry.spans) == (held.document_id, held.polarity, held.spans)
        assert held.actor == (entry.group or row.actor)
        assert held.toward == row.toward


@given(_DESKS, st.randoms())
def test_the_order_of_documents_does_not_matter(desks: list[Desk], chance: object) -> None:
    """The same articles in another order give the same table."""
    other = list(desks)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert record_of(*desks).stances == record_of(*other).stances
