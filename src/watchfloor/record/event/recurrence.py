"""Recurrence: events that one story tells and another story mentions.

In go specific events of several stories, each as its documents sighted it; out come the scores of pairs of different stories that may be one. Two are looked at where
they share a word that names them or a place; they are weighed by the words of the press at large, because two stories have no
lexicon in common. Which of them are one is for `across`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.claim import Status
from watchfloor.model.record import Incident
from watchfloor.record.event.sighting import CATCH_ALL, Sighting, compare
from watchfloor.record.linking.blocking import CROWD, NEIGHBOURS
from watchfloor.record.linking.clustering import Pair, pair
from watchfloor.record.text.background import lexicon

FLOOR = 0.5
"""The mean of best and average score from which two stories tell of one event; higher than within a story, where the other reports stand by. Over the
annotated press stories and the example in one record it joins what belongs together and nothing else, as does every floor from 0.43 to 0.55."""

_TOLD = frozenset({Status.OCCURRED, Status.ALLEGED, Status.DENIED})

MOST = 4
"""Sightings by which an event is known elsewhere; of a thousand reports a few say what and where it was."""


def is_event(incident: Incident) -> bool:
    """Whether it is one event that some document tells as having happened, of a type that says what: only such are known again."""
    return incident.specific and incident.status in _TOLD and incident.type not in CATCH_ALL


def candidates(events: Mapping[str, Sequence[Sighting]]) -> set[Pair]:
    """The pairs of events of different stories that share type and a naming word or a place; of what very many share, neighbours in the order of names."""
    index: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(events):
        for key in keys(events[name]):
            index[key].append(name)
    return {p for names in index.values() for p in _pairs(names) if events[p[0]][0].story != events[p[1]][0].story}


def keys(sightings: Iterable[Sighting]) -> set[tuple[str, ...]]:
    """What an event is met under."""
    return {(*s.family, word) for s in sightings for word in (*s.named, *s.places)}


def score(a: Sequence[Sighting], b: Sequence[Sighting]) -> float:
    """How much two events speak for being one: the mean of what their best pair of sightings says and what all pairs say."""
    found = [compare(x, y, lexicon()).score for x in a for y in b]
    return (max(found) + sum(found) / len(found)) / 2


def _pairs(names: Sequence[str]) -> Iterable[Pair]:
    if len(names) <= CROWD:
        return combinations(names, 2)
    return (pair(a, b) for i, a in enumerate(names) for b in names[i + 1 : i + 1 + NEIGHBOURS])
