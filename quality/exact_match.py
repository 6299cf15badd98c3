"""Exact match: the links that a record would have if only equal words were one, as a baseline for those that it has.

In go a record in the press schema and its documents' texts, out comes the same record with other links: statements of the same words are one
saying, and incident reports of one type whose triggers are the same words are one incident. Letter case, marks and spaces don't count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

_WORD = re.compile(r"[^\W_]+")


def linked(record: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """The record with links by equal words alone. `texts` maps a document's id in the record to its text."""
    return {
        **record,
        "same_statement": _groups((s["id"], _words(s["content"], texts[s["doc"]])) for s in record["statements"]),
        "same_incident": _groups(
            (i["id"], (i["type"], *_words(i["trigger"], texts[i["doc"]]))) for i in record["incidents"]
        ),
    }


def _words(spans: Iterable[tuple[int, int]], text: str) -> tuple[str, ...]:
    return tuple(word for start, end in spans for word in _WORD.findall(text[start:end].casefold()))


def _groups(keyed: Iterable[tuple[str, tuple[str, ...]]]) -> list[list[str]]:
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, key in keyed:
        groups[key].append(name)
    return [names for names in groups.values() if len(names) > 1]
