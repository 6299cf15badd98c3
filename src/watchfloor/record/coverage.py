"""Coverage: which documents of a story carry a fact, and which are silent.

In go stories, the facts with the documents that carry them, and each document's source; out comes one line for every fact in
every story that has it. Silence is shown and never judged: a document may be silent because it was written earlier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from watchfloor.model.record import Coverage, Story
from watchfloor.record.independence import Sources

LARGE_STORY = 50
"""Documents from which on a fact that one document alone carries has no line: of a thousand documents on one story all others are silent, on every such fact."""


def coverage(stories: Iterable[Story], facts: Mapping[str, Iterable[str]], sources: Sources) -> tuple[Coverage, ...]:
    """The lines of all stories, within each the facts that most sources carry first. `facts` maps a fact's id to document ids."""
    found = list(stories)
    story_of = {document: story.id for story in found for document in story.documents}
    carried: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for fact, documents in facts.items():
        for document in documents:
            carried[story_of[document]][fact].add(document)
    return tuple(line for story in found for line in _lines(story, carried[story.id], sources))


def _lines(story: Story, facts: Mapping[str, set[str]], sources: Sources) -> list[Coverage]:
    large = len(story.documents) > LARGE_STORY
    lines = [
        Coverage(
            subject=fact,
            story=story.id,
            carried_by=tuple(d for d in story.documents if d in documents),
            silent=tuple(d for d in story.documents if d not in documents),
            independent=sources.independent(documents),
        )
        for fact, documents in facts.items()
        if not (large and len(documents) == 1)
    ]
    return sorted(lines, key=lambda line: (-line.independent, line.subject))
