"""Denial: what somebody is accused of, and denies.

In go an incident and what its documents say, out come findings: on one side whoever says that a party did it, on the other the party
that denies. Where the event itself is beyond doubt it is disputed who did it (attribution); of a pattern, or of what is only
alleged, it is disputed whether it is so (status). A denial is of the event told last before it that names the party; a denial of which no
accusation is found is no disagreement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from watchfloor.model.claim import Hedge, IncidentReport, Status
from watchfloor.model.record import ContradictionKind, Incident, Strength
from watchfloor.model.span import Span
from watchfloor.record.actor.party import parties_in, party, states_in, states_of
from watchfloor.record.actor.speaking import may_be_one
from watchfloor.record.contradiction.finding import Finding, Setting, Testimony, capital, listed, shortened, side
from watchfloor.record.saying.variant import Variant
from watchfloor.record.text.wording import fold

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
_LEAVES_OPEN = re.compile(
    r"\b(?:not|n't|cannot|never|unable to|impossible to)\W+(?:\w+\W+){0,3}?(?:rul(?:e|ed|ing) out|exclud(?:e|ed|ing))\b|\btoo early\b|\bunclear\b|\bwhether\b"
    r"|\bno (?:evidence|proof|indication)\b|\b(?:may|might|could) (?:have|be)\b|\bpossib(?:le|ly|ility)\b"
)
"""Words of somebody who leaves open who did it, and accuses nobody whom a denial could contradict."""
_HABIT = re.compile(
    r"\b(?:previously|repeatedly|consistently|always|routinely|regularly|often|in the past|(?:has|have) long)\b[^.;,]{0,25}$"
)
_SUCH = re.compile(r"\bsuch (?:\w+ )?\w{3,}s\b(?! as)")
"""A denial of what one is always accused of: "has previously denied involvement in such incidents"."""
_BEFORE = 40
"""Characters before a verb of saying that can hold its adverb."""
_WITHOUT_PROPOSITION = 8
"""Words up to which a denied content ("the reports", "any role in it") points back at what was told before."""
_REACH = 1500
"""Characters back to the event that a denial means: about a screen; further back another event is as likely meant."""

Denial = tuple[Variant, frozenset[str]]
"""A statement that denies, and the names of the party for whom it does."""


def find(incident: Incident, told: Testimony, setting: Setting) -> list[Finding]:
    """What parties are said to have done and deny, with one side for those who say so and one for those who deny."""
    members = told.of_incident(incident)
    documents = sorted({r.document_id for r in members})
    lands = frozenset(w.country for r in members for w in r.where if w.country)
    denials: list[Denial] = []
    for v in (v for document in documents for v in told.said.get(document, ()) if v.speaker):
        if (
            not _denies(v, setting)
            or (incident.specific and _is_general(v, setting))
            or _is_elsewhere(v, lands, setting)
        ):
            continue
        mine = party(setting.actors[v.speaker or ""])
        if mine and _meant(v, mine, told, setting) in incident.reports:
            denials.append((v, mine))
    return [
        finding
        for deniers, mine in _by_party(denials)
        if (finding := _finding(incident, deniers, mine, members, told, setting))
    ]


def _denies(v: Variant, setting: Setting) -> bool:
    content = fold(setting.texts.said(v.statement.content))
    return bool(_DENIED.search(content)) if not v.denies else True


def _is_general(v: Variant, setting: Setting) -> bool:
    """Whether the denial is of all that the party is ever accused of, and of no event more than of another."""
    cue = v.statement.cue
    text = setting.texts.documents[v.statement.document_id].text
    before = fold(text[max(0, cue.start - _BEFORE) : cue.start]) if cue else ""
    return bool(_HABIT.search(before) or _SUCH.search(fold(setting.texts.said(v.statement.content))))


def _is_elsewhere(v: Variant, lands: frozenset[str], setting: Setting) -> bool:
    """Whether the denial names states, and none of them is one in which the event took place, or whose people the party is."""
    named = states_in(setting.texts.said(v.statement.content))
    own = states_in(setting.actors[v.speaker or ""].name)
    return bool(lands and named - own) and not named & lands


def _meant(v: Variant, mine: frozenset[str], told: Testimony, setting: Setting) -> str | None:
    """The report of a trigger within the denial, else of the last one before it whose sentence, or the one that accuses, names the party."""
    start, end = v.statement.content[0].start, v.statement.content[-1].end
    triggers = told.triggers.get(v.statement.document_id, ())
    near = [(t, r) for t, r in triggers if start - _REACH <= t.start and t.end <= end]
    within = [r for t, r in near if t.start >= start]
    if within:
        return within[0]
    if v.denies and len(v.wording.words) > _WITHOUT_PROPOSITION:
        return None
    texts = setting.texts
    text = texts.documents[v.statement.document_id].text
    named = [
        r
        for n, (t, r) in enumerate(near)
        if parties_in(texts.sentence(t)) & mine
        or _is_blamed(text[t.end : near[n + 1][0].start if n + 1 < len(near) else start], mine)
    ]
    return named[-1] if named else None


def _is_blamed(text: str, mine: frozenset[str]) -> bool:
    """Whether a sentence of the text holds the party responsible."""
    return any(_ACCUSES.search(fold(part)) and parties_in(part) & mine for part in re.split(r"[.!?]\s", text))


def _by_party(denials: Sequence[Denial]) -> list[tuple[list[Variant], frozenset[str]]]:
    """Denials of one party together: a state, its ministry and its spokeswoman."""
    groups: list[tuple[list[Variant], frozenset[str]]] = []
    for v, mine in denials:
        same = next((n for n, (_, known) in enumerate(groups) if known & mine), None)
        if same is None:
            groups.append(([v], mine))
        else:
            groups[same] = ([*groups[same][0], v], groups[same][1] | mine)
    return groups


def _finding(
    incident: Incident,
    deniers: Sequence[Variant],
    mine: frozenset[str],
    members: Sequence[IncidentReport],
    told: Testimony,
    setting: Setting,
) -> Finding | None:
    accusing = {
        v.id: v
        for r in members
        for v in told.said.get(r.document_id, ())
        if v.speaker and _accuses(v, r, mine, deniers, told, setting)
    }
    blaming = [(r, spans) for r in members if (spans := _blames(r, mine, setting))]
    if not accusing and not blaming:
        return None
    who = listed(shortened(dict.fromkeys(setting.name(v.speaker or "") for v in accusing.values())))
    who = who or setting.labels(r.document_id for r, _ in blaming)
    denying = dict.fromkeys(setting.name(v.speaker or "") for v in deniers)
    denier = f"{listed(shortened(denying))} {'denies' if len(denying) == 1 else 'deny'} it"
    disputed = incident.specific and incident.status is Status.OCCURRED
    claim = "held responsible by" if disputed else "said to be so by"
    said = [v.statement for v in accusing.values()]
    accused_in = [span for s in said for span in s.content] + [span for _, spans in blaming for span in spans]
    return Finding(
        ContradictionKind.ATTRIBUTION if disputed else ContradictionKind.STATUS,
        Strength.CONTRADICTION if accusing else Strength.TENSION,
        capital(f"{incident.type.label}: {claim} {who}, {denier}"),
        (
            side(f"{claim} {who}", [*said, *(r for r, _ in blaming)], accused_in),
            side(denier, [v.statement for v in deniers]),
        ),
        about="denial",
    )


def _accuses(
    v: Variant,
    report: IncidentReport,
    mine: frozenset[str],
    deniers: Sequence[Variant],
    told: Testimony,
    setting: Setting,
) -> bool:
    """Whether somebody else says, in words that name the party, that the event took place, or holds it responsible for what was told last."""
    if any(v.id == d.id for d in deniers) or _denies(v, setting):
        return False
    speaker = setting.actors[v.speaker or ""]
    others = [setting.actors[d.speaker or ""] for d in deniers]
    if party(speaker) & mine or any(may_be_one(speaker, o) or states_of(speaker) & states_of(o) for o in others):
        return False
    content = setting.texts.said(v.statement.content)
    if not parties_in(content) & mine or _leaves_open(v, setting):
        return False
    if any(p.overlaps(t) for p in v.statement.content for t in report.triggers):
        return True
    cue = setting.texts.quote(v.statement.cue) if v.statement.cue else ""
    before = [t for t, _ in told.triggers[report.document_id] if t.start < v.statement.content[-1].end]
    return bool(before) and before[-1] in report.triggers and _ACCUSES.search(fold(f"{cue} {content}")) is not None


def _leaves_open(v: Variant, setting: Setting) -> bool:
    """Whether the words of the statement, or those right before it, leave open who did it."""
    first = v.statement.content[0].start
    text = setting.texts.documents[v.statement.document_id].text
    ahead = text[max(0, first - _BEFORE) : first].rpartition(". ")[2]
    return _LEAVES_OPEN.search(fold(f"{ahead}{setting.texts.said(v.statement.content)}")) is not None


def _blames(report: IncidentReport, mine: frozenset[str], setting: Setting) -> list[Span]:
    """Where the document itself holds the party responsible."""
    return [
        b.span
        for b in report.blamed
        if b.actor in setting.actors and b.hedge is not Hedge.DENIED and b.by not in setting.actors
        if party(setting.actors[b.actor]) & mine
    ]
