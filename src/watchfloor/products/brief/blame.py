"""Who blames whom: every attribution of an incident, with its hedge and its words.

In go the ground and the documents of one story, out come its accusations, those shared by most independent sources first. The
brief reports who blames whom and gives no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from watchfloor.model.claim import Blame, Hedge, IncidentReport
from watchfloor.products.brief.ground import Ground
from watchfloor.products.brief.shape import Accusation, Line, Piece

_FIRMEST = tuple(Hedge)


def accusations(ground: Ground, documents: frozenset[str]) -> tuple[Accusation, ...]:
    """One accusation for each accused, accuser, hedge and type of incident, with every document that carries it."""
    groups: dict[tuple[str, str, Hedge, str], list[tuple[IncidentReport, Blame]]] = {}
    for report in ground.chosen(r.id for r in ground.record.reports):
        if report.document_id in documents and isinstance(report, IncidentReport):
            for blame in report.blamed:
                key = (ground.name(blame.actor), ground.name(blame.by), blame.hedge, report.type.label)
                groups.setdefault(key, []).append((report, blame))
    sources = {key: ground.independent(report for report, _ in pairs) for key, pairs in groups.items()}
    ranked = sorted(groups, key=lambda key: (-sources[key], _FIRMEST.index(key[2])))
    return tuple(_joined(_accusation(ground, key, groups[key]) for key in ranked))


def _joined(found: Iterable[Accusation]) -> list[Accusation]:
    """One accusation where one sentence blames for several types of incident at once."""
    joined: dict[tuple[object, ...], Accusation] = {}
    for a in found:
        key = (a.accused, a.accuser, a.hedge, a.line.text, tuple(e.source for e in a.line.evidence))
        joined[key] = replace(a, about=f"{joined[key].about}, {a.about}") if key in joined else a
    return list(joined.values())


def _accusation(
    ground: Ground, key: tuple[str, str, Hedge, str], pairs: list[tuple[IncidentReport, Blame]]
) -> Accusation:
    accused, accuser, hedge, about = key
    firsts: dict[str, tuple[IncidentReport, Blame]] = {}
    for report, blame in pairs:
        firsts.setdefault(report.document_id, (report, blame))
    evidence = tuple(ground.evidence(report, (blame.span,)) for report, blame in firsts.values())
    line = Line((Piece(ground.sentence(pairs[0][1].span)),), evidence)
    return Accusation(accused, accuser, hedge, about, line)
