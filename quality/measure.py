"""Measure the product on everything annotated, print its figures, and hold them against the floors.

    measure.py                   measure everything, print it, write quality/measured.json; exit 1 if a floor is broken
    measure.py --check           the part that takes under five minutes, without writing; exit 1 if a floor is broken
    measure.py --repin           measure everything, write it, and write new floors, each a little below today's figure;
                                 refuses to lower one, and then exits 1
    measure.py --repin --lower   the same, lowering those floors that are broken today

Stories are the folders of ../shared/press and the packaged example, each read and recorded by the product as it stands and scored
by ../shared/score/score.py, unchanged; statements are scored on PolNeAR dev by ../shared/score/polnear.py, unchanged; stories on ECB+ dev; names on
UNER's English-EWT dev. Where ../shared is absent nothing is measured, and that is said.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import attribution
import calibration
import footprint
import names
import speed
import story
import story_groups
from floor import Floors, Sets, broken, repinned
from measured import Measured, Skipped, tell
from network import network
from shared import ECB_DEV, POLNEAR_DEV, PRESS, SHARED, STORY_SCORER, UNER_DEV
from table import sets_table, stories_table

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
MEASURED = HERE / "measured.json"
BUILT = PRESS / "nato-proactive-2025-12" / "texts"
POLNEAR = "PolNeAR dev"
POLNEAR_FEW = f"{POLNEAR}, {attribution.FEW} articles"
CONFIDENCE = f"{POLNEAR}, confidence"
UNER = "UNER dev"
UNER_FEW = f"{UNER}, {names.FEW} sentences"

Found = list[Measured | Skipped]


def main() -> int:
    """Measure, print, and write or check; the exit code is 1 where a floor is broken."""
    wish = _wish()
    if not STORY_SCORER.exists():
        print(f"quality: SKIPPED, {SHARED} is absent; nothing could be scored and no floor was held")
        return 0
    stories = [story.measure(folder) for folder in story.stories()]
    built = footprint.build(BUILT)
    sets = [story.mean(stories), built, *_polnear(whole=not wish.check), *_uner(whole=not wish.check), *_ecb()]
    if not wish.check:
        sets += speed.measure(attribution.articles(POLNEAR_DEV))
    found: Found = [*stories, *sets]
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"checked": {}, "whole": {}}
    if wish.repin:
        floors = _repin(floors, found, lower=wish.lower)
    held = floors["checked"] if wish.check else _together(floors)
    print(f"{stories_table([*stories, story.mean(stories)])}\n\n{sets_table(sets, held)}")
    if not wish.check:
        MEASURED.write_text(json.dumps(_written(found), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return _verdict(held, found)


def _wish() -> argparse.Namespace:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("--check", action="store_true", help="the fast part; write nothing")
    wishes.add_argument("--repin", action="store_true", help="write new floors")
    wishes.add_argument("--lower", action="store_true", help="with --repin: lower the floors that are broken")
    wish = wishes.parse_args()
    if wish.check and wish.repin:
        wishes.error("--check writes nothing and --repin writes floors: give one of them")
    if wish.lower and not wish.repin:
        wishes.error("--lower goes with --repin")
    return wish


def _polnear(*, whole: bool) -> Found:
    """Statements and their confidence; of the whole only where asked."""
    every = attribution.articles(POLNEAR_DEV)
    if not every:
        return _absent(POLNEAR_DEV, POLNEAR_FEW, POLNEAR, CONFIDENCE)
    few = attribution.few(every)
    heard = attribution.by_product(every if whole else few)
    found: Found = [attribution.measure(POLNEAR_FEW, POLNEAR_DEV, few, heard)]
    if whole:
        raw = attribution.by_network(network(), every)
        found += [
            attribution.measure(POLNEAR, POLNEAR_DEV, every, heard),
            attribution.measure(f"{POLNEAR}, network alone", POLNEAR_DEV, every, raw),
            calibration.measure(CONFIDENCE, POLNEAR_DEV, every, heard),
        ]
    return found


def _uner(*, whole: bool) -> Found:
    if not UNER_DEV.is_file():
        return _absent(UNER_DEV, UNER_FEW, UNER)
    every = names.sentences(UNER_DEV)
    few = every[: names.FEW]
    given = names.found(network(), every if whole else few)
    found: Found = [names.measure(UNER_FEW, few, given[: names.FEW])]
    return [*found, names.measure(UNER, every, given)] if whole else found


def _ecb() -> Found:
    return [story_groups.measure(ECB_DEV)] if ECB_DEV.is_file() else _absent(ECB_DEV, story_groups.NAME)


def _absent(place: Path, *sets: str) -> Found:
    return [Skipped(name, f"{place.relative_to(SHARED.parent)} is absent") for name in sets]


def _repin(floors: Floors, found: Found, *, lower: bool) -> Floors:
    fresh: Floors = {
        "checked": repinned(floors["checked"], found, lower=lower),
        "whole": repinned(floors["whole"], found, lower=lower),
    }
    FLOORS.write_text(json.dumps(fresh, indent=1) + "\n", encoding="utf-8")
    return fresh


def _together(floors: Floors) -> Sets:
    return floors["checked"] | floors["whole"]


def _written(found: Sequence[Measured | Skipped]) -> dict[str, object]:
    sets = {
        one.name: {"digest": one.digest, **one.figures} if isinstance(one, Measured) else {"skipped": one.reason}
        for one in found
    }
    return {"command": "make quality", "sets": sets}


def _verdict(held: Sets, found: Found) -> int:
    """Say on stderr which floors are broken, or that none is."""
    faults = broken(held, found) if held else [f"{FLOORS.name} is gone; without it nothing is held"]
    for fault in faults:
        tell(fault)
    tell(f"{len(faults)} floors broken" if faults else "every floor holds")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
