"""Independence: how many sources a set of documents is.

In go documents and the copies found among them, out come Sources, which count any of those documents. Documents that copy one another, directly or
over others, are one source, and so are those of one outlet; where the outlet is unknown a document stands for itself. That two outlets
once shared an agency's text makes them one source of that text and not of everything. That two outlets rely on one interview is not seen here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from watchfloor.model.copy import Copy
from watchfloor.model.document import Document
from watchfloor.record.wording import fold


@dataclass(frozen=True, slots=True)
class Sources:
    """For each document the text that it is a copy of (itself, if of none) and its outlet (empty where it is unknown)."""

    text: Mapping[str, str]
    outlet: Mapping[str, str]

    @classmethod
    def of(cls, documents: Collection[Document], copies: Iterable[Copy]) -> Sources:
        """The sources of `documents`; copies of documents that are not among them are passed over."""
        known = {document.id for document in documents}
        bonds = [(c.first, c.second) for c in copies if c.first in known and c.second in known]
        return cls(_roots(known, bonds), {d.id: outlet_key(d.outlet) for d in documents})

    def independent(self, documents: Iterable[str]) -> int:
        """How many independent sources these documents are, judged by themselves alone."""
        chosen = sorted(set(documents))
        first: dict[str, str] = {}
        bonds = []
        for document in chosen:
            marks = [f"text {self.text[document]}"] + (
                [f"outlet {self.outlet[document]}"] if self.outlet[document] else []
            )
            bonds += [(first.setdefault(mark, document), document) for mark in marks]
        return len(set(_roots(chosen, bonds).values()))


def outlet_key(outlet: str | None) -> str:
    """An outlet's name as it is compared: "www.The-Post.com" and "the-post.com" are one. Empty where it is unknown."""
    words = fold(outlet or "").strip().removeprefix("https://").removeprefix("www.").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _roots(keys: Iterable[str], bonds: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each key the smallest key that bonds tie it to."""
    root = {key: key for key in keys}

    def find(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for first, second in sorted(bonds):
        a, b = find(first), find(second)
        root[max(a, b)] = min(a, b)
    return {key: find(key) for key in root}
