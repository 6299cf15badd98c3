"""Vouching: which claims of an item tell it as a fact, so that it may be counted as carried.

In go the claims of one item, out come those that vouch for it and the documents that only allege it. Whether enough of them do, and in which
words the item is shown, is for others to decide.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from watchfloor.model.claim import Claim, IncidentReport, Status
from watchfloor.model.record import ContradictionKind, Strength
from watchfloor.model.span import hull
from watchfloor.products.brief.ground import Ground, many

ENOUGH = 2
"""Independent sources below which nothing is called established."""
EVEN = 0.5
"""Calibrated confidence below which a claim is rather misread than read, and vouches for nothing here."""
_ANY = frozenset(ContradictionKind)
_LESS = frozenset({Status.ALLEGED, Status.PLANNED, Status.HYPOTHETICAL})
"""Ways of reporting an event that do not vouch for it, and do not deny it either."""


def vouched(claims: Iterable[Claim]) -> tuple[list[Claim], frozenset[str]]:
    """The claims of documents that report the event as a fact, and the documents that only report it as alleged. What is denied is left in, for it contradicts."""
    every = list(claims)
    reports = [c for c in every if isinstance(c, IncidentReport)]
    sure = {c.document_id for c in reports if c.status is Status.OCCURRED}
    alleged = frozenset(c.document_id for c in reports if c.status is Status.ALLEGED) - sure
    kept = [c for c in every if not (isinstance(c, IncidentReport) and c.status in _LESS and c.document_id not in sure)]
    return [c for c in kept if not (isinstance(c, IncidentReport) and c.status is Status.ALLEGED)], alleged


def is_in_dispute(ground: Ground, claim: Claim, kinds: Collection[ContradictionKind] = _ANY) -> bool:
    """Whether a number or an event stands inside words that outlets contradict each other about, in one of these `kinds`: whose are they then?"""
    return any(
        hull(words.content).overlaps(hull(claim.spans))
        for words in ground.disputed_words.get(claim.document_id, ())
        if any(x.strength is Strength.CONTRADICTION and x.kind in kinds for x in ground.disputed[words.id])
    )


def alleged_note(alleged: int) -> list[str]:
    """How many documents only allege the event; nothing where none does."""
    return [f"{many(alleged, 'document')} report{'s' if alleged == 1 else ''} it as alleged"] if alleged else []
