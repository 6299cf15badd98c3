"""Floors: the figures below which the product must not fall, pinned with a digest of what they were measured on.

In go the floors and today's figures, out come the faults, or new floors. A floor is never lowered without being told to. Errors,
seconds and megabytes have ceilings in the same way. Nothing is measured here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NotRequired, TypedDict

from measured import Measured, Skipped

SLACK = 0.02
"""How far from today's figure a re-pinned floor stands: one statement in fifty may change side."""
SLACK_OF_FEW = {
    "contradictions.p": 0.12,
    "contradictions.strong_recall": 0.15,
    "same_incident.link_f1": 0.1,
    "same_statement.link_f1": 0.06,
}
"""The same for figures that stand on a handful of pairs: one that is read otherwise, as on a processor that rounds otherwise, moves them by more."""
PROMISED = frozenset(
    {
        "articles_a_second",
        "articles_a_second_two_threads",
        "articles_a_processor_second",
        "first_reading_seconds",
        "first_reading_processor_seconds",
        "peak_mb",
        "processor_seconds",
        "seconds",
        "times_as_fast",
    }
)
"""Figures of time and memory: they differ between machines, so that their floors are promises and not re-pinned."""


class Pinned(TypedDict):
    """The floors and ceilings of one set, and the digest of what they were pinned on.

    `wanted` holds what was asked for and is not reached yet, with every floor that had to be lowered, until it is back; it
    is shown and not held.
    """

    digest: str
    floors: NotRequired[dict[str, float]]
    ceilings: NotRequired[dict[str, float]]
    wanted: NotRequired[dict[str, float]]


Sets = dict[str, Pinned]


class Floors(TypedDict):
    """floors.json: the sets that every check holds, and those that only the whole measurement holds besides."""

    checked: Sets
    whole: Sets


def broken(pinned: Mapping[str, Pinned], found: Sequence[Measured | Skipped]) -> list[str]:
    """One line for every floor of `pinned` that today's figures fall below, and every ceiling that they exceed."""
    by_name = {one.name: one for one in found}
    return [line for name, pin in pinned.items() for line in _faults(name, pin, by_name.get(name))]


def _faults(name: str, pin: Pinned, today: Measured | Skipped | None) -> Iterator[str]:
    if isinstance(today, Skipped):
        return
    if today is None:
        yield f"{name}: what was measured is gone, its floors can't be checked"
    elif today.digest != pin["digest"]:
        yield f"{name}: what is measured changed ({pin['digest']} -> {today.digest}); re-pin its floors"
    else:
        for key, floor in pin.get("floors", {}).items():
            if (figure := today.figures.get(key)) is None or figure < floor:
                yield f"{name}: {key} is {figure}, its floor is {floor}"
        for key, ceiling in pin.get("ceilings", {}).items():
            if (figure := today.figures.get(key)) is None or figure > ceiling:
                yield f"{name}: {key} is {figure}, its ceiling is {ceiling}"


def repinned(pinned: Mapping[str, Pinned], found: Sequence[Measured | Skipped], *, lower: bool) -> Sets:
    """The floors raised to just below today's figures, the ceilings let down to just above.

    Those that are broken stay as they are, unless `lower` is set. Only figures that have a floor get a new one, those of time and memory keep theirs, and a set that was not measured
    keeps what it has.
    """
    sets = dict(pinned)
    for today in found:
        if isinstance(today, Measured) and today.name in sets:
            sets[today.name] = _repinned(sets[today.name], today, lower=lower)
    return sets


def _repinned(pin: Pinned, today: Measured, *, lower: bool) -> Pinned:
    fresh: Pinned = {"digest": today.digest}
    if "floors" in pin:
        fresh["floors"] = {
            key: -_ceiling(key, -floor, _negative(today.figures.get(key)), lower=lower)
            for key, floor in pin["floors"].items()
        }
    if "ceilings" in pin:
        fresh["ceilings"] = {
            key: _ceiling(key, ceiling, today.figures.get(key), lower=lower) for key, ceiling in pin["ceilings"].items()
        }
    aims = {**pin.get("floors", {}), **pin.get("ceilings", {}), **pin.get("wanted", {})}
    wanted = {key: aim for key, aim in aims.items() if not _reached(fresh, key, aim)}
    if wanted:
        fresh["wanted"] = wanted
    return fresh


def _negative(figure: float | None) -> float | None:
    return None if figure is None else -figure


def _ceiling(key: str, ceiling: float, figure: float | None, *, lower: bool) -> float:
    """The new ceiling; a floor is the ceiling of the negative figure."""
    if key in PROMISED or figure is None:
        return ceiling
    slack = SLACK_OF_FEW.get(key, SLACK)
    if figure > ceiling:
        return round(figure + slack, 3) if lower else ceiling
    return round(min(ceiling, figure + slack), 3)


def _reached(pin: Pinned, key: str, aim: float) -> bool:
    floors, ceilings = pin.get("floors", {}), pin.get("ceilings", {})
    return (key in floors and floors[key] >= aim) or (key in ceilings and ceilings[key] <= aim)
