"""Independence: which documents are one source.

In go documents and the copies found among them, out comes each document's source. Documents that copy one another, directly or over others, and
documents of one outlet are one source; where the outlet is unknown a document stands for itself. That two outlets rely on
one interview is not seen here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from watchfloor.model.copy import Copy
from watchfloor.model.document import Document
from watchfloor.record.wording import fold


def sources(documents: Collection[Document], copies: Iterable[Copy]) -> dict[str, str]:
    """For each document's id the id of its source, which is the smallest id of a document of that source."""
    source = {document.id: document.id for document in documents}
    by_outlet: dict[str, str] = {}
    bonds = [(copy.first, copy.second) for copy in copies if copy.first in source and copy.second in source]
    named = sorted((outlet, d.id) for d in documents if (outlet := outlet_key(d.outlet)))
    bonds += [(by_outlet.setdefault(outlet, document), document) for outlet, document in named]
    for first, second in sorted(bonds):
        a, b = _root(source, first), _root(source, second)
        source[max(a, b)] = min(a, b)
    return {key: _root(source, key) for key in source}


def independent(documents: Iterable[str], source: Mapping[str, str]) -> int:
    """How many independent sources a set of documents is."""
    return len({source[key] for key in documents})


def outlet_key(outlet: str | None) -> str:
    """An outlet's name as it is compared: "www.The-Post.com" and "the-post.com" are one. Empty where it is unknown."""
    words = fold(outlet or "").strip().removeprefix("https://").removeprefix("www.").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _root(source: dict[str, str], key: str) -> str:
    while source[key] != key:
        source[key] = source[source[key]]
        key = source[key]
    return key
