"""Measure the product on annotated stories, print one table, and hold it against the floors.

    measure.py            measure everything, print the table, write quality/measured.json
    measure.py --check    the same without writing; exit 1 if a floor is broken
    measure.py --repin    write today's figures as the new floors, each a little below; refuses to lower one
    measure.py --repin --lower   the same, lowering where today's figure is lower

Stories are the folders of ../shared/press (skipped, saying so, where it is absent) and the packaged example. Each is read
and recorded by the product as it stands and scored by ../shared/score/score.py, unchanged.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from floor import Floors, broken, repinned
from footprint import Footprint, footprint
from story import SCORER, SHARED, Measured, measure, stories

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
MEASURED = HERE / "measured.json"
COLUMNS = (
    ("statements", "statements.f1"),
    ("direct", "statements.direct_recall"),
    ("indirect", "statements.indirect_recall"),
    ("speaker", "speaker_accuracy"),
    ("incidents", "incidents.f1"),
    ("figures", "figures.f1"),
    ("positions", "positions.f1"),
    ("same st.", "same_statement.link_f1"),
    ("same inc.", "same_incident.link_f1"),
    ("contr. p", "contradictions.p"),
    ("strong r", "contradictions.strong_recall"),
)
BUILT = "nato-proactive-2025-12"


def main() -> int:
    """Measure, print, and write or check; the exit code is 1 where a floor is broken."""
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("--check", action="store_true", help="write nothing; exit 1 if a floor is broken")
    wishes.add_argument("--repin", action="store_true", help="write new floors")
    wishes.add_argument("--lower", action="store_true", help="with --repin: lower floors too")
    wish = wishes.parse_args()
    if not SCORER.exists():
        print(f"quality: SKIPPED, {SHARED} is absent; nothing could be scored")
        return 0
    found = [measure(folder) for folder in stories()]
    built = footprint(SHARED / "press" / BUILT / "texts")
    print(_table(found, built))
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if wish.repin:
        FLOORS.write_text(
            json.dumps(repinned(floors, found, built, lower=wish.lower), indent=1) + "\n", encoding="utf-8"
        )
        return 0
    if not wish.check:
        MEASURED.write_text(json.dumps(_written(found, built), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    faults = broken(floors, found, built) if floors else [f"{FLOORS.name} is gone; without it nothing is held"]
    for fault in faults:
        print(f"quality: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _table(found: list[Measured], built: Footprint) -> str:
    width = max(len(story.name) for story in found)
    lines = [" " * width + "".join(f"{title:>11}" for title, _ in COLUMNS)]
    for story in [*found, _mean(found)]:
        cells = (story.figures.get(key) for _, key in COLUMNS)
        lines.append(
            f"{story.name:<{width}}" + "".join(f"{'-' if cell is None else format(cell, '.3f'):>11}" for cell in cells)
        )
    lines.append(
        f"watchfloor build on the {built.articles} articles of {BUILT}: {built.seconds:.1f} s, peak {built.peak_mb:.0f} MB"
    )
    return "\n".join(lines)


def _mean(found: list[Measured]) -> Measured:
    """The mean over the press stories; the example is our own and does not count."""
    press = [story for story in found if story.is_press]
    figures = {}
    for _, key in COLUMNS:
        known = [value for story in press if (value := story.figures.get(key)) is not None]
        figures[key] = round(sum(known) / len(known), 3) if known else None
    return Measured("mean of press", "", is_press=False, figures=figures)


def _written(found: list[Measured], built: Footprint) -> dict[str, object]:
    return {
        "command": "make quality",
        "stories": {story.name: {"digest": story.digest, **story.figures} for story in found},
        "mean of press": _mean(found).figures,
        "build": {"articles": built.articles, "seconds": built.seconds, "peak_mb": built.peak_mb},
    }


if __name__ == "__main__":
    sys.exit(main())
