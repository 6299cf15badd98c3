"""One annotated story, read by the product and scored.

In goes a folder with gold.json and the articles, out come the figures of score.py under flat names ("statements.f1") and a
digest of what was measured, so that a floor never stands for another set of texts.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from watchfloor import pipeline
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.reading.choice import reader_named
from watchfloor.store.store import Store

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score.py"
EXAMPLE = ROOT / "examples" / "exercise-amber-tide"


@dataclass(frozen=True, slots=True)
class Measured:
    """A story's figures; None where the story has nothing to score (no strong contradiction, say)."""

    name: str
    digest: str
    is_press: bool
    figures: dict[str, float | None]


def stories() -> list[Path]:
    """The folders that hold an annotated story: the press ones, then the example."""
    return [*sorted(gold.parent for gold in (SHARED / "press").glob("*/gold.json")), EXAMPLE]


def measure(folder: Path) -> Measured:
    """Read and record the story in `folder` with the rule-based reader, and score the record."""
    texts = folder / "texts" if (folder / "texts").is_dir() else folder
    with tempfile.TemporaryDirectory() as scratch:
        with Store.open(Path(scratch) / "watchfloor.db") as store:
            _, record = pipeline.build(
                store, [str(texts)], reader=reader_named(), fetch=FetchPolicy(), now=datetime(2026, 1, 1, tzinfo=UTC)
            )
        written = Path(scratch) / "record.json"
        written.write_text(pipeline.record_json(record), encoding="utf-8")
        command = [sys.executable, str(SCORER), str(folder), str(written), "--json"]
        report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Measured(folder.name, _digest(folder), folder != EXAMPLE, _flat(report))


def _flat(report: dict[str, object]) -> dict[str, float | None]:
    flat: dict[str, float | None] = {}
    for key, value in report.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{part}": figure for part, figure in value.items()}
        elif isinstance(value, int | float):
            flat[key] = value
    return flat


def _digest(folder: Path) -> str:
    """A short digest of the annotation, which itself names the sha256 of every article."""
    return hashlib.sha256((folder / "gold.json").read_bytes()).hexdigest()[:16]
