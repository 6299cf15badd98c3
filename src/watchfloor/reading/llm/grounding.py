"""Grounding: one document's answers made a Reading; what the text does not bear is dropped and counted.

In go a Page and the answers about its parts, out comes the Reading. Names, times, places and amounts are read by the rules; nothing is
asked here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from watchfloor.model.claim import Figure, IncidentReport, Position, Statement
from watchfloor.model.reading import Reading
from watchfloor.reading.actor.coreference import Cast, cast
from watchfloor.reading.figure.figure import figures
from watchfloor.reading.llm import claims
from watchfloor.reading.llm.alignment import Ground
from watchfloor.reading.llm.answer import Answer
from watchfloor.reading.llm.bill import Bill, Dropped
from watchfloor.reading.llm.part import Part
from watchfloor.reading.llm.speech import attribution
from watchfloor.reading.llm.who import Who
from watchfloor.reading.passage import Page
from watchfloor.reading.place.place import places
from watchfloor.reading.speech.attribution import Attribution
from watchfloor.reading.speech.statement import statements
from watchfloor.reading.time.time_expression import times

_C = TypeVar("_C", IncidentReport, Position, Figure)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An attribution with the name that the answer gives to its speaker, and the part of the text that it is about."""

    attribution: Attribution
    speaker: str | None
    ground: Ground

    @property
    def content(self) -> tuple[tuple[int, int], ...]:
        """Offsets of the words said."""
        return self.attribution.content


class Grounding:
    """Makes the answers about one page a Reading by `reader`, and counts claims in `bill`."""

    def __init__(self, seen: Page, reader: str, bill: Bill) -> None:
        self._page = seen
        self._reader = reader
        self._bill = bill

    def reading(self, answers: Sequence[tuple[Part, Answer]]) -> Reading:
        """The reading that the answers amount to."""
        document = self._page.document
        grounds = [(Ground(document.text, part.start, part.end), answer) for part, answer in answers]
        said = self._speech(grounds)
        actors = self._cast(said)
        who = Who(self._page, actors)
        spoken = statements(self._page, actors, [one.attribution for one in said], self._reader)
        told = tuple(
            replace(statement, speaker=who.known(one.speaker, one.ground, one.content[0]) or statement.speaker)
            for statement, one in zip(spoken.statements, said, strict=True)
        )
        known = self._known(who)
        reports = [claims.incident(one, ground, known) for ground, answer in grounds for one in answer.incidents]
        stands = [claims.position(one, ground, known) for ground, answer in grounds for one in answer.positions]
        counts = [claims.figure(one, ground, known) for ground, answer in grounds for one in answer.figures]
        everyone = {actor.id: actor for actor in (*who.added.values(), *spoken.speakers, *actors.actors)}
        self._bill.taken += len(told)
        return Reading(
            document_id=document.id,
            reader=self._reader,
            actors=tuple(sorted(everyone.values(), key=lambda actor: (actor.mentions[0], actor.id))),
            statements=told,
            incidents=self._taken(reports),
            positions=self._taken(stands),
            figures=_asserted(self._taken(counts), told),
        )

    def _speech(self, grounds: Iterable[tuple[Ground, Answer]]) -> list[_Spoken]:
        found: dict[tuple[tuple[int, int], ...], _Spoken] = {}
        for ground, answer in grounds:
            for said in answer.statements:
                one = attribution(self._page, ground, said)
                if one is None:
                    self._bill.dropped[Dropped.NOT_FOUND] += 1
                elif one.content in found:
                    self._bill.dropped[Dropped.REPEATED] += 1
                else:
                    found[one.content] = _Spoken(one, said.speaker, ground)
        return [found[content] for content in sorted(found)]

    def _cast(self, said: Iterable[_Spoken]) -> Cast:
        sources = (one.attribution.source for one in said)
        speaking = (source.mention for source in sources if source is not None)
        return cast(self._page, frozenset((mention.start, mention.end) for mention in speaking if mention is not None))

    def _known(self, who: Who) -> claims.Known:
        document, sentences = self._page.document, [passage.sentence for passage in self._page.passages]
        return claims.Known(
            document=document,
            who=who,
            times=times(document, sentences),
            places=places(document, sentences),
            figures=figures(document, sentences, self._reader),
            reader=self._reader,
        )

    def _taken(self, told: Iterable[_C | Dropped]) -> tuple[_C, ...]:
        """The claims in the order of the text, each once and under an id of its own; the others are counted."""
        seen: dict[object, _C] = {}
        for one in told:
            if isinstance(one, Dropped):
                self._bill.dropped[one] += 1
            elif _identity(one) in seen:
                self._bill.dropped[Dropped.REPEATED] += 1
            else:
                seen[_identity(one)] = one
        self._bill.taken += len(seen)
        used: dict[str, int] = {}
        made = []
        for one in sorted(seen.values(), key=lambda claim: (claim.spans, claim.id)):
            used[one.id] = used.get(one.id, 0) + 1
            made.append(one if used[one.id] == 1 else replace(one, id=f"{one.id}.{used[one.id]}"))
        return tuple(made)


def _identity(claim: IncidentReport | Position | Figure) -> object:
    """What makes two claims one: the same words about the same thing."""
    match claim:
        case IncidentReport():
            return claim.type, claim.spans
        case Position():
            return claim.actor, claim.toward, claim.spans
        case _:
            return claim.spans


def _asserted(found: Sequence[Figure], said: Sequence[Statement]) -> tuple[Figure, ...]:
    """The figures, each ascribed to the speaker of the shortest piece of a statement that holds it."""
    return tuple(replace(figure, asserted_by=_voice(figure, said) or figure.asserted_by) for figure in found)


def _voice(figure: Figure, said: Iterable[Statement]) -> str | None:
    around = {
        len(piece): one.speaker for one in said if one.speaker for piece in one.content if piece.covers(figure.span)
    }
    return around[min(around)] if around else None
