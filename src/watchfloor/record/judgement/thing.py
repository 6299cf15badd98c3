"""Thing: whatever in a record has an id, found by that id or by as much of its beginning as is unique.

In go a Record and what a person typed, out comes the thing. What it says is for `watchfloor.products.item`.
"""

from __future__ import annotations

from collections.abc import Iterable

from watchfloor.errors import NotFound
from watchfloor.model.actor import Actor
from watchfloor.model.claim import Claim
from watchfloor.model.document import Document
from watchfloor.model.judgement import Held
from watchfloor.model.record import Contradiction, FigureGroup, Incident, Record, Story, Utterance

SUGGESTED = 5
"""Ids named where a beginning fits several: as many as a line holds."""

Thing = Document | Claim | Actor | Utterance | Incident | FigureGroup | Contradiction | Story | Held


def thing(record: Record, wanted: str) -> Thing:
    """The thing whose id is `wanted`, or the only one whose id begins so; what was rejected is found too.

    Raises:
        NotFound: none does, or several do.
    """
    things = _things(record)
    fitting = [wanted] if wanted in things else [one for one in sorted(things) if wanted and one.startswith(wanted)]
    # What is found in one document bears its short id in front: who names the document does not mean all of that too.
    within = tuple(f"{known.short_id}:" for one in fitting if isinstance(known := things[one], Document))
    fitting = [one for one in fitting if not one.startswith(within)]
    if not fitting:
        raise NotFound(
            f"Nothing in the record has the id {wanted!r}. `watchfloor record --format table` lists the ids."
        )
    if len(fitting) > 1:
        several = ", ".join(fitting[:SUGGESTED]) + (", …" if len(fitting) > SUGGESTED else "")
        raise NotFound(f"{len(fitting)} ids begin with {wanted!r}: {several}. Give more of the one you mean.")
    return things[fitting[0]]


def _things(record: Record) -> dict[str, Thing]:
    groups: tuple[Iterable[Thing], ...] = (
        record.documents,
        record.claims,
        record.rejected,
        record.actors,
        record.utterances,
        record.incidents,
        record.figure_groups,
        record.contradictions,
        record.rejected_contradictions,
        record.stories,
        record.judgements,
    )
    return {known.id: known for group in groups for known in group}
