"""Coverage: which documents of a story carry a fact, and which are silent.

In go stories, the facts with the claims that carry them, and where claims come from; out comes one line for every fact in
every story that has it. Silence is shown and never judged: a document may be silent because it was written earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from watchfloor.model.claim import Claim
from watchfloor.model.record import Coverage, Story
from watchfloor.record.made import Made, made
from watchfloor.record.source.independence import Origins

Lines = tuple[Coverage, ...]
"""The lines of one story."""

LARGE_STORY = 50
"""Documents from which on a fact that one document alone carries has no line: of a thousand documents on one story all others are silent, on every such fact."""


def coverage(
    stories: Iterable[Story],
    facts: Mapping[str, Iterable[Claim]],
    origins: Origins,
    before: Mapping[str, Made[Lines]] | None = None,
) -> dict[str, Made[Lines]]:
    """The lines of each story, under its id and in the order of stories; within each the facts that most sources carry first.

    `facts` maps a fact's id to its claims. Lines that were made `before` of the same facts from the same sources are kept.
    """
    found = {story.id: story for story in stories}
    story_of = {document: story.id for story in found.values() for document in story.documents}
    carried: dict[str, dict[str, list[Claim]]] = {key: {} for key in found}
    for fact, claims in facts.items():
        for claim in claims:
            carried[story_of[claim.document_id]].setdefault(fact, []).append(claim)
    wanted = {
        key: (
            story.documents,
            tuple(map(origins.laid_out, story.documents)),
            *carried[key],
            *chain.from_iterable(carried[key].values()),
            *map(len, carried[key].values()),
        )
        for key, story in found.items()
    }
    return made(wanted, lambda key: tuple(_lines(found[key], carried[key], origins)), before)


def _lines(story: Story, facts: Mapping[str, Sequence[Claim]], origins: Origins) -> list[Coverage]:
    large = len(story.documents) > LARGE_STORY
    lines = [
        Coverage(
            subject=fact,
            story=story.id,
            carried_by=tuple(d for d in story.documents if d in documents),
            silent=tuple(d for d in story.documents if d not in documents),
            independent=origins.count(claims),
        )
        for fact, claims in facts.items()
        for documents in ({c.document_id for c in claims},)
        if not (large and len(documents) == 1)
    ]
    return sorted(lines, key=lambda line: (-line.independent, line.subject))
