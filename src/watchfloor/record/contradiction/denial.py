"""Denial: what somebody is accused of, and denies.

In go statements, incidents and their reports, out come findings: on one side whoever says that a party did it, on the other the party
that denies. Where the event itself is beyond doubt it is disputed who did it (attribution); of a pattern, or of what is only
alleged, it is disputed whether it is so (status). A denial is of the event told last before it that names the party; a denial of which no
accusation is found is no disagreement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchfloor.model.claim import Hedge, IncidentReport, Status
from watchfloor.model.record import ContradictionKind, Incident, Strength
from watchfloor.model.span import Span
from watchfloor.record.contradiction.finding import Finding, Setting, capital, listed, shortened, side
from watchfloor.record.party import parties_in, party
from watchfloor.record.speaking import may_be_one
from watchfloor.record.variant import Variant
from watchfloor.record.wording import fold

_DENIED = re.compile(
    r"\bnothing to do with\b|\bno (?:part|role|hand|relation|involvement|connection|drones|ships?|planes|jets) (?:in|with|to)\b"
    r"|\b(?:not|never|n't) (?:been )?(?:involved|responsible|behind|to blame)\b|\bnon-?existent\b|\bnot accord with\b|\bnot in (?:line|accordance) with the facts\b"
    r"|\b(?:is|are|was|were) (?:not true|untrue|false|baseless|groundless|unfounded|fabricated|a lie|lies|fiction|accidental|mischaracteri[sz]ed)\b"
    r"|\b(?:baseless|groundless|unfounded|false|fabricated) (?:accusation|allegation|claim|charge|report|suspicion)s?\b"
)
"""Contents that deny, whatever the verb of saying."""
_ACCUSES = re.compile(
    r"\bsuspicions?\b|\bsuspect|\baccus|\bblam|\bpoint(?:s|ed|ing) (?:the finger )?at\b|\b(?:is|are|was|were|be|been|being) behind\b"
    r"|\bresponsible for\b|\blink(?:s|ed|ing)?\b|\btrac(?:es?|ed|ing)\b.{0,20}\bto\b|\bguilty\b|\bcarried out by\b"
)
"""Words that hold somebody responsible for what was told before."""
_WITHOUT_PROPOSITION = 8
"""Words up to which a denied content ("the reports", "any role in it") points back at what was told before."""
_REACH = 1500
"""Characters back to the event that a denial means: about a screen; further back another event is as likely meant."""

Told = tuple[Span, Incident]
"""A trigger, and the incident of which it tells."""


@dataclass(frozen=True, slots=True)
class _Denial:
    """What `variant` denies, and for whom: the words that name its party."""

    variant: Variant
    party: frozenset[str]


def find(
    variants: Iterable[Variant], incidents: Iterable[Incident], reports: Mapping[str, IncidentReport], setting: Setting
) -> list[Finding]:
    """What parties are said to have done and deny, with one side for those who say so and one for those who deny."""
    said = [v for v in sorted(variants, key=lambda v: v.id) if v.speaker]
    told: dict[str, list[Told]] = defaultdict(list)
    for incident in incidents:
        for r in (reports[key] for key in incident.reports):
            told[r.document_id] += [(t, incident) for t in r.triggers]
    ordered = {document: sorted(all_, key=lambda item: item[0]) for document, all_ in told.items()}
    denied: dict[str, list[_Denial]] = defaultdict(list)
    known: dict[str, Incident] = {}
    for v in said:
        mine = party(setting.actors[v.speaker or ""])
        meant = _meant(v, mine, ordered, setting) if mine and _denies(v, setting) else None
        if meant is not None:
            denied[meant.id].append(_Denial(v, mine))
            known[meant.id] = meant
    by_document: dict[str, list[Variant]] = defaultdict(list)
    for v in said:
        by_document[v.statement.document_id].append(v)
    found = []
    for key in sorted(denied):
        for group in _by_party(denied[key]):
            finding = _finding(known[key], group, by_document, ordered, reports, setting)
            found += [finding] if finding else []
    return found


def _denies(v: Variant, setting: Setting) -> bool:
    content = fold(setting.texts.said(v.statement.content))
    return bool(_DENIED.search(content)) if not v.denies else True


def _meant(
    v: Variant, mine: frozenset[str], ordered: Mapping[str, Sequence[Told]], setting: Setting
) -> Incident | None:
    """The incident of a trigger within the denial, else that of the last one before it whose sentence, or the one that accuses, names the party."""
    start, end = v.statement.content[0].start, v.statement.content[-1].end
    near = [(t, i) for t, i in ordered.get(v.statement.document_id, ()) if start - _REACH <= t.start and t.end <= end]
    within = [i for t, i in near if t.start >= start]
    if within:
        return within[0]
    if v.denies and len(v.wording.words) > _WITHOUT_PROPOSITION:
        return None
    texts = setting.texts
    text = texts.documents[v.statement.document_id].text
    named = [
        i
        for n, (t, i) in enumerate(near)
        if parties_in(texts.sentence(t)) & mine
        or _is_blamed(text[t.end : near[n + 1][0].start if n + 1 < len(near) else start], mine)
    ]
    return named[-1] if named else None


def _is_blamed(text: str, mine: frozenset[str]) -> bool:
    """Whether a sentence of the text holds the party responsible."""
    return any(_ACCUSES.search(fold(part)) and parties_in(part) & mine for part in re.split(r"[.!?]\s", text))


def _by_party(denials: Sequence[_Denial]) -> list[list[_Denial]]:
    """Denials of one party together: a state, its ministry and its spokeswoman."""
    groups: list[list[_Denial]] = []
    for denial in denials:
        same = next((g for g in groups if any(denial.party & other.party for other in g)), None)
        if same is None:
            groups.append([denial])
        else:
            same.append(denial)
    return groups


def _finding(
    incident: Incident,
    denials: Sequence[_Denial],
    by_document: Mapping[str, Sequence[Variant]],
    ordered: Mapping[str, Sequence[Told]],
    reports: Mapping[str, IncidentReport],
    setting: Setting,
) -> Finding | None:
    mine = frozenset(name for d in denials for name in d.party)
    deniers = [d.variant for d in denials]
    members = [reports[key] for key in incident.reports]
    accusing = list(
        {
            v.id: v
            for r in members
            for v in by_document.get(r.document_id, ())
            if _accuses(v, r, mine, deniers, ordered[r.document_id], setting)
        }.values()
    )
    blaming = [r for r in members if _blames(r, mine, setting)]
    if not accusing and not blaming:
        return None
    who = listed(shortened(dict.fromkeys(setting.name(v.speaker or "") for v in accusing)))
    who = who or setting.labels(r.document_id for r in blaming)
    denying = dict.fromkeys(setting.name(v.speaker or "") for v in deniers)
    denier = listed(shortened(denying))
    disputed = incident.specific and incident.status is Status.OCCURRED
    return Finding(
        ContradictionKind.ATTRIBUTION if disputed else ContradictionKind.STATUS,
        Strength.CONTRADICTION if accusing else Strength.TENSION,
        capital(
            f"{incident.type.label}: according to {who} it was so, {denier} {'denies' if len(denying) == 1 else 'deny'} it"
        ),
        (
            side(f"said by {who}", [*(v.statement for v in accusing), *blaming]),
            side(f"denied by {denier}", [v.statement for v in deniers]),
        ),
        about="denial",
    )


def _accuses(
    v: Variant,
    report: IncidentReport,
    mine: frozenset[str],
    deniers: Sequence[Variant],
    told: Sequence[Told],
    setting: Setting,
) -> bool:
    """Whether somebody else says, in words that name the party, that the event took place, or holds it responsible for what was told last."""
    if any(v.id == d.id for d in deniers) or _denies(v, setting):
        return False
    speaker = setting.actors[v.speaker or ""]
    if party(speaker) & mine or any(may_be_one(speaker, setting.actors[d.speaker or ""]) for d in deniers):
        return False
    content = setting.texts.said(v.statement.content)
    if not parties_in(content) & mine:
        return False
    if any(p.overlaps(t) for p in v.statement.content for t in report.triggers):
        return True
    cue = setting.texts.quote(v.statement.cue) if v.statement.cue else ""
    last = next((t for t, _ in reversed(told) if t.start < v.statement.content[-1].end), None)
    return last in report.triggers and _ACCUSES.search(fold(f"{cue} {content}")) is not None


def _blames(report: IncidentReport, mine: frozenset[str], setting: Setting) -> bool:
    """Whether the document itself holds the party responsible."""
    return any(
        b.hedge is not Hedge.DENIED and b.by not in setting.actors and party(setting.actors[b.actor]) & mine
        for b in report.blamed
        if b.actor in setting.actors
    )
