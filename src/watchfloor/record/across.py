"""Across: sayings and events that several stories carry.

In go chapters, out come the utterances and incidents that are one in several of them, with their disagreements. One are sayings of
the very same words, and events that `recurrence` finds alike; a saying that is merely alike is one only within a story. People may rule otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeVar

from watchfloor.model.actor import Actor
from watchfloor.model.claim import IncidentReport
from watchfloor.model.record import Incident, Link, Utterance
from watchfloor.record.chapter import Chapter, disputed_event, disputed_saying, variants_of
from watchfloor.record.contradiction.finding import Finding, Setting, Testimony
from watchfloor.record.event.grounds import grounds
from watchfloor.record.event.incidents import of_reports
from watchfloor.record.event.recurrence import FLOOR, candidates, score
from watchfloor.record.event.sighting import Sighting, sighting
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.clustering import Pair, cluster, pair
from watchfloor.record.linking.seam import Knot, Seam, joined
from watchfloor.record.made import Made, made
from watchfloor.record.saying import utterances
from watchfloor.record.saying.signature import same_words
from watchfloor.record.saying.variant import Variant
from watchfloor.record.voices import Heard, Voices

_SAME_EVENT = "both are of one kind, and their words, times and places fit"
_RULED = "a person ruled so"


Item = TypeVar("Item", Utterance, Incident)
Told = tuple[Item, tuple[Finding, ...]]
"""An item of several stories, and where it is disputed."""


@dataclass(frozen=True, slots=True)
class Across:
    """What is one in several chapters, its disagreements under its id, and for each id of a chapter the id that takes its place."""

    utterances: tuple[Utterance, ...]
    incidents: tuple[Incident, ...]
    disputes: Mapping[str, tuple[Finding, ...]]
    instead: Mapping[str, str]
    sayings: Mapping[tuple[str, ...], Heard[Told[Utterance]]]
    events: Mapping[tuple[str, ...], Heard[Told[Incident]]]
    """Each utterance and incident of several chapters, under the ids there of its parts."""
    seam: Seam
    scores: Mapping[Pair, Made[float]]
    voices: Mapping[str, Made[Actor]]


def across(chapters: Sequence[Chapter], setting: Setting, rulings: Rulings, before: Across | None = None) -> Across:
    """What is one across `chapters`. `setting` is that of the whole record; what was made of the very same `before`, under the same rulings, is taken from there."""
    said = {u.id: u for c in chapters for u in c.utterances}
    happened = {i.id: i for c in chapters for i in c.incidents}
    home = {u.id: c for c in chapters for u in c.utterances} | {i.id: c for c in chapters for i in c.incidents}
    seam = _seam(
        home,
        {u: x.statements for u, x in said.items()} if rulings.together or rulings.apart else {},
        {u: keys for c in chapters for u, keys in c.sayings.items()},
        rulings,
        before.seam if before else None,
    )
    scores = _scores(chapters, before.scores if before else None)
    one_event = _one_event(home, {p: one.result for p, one in scores.items()}, happened, rulings)
    voices = Voices(setting.actors, before.voices if before else {})
    heard = replace(setting, actors=voices)
    sayings = voices.heard(
        {group: tuple(said[name] for name in group) for group in seam.groups},
        lambda parts: _saying(parts, home, heard, rulings),
        before.sayings if before else {},
    )
    incidents = voices.heard(
        {group: tuple(happened[name] for name in group) for group in one_event},
        lambda parts: _event(parts, home, heard, rulings),
        before.events if before else {},
    )
    whole: list[tuple[tuple[str, ...], Utterance | Incident, tuple[Finding, ...]]] = [
        *((group, *one.result) for group, one in sayings.items()),
        *((group, *one.result) for group, one in incidents.items()),
    ]
    return Across(
        tuple(one.result[0] for one in sayings.values()),
        tuple(one.result[0] for one in incidents.values()),
        {item.id: found for _, item, found in whole if found},
        {name: item.id for group, item, _ in whole for name in group},
        sayings, incidents, seam, scores, voices.known,
    )  # fmt: skip


def _scores(chapters: Iterable[Chapter], before: Mapping[Pair, Made[float]] | None) -> dict[Pair, Made[float]]:
    """How much the events of different stories that share what they are met under speak for being one."""
    events = {i: seen for c in chapters for i, seen in c.events.items()}
    wanted = {p: (events[p[0]], events[p[1]]) for p in candidates(events)}
    return made(wanted, lambda p: score(*wanted[p]), before)


def _one_event(
    home: Mapping[str, Chapter], scored: Mapping[Pair, float], happened: Mapping[str, Incident], rulings: Rulings
) -> list[tuple[str, ...]]:
    """The ids of incidents that are one. Two of one story are never joined: their own story kept them apart."""
    scores = {p: found for p, found in scored.items() if found >= FLOOR}
    together, apart = _ruled({i: x.reports for i, x in happened.items()}, rulings)
    nodes = {i for p in (*scores, *together) for i in p}
    by_story: dict[str, list[str]] = defaultdict(list)
    for i in sorted(nodes):
        by_story[home[i].key].append(i)
    rivals = {p for own in by_story.values() for p in combinations(own, 2)}
    kept_apart = {p for p in rivals | apart if nodes.issuperset(p)} - together
    groups = cluster(nodes, scores, FLOOR, together=together, apart=kept_apart)
    return [group for group in groups if len(group) > 1]


def _seam(
    home: Mapping[str, Chapter],
    members: Mapping[str, Sequence[str]],
    keys: Mapping[str, tuple[str, ...]],
    rulings: Rulings,
    before: Seam | None,
) -> Seam:
    """The ids of chapters' items that are one; `members` are the claims of each item, `keys` those under which it is met elsewhere."""
    together, apart = _ruled(members, rulings)
    knots = {item: Knot(home[item].key, own) for item, own in keys.items()}
    knots |= {item: Knot(home[item].key, ()) for p in (*together, *apart) for item in p if item not in knots}
    return joined(knots, together, apart, before)


def _ruled(members: Mapping[str, Sequence[str]], rulings: Rulings) -> tuple[set[Pair], set[Pair]]:
    """The pairs of items that people joined and kept apart."""
    asked = {claim for p in (*rulings.together, *rulings.apart) for claim in p}
    item_of = {claim: item for item, claims in members.items() for claim in claims if claim in asked} if asked else {}
    return _items(rulings.joined(item_of), item_of), _items(rulings.parted(item_of), item_of)


def _items(pairs: Iterable[Pair], item_of: Mapping[str, str]) -> set[Pair]:
    found = {pair(item_of[a], item_of[b]) for a, b in pairs}
    return {p for p in found if p[0] != p[1]}


def _saying(
    parts: Sequence[Utterance], home: Mapping[str, Chapter], setting: Setting, rulings: Rulings
) -> tuple[Utterance, tuple[Finding, ...]]:
    """One utterance out of those of several stories, and where it is disputed."""
    variants = {v.id: v for part in parts for v in _variants(part, home[part.id])}
    part_of = {key: part.id for part in parts for key in part.statements}
    same: dict[str, list[str]] = defaultdict(list)
    for key in sorted(variants):
        same[same_words(variants[key], setting.texts) or key].append(key)
    links = [link for part in parts for link in part.links]
    for first, *rest in same.values():
        links += [Link(first, key, 1.0, "the same words") for key in rest if part_of[key] != part_of[first]]
    links += [Link(a, b, 1.0, _RULED) for a, b in rulings.joined(variants) if part_of[a] != part_of[b]]
    [whole] = utterances.utterances([tuple(sorted(variants))], links, variants.values(), setting.texts.documents)
    found = replace(whole, id=part_of[min(variants)])
    return found, disputed_saying(found, variants, setting)


def _variants(part: Utterance, chapter: Chapter) -> list[Variant]:
    wanted = set(part.statements)
    return [
        v for claims in chapter.claims.values() if wanted & {s.id for s in claims.statements}
        for v in variants_of(claims, chapter.texts) if v.id in wanted
    ]  # fmt: skip


def _event(
    parts: Sequence[Incident], home: Mapping[str, Chapter], setting: Setting, rulings: Rulings
) -> tuple[Incident, tuple[Finding, ...]]:
    """One incident out of those of several stories, and where it is disputed."""
    sightings: dict[str, Sighting] = {}
    for part in parts:
        chapter, wanted = home[part.id], set(part.reports)
        mine = (r for claims in chapter.claims.values() for r in claims.reports if r.id in wanted)
        sightings |= {r.id: sighting(r, chapter.key, chapter.texts) for r in mine}
    part_of = {key: part.id for part in parts for key in part.reports}
    links = [link for part in parts for link in part.links]
    links += [Link(parts[0].reports[0], part.reports[0], 1.0, _SAME_EVENT) for part in parts[1:]]
    links += [Link(a, b, 1.0, _RULED) for a, b in rulings.joined(sightings) if part_of[a] != part_of[b]]
    found = of_reports(part_of[min(sightings)], [sightings[key] for key in sorted(sightings)], links)
    told = _testimony(parts, home)
    figures = tuple(sorted({key for part in parts for key in part.figures}))
    return replace(found, grounds=grounds(found, told), figures=figures), disputed_event(found, told, setting)


def _testimony(parts: Sequence[Incident], home: Mapping[str, Chapter]) -> Testimony:
    """What the documents of several stories' reports say."""
    variants: list[Variant] = []
    reports: list[IncidentReport] = []
    for part in parts:
        chapter, wanted = home[part.id], set(part.reports)
        for claims in chapter.claims.values():
            if wanted & {r.id for r in claims.reports}:
                variants += variants_of(claims, chapter.texts)
                reports += claims.reports
    return Testimony.of(variants, reports)
