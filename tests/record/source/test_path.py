"""Path: who said it, to whom first, and who has it from whom. Everything is an exercise."""

from __future__ import annotations

from desk import Desk
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.sourcing import Bond
from watchfloor.record.source.independence import Origins
from watchfloor.record.source.path import path

WORDS = "We are counting every buoy"


def test_a_path_runs_from_the_mouth_to_the_last_page() -> None:
    """The speaker, the outlet that the words were spoken to, and each document in order with its credit and the text that it shares."""
    desks = [
        Desk(f"EXERCISE. Tove Berg told the Norland Gazette: “{WORDS}”.", "Outlet 1", "2031-05-02"),
        Desk(f"EXERCISE, again. Tove Berg told the Norland Gazette: “{WORDS}”.", "Outlet 2", "2031-05-03"),
        Desk(f"EXERCISE. “{WORDS}”, said Tove Berg.", "Outlet 3", None),
    ]
    for desk in desks:
        desk.says(desk.actor("Tove Berg"), WORDS)
    said = [d.reading.statements[0] for d in desks]
    actors = [a for d in desks for a in d.reading.actors]
    copies = [Copy(desks[0].id, desks[1].id, CopyKind.NEAR_DUPLICATE, 0.9)]
    found = path(said, Origins.of([d.document for d in desks], copies, said, actors))
    assert (found.first, found.bond) == (("Norland Gazette",), Bond.INTERVIEW)
    assert [step.document for step in found.steps] == [d.id for d in desks]
    assert [step.credits for step in found.steps] == [("Norland Gazette",), ("Norland Gazette",), ()]
    assert [step.copies for step in found.steps] == [(), (desks[0].id,), ()]
    assert desks[0].document.quote(found.steps[0].spans[0]) == "told the Norland Gazette"


def test_where_nobody_names_an_occasion_a_credited_report_comes_first() -> None:
    """A saying that one article has from a report of Reuters was first in Reuters, as far as is known; without credit nothing is known."""
    desk = Desk(f"EXERCISE. “{WORDS}”, Tove Berg said, according to Reuters.", "Outlet 1")
    desk.says(desk.actor("Tove Berg"), WORDS)
    plain = Desk(f"EXERCISE. “{WORDS}”, Tove Berg said.", "Outlet 2")
    plain.says(plain.actor("Tove Berg"), WORDS)
    firsts = [
        path(d.reading.statements, Origins.of([d.document], (), d.reading.statements, d.reading.actors)).first
        for d in (desk, plain)
    ]
    assert firsts == [("Reuters",), ()]


def test_an_outlets_own_interview_is_no_credit() -> None:
    """The Gazette's own article about words spoken to it has them from nobody."""
    desk = Desk(f"EXERCISE. Tove Berg told the Norland Gazette: “{WORDS}”.", "The Norland Gazette")
    desk.says(desk.actor("Tove Berg"), WORDS)
    found = path(desk.reading.statements, Origins.of([desk.document], (), desk.reading.statements, desk.reading.actors))
    assert (found.first, found.bond, found.steps[0].credits) == ((), None, ())
