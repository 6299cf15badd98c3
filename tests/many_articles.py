"""Invented articles about one event by very many outlets: half their sayings are told by several, a third of them print one wire text. All of it is an exercise."""

from __future__ import annotations

from random import Random

from desk import Desk, day
from watchfloor.model.actor import ActorType
from watchfloor.model.claim import Polarity
from watchfloor.model.copy import Copy, CopyKind
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import Record
from watchfloor.record.build import build_record

_SPEAKERS = (
    "Orla Venn|Jonas Marik|Ida Rask|Tomas Holt|Vera Lind|Pavel Orsk|Mira Sand|Otto Brack|Lena Fors|Emil Vaas".split("|")
)
_SYLLABLES = "ka lo mi ten ras vor bel du sen par il om".split()
_WORDS = sorted({a + b + c for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES})
_SHARED = 40
"""Sayings that go round."""


def _article(number: int) -> Desk:
    """An article with a saying that goes round, one of its own, two events, a number that differs, and a stand."""
    own, common = Random(f"own {number}"), Random(number % _SHARED)  # noqa: S311 - no secret
    who = _SPEAKERS[number % len(_SPEAKERS)]
    shared, private = (" ".join(chance.sample(_WORDS, 10)).capitalize() for chance in (common, own))
    homes = f"{own.randint(3, 9) * 100} homes"
    desk = Desk(
        f"EXERCISE {number}. The cable off Bergen was severed by an anchor on Monday. “{shared}”, said {who}. “{private}”, {who} added. "
        f"The break left {homes} dark. Drones closed the airport of Osterby. {who} is for sanctions.",
        f"Outlet {number}",
        f"2031-05-0{1 + number % 9}",
        headline=f"Cable severed off Bergen, report {number}",
    )
    actor = desk.actor(who, ActorType.PERSON)
    desk.says(actor, shared)
    desk.says(actor, private)
    desk.reports(IncidentType.SUBSEA_CABLE_DAMAGE, "severed", when=day("2031-04-28"), where=("Bergen", "NO"))
    desk.reports(IncidentType.DRONE_INCURSION, "Drones closed", when=day("2031-04-29"), where=("Osterby", "DK"))
    desk.counts(homes, int(homes.split(maxsplit=1)[0]), "homes dark", unit="homes")
    desk.stands(actor, "sanctions", Polarity.FOR if number % 3 else Polarity.AGAINST, "for sanctions")
    return desk


def record(many: int) -> Record:
    """The record of so many articles, a third of them copies of one another."""
    desks = [_article(number) for number in range(many)]
    wire = [d.id for d in desks[: many // 3]]
    copies = [Copy(a, b, CopyKind.WIRE_COPY, 0.9) for n, a in enumerate(wire) for b in wire[n + 1 :]]
    return build_record([d.document for d in desks], [d.reading for d in desks], copies)
