"""Threshold: a reading without the claims that its reader is not sure enough of.

In goes a Reading, out comes one with fewer claims or the same. Its actors stay: they are not claims.
"""

from __future__ import annotations

from dataclasses import replace

from watchfloor.model.reading import Reading


def at_least(reading: Reading, confidence: float) -> Reading:
    """`reading` with the claims of that confidence (0..1) or more."""
    return replace(
        reading,
        statements=tuple(claim for claim in reading.statements if claim.confidence >= confidence),
        incidents=tuple(claim for claim in reading.incidents if claim.confidence >= confidence),
        positions=tuple(claim for claim in reading.positions if claim.confidence >= confidence),
        figures=tuple(claim for claim in reading.figures if claim.confidence >= confidence),
    )
