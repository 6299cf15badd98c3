"""Companions: the persons whom a story tells of beside somebody, as far as few other stories tell of them.

In go the persons of all stories and the names under which each is met, out come for one of them the names of the others in its story. A name that stands in many
stories ("everybody talks of the president") tells nobody from anybody. Who is who is not decided here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from watchfloor.record.linking.seam import Knot

_FEW = 5
"""Stories that may tell of a companion; in the 372 stories of PolNeAR train 98 of a hundred full names are in no more."""


@dataclass(frozen=True, slots=True)
class Companions:
    """Looks up companions among persons, who go by the names of their knots."""

    knots: Mapping[str, Knot]
    called: Mapping[str, Sequence[str]]
    """Under each key of a knot the persons who are met under it."""
    of_story: Mapping[str, Sequence[str]]
    """The persons of each story."""

    @classmethod
    def of(cls, knots: Mapping[str, Knot], persons: Iterable[str]) -> Self:
        """The companions among `persons`, the names of those knots that are."""
        called: dict[str, list[str]] = defaultdict(list)
        of_story: dict[str, list[str]] = defaultdict(list)
        for name in persons:
            of_story[knots[name].story].append(name)
            for key in knots[name].keys:
                called[key].append(name)
        return cls(knots, called, of_story)

    def __call__(self, name: str) -> frozenset[str]:
        """The personal names met in few stories that stand in the story of the person `name`, without their own."""
        own = self.knots[name]
        beside = {key for other in self.of_story[own.story] for key in self.knots[other].keys}.difference(own.keys)
        return frozenset(_bare(key) for key in beside if self._stories(key) <= _FEW)

    def _stories(self, key: str) -> int:
        return len({self.knots[name].story for name in self.called[key]})


def _bare(key: str) -> str:
    """The name in a key of a person ("person|anna|berg")."""
    return " ".join(key.split("|")[1:])
