"""Status: what one source asserts and another denies.

In go statements and incidents, out come findings. Two cases are looked at: one stretch of text that a document reports as said by
one actor and denied by another, and one event that documents report as having happened and as denied. A denial of "the
reports" denies nothing that can be told here, and that a report is merely hedged is no disagreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.claim import IncidentReport, Status
from watchfloor.model.record import ContradictionKind, Incident, Strength
from watchfloor.record.contradiction.finding import Finding, Setting, capital, listed, side
from watchfloor.record.saying.variant import Variant


def find(
    variants: Sequence[Variant], incidents: Iterable[Incident], reports: Mapping[str, IncidentReport], setting: Setting
) -> list[Finding]:
    """What is both asserted and denied, with one side for each."""
    found = _one_stretch(variants, setting)
    events = ((incident, [reports[key] for key in incident.reports]) for incident in incidents)
    return [*found, *(f for incident, event in events if (f := _denied_incident(incident, event, setting)))]


def _one_stretch(variants: Iterable[Variant], setting: Setting) -> list[Finding]:
    """Stretches of text with two speakers, one of whom denies them."""
    same: dict[tuple[object, ...], list[Variant]] = defaultdict(list)
    for v in sorted(variants, key=lambda v: v.id):
        same[v.statement.content].append(v)
    found = []
    for content in sorted(same, key=str):
        for a, b in combinations(same[content], 2):
            if a.speaker and b.speaker and a.speaker != b.speaker and a.denies != b.denies:
                denier, claimant = (a, b) if a.denies else (b, a)
                found.append(_finding(denier, [claimant], setting))
    return found


def _finding(denier: Variant, claimants: Sequence[Variant], setting: Setting) -> Finding:
    names = dict.fromkeys(setting.name(v.speaker or "") for v in claimants)
    said = setting.excerpt(claimants[0].statement.content)
    explain = f'{setting.name(denier.speaker or "")} denies what is said by {listed(names)}: "{said}"'
    sides = (
        side(listed(names), [v.statement for v in claimants]),
        side(f"denied by {setting.name(denier.speaker or '')}", [denier.statement]),
    )
    return Finding(ContradictionKind.STATUS, Strength.CONTRADICTION, capital(explain), sides)


def _denied_incident(incident: Incident, reports: Sequence[IncidentReport], setting: Setting) -> Finding | None:
    by_status = {status: [r for r in reports if r.status is status] for status in (Status.OCCURRED, Status.DENIED)}
    happened, denied = by_status[Status.OCCURRED], by_status[Status.DENIED]
    if not {r.document_id for r in denied} - {r.document_id for r in happened} or not happened:
        return None
    labels = [setting.labels(dict.fromkeys(r.document_id for r in rs)) for rs in (happened, denied)]
    explain = f"{incident.type.label}: reported as fact by {labels[0]}, as denied by {labels[1]}"
    strength = Strength.CONTRADICTION if incident.specific else Strength.TENSION
    return Finding(
        ContradictionKind.STATUS, strength, capital(explain), (side("occurred", happened), side("denied", denied))
    )
