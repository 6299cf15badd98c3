"""Distinct: ids of chapters' items that no two chapters share.

In go chapters, whose items have ids made in each for itself; out come the same chapters, with longer ids for the few that two of them
made alike (see `identity`). Nothing else is changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from watchfloor.record.chapter import Chapter
from watchfloor.record.linking.identity import identify


def distinct(chapters: Sequence[Chapter]) -> list[Chapter]:
    """The chapters in their order; of items with one id the one whose claims sort first keeps it."""
    found = Counter(item for c in chapters for item, _ in _items(c))
    shared = {item for item, holders in found.items() if holders > 1}
    if not shared:
        return list(chapters)
    keys = {(c.key, item): key for c in chapters for item, key in _items(c) if item in shared}
    ids = {prefix: identify(prefix, (k for (_, i), k in keys.items() if i.startswith(prefix))) for prefix in "UIF"}
    return [_renamed(c, {i: ids[i[0]][k] for (own, i), k in keys.items() if own == c.key}) for c in chapters]


def _items(chapter: Chapter) -> list[tuple[str, str]]:
    """Each item's id, and the key that it is made from."""
    found = [(u.id, min(u.statements)) for u in chapter.utterances] + [
        (i.id, min(i.reports)) for i in chapter.incidents
    ]
    return [*found, *((g.id, min(g.figures)) for g in chapter.figure_groups)]


def _renamed(chapter: Chapter, ids: Mapping[str, str]) -> Chapter:
    if not ids:
        return chapter
    return replace(
        chapter,
        utterances=tuple(replace(u, id=ids.get(u.id, u.id)) for u in chapter.utterances),
        incidents=tuple(replace(i, id=ids.get(i.id, i.id)) for i in chapter.incidents),
        figure_groups=tuple(replace(g, id=ids.get(g.id, g.id)) for g in chapter.figure_groups),
        disputes={ids.get(item, item): own for item, own in chapter.disputes.items()},
        sayings={ids.get(item, item): own for item, own in chapter.sayings.items()},
        events={ids.get(item, item): own for item, own in chapter.events.items()},
    )
