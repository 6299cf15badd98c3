"""Threshold: a reading without the claims that its reader is not sure enough of.

In goes a Reading, out comes one with fewer claims or the same. Its actors stay: they are not claims.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from watchfloor.model.claim import Claim
from watchfloor.model.reading import Reading


def at_least(reading: Reading, confidence: float, upheld: Container[str] = frozenset()) -> Reading:
    """`reading` with the claims of that confidence (0..1) or more, and with those whose ids are in `upheld`."""

    def stays(claim: Claim) -> bool:
        return claim.confidence >= confidence or claim.id in upheld

    return replace(
        reading,
        statements=tuple(filter(stays, reading.statements)),
        incidents=tuple(filter(stays, reading.incidents)),
        positions=tuple(filter(stays, reading.positions)),
        figures=tuple(filter(stays, reading.figures)),
    )
