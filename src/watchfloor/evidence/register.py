"""Register: what one intake has given out, so that the same bytes are not opened again for nothing.

In go bytes with their source, and exhibits; out comes whether they are repeats. It remembers ids and which fields were known
of each, no text and no bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from watchfloor.evidence.exhibit import Exhibit, Repeat, Source
from watchfloor.evidence.metadata import FIELDS

Seen = Callable[[bytes, Source], bool]
"""Whether opening these bytes of this source would tell nothing new."""


def unseen(_raw: bytes, _source: Source) -> bool:
    """Nothing was given out before."""
    return False


class Register:
    """What has been given out so far."""

    def __init__(self) -> None:
        self._known: dict[str, frozenset[str]] = {}
        self._combinations: dict[frozenset[str], frozenset[str]] = {}

    def repeats(self, raw: bytes, source: Source) -> bool:
        """Whether `raw` was given out before and `source` knows nothing of it that was unknown then."""
        known = self._known.get(sha256(raw).hexdigest())
        return known is not None and source.metadata.stated <= known

    def enter(self, exhibit: Exhibit) -> Exhibit | Repeat:
        """`exhibit` as it is to be given out: itself the first time, a Repeat from then on."""
        document = exhibit.document
        before = self._known.get(document.id)
        known = frozenset(field for field in FIELDS if getattr(document, field) is not None) | (before or frozenset())
        # A million documents know few combinations of fields: each is kept once.
        self._known[document.id] = self._combinations.setdefault(known, known)
        return exhibit if before is None else Repeat(exhibit)
