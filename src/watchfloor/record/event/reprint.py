"""Reprint: passages that are printed again under a later date, "on Sunday" and all.

In go the sightings of a story, out come the same, each dated as where its passage first stood: an outlet that prints its article again a week later
tells of no other Sunday. The reports of the record keep the times that were read in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from watchfloor.record.event.dating import Dating
from watchfloor.record.event.sighting import Sighting

Printed = tuple[str, ...]
"""Story, type, a passage, and the words that date it with their sentence."""


def as_first_printed(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The sightings in their order; one whose passage stands, with its words of date, in an earlier document of its story is dated as there."""
    first: dict[Printed, Dating] = {}
    for s in sightings:
        for printed in _printed(s):
            if s.dating and s.dating.when and (printed not in first or _age(s.dating) < _age(first[printed])):
                first[printed] = s.dating
    return [_dated(s, [first[printed] for printed in _printed(s) if printed in first]) for s in sightings]


def _printed(s: Sighting) -> list[Printed]:
    return [(s.story, s.report.type, passage, *s.dating.words) for passage in s.passages] if s.dating else []


def _dated(s: Sighting, known: Sequence[Dating]) -> Sighting:
    when = min(known, key=_age).when if known else s.report.when
    return s if when == s.report.when else replace(s, report=replace(s.report, when=when))


def _age(dating: Dating) -> tuple[tuple[float, str], str]:
    return dating.published, dating.report
