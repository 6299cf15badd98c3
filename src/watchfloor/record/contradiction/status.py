"""Status: what one source asserts and another denies.

In go statements and incidents, out come findings. Two cases are looked at: one stretch of text that the document reports as said by one actor and denied by another,
and one event that documents report as having happened and as denied. That a report is merely hedged is no disagreement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.claim import IncidentReport, Statement, Status
from watchfloor.model.record import ContradictionKind, Incident, Strength
from watchfloor.record.contradiction.finding import Finding, Setting, capital, side
from watchfloor.record.wording import fold

_DENIES = re.compile(r"\b(?:den(?:y|ied|ies|ying)|reject|refut|disput|contradict|dismiss|rebuff|disavow|repudiat)")


def find(
    statements: Iterable[Statement],
    incidents: Iterable[Incident],
    reports: Mapping[str, IncidentReport],
    setting: Setting,
) -> list[Finding]:
    """What is both asserted and denied, with one side for each."""
    found = _denied_statements(statements, setting)
    for incident in incidents:
        if finding := _denied_incident(incident, [reports[key] for key in incident.reports], setting):
            found.append(finding)
    return found


def _denied_statements(statements: Iterable[Statement], setting: Setting) -> list[Finding]:
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        by_document[s.document_id].append(s)
    found = []
    for document in sorted(by_document):
        for a, b in combinations(sorted(by_document[document], key=lambda s: (s.content, s.id)), 2):
            if (
                a.content == b.content
                and a.speaker
                and b.speaker
                and a.speaker != b.speaker
                and _denies(a, setting) != _denies(b, setting)
            ):
                denier, claimant = (a, b) if _denies(a, setting) else (b, a)
                explain = f'{setting.name(denier.speaker or "")} denies what {setting.name(claimant.speaker or "")} says: "{setting.excerpt(a.content)}"'
                sides = (
                    side(setting.name(claimant.speaker or ""), [claimant]),
                    side(setting.name(denier.speaker or ""), [denier]),
                )
                found.append(Finding(ContradictionKind.STATUS, Strength.CONTRADICTION, capital(explain), sides))
    return found


def _denies(statement: Statement, setting: Setting) -> bool:
    return statement.cue is not None and bool(_DENIES.search(fold(setting.texts.quote(statement.cue))))


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
