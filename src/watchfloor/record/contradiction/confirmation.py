"""Confirmation: an event that one party confirms, and for which another says that there is no evidence.

In go statements and incident reports, out come findings. Looked at are events of one type in one story, whose words stand in both statements. It
is a tension: the one may confirm what happened, the other miss a proof of who did it. A statement that merely doubts, and what a
document says in its own voice, are not looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from watchfloor.model.claim import IncidentReport
from watchfloor.model.incident_type import IncidentType
from watchfloor.model.record import ContradictionKind, Strength
from watchfloor.record.actor.speaking import may_be_one
from watchfloor.record.contradiction.finding import Finding, Setting, capital, listed, side
from watchfloor.record.saying.variant import Variant
from watchfloor.record.text.wording import fold, stem, words_of

_CONFIRMS = re.compile(r"(?<!not )(?<!never )(?<!to )(?<!n't )\bconfirm(?:s|ed|ing)?\b")
_NO_EVIDENCE = re.compile(
    r"\b(?:no|not any|without any|lack of) (?:\w+ ){0,2}(?:evidence|proof|indications?|signs?|traces?)\b"
    r"|\bnothing (?:to )?(?:suggest|indicate|show|prove)s?\b|\b(?:evidence|proof) (?:has|had|was|is) (?:not|never) "
)
_NEAR = 60
"""Characters of the content in which the confirmation must stand: further in, it is of something else."""

_ANY_EVENT = frozenset(
    map(stem, words_of("incident event case matter report disruption attack operation activity airport ship vessel"))
)
"""Words that name an event together with others and tell nothing alone."""

Event = tuple[str, IncidentType]
"""A story, and a type of event in it."""


def find(variants: Iterable[Variant], reports: Iterable[IncidentReport], setting: Setting) -> list[Finding]:
    """What is confirmed here and without evidence there, with one side for each."""
    named = _named(reports, setting)
    confirmed: dict[Event, list[Variant]] = defaultdict(list)
    unproven: dict[Event, list[Variant]] = defaultdict(list)
    for v in sorted((v for v in variants if v.speaker), key=lambda v: v.id):
        sort = _sort(v, setting)
        story = setting.stories[v.statement.document_id]
        for kind, stems in named[story].items() if sort is not None else ():
            if v.wording.content & stems:
                (confirmed if sort else unproven)[story, kind].append(v)
    both = sorted(confirmed.keys() & unproven.keys())
    return [f for event in both if (f := _finding(event, confirmed[event], unproven[event], setting))]


def _named(reports: Iterable[IncidentReport], setting: Setting) -> Mapping[str, Mapping[IncidentType, frozenset[str]]]:
    """For each story the stems by which its documents name the events of each type."""
    named: dict[str, dict[IncidentType, frozenset[str]]] = defaultdict(dict)
    for r in reports:
        if r.type.is_hybrid and r.type is not IncidentType.OTHER_HYBRID:
            kinds = named[setting.stories[r.document_id]]
            stems = setting.texts.lexicon.read(setting.texts.said(r.triggers)).content
            kinds[r.type] = kinds.get(r.type, frozenset()) | stems - _ANY_EVENT
    return named


def _sort(v: Variant, setting: Setting) -> bool | None:
    """True where the statement confirms, False where it misses evidence, None where it does neither."""
    cue = setting.texts.quote(v.statement.cue) if v.statement.cue else ""
    content = fold(setting.texts.said(v.statement.content))
    if _NO_EVIDENCE.search(f"{fold(cue)} {content}"):
        return False
    return True if _CONFIRMS.search(f"{fold(cue)} {content[:_NEAR]}") else None


def _finding(
    event: Event, confirmed: Sequence[Variant], unproven: Sequence[Variant], setting: Setting
) -> Finding | None:
    against = [
        (a, b)
        for a in confirmed
        for b in unproven
        if not may_be_one(setting.actors[a.speaker or ""], setting.actors[b.speaker or ""])
    ]
    if not against:
        return None
    sides = [list({v.id: v for v in chosen}.values()) for chosen in zip(*against, strict=True)]
    who = [listed(dict.fromkeys(setting.name(v.speaker or "") for v in vs)) for vs in sides]
    return Finding(
        ContradictionKind.STATUS,
        Strength.TENSION,
        capital(f"{event[1].label}: confirmed by {who[0]}, without evidence according to {who[1]}"),
        (
            side(f"confirmed by {who[0]}", [v.statement for v in sides[0]]),
            side(f"no evidence, says {who[1]}", [v.statement for v in sides[1]]),
        ),
        about="evidence",
    )
