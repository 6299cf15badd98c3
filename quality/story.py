"""One annotated story, read by the product and scored.

In goes a folder with gold.json and the articles, out come the figures of score.py, unchanged, under flat names
("statements.f1"), and a digest of what was measured. Beside them stands `incidents.type_blind_f1`: the same scorer on the
same incidents with their types left out; `exact_f1`: the same claims linked only where their words are equal (`exact_match`); and whether
one speaker is one actor (`speakers`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import exact_match
import speakers
from digest import digest, digest_of
from measured import Measured, tell
from shared import EXAMPLE, PRESS, STORY_SCORER
from watchfloor import pipeline
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.model.reading import Reading
from watchfloor.reading.choice import reader_named
from watchfloor.store.store import Store

MEAN = "mean of press"

_Annotated = dict[str, Any]


def stories() -> list[Path]:
    """The folders that hold an annotated story: the press ones, then the example."""
    return [*sorted(gold.parent for gold in PRESS.glob("*/gold.json")), EXAMPLE]


def measure(folder: Path) -> Measured:
    """Read and record the story in `folder` with the reader that the product uses, and score the record."""
    tell(f"reading {folder.name}")
    texts = folder / "texts" if (folder / "texts").is_dir() else folder
    with tempfile.TemporaryDirectory() as scratch:
        with Store.open(Path(scratch) / "watchfloor.db") as store:
            reader = reader_named()
            _, record = pipeline.build(
                store, [str(texts)], reader=reader, fetch=FetchPolicy(), now=datetime(2027, 1, 1, tzinfo=UTC)
            )
            named = _named(store.readings(reader.name))
        written = Path(scratch) / "record.json"
        written.write_text(pipeline.record_json(record), encoding="utf-8")
        figures = _flat(_scored(folder, written))
        figures["incidents.type_blind_f1"] = _type_blind(folder, written, Path(scratch))
        figures |= _by_exact_match(folder, written, {d.id: d.text for d in record.documents}, Path(scratch))
        figures |= speakers.figures(_json(folder / "gold.json"), _json(written), named)
    files = [folder / "gold.json", *(file for file in texts.rglob("*") if file.is_file())]
    return Measured(name=folder.name, digest=digest_of(files, folder), figures=figures, is_press=folder != EXAMPLE)


def mean(found: Sequence[Measured]) -> Measured:
    """The mean over the stories of the press, each figure over those that have it; the example is our own and does not count."""
    press = [story for story in found if story.is_press]
    known: dict[str, list[float]] = {}
    for story in press:
        for key, figure in story.figures.items():
            if figure is not None:
                known.setdefault(key, []).append(figure)
    figures = {key: round(sum(each) / len(each), 3) for key, each in known.items()}
    return Measured(name=MEAN, digest=digest({story.name: story.digest.encode() for story in press}), figures=figures)


def _named(readings: Iterable[Reading]) -> dict[str, str]:
    """What each statement's own document calls its speaker."""
    found: dict[str, str] = {}
    for reading in readings:
        names = {actor.id: actor.name for actor in reading.actors}
        found |= {s.id: names[s.speaker] for s in reading.statements if s.speaker is not None}
    return found


def _json(file: Path) -> _Annotated:
    held: _Annotated = json.loads(file.read_text(encoding="utf-8"))
    return held


def _scored(folder: Path, record: Path) -> _Annotated:
    command = [sys.executable, str(STORY_SCORER), str(folder), str(record), "--json"]
    report: _Annotated = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return report


def _type_blind(folder: Path, record: Path, scratch: Path) -> float:
    """The incidents' F1 where every incident, annotated or read, is of one type."""
    blind = scratch / "type-blind"
    blind.mkdir()
    for source, target in ((folder / "gold.json", blind / "gold.json"), (record, blind / "record.json")):
        held = _json(source)
        held["incidents"] = [incident | {"type": "any"} for incident in held["incidents"]]
        target.write_text(json.dumps(held), encoding="utf-8")
    f1: float = _scored(blind, blind / "record.json")["incidents"]["f1"]
    return f1


def _by_exact_match(folder: Path, written: Path, texts: Mapping[str, str], scratch: Path) -> dict[str, float | None]:
    """The link F1 of a record of the same claims in which only equal words are one."""
    plain = scratch / "exact-match.json"
    held = _json(written)
    by_id = {one["id"]: texts[one["sha256"]] for one in held["documents"]}
    plain.write_text(json.dumps(exact_match.linked(held, by_id)), encoding="utf-8")
    report = _scored(folder, plain)
    return {f"{kind}.exact_f1": report[kind]["link_f1"] for kind in ("same_statement", "same_incident")}


def _flat(report: _Annotated) -> dict[str, float | None]:
    flat: dict[str, float | None] = {}
    for key, value in report.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{part}": figure for part, figure in value.items()}
        elif isinstance(value, int | float):
            flat[key] = value
    return flat
