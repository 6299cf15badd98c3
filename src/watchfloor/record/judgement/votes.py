"""Votes: what people accepted, rejected or corrected, each thing by its last word.

In go judgements, out come the vote that counts for each topic, what is left of each judgement, and where two people differ. A later vote
counts before an earlier one; where the last words of two people differ, the later one counts and both are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchfloor.model.judgement import (
    Conflict,
    ConflictKind,
    Decision,
    Judgement,
    Standing,
    Subject,
    SubjectKind,
    in_order,
)
from watchfloor.record.judgement.outcome import Outcome, quarrel

Topic = tuple[str, ...]
"""What a vote is about: a part and a field, or a part alone, or a contradiction."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What one judgement says on a topic: accept, reject, or a value."""

    judgement: Judgement
    subject: Subject
    value: str


@dataclass(frozen=True, slots=True)
class Votes:
    """The vote that counts for each topic, and what became of the judgements."""

    counted: Mapping[Topic, Vote]
    outcomes: Mapping[str, Outcome]
    conflicts: tuple[Conflict, ...]


def votes(judgements: Iterable[Judgement]) -> Votes:
    """The votes of all who accept, reject or correct among `judgements`, none of which is undone."""
    cast: dict[Topic, list[Vote]] = defaultdict(list)
    ordered = [j for j in sorted(judgements, key=in_order) if j.decision in _VOTING]
    known: list[tuple[str, frozenset[str], Topic]] = []
    for judgement in ordered:
        for topic, vote in _cast(judgement, known):
            cast[topic].append(vote)
    counted = {topic: told[-1] for topic, told in cast.items()}
    conflicts = {c.judgements: c for told in cast.values() if (c := _differ(told)) is not None}
    return Votes(counted, _outcomes(ordered, cast), tuple(conflicts.values()))


_VOTING = frozenset({Decision.ACCEPT, Decision.REJECT, Decision.CORRECT})


def _cast(judgement: Judgement, known: list[tuple[str, frozenset[str], Topic]]) -> Iterable[tuple[Topic, Vote]]:
    if judgement.decision is Decision.CORRECT:
        subject = judgement.subject[0] if judgement.subject else None
        name, _, value = (judgement.value or "").partition("=")
        for part in subject.parts if subject else ():
            yield (part, name), Vote(judgement, judgement.subject[0], value)
        return
    for subject in judgement.subject:
        if subject.kind is SubjectKind.CONTRADICTION:
            yield _contradiction(subject, known), Vote(judgement, subject, judgement.decision.value)
        else:
            for part in subject.parts:
                yield (part,), Vote(judgement, subject, judgement.decision.value)


def _contradiction(subject: Subject, known: list[tuple[str, frozenset[str], Topic]]) -> Topic:
    """One topic for a contradiction that gained or lost claims since it was judged first."""
    parts = frozenset(subject.parts)
    topic = next((t for about, p, t in known if about == subject.about and (p <= parts or parts <= p)), None)
    topic = topic or ("contradiction", subject.about, *sorted(parts))
    known.append((subject.about, parts, topic))
    return topic


def _outcomes(judgements: Iterable[Judgement], cast: Mapping[Topic, list[Vote]]) -> dict[str, Outcome]:
    held: dict[str, list[bool]] = {j.id: [] for j in judgements}
    by: dict[str, dict[str, None]] = {j.id: {} for j in judgements}
    for told in cast.values():
        for i, vote in enumerate(told):
            held[vote.judgement.id].append(vote.value == told[-1].value)
            by[vote.judgement.id] |= dict.fromkeys(
                later.judgement.id for later in told[i + 1 :] if later.value != vote.value != told[-1].value
            )
    return {key: Outcome(_standing(stands), tuple(sorted(by[key]))) for key, stands in held.items()}


def _standing(stands: list[bool]) -> Standing:
    if not stands:
        return Standing.ADRIFT
    return Standing.APPLIED if all(stands) else Standing.PARTLY if any(stands) else Standing.UNDONE


def _differ(told: list[Vote]) -> Conflict | None:
    """The conflict of those whose last words differ from the last of all."""
    last = {vote.judgement.who: vote for vote in told}
    against = [vote.judgement for vote in last.values() if vote.value != told[-1].value]
    if not against:
        return None
    correct = told[-1].judgement.decision is Decision.CORRECT
    return quarrel(ConflictKind.VALUES if correct else ConflictKind.OPPOSITE, [*against, told[-1].judgement])
