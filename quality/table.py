"""Tables: figures for people to read, one for the stories, one for every other set with its floors.

In go measured sets and what is pinned, out comes text. Nothing is measured or judged here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from floor import Pinned
from measured import Measured, Skipped

COLUMNS = (
    ("statements", "statements.f1"),
    ("direct", "statements.direct_recall"),
    ("indirect", "statements.indirect_recall"),
    ("speaker", "speaker_accuracy"),
    ("same sp.", "same_speaker.f1"),
    ("by name", "same_speaker.name_f1"),
    ("incidents", "incidents.f1"),
    ("any type", "incidents.type_blind_f1"),
    ("figures", "figures.f1"),
    ("positions", "positions.f1"),
    ("same st.", "same_statement.link_f1"),
    ("exact", "same_statement.exact_f1"),
    ("same inc.", "same_incident.link_f1"),
    ("exact", "same_incident.exact_f1"),
    ("contrad.", "contradictions.p"),
    ("strong c.", "contradictions.strong_recall"),
)
LEGEND = """\
F1, but: direct, indirect = recall of statements with and without quotation marks; speaker = share of statements paired whose speaker is right;
same sp. = pairs of statements that one actor made, by name = the same if equal names are one actor; any type = incidents, their types left out;
same st., same inc. = links between claims, exact = the same if only equal words are one; contrad. = precision of contradictions; strong c. = recall of the strong ones; - = nothing to score. The mean is over the press stories, the exercise being our own."""
_WIDTH = 11
_EXACT = 4
"""Decimals beside a bound: a figure just below it must not look as if it were on it."""


def stories_table(stories: Sequence[Measured]) -> str:
    """A row for each story, a column for each figure, and what the columns are."""
    width = max(len(story.name) for story in stories)
    lines = [" " * width + "".join(f"{title:>{_WIDTH}}" for title, _ in COLUMNS)]
    for story in stories:
        cells = "".join(f"{_shown(story.figures.get(key)):>{_WIDTH}}" for _, key in COLUMNS)
        lines.append(f"{story.name:<{width}}{cells}")
    return "\n".join([*lines, LEGEND])


def sets_table(found: Sequence[Measured | Skipped], held: Mapping[str, Pinned]) -> str:
    """A row for each figure of a set that has floors (of a story's only those that have one), and one row for a set that has none."""
    lines = [f"{'set':<32}{'figure':<34}{'today':>9}  held against"]
    for one in found:
        if isinstance(one, Skipped):
            lines.append(f"{one.name:<32}SKIPPED: {one.reason}")
        elif one.name in held:
            lines += _rows(one, held[one.name])
        else:
            shown = ", ".join(f"{key} {_shown(figure)}" for key, figure in one.figures.items())
            lines.append(f"{one.name:<32}{shown} (no floors)")
    return "\n".join(lines)


def _rows(one: Measured, pin: Pinned) -> list[str]:
    bounds: dict[str, list[str]] = {}
    for word, limits in (
        ("at least", pin.get("floors", {})),
        ("at most", pin.get("ceilings", {})),
        ("wanted, not held:", pin.get("wanted", {})),
    ):
        for key, limit in limits.items():
            bounds.setdefault(key, []).append(f"{word} {limit:g}")
    keys = [*bounds, *(key for key in one.figures if key not in bounds and "." not in key)]
    return [
        f"{one.name:<32}{key:<34}{_shown(one.figures.get(key), _EXACT):>9}  {', '.join(bounds.get(key, []))}".rstrip()
        for key in keys
    ]


def _shown(figure: float | None, places: int = 3) -> str:
    if figure is None:
        return "-"
    return f"{figure:.{places}f}" if isinstance(figure, float) else str(figure)
