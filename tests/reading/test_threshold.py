"""Readings without what their reader is not sure enough of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from invented import document
from watchfloor.reading.rules import RuleReader
from watchfloor.reading.threshold import at_least

READING = RuleReader().read(
    document(
        "EXERCISE. Coast guard commander Ida Rask said that 40 buoys and some 12 were lost when a cable was severed near Gotland on 2 March 2026. "
        "“We support joint air patrols,” she said. Drone incursions go on. “We had no part in any of this at all.”"
    )
)


def test_zero_leaves_everything() -> None:
    """Every claim is at least not at all sure, and no reading says that it is quite sure of anything."""
    assert at_least(READING, 0) == READING
    assert len({claim.confidence for claim in READING.claims}) > 2
    assert list(at_least(READING, 1).claims) == []


@given(st.floats(0, 1), st.floats(0, 1))
def test_thresholds_nest(low: float, high: float) -> None:
    """A higher threshold leaves a part of what a lower one leaves; the threshold itself is enough; actors stay."""
    low, high = sorted((low, high))
    some, fewer = at_least(READING, low), at_least(READING, high)
    assert set(fewer.claims) <= set(some.claims) <= set(READING.claims)
    assert all(claim in set(some.claims) for claim in READING.claims if claim.confidence >= low)
    assert at_least(some, high) == fewer
    assert fewer.actors == READING.actors
