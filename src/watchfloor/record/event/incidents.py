"""Incidents: which reports are of one event.

In go sightings, out come incidents, one for every event and every pattern, also for one that a single document carries. Patterns of one type in one story are one;
specific events are grouped by what `sighting` sees. No report is changed: the incident's status, time and place are what
its reports allow, and the reports keep their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from watchfloor.model.claim import Status
from watchfloor.model.record import Incident, Link
from watchfloor.model.when import Precision, When
from watchfloor.model.where import Where
from watchfloor.record.event.dating import first_told
from watchfloor.record.event.leading import with_leads
from watchfloor.record.event.sighting import CATCH_ALL, Sighting, compare
from watchfloor.record.event.told_apart import told_apart
from watchfloor.record.judgement.rulings import Rulings
from watchfloor.record.linking.blocking import propose
from watchfloor.record.linking.clustering import Pair, cluster
from watchfloor.record.linking.comparison import Comparison
from watchfloor.record.linking.identity import identify
from watchfloor.record.text.wording import Lexicon, fold

FLOOR = 0.43
"""The linkage from which two groups of reports are of one event. Mean link F1 over the press stories is .84 from .43 to .46, .83 at .42, .77 at .40, .74 at .48."""

_MANY = 40
"""Patterns of one type in one story from which on they are one by definition; below, what they name and where decides."""

STRONGEST = (Status.OCCURRED, Status.ALLEGED, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL)
"""Statuses, that with the most behind it first."""


def incidents(sightings: Sequence[Sighting], lexicon: Lexicon, rulings: Rulings) -> tuple[Incident, ...]:
    """The incidents of all sightings, those with most reports first."""
    sightings = with_leads(sightings)
    known = {s.id: s for s in sightings}
    joined, parted = rulings.joined(known), rulings.parted(known)
    nodes = _patterns(sightings, {key for ruled in (*joined, *parted) for key in ruled})
    proposed = _candidates([known[node] for node in nodes])
    compared = {p: c for p in sorted(proposed) if (c := compare(known[p[0]], known[p[1]], lexicon)).score}
    clustered = cluster(
        nodes,
        {p: c.score for p, c in compared.items()},
        FLOOR,
        together=joined,
        apart=[*parted, *told_apart(proposed, known)],
    )
    groups = [tuple(sorted(key for node in group for key in nodes[node])) for group in clustered]
    compared |= {(n, key): compare(known[n], known[key], lexicon) for n, keys in nodes.items() for key in keys[1:]}
    links = _links(compared, joined, {key: group[0] for group in groups for key in group})
    ids = identify("I", (group[0] for group in groups))
    found = [of_reports(ids[group[0]], [known[key] for key in group], links[group[0]]) for group in groups]
    return tuple(sorted(found, key=lambda i: (-len(i.reports), i.id)))


def _patterns(sightings: Sequence[Sighting], ruled: set[str]) -> dict[str, tuple[str, ...]]:
    """Report ids that are taken for one beforehand, under the smallest of them: the patterns of one telling type in one story, where there are too many to tell them apart."""
    families: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for s in sorted(sightings, key=lambda s: s.id):
        alone = s.specific or s.report.type in CATCH_ALL or s.id in ruled
        families[(s.id,) if alone else s.family].append(s.id)
    many = [tuple(ids) for ids in families.values() if len(ids) > _MANY]
    few = [(key,) for ids in families.values() if len(ids) <= _MANY for key in ids]
    return {ids[0]: ids for ids in sorted([*many, *few])}


def _candidates(nodes: Sequence[Sighting]) -> set[Pair]:
    """Those of one family that share a rare word or a place, or lead the articles of one story; a family's few patterns meet because they share its name."""
    words = {s.id: {f"{'|'.join(s.family)} {word}" for word in ("", *s.context, *s.places)} for s in nodes}
    leading = {s.id: f"{'|'.join(s.family)} leads {s.story}" for s in nodes if s.leads and s.specific}
    for key, word in leading.items():
        words[key].add(word)
    counts = Counter(word for found in words.values() for word in found)
    counts.update(dict.fromkeys(leading.values(), -sum(counts.values())))
    return propose(words, lambda word: -float(counts[word]), rare=12)


def _links(
    compared: Mapping[Pair, Comparison], joined: Iterable[Pair], group_of: Mapping[str, str]
) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for (a, b), c in sorted(compared.items()):
        if c.score >= FLOOR and group_of[a] == group_of[b]:
            found[group_of[a]].append(Link(a, b, round(c.score, 3), c.why))
    for a, b in joined:
        found[group_of[a]].append(Link(a, b, 1.0, "a person ruled so"))
    return found


def of_reports(incident_id: str, parts: Sequence[Sighting], links: Sequence[Link]) -> Incident:
    """The incident that these sightings are of, with what their reports have in common."""
    reports = sorted((p.report for p in parts), key=lambda r: r.id)
    statuses = {r.status for r in reports}
    types = Counter(r.type for r in reports)
    first = first_told(p.dating for p in parts if p.dating)
    return Incident(
        id=incident_id,
        type=min(types, key=lambda t: (-types[t], t)),
        specific=any(r.specific for r in reports),
        status=next(s for s in STRONGEST if s in statuses),
        reports=tuple(r.id for r in reports),
        when=_common_time([when for r in reports if (when := first.get(r.id, r.when))]),
        where=_common_places([w for r in reports for w in r.where]),
        links=tuple(links),
    )


def _common_time(times: Sequence[When]) -> When | None:
    """The stretch that all times share; where they share none, the whole from first to last."""
    if not times:
        return None
    starts, ends = [t.earliest for t in times if t.earliest], [t.latest for t in times if t.latest]
    start, end = max(starts, default=None), min(ends, default=None)
    if start and end and start > end:
        first, last = min(starts), max(ends)
        return When(first, last, Precision.RANGE) if first <= last else None
    exact = [t.precision for t in times if (t.earliest, t.latest) == (start, end)]
    return When(start, end, min(exact, key=list(Precision).index, default=Precision.RANGE))


def _common_places(places: Sequence[Where]) -> tuple[Where, ...]:
    """Each place once, the one that most reports name first."""
    named: dict[str, list[Where]] = defaultdict(list)
    for place in places:
        named[fold(place.name).removeprefix("the ")].append(place)
    ordered = sorted(named.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(min(same, key=lambda w: w.span) for _, same in ordered)
