"""What an incident's status stands on, and what is counted at it. Everything is an exercise."""

from __future__ import annotations

from desk import Desk, day, record_of
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import NARRATOR, StatementKind, Status
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Incident


def blast(outlet: str, text: str, status: Status = Status.OCCURRED) -> Desk:
    """An article on a blast in Bergen."""
    desk = Desk(f"EXERCISE. {text} The Nordland fire brigade is in Bergen harbour.", outlet)
    desk.reports(IncidentType.EXPLOSION, "blast", status=status, when=day("2031-04-28"), where=("Bergen", "NO"))
    return desk


def event(*desks: Desk) -> Incident:
    """The one incident of the articles."""
    [found] = record_of(*desks).incidents
    return found


def test_each_status_shows_its_reports_and_voices() -> None:
    """What one outlet states itself and another alleges in an official's words stand side by side, the strongest first."""
    own = blast("Post", "A blast shook the Bergen harbour on Monday.")
    alleged = blast(
        "Herald", "A Nordland official said an alleged blast shook the Bergen harbour on Monday.", Status.ALLEGED
    )
    speaker = alleged.actor("A Nordland official", ActorType.ANONYMOUS)
    alleged.says(
        speaker, "an alleged blast shook the Bergen harbour on Monday", kind=StatementKind.INDIRECT, cue="said"
    )
    found = event(own, alleged)
    assert [g.status for g in found.grounds] == [Status.OCCURRED, Status.ALLEGED]
    assert found.status is Status.OCCURRED
    assert [g.reports for g in found.grounds] == [(d.reading.incidents[0].id,) for d in (own, alleged)]
    assert found.grounds[0].by == (NARRATOR,)
    assert found.grounds[1].by != (NARRATOR,)


def test_what_is_counted_at_the_event_goes_with_it() -> None:
    """The dead are among the incident's figures; the harbour's ferries are not."""
    desk = blast(
        "Post", "A blast shook the Bergen harbour on Monday and killed six people. The harbour has nine ferries."
    )
    dead = desk.counts("six people", 6, "people killed", unit="person")
    desk.counts("nine ferries", 9, "ferries of the harbour", unit="ferry")
    assert event(desk).figures == (dead,)
