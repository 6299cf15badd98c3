"""Attribution: how well statements are read on PolNeAR dev, by polnear.py unchanged.

In go the articles of a folder in PolNeAR's layout, out come its figures for the statements as the product makes them and for those
of the network alone. PolNeAR dev is neither trained nor tuned on.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from digest import digest_of
from measured import Measured, tell
from shared import POLNEAR_SCORER
from watchfloor.evidence.exhibit import Exhibit
from watchfloor.evidence.fetch import FetchPolicy
from watchfloor.evidence.intake import acquire
from watchfloor.model.claim import Statement
from watchfloor.model.span import Span
from watchfloor.reading.choice import reader_named
from watchfloor.reading.network.reader import Reader as Network

FEW = 20
"""Articles of the subset that --check reads: about 450 statements, so that two points of F1 are nine of them."""
_STEP = 20
"""Articles between two lines that say how far the reading is."""

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in offsets of its article's text, with its confidence (0 to 1)."""

    source: Offsets | None
    cue: Offsets | None
    content: tuple[Offsets, ...]
    confidence: float


Heard = Mapping[str, Sequence[Said]]
"""The statements of each article, by the file name of its text."""


def articles(folder: Path) -> list[Path]:
    """The texts of `folder` that are annotated, by name."""
    annotated = {file.stem.rsplit("_", 1)[0] for file in (folder / "attributions").glob("*.ann")}
    return sorted(text for text in (folder / "text").glob("*.txt") if text.stem in annotated)


def few(texts: Sequence[Path]) -> list[Path]:
    """The `FEW` texts whose names have the lowest digest: always the same, and of every outlet alike."""
    return sorted(sorted(texts, key=lambda text: hashlib.sha256(text.name.encode()).hexdigest())[:FEW])


def by_product(texts: Sequence[Path]) -> Heard:
    """The statements as `watchfloor read` gives them: acquired, read and resolved like any article.

    Raises:
        SystemExit: the product refuses an article, or takes another text from it than stands in the file.
    """
    reader = reader_named()
    heard: dict[str, Sequence[Said]] = {}
    for number, text in enumerate(texts, start=1):
        (found,) = acquire([str(text)], fetch=FetchPolicy(), now=datetime(2026, 1, 1, tzinfo=UTC))
        if not isinstance(found, Exhibit) or found.document.text != text.read_bytes().decode("utf-8"):
            raise SystemExit(f"quality: {text.name} is not taken as it stands; its offsets could not be compared")
        heard[text.name] = [_said(statement) for statement in reader.read(found.document).statements]
        if number % _STEP == 0 or number == len(texts):
            tell(f"read {number} of {len(texts)} articles of PolNeAR")
    return heard


def by_network(network: Network, texts: Sequence[Path]) -> Heard:
    """The statements of the network alone, before the rules have a say in sources, edges and furniture."""
    tell(f"reading {len(texts)} articles of PolNeAR with the network alone")
    heard = {}
    for text in texts:
        found = network.read(text.read_bytes().decode("utf-8")).statements
        heard[text.name] = [Said(one.source, one.cue, one.content, one.confidence) for one in found]
    return heard


def measure(name: str, folder: Path, texts: Sequence[Path], heard: Heard) -> Measured:
    """The figures of polnear.py on `texts` of `folder`, as the set `name`."""
    with tempfile.TemporaryDirectory() as scratch:
        part = _part(folder, texts, Path(scratch))
        reading = Path(scratch) / "reading.jsonl"
        lines = (
            json.dumps({"path": t.name, "statements": [asdict(said) for said in heard[t.name]]}) + "\n" for t in texts
        )
        reading.write_text("".join(lines), encoding="utf-8")
        command = [sys.executable, str(POLNEAR_SCORER), str(part), str(reading), "--json"]
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Measured(name=name, digest=digest_of(files(folder, texts), folder), figures=figures)


def files(folder: Path, texts: Sequence[Path]) -> list[Path]:
    """`texts` and their annotations."""
    return [*texts, *(file for text in texts for file in _annotations(folder, text))]


def _part(folder: Path, texts: Sequence[Path], into: Path) -> Path:
    """A folder in PolNeAR's layout with `texts` alone, as links."""
    for kind in ("text", "attributions"):
        (into / kind).mkdir()
    for file in files(folder, texts):
        (into / file.relative_to(folder)).symlink_to(file.resolve())
    return into


def _annotations(folder: Path, text: Path) -> list[Path]:
    """The annotations of one text; several people annotated some."""
    found = (folder / "attributions").glob("*.ann")
    return sorted(file for file in found if file.stem.rsplit("_", 1)[0] == text.stem)


def _said(statement: Statement) -> Said:
    content = tuple(_offsets(span) for span in statement.content)
    source = _offsets(statement.source) if statement.source else None
    return Said(source, _offsets(statement.cue) if statement.cue else None, content, statement.confidence)


def _offsets(span: Span) -> Offsets:
    return span.start, span.end
