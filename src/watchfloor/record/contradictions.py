"""Contradictions: where linked claims disagree, over all kinds.

In go findings of the modules in `contradiction`, out come contradictions with ids, the strongest first, and of one kind those on the
fewest claims, which are checked soonest. Nothing is found here, and what people think of them is for `completion`.
"""

from __future__ import annotations

from collections.abc import Iterable

from watchfloor.model.record import Contradiction, Strength
from watchfloor.record.contradiction.finding import Finding
from watchfloor.record.linking.identity import identify


def contradictions(findings: Iterable[Finding]) -> tuple[Contradiction, ...]:
    """The findings, each with an id that follows from its kind and its claims."""
    keyed = {_key(finding): finding for finding in findings}
    ids = identify("X", keyed)
    found = [Contradiction(ids[key], f.kind, f.strength, f.explain, f.sides) for key, f in keyed.items()]
    return tuple(sorted(found, key=lambda x: (x.strength is not Strength.CONTRADICTION, x.kind, len(x.claims), x.id)))


def _key(finding: Finding) -> str:
    claims = sorted(claim for side in finding.sides for claim in side.claims)
    return "|".join((finding.kind, finding.about, *claims))
