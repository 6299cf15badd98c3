"""Told apart: pairs of sightings that one of the documents shows to be two events.

In go sightings and the pairs compared, out come the pairs that are two. Where an article tells of two events of one type on two days, two
other reports of those days are of those two events, and no disagreement about the day of one; where it says that an event happened "for the third day in a row",
every other day is another event. What an article tells only to date another event by it ("a month after …") is none of that article's others, nor one of a later day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from watchfloor.model.when import When
from watchfloor.record.event.sighting import Sighting, is_dated
from watchfloor.record.linking.clustering import Pair

Days = tuple[When, When]
"""Two times of one article's two events, which exclude each other."""


def told_apart(pairs: Iterable[Pair], known: Mapping[str, Sighting]) -> list[Pair]:
    """Those of `pairs` whose days some document of their story keeps apart."""
    kept = _kept_apart(known.values())
    series = {(s.story, s.report.type) for s in known.values() if s.in_series}
    found = []
    for a, b in pairs:
        one, other = known[a].report.when, known[b].report.when
        if _is_aside_to(known[a], known[b]):
            found.append((a, b))
            continue
        family = (known[a].story, known[a].report.type)
        if not one or not other or one.may_overlap(other):
            continue
        if family in series or any(_are(days, one, other) for days in kept[family]):
            found.append((a, b))
    return found


def _is_aside_to(a: Sighting, b: Sighting) -> bool:
    """Whether one is told to date another event, and the other is of the same document or of another time."""
    one, other = a.report.when, b.report.when
    apart = one is not None and other is not None and not one.may_overlap(other)
    return (a.aside or b.aside) and (apart or a.report.document_id == b.report.document_id)


def _kept_apart(sightings: Iterable[Sighting]) -> Mapping[tuple[str, str], list[Days]]:
    """For each story and type the pairs of days that one document gives to two events."""
    dated: dict[tuple[str, str, str], set[When]] = defaultdict(set)
    for s in sightings:
        if s.specific and s.report.when and is_dated(s.report.when):
            dated[s.story, s.report.type, s.report.document_id].add(s.report.when)
    kept: dict[tuple[str, str], list[Days]] = defaultdict(list)
    for (story, kind, _), whens in dated.items():
        kept[story, kind] += [(a, b) for a, b in combinations(whens, 2) if not a.may_overlap(b)]
    return kept


def _are(days: Days, one: When, other: When) -> bool:
    first, second = days
    return (first.may_overlap(one) and second.may_overlap(other)) or (
        first.may_overlap(other) and second.may_overlap(one)
    )
