"""Invented articles about one severed cable, on which tests judge. All of it is an exercise."""

from __future__ import annotations

from desk import Desk, day
from watchfloor.model.actor import ActorType
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.judgement import Judgement
from watchfloor.model.record import Record
from watchfloor.record.build import build_record

ONE = "If we go on counting severed cables, we invite the next anchor."
OTHER = "Every repair off Bergen costs the harbour a winter of work."


def article(number: int, saying: str, who: str, kind: ActorType = ActorType.PERSON) -> Desk:
    """An article in which somebody says something, a cable is severed, and divers are counted."""
    desk = Desk(
        f"EXERCISE {number}. The cable off Bergen was severed by an anchor. “{saying}”, said {who}. The fire killed {number} divers in Amberholm.",
        f"Outlet {number}",
        f"2031-05-0{number}",
    )
    desk.says(desk.actor(who, kind), saying)
    desk.reports(IncidentType.SUBSEA_CABLE_DAMAGE, "severed", when=day("2031-04-28"), where=("Bergen", "NO"))
    desk.counts(str(number), number, "divers killed in the fire")
    return desk


FIRST = [article(1, ONE, "Orla Venn"), article(2, OTHER, "Jonas Marik")]
LATER = [article(3, ONE, "Orla Venn"), article(4, OTHER, "Jonas Marik"), article(5, ONE, "a Nordland diplomat")]
ALL = [*FIRST, *LATER]


def built(desks: list[Desk], *judgements: Judgement) -> Record:
    """The record of what lies on the desks, as judged."""
    return build_record([d.document for d in desks], [d.reading for d in desks], (), judgements)


def statements(desks: list[Desk]) -> list[str]:
    """The statements' ids, one an article."""
    return [s.id for d in desks for s in d.reading.statements]


def reports(desks: list[Desk]) -> list[str]:
    """The reports' ids, one an article."""
    return [i.id for d in desks for i in d.reading.incidents]


def actors(desks: list[Desk]) -> list[str]:
    """The ids of the readings' actors, one an article."""
    return [a.id for d in desks for a in d.reading.actors]
