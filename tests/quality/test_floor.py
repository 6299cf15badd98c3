"""Floors hold what was measured, and nothing lowers them unasked."""

from __future__ import annotations

import pytest

from floor import SLACK, Pinned, Sets, broken, repinned
from measured import Measured, Skipped

PINNED: Sets = {
    "cable": {"digest": "a1", "floors": {"statements.f1": 0.8}},
    "confidence": {"digest": "c1", "ceilings": {"ece": 0.06}},
}


def _cable(f1: float | None, *, digest: str = "a1", name: str = "cable") -> Measured:
    return Measured(name=name, digest=digest, figures={"statements.f1": f1, "figures.f1": 0.9})


def _confidence(ece: float) -> Measured:
    return Measured(name="confidence", digest="c1", figures={"ece": ece})


def test_a_figure_at_its_floor_or_ceiling_holds() -> None:
    """Neither the bound itself nor what is better breaks it."""
    assert broken(PINNED, [_cable(0.8), _confidence(0.06)]) == []
    assert broken(PINNED, [_cable(1.0), _confidence(0.0)]) == []


def test_what_is_worse_is_named() -> None:
    """A figure below its floor, one that can't be measured any more, and one above its ceiling each have a line with both numbers."""
    good = _confidence(0.01)
    assert broken(PINNED, [_cable(0.79), good]) == ["cable: statements.f1 is 0.79, its floor is 0.8"]
    assert broken(PINNED, [_cable(None), good]) == ["cable: statements.f1 is None, its floor is 0.8"]
    assert broken(PINNED, [_cable(0.9), _confidence(0.07)]) == ["confidence: ece is 0.07, its ceiling is 0.06"]


def test_another_or_a_missing_set_is_a_fault() -> None:
    """A floor never stands for other texts than those it was pinned on."""
    (changed,) = broken(PINNED, [_cable(0.9, digest="b2"), _confidence(0.01)])
    assert "a1 -> b2" in changed
    (gone,) = broken(PINNED, [_cable(0.9, name="another"), _confidence(0.01)])
    assert gone.startswith("cable: what was measured is gone")


def test_what_is_skipped_is_neither_held_nor_broken() -> None:
    """Where a corpus or PyTorch is absent, its set is skipped with a reason and breaks nothing."""
    assert broken(PINNED, [_cable(0.9), Skipped("confidence", "the corpus is absent")]) == []


def test_pinning_raises_and_lowers_only_when_told() -> None:
    """A better figure moves its bound to just beside it; a worse one leaves it, unless lowering is asked for."""
    better = repinned(PINNED, [_cable(0.9, digest="b2"), _confidence(0.01)], lower=False)
    assert better["cable"] == {"digest": "b2", "floors": {"statements.f1": round(0.9 - SLACK, 3)}}
    assert better["confidence"] == {"digest": "c1", "ceilings": {"ece": round(0.01 + SLACK, 3)}}
    worse = [_cable(0.5), _confidence(0.2)]
    assert repinned(PINNED, worse, lower=False) == PINNED
    asked = repinned(PINNED, worse, lower=True)
    assert asked["cable"]["floors"] == {"statements.f1": round(0.5 - SLACK, 3)}
    assert asked["confidence"]["ceilings"] == {"ece": round(0.2 + SLACK, 3)}


def test_what_was_lowered_stays_wanted_until_it_is_back() -> None:
    """A lowered floor is kept on show through any number of lowerings, and goes when the figure is back."""
    lowered = repinned(repinned(PINNED, [_cable(0.5)], lower=True), [_cable(0.4)], lower=True)
    assert lowered["cable"]["wanted"] == {"statements.f1": 0.8}
    assert repinned(lowered, [_cable(0.82)], lower=False)["cable"] == PINNED["cable"]


def test_lowering_leaves_floors_that_hold() -> None:
    """A figure that stands above its floor by less than the slack keeps it, even where lowering is asked for."""
    assert repinned(PINNED, [_cable(0.801)], lower=True) == PINNED


@pytest.mark.parametrize("lower", [False, True])
def test_pinning_forgets_nothing(lower: bool) -> None:
    """A set that was not measured or was skipped keeps its floors; a figure that could not be measured keeps its floor."""
    others: list[Measured | Skipped] = [_cable(0.9, name="another"), Skipped("confidence", "absent")]
    assert repinned(PINNED, others, lower=lower) == PINNED
    assert repinned(PINNED, [_cable(None)], lower=lower) == PINNED


def test_time_and_memory_are_promised_and_not_measured_anew() -> None:
    """A fast machine does not tighten what every machine must keep, nor does a slow one loosen it."""
    pin: Pinned = {"digest": "s1", "floors": {"articles_a_second": 6.0}, "ceilings": {"peak_mb": 700.0}}
    for rate, memory in ((60.0, 70.0), (0.6, 7000.0)):
        today = Measured(name="speed", digest="s1", figures={"articles_a_second": rate, "peak_mb": memory})
        assert repinned({"speed": pin}, [today], lower=True) == {"speed": pin}


def test_a_wanted_floor_goes_when_it_is_reached() -> None:
    """What was asked for and not reached stays on show until the floor itself is there."""
    pin: Pinned = {"digest": "a1", "floors": {"statements.f1": 0.8}, "wanted": {"statements.f1": 0.85}}
    assert broken({"cable": pin}, [_cable(0.82)]) == []
    assert repinned({"cable": pin}, [_cable(0.85)], lower=False)["cable"]["wanted"] == {"statements.f1": 0.85}
    assert "wanted" not in repinned({"cable": pin}, [_cable(0.88)], lower=False)["cable"]
