"""Completion: the finished record with what people decided about its actors, incidents and contradictions, and how each judgement stands.

In go a record and what was decided, out comes the record with it. Claims were corrected before anything was linked; see `decided`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim
from watchfloor.model.judgement import (
    Conflict,
    ConflictKind,
    Correction,
    Decision,
    Held,
    Judgement,
    Standing,
    SubjectKind,
    in_order,
)
from watchfloor.model.record import Contradiction, Incident, Record
from watchfloor.record.actor import belonging
from watchfloor.record.judgement.correction import fields_of, told, value_of, with_value
from watchfloor.record.judgement.decided import Decided
from watchfloor.record.judgement.outcome import Outcome, quarrel
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.judgement.votes import Vote
from watchfloor.record.text.wording import fold


def named(record: Record, rulings: Rulings) -> Record:
    """The record with actors named and typed as people said; two people's different names for what is one actor now are a conflict."""
    if not any(len(topic) > 1 for topic in rulings.votes):
        return record
    found = [called(actor, rulings) for actor in record.actors]
    made = tuple(correction for _, corrections, _ in found for correction in corrections)
    conflicts = tuple(dict.fromkeys(conflict for _, _, own in found for conflict in own))
    actors = [actor for actor, _, _ in found]
    ordered = tuple(sorted(actors, key=lambda a: (fold(a.name), a.id)))
    return replace(record, actors=ordered, corrections=made, conflicts=conflicts)


def called(actor: Actor, rulings: Rulings) -> tuple[Actor, list[Correction], list[Conflict]]:
    """The actor named and typed as people said, what that corrected, and where they are at odds."""
    changed = actor
    made: list[Correction] = []
    conflicts: list[Conflict] = []
    for name in fields_of(SubjectKind.ACTOR) if rulings.votes else ():
        voted = [vote for m in actor.members if (vote := rulings.votes.get((m, name))) is not None]
        if voted:
            last = _last(voted)
            conflicts += _other_values(voted, last)
            changed = with_value(changed, name, value_of(SubjectKind.ACTOR, name, last.value))
            made.append(Correction(actor.id, name, told(getattr(actor, name)), last.value, last.judgement.id))
    return changed, made, conflicts


def complete(record: Record, decided: Decided) -> Record:
    """The record with everything that people decided."""
    if not decided.judgements:
        return record
    rulings = decided.rulings
    incidents, of_incidents = _corrected(record, decided)
    verdicts = {x.id: vote for x in record.contradictions if (vote := _verdict(x, rulings)) is not None}
    out = {x for x, vote in verdicts.items() if vote.judgement.decision is Decision.REJECT}
    accepted = {c.id for c in record.claims if c.id in rulings.accepted} | (verdicts.keys() - out)
    corrections = sorted({*decided.corrections, *record.corrections, *of_incidents}, key=_place)
    whole = replace(
        record,
        incidents=incidents,
        contradictions=tuple(x for x in record.contradictions if x.id not in out),
        rejected_contradictions=tuple(x for x in record.contradictions if x.id in out),
        rejected=_with_actors(decided.rejected, record),
        confirmed=tuple(sorted(accepted)),
        corrections=tuple(corrections),
        conflicts=tuple(dict.fromkeys([*rulings.conflicts, *record.conflicts])),
    )
    return replace(whole, judgements=_held(whole, decided, verdicts))


def _corrected(record: Record, decided: Decided) -> tuple[tuple[Incident, ...], list[Correction]]:
    """The incidents; one that a person corrected as a whole keeps what they said whatever later reports say."""
    machine = {(c.item, c.field): c.machine for c in decided.corrections}
    rulings = decided.rulings
    made: list[Correction] = []
    incidents: list[Incident] = []
    for incident in record.incidents:
        changed = incident
        for name in fields_of(SubjectKind.INCIDENT):
            voted = [
                vote
                for report in incident.reports
                if (vote := rulings.votes.get((report, name))) and vote.subject.kind is SubjectKind.INCIDENT
            ]
            if not voted:
                continue
            last = _last(voted)
            changed = with_value(changed, name, value_of(SubjectKind.INCIDENT, name, last.value))
            before = dict.fromkeys(machine[report, name] for report in incident.reports if (report, name) in machine)
            made.append(Correction(incident.id, name, " / ".join(before), last.value, last.judgement.id))
        incidents.append(changed)
    return tuple(incidents), made


def _verdict(found: Contradiction, rulings: Rulings) -> Vote | None:
    """What a person last said of a contradiction of this kind that has claims on each of its sides; on a new side they have said nothing."""
    voted = []
    for topic, vote in rulings.votes.items():
        if topic[:2] != ("contradiction", found.kind.value):
            continue
        judged = {*topic[2:], *vote.subject.parts}
        if all(judged & set(side.claims) for side in found.sides):
            voted.append(vote)
    return _last(voted) if voted else None


def _with_actors(rejected: Iterable[Claim], record: Record) -> tuple[Claim, ...]:
    """The rejected claims with the record's actors in the place of the readings'."""
    home = {member: actor.id for actor in record.actors for member in actor.members}
    return tuple(belonging.claim(claim, home) for claim in rejected)


def _held(record: Record, decided: Decided, verdicts: Mapping[str, Vote]) -> tuple[Held, ...]:
    """Every judgement as it stands, in the order in which they were made."""
    found = []
    owners = _owners(record, {p for j in decided.anchored for p in j.parts})
    told_of = {vote.judgement.id for vote in verdicts.values()}
    applied = {c.judgement for c in record.corrections}
    contradictions: dict[str, list[str]] = {}
    for key, vote in verdicts.items():
        contradictions.setdefault(vote.judgement.id, []).append(key)
    for made, here in sorted(
        zip(decided.judgements, decided.anchored, strict=True), key=lambda both: in_order(both[0])
    ):
        outcome = decided.rulings.outcomes.get(made.id, Outcome(Standing.ADRIFT))
        standing = outcome.standing
        if standing is Standing.APPLIED and _is_vain(here, applied, told_of):
            standing = Standing.ADRIFT
        items = [item for part in here.parts for item in owners.get(part, ())] + contradictions.get(made.id, [])
        found.append(
            Held(made, standing, outcome.undone_by, decided.missing.get(made.id, 0), tuple(dict.fromkeys(items)))
        )
    return tuple(found)


def _is_vain(judgement: Judgement, corrected: set[str], contradicted: set[str]) -> bool:
    """Whether it holds and yet changes nothing here: no claim can hold the value, or no such contradiction is found."""
    match judgement.decision:
        case Decision.CORRECT:
            return judgement.id not in corrected
        case Decision.ACCEPT | Decision.REJECT:
            only = all(s.kind is SubjectKind.CONTRADICTION for s in judgement.subject)
            return only and judgement.id not in contradicted
        case _:
            return False


def _owners(record: Record, parts: set[str]) -> dict[str, list[str]]:
    """For each part the ids of the items that it is or belongs to."""
    owners: dict[str, list[str]] = {}
    for item, members in _members(record):
        for part in members:
            if part in parts:
                owners.setdefault(part, []).append(item)
    return owners


def _members(record: Record) -> Iterator[tuple[str, Iterable[str]]]:
    yield from ((d.id, (d.id,)) for d in record.documents)
    yield from ((c.id, (c.id,)) for c in (*record.claims, *record.rejected))
    yield from ((u.id, u.statements) for u in record.utterances)
    yield from ((i.id, i.reports) for i in record.incidents)
    yield from ((g.id, g.figures) for g in record.figure_groups)
    yield from ((a.id, a.members) for a in record.actors)
    yield from ((s.id, s.documents) for s in record.stories)


def _last(voted: Iterable[Vote]) -> Vote:
    return max(voted, key=lambda vote: in_order(vote.judgement))


def _other_values(voted: Iterable[Vote], last: Vote) -> Iterator[Conflict]:
    for vote in voted:
        if vote.value != last.value and vote.judgement.who != last.judgement.who:
            yield quarrel(ConflictKind.VALUES, [vote.judgement, last.judgement])


def _place(correction: Correction) -> tuple[str, str]:
    return correction.item, correction.field
