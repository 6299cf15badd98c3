"""Leading: undated reports with which articles open, and which may be of their story's main event.

In go sightings, out come the same sightings, some of them taken for reports of one event although their documents did not
say enough to tell: a headline has no room for a day. Which event it is, if any, is for `incidents`. Reports that
already are specific, patterns further down, and what is denied or only feared stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from watchfloor.model.claim import Status
from watchfloor.record.event.sighting import CATCH_ALL, Sighting, fits, is_dated

_TOLD = frozenset({Status.OCCURRED, Status.ALLEGED})


def with_leads(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The sightings in their order; one that leads its article is specific where another article leads with a dated event that it fits."""
    main: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    own: set[tuple[str, str]] = set()
    for s in sightings:
        if s.specific and s.leads and s.report.status in _TOLD:
            own.add((s.report.document_id, s.report.type))
            if is_dated(s.report.when):
                main[s.story, s.report.type].append(s)
    return [_promoted(s, main[s.story, s.report.type]) if _may_lead(s, own) else s for s in sightings]


def _may_lead(s: Sighting, own: set[tuple[str, str]]) -> bool:
    """Whether it opens its article, is told as an event, is not dated too widely, and is the headline or the only such report there."""
    report = s.report
    told = not s.specific and s.opening and report.status in _TOLD and report.type not in CATCH_ALL
    alone = s.headline or (report.document_id, report.type) not in own
    return told and alone and (report.when is None or is_dated(report.when))


def _promoted(s: Sighting, main: Sequence[Sighting]) -> Sighting:
    return replace(s, specific=True) if any(fits(s, m) for m in main) else s
