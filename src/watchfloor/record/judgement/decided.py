"""Decided: what people decided, laid over the readings before they are linked and over the record once it is made.

In go readings and judgements; out come the readings without what was rejected and with what was corrected, the rulings for those who link, and
in the end the record with what became of every judgement. Nothing is linked here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self, TypeVar

from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim, Figure, IncidentReport, Position, Statement
from watchfloor.model.document import Document
from watchfloor.model.judgement import Correction, Judgement
from watchfloor.model.reading import Reading
from watchfloor.record.judgement.anchor import Anchors
from watchfloor.record.judgement.correction import NOBODY, InvalidValue, fields_of, kind_of, told, value_of, with_value
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.judgement.votes import Vote
from watchfloor.record.linking.clustering import Pair, pair

_C = TypeVar("_C", Statement, IncidentReport, Position, Figure)


@dataclass(frozen=True, slots=True)
class Decided:
    """Readings as people left them, and what they decided about all else. `anchored` are the judgements on what is there, `missing` counts what is not."""

    readings: tuple[Reading, ...]
    rulings: Rulings
    judgements: tuple[Judgement, ...] = ()
    anchored: tuple[Judgement, ...] = ()
    missing: Mapping[str, int] = field(default_factory=dict)
    rejected: tuple[Claim, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @classmethod
    def of(cls, documents: Iterable[Document], readings: Sequence[Reading], judgements: Sequence[Judgement]) -> Self:
        """What `judgements` make of `readings`."""
        if not judgements:
            return cls(tuple(readings), Rulings())
        anchors = Anchors.of(documents, readings)
        found = [(judgement, *anchors.anchored(judgement)) for judgement in judgements]
        anchored = tuple(on_what_is for _, on_what_is, _ in found)
        rulings = Rulings.of(anchored)
        kept = [_parted(reading, rulings.rejected) for reading in readings]
        corrected = _Corrected.of(readings, rulings)
        changed = tuple(corrected.reading(reading) for reading, _ in kept)
        return cls(
            readings=changed,
            rulings=replace(rulings, together=rulings.together | corrected.ties),
            judgements=tuple(judgements),
            anchored=anchored,
            missing={judgement.id: missing for judgement, _, missing in found},
            rejected=tuple(claim for _, out in kept for claim in out),
            corrections=tuple(corrected.made),
        )


def upheld(
    documents: Iterable[Document], readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> frozenset[str]:
    """The ids of the claims that a person accepted or corrected, as `readings` have them."""
    if not judgements:
        return frozenset()
    anchors = Anchors.of(documents, readings)
    return Rulings.of(anchors.anchored(judgement)[0] for judgement in judgements).upheld


def _parted(reading: Reading, rejected: frozenset[str]) -> tuple[Reading, tuple[Claim, ...]]:
    """The reading without what was rejected, and that."""
    out = tuple(claim for claim in reading.claims if claim.id in rejected)
    if not out:
        return reading, ()
    return replace(
        reading,
        statements=tuple(c for c in reading.statements if c.id not in rejected),
        incidents=tuple(c for c in reading.incidents if c.id not in rejected),
        positions=tuple(c for c in reading.positions if c.id not in rejected),
        figures=tuple(c for c in reading.figures if c.id not in rejected),
    ), out


@dataclass(slots=True)
class _Corrected:
    """The votes on fields of claims, the actors that they name, and what comes of them, which grows while readings are corrected."""

    votes: Mapping[str, tuple[tuple[str, Vote], ...]]
    actors: Mapping[str, Actor]
    made: list[Correction]
    ties: set[Pair]

    @classmethod
    def of(cls, readings: Iterable[Reading], rulings: Rulings) -> Self:
        """Prepare the corrections among the rulings."""
        votes: dict[str, tuple[tuple[str, Vote], ...]] = {}
        for (part, *rest), vote in sorted(rulings.votes.items(), key=lambda item: item[0]):
            if len(rest) == 1:
                votes[part] = (*votes.get(part, ()), (rest[0], vote))
        meant = {p for told_ in votes.values() for _, v in told_ for s in v.judgement.subject[1:] for p in s.parts}
        touched = {part[:12] for part in votes}
        known = {a.id: a for r in readings for a in r.actors if a.id in meant or r.document_id[:12] in touched}
        return cls(votes, known, [], set())

    def reading(self, reading: Reading) -> Reading:
        """The reading with its corrected claims, and with actors whom only a person put there."""
        if not any(claim.id in self.votes for claim in reading.claims):
            return reading
        cast = {actor.id: actor for actor in reading.actors}
        return replace(
            reading,
            statements=tuple(self._claim(c, reading, cast) for c in reading.statements),
            incidents=tuple(self._claim(c, reading, cast) for c in reading.incidents),
            positions=tuple(self._claim(c, reading, cast) for c in reading.positions),
            figures=tuple(self._claim(c, reading, cast) for c in reading.figures),
            actors=tuple(cast.values()),
        )

    def _claim(self, claim: _C, reading: Reading, cast: dict[str, Actor]) -> _C:
        for name, vote in self.votes.get(claim.id, ()):
            try:
                machine, changed = self._set(claim, name, vote, reading, cast)
            except InvalidValue:
                continue  # What was read anew can't hold it: the judgement is told to refer to nothing.
            self.made.append(Correction(claim.id, name, machine, vote.value, vote.judgement.id))
            claim = changed
        return claim

    def _set(self, claim: _C, name: str, vote: Vote, reading: Reading, cast: dict[str, Actor]) -> tuple[str, _C]:
        """What the machine has there, in words, and the claim with the person's value."""
        kind = kind_of(claim)
        value = value_of(kind, name, vote.value)
        machine = getattr(claim, name)
        if not fields_of(kind)[name].is_actor:
            return told(machine), with_value(claim, name, value)
        names_one = len(vote.judgement.subject) > 1
        meant = self._meant(vote.judgement, reading, cast) if names_one else None
        return (cast[machine].name if machine in cast else NOBODY), with_value(claim, name, meant)

    def _meant(self, judgement: Judgement, reading: Reading, cast: dict[str, Actor]) -> str:
        """The id in this reading of the actor whom the judgement names, who is added where the document has no such actor."""
        parts = judgement.subject[1].parts
        own = next((part for part in parts if part in cast), None)
        if own is not None:
            return own
        known = self.actors[parts[0]]
        added = f"{reading.document_id[:12]}:{judgement.id}"
        cast[added] = Actor(added, known.name, known.type, known.aliases)
        self.ties.add(pair(added, parts[0]))
        return added
