"""Floors: the figures below which the product must not fall, pinned with a digest of what they were measured on.

In go the floors and today's figures, out come the faults, or new floors. A floor is never lowered without being told to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from footprint import Footprint
from story import Measured

SLACK = 0.02
"""How far below today's figure a re-pinned floor stands: one statement in fifty may change side."""


class Pinned(TypedDict):
    """The floors of one story, and the digest of the annotation they were pinned on."""

    digest: str
    floors: dict[str, float]


class Floors(TypedDict, total=False):
    """floors.json: the floors of stories by name, and the ceiling of a build's seconds."""

    stories: dict[str, Pinned]
    build_seconds: float


def broken(floors: Floors, found: Sequence[Measured], built: Footprint) -> list[str]:
    """One line for every floor that today's figures fall below."""
    faults = []
    by_name = {story.name: story for story in found}
    for name, pinned in floors.get("stories", {}).items():
        story = by_name.get(name)
        if story is None:
            faults.append(f"{name}: the story is gone, its floors can't be checked")
        elif story.digest != pinned["digest"]:
            faults.append(f"{name}: the annotation changed ({pinned['digest']} -> {story.digest}); re-pin its floors")
        else:
            faults += [
                f"{name}: {key} is {story.figures.get(key)}, its floor is {floor}"
                for key, floor in pinned["floors"].items()
                if (story.figures.get(key) or 0.0) < floor
            ]
    ceiling = floors.get("build_seconds")
    if ceiling is not None and built.seconds > ceiling:
        faults.append(f"a build of {built.articles} articles took {built.seconds} s, more than {ceiling} s")
    return faults


def repinned(floors: Floors, found: Sequence[Measured], built: Footprint, *, lower: bool) -> Floors:
    """The floors raised to just below today's figures; those that would fall stay unless `lower` is set.

    Only figures that have a floor get a new one, and a story that was not measured keeps what it has.
    """
    stories = dict(floors.get("stories", {}))
    for story in found:
        old = stories.get(story.name)
        if old is None:
            continue
        kept = {
            key: round(max(today, floor) if not lower else today, 3)
            for key, floor in old["floors"].items()
            for today in [(story.figures.get(key) or 0.0) - SLACK]
        }
        stories[story.name] = {"digest": story.digest, "floors": kept}
    return {"stories": stories, "build_seconds": floors.get("build_seconds", built.seconds)}
