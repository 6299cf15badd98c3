"""Companions: the persons whom a story tells of beside somebody, as far as few other stories tell of them.

In go the persons of all stories and the names under which each is met, out come for one of them the names of the others in its story. A name that stands in many
stories ("everybody talks of the president") tells nobody from anybody. Who is who is not decided here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from watchfloor.record.linking.seam import Knot

_FEW = 5
"""Stories that may tell of a companion; in the 372 stories of PolNeAR train 98 of a hundred full names are in no more."""


@dataclass(slots=True)
class Companions:
    """Looks up companions; the index is made where somebody asks, for few records have namesakes."""

    knots: Mapping[str, Knot]
    persons: Iterable[str]
    """The names of those knots that are persons."""
    _of_story: dict[str, set[str]] | None = field(default=None, init=False)

    def __call__(self, name: str) -> frozenset[str]:
        """The personal names met in few stories that stand in the story of the person `name`, without their own."""
        if self._of_story is None:
            self._of_story = self._index()
        own = self.knots[name]
        return frozenset(self._of_story.get(own.story, set()) - {_bare(key) for key in own.keys})

    def _index(self) -> dict[str, set[str]]:
        stories: dict[str, set[str]] = defaultdict(set)
        for name in self.persons:
            for key in self.knots[name].keys:
                stories[_bare(key)].add(self.knots[name].story)
        of_story: dict[str, set[str]] = defaultdict(set)
        for key, own in stories.items():
            for story in own if len(own) <= _FEW else ():
                of_story[story].add(key)
        return of_story


def _bare(key: str) -> str:
    """The name in a key of a person ("person|anna|berg")."""
    return " ".join(key.split("|")[1:])
