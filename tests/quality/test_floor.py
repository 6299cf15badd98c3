"""Floors hold what was measured, and nothing lowers them unasked."""

from __future__ import annotations

from floor import SLACK, Floors, broken, repinned
from footprint import Footprint
from story import Measured

BUILT = Footprint(articles=5, seconds=4.0, peak_mb=300.0)
FLOORS: Floors = {
    "stories": {"cable": {"digest": "a1", "floors": {"statements.f1": 0.8}}},
    "build_seconds": 10.0,
}


def _measured(f1: float | None, *, digest: str = "a1", name: str = "cable") -> list[Measured]:
    return [Measured(name, digest, is_press=True, figures={"statements.f1": f1, "figures.f1": 0.9})]


def test_a_figure_at_its_floor_holds() -> None:
    """Neither the floor itself nor more breaks it."""
    assert broken(FLOORS, _measured(0.8), BUILT) == []
    assert broken(FLOORS, _measured(1.0), BUILT) == []


def test_what_falls_below_is_named() -> None:
    """A figure below its floor, one that can't be measured any more, and a slow build each have a line with both numbers."""
    assert broken(FLOORS, _measured(0.79), BUILT) == ["cable: statements.f1 is 0.79, its floor is 0.8"]
    assert broken(FLOORS, _measured(None), BUILT) == ["cable: statements.f1 is None, its floor is 0.8"]
    (slow,) = broken(FLOORS, _measured(0.9), Footprint(5, 10.5, 300.0))
    assert "10.5 s" in slow
    assert "10.0 s" in slow


def test_another_annotation_or_a_missing_story_is_a_fault() -> None:
    """A floor never stands for other texts than those it was pinned on."""
    (changed,) = broken(FLOORS, _measured(0.9, digest="b2"), BUILT)
    assert "a1 -> b2" in changed
    (gone,) = broken(FLOORS, _measured(0.9, name="another"), BUILT)
    assert "cable: the story is gone" in gone


def test_pinning_raises_and_lowers_only_when_told() -> None:
    """A better figure raises its floor to just below; a worse one leaves it, unless lowering is asked for."""
    better = repinned(FLOORS, _measured(0.9, digest="b2"), BUILT, lower=False)
    assert better["stories"]["cable"] == {"digest": "b2", "floors": {"statements.f1": round(0.9 - SLACK, 3)}}
    worse = repinned(FLOORS, _measured(0.5), BUILT, lower=False)
    assert worse["stories"] == FLOORS["stories"]
    asked = repinned(FLOORS, _measured(0.5), BUILT, lower=True)
    assert asked["stories"]["cable"]["floors"] == {"statements.f1": round(0.5 - SLACK, 3)}


def test_pinning_forgets_no_story() -> None:
    """A story that was not measured keeps its floors, and the build its ceiling."""
    assert repinned(FLOORS, _measured(0.9, name="another"), BUILT, lower=False) == FLOORS
