"""Venue: one saying that documents have from two interviews, outlets or events.

In go utterances with their variants, out come findings. It is a tension, since a person may say one thing twice. A document that names both venues
settles that there were two, and one that names none is silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from watchfloor.model.record import ContradictionKind, Strength, Utterance
from watchfloor.record.actor.names import body
from watchfloor.record.contradiction.finding import Finding, Setting, capital, shortened, side
from watchfloor.record.saying.variant import Variant
from watchfloor.record.text.wording import fold


def find(utterances: Iterable[Utterance], variants: Mapping[str, Variant], setting: Setting) -> list[Finding]:
    """Sayings with several venues, with one side for each."""
    found = ([variants[key] for key in utterance.statements] for utterance in utterances)
    return [finding for said in found if (finding := _disagreement(said, setting))]


def _disagreement(said: Sequence[Variant], setting: Setting) -> Finding | None:
    by_venue: dict[str, list[Variant]] = defaultdict(list)
    for v in said:
        if v.statement.via and v.speaker:
            by_venue[v.statement.via].append(v)
    differing = {
        venue: by_venue[venue]
        for a, b in combinations(sorted(by_venue), 2)
        if _exclude(a, b)
        and not _documents(by_venue[a]) & _documents(by_venue[b])
        and _one_speaker(by_venue[a], by_venue[b])
        for venue in (a, b)
    }
    if not differing:
        return None
    quote = setting.excerpt(max(said, key=lambda v: (v.is_quotation, len(v.wording.words))).statement.content)
    told = [f"to {venue} in {setting.labels(_documents(vs))}" for venue, vs in differing.items()]
    return Finding(
        ContradictionKind.VENUE,
        Strength.TENSION,
        capital(f'"{quote}" was said {", ".join(shortened(told))}'),
        tuple(side(venue, [v.statement for v in vs]) for venue, vs in differing.items()),
    )


def _exclude(a: str, b: str) -> bool:
    """Whether neither name holds the other: "Reuters" and "the Reuters agency" are one."""
    ours, theirs = body(a) or frozenset(fold(a).split()), body(b) or frozenset(fold(b).split())
    return not (ours <= theirs or theirs <= ours)


def _one_speaker(ours: Iterable[Variant], theirs: Iterable[Variant]) -> bool:
    """Whether one actor speaks on both sides: two speakers are another disagreement."""
    return bool({v.speaker for v in ours} & {v.speaker for v in theirs})


def _documents(variants: Iterable[Variant]) -> set[str]:
    return {v.statement.document_id for v in variants}
